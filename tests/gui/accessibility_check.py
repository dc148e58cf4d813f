#!/usr/bin/python3
"""accessibility_check.py PROGRAMS: every screen of the storybook as somebody sees it who can't see.

Walks the accessibility tree from outside, in another process: every pressable control has a name of its own
and a role, is inside the window, and can be pressed through the tree; a sheet hides what it covers. Runs itself
under a virtual display and a message bus of its own.
"""
import os
import queue
import subprocess
import sys
import threading

PRESSABLE = {"push button", "toggle button", "entry"}
PATIENCE_SECONDS = 30


class Storybook:
    """The program under test, and its lines as they come."""

    def __init__(self, program):
        self.process = subprocess.Popen([program, "--serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True, bufsize=1)
        self.lines = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def show(self, name):
        self.process.stdin.write(name + "\n")
        self.expect("shown " + name)

    def expect(self, wanted):
        line = self.lines.get(timeout=PATIENCE_SECONDS)
        if line != wanted:
            raise AssertionError(f"expected {wanted!r}, got {line!r}")

    def touched(self):
        line = self.lines.get(timeout=PATIENCE_SECONDS)
        if not line.startswith("touched "):
            raise AssertionError(f"expected a touch, got {line!r}")
        return line[len("touched "):]

    def end(self):
        self.process.stdin.close()
        return self.process.wait(timeout=PATIENCE_SECONDS)


def find_application(atspi, process):
    """Waits until the program has come to the tree."""
    deadline = PATIENCE_SECONDS * 20
    for _ in range(deadline):
        desktop = atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            if application and application.get_process_id() == process.pid and application.get_child_count() > 0:
                return application
        if process.poll() is not None:
            raise AssertionError("the storybook ended before it could be read")
        threading.Event().wait(0.05)
    raise AssertionError("the storybook did not come to the accessibility tree")


def walk(node):
    """All nodes with a role of ours below `node`."""
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is None:
            continue
        yield child
        yield from walk(child)


def check_screen(atspi, book, application, name, problems):
    application.clear_cache()
    frame = application.get_child_at_index(0)
    bounds = frame.get_extents(atspi.CoordType.SCREEN)
    pressables = [node for node in walk(application) if node.get_role_name() in PRESSABLE]
    if not pressables:
        problems.append(f"{name}: nothing can be pressed")
    seen, answered = set(), set()
    for node in pressables:
        label, role = node.get_name(), node.get_role_name()
        if not label:
            problems.append(f"{name}: a {role} has no name")
        if label in seen:
            problems.append(f"{name}: two controls are called {label!r}")
        seen.add(label)
        box = node.get_extents(atspi.CoordType.SCREEN)
        if box.width <= 0 or box.x < bounds.x or box.x + box.width > bounds.x + bounds.width + 1:
            problems.append(f"{name}: {label!r} is not inside the window")
        if not node.get_state_set().contains(atspi.StateType.SENSITIVE):
            problems.append(f"{name}: {label!r} looks dead; it must answer and say why")
        if node.get_n_actions() != 1 or not node.do_action(0):
            problems.append(f"{name}: {label!r} can't be pressed")
            continue
        touched = book.touched()
        if touched in answered:
            problems.append(f"{name}: {label!r} answers as {touched!r}, which another control did before")
        answered.add(touched)
    return len(pressables)


def names_on(application):
    application.clear_cache()
    return {node.get_name() for node in walk(application)}


def check_states(atspi, book, application, problems):
    """What is chosen says so; texts that matter can be read; a sheet hides what it covers."""
    book.show("failure")
    application.clear_cache()
    checked = {node.get_name() for node in walk(application) if node.get_state_set().contains(atspi.StateType.CHECKED)}
    if checked != {"Waited too long", "Spoiled the visit", "In a hurry"}:
        problems.append(f"failure: chosen are {sorted(checked)}")
    book.show("offers")
    for text in ("Left today $86.40 of $150", "Pays nothing, costs us $4.10"):
        if text not in names_on(application):
            problems.append(f"offers: {text!r} can't be read")
    book.show("sheet")
    names = names_on(application)
    if "All right" not in names or "Out of stock" in names:
        problems.append("sheet: it does not stand alone in the tree")


def check(programs):
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi
    Atspi.init()
    program = os.path.join(programs, "makegood-storybook")
    names = [line.split("\t")[0] for line in
             subprocess.run([program, "--list"], check=True, capture_output=True, text=True).stdout.splitlines()]
    book = Storybook(program)
    problems, controls = [], 0
    application = find_application(Atspi, book.process)
    for name in names:
        book.show(name)
        controls += check_screen(Atspi, book, application, name, problems)
    check_states(Atspi, book, application, problems)
    if book.end() != 0:
        problems.append("the storybook did not end cleanly")
    for problem in problems:
        print(problem)
    print(f"{len(names)} screens, {controls} controls pressed through the tree, {len(problems)} problems")
    return 1 if problems or not controls else 0


def main():
    programs = os.path.abspath(sys.argv[1])
    if os.environ.get("MAKEGOOD_INSIDE_BUS") == "1":
        sys.exit(check(programs))
    environment = dict(os.environ, MAKEGOOD_INSIDE_BUS="1", NO_AT_BRIDGE="0", GTK_MODULES="gail:atk-bridge")
    command = ["dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1280x800x24", sys.executable,
               os.path.abspath(__file__), programs]
    sys.exit(subprocess.run(command, env=environment, check=False).returncode)


if __name__ == "__main__":
    main()
