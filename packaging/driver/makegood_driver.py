"""Drives a program's window as a person would: finds controls by their accessible names, presses them through the
accessibility tree, types scanner keys, looks at the screen.

    hands = Driver(pid=terminal.pid)
    hands.wait_for("Out of stock")
    hands.scan("9520000010010")
    hands.press("Give this", until="Next customer")
    hands.screenshot("given.png")

Needs an X screen with a window manager, a session bus and the accessibility bus (packaging/with-screen gives all of
them) and the Debian packages python3-gi, gir1.2-atspi-2.0, at-spi2-core, dbus, dbus-x11, xdotool, x11-apps and
imagemagick. Runs under /usr/bin/python3. Nothing here sleeps for a fixed time: it waits for what can be seen.
"""
import re
import subprocess
import time
from dataclasses import dataclass

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 20  # seconds, for a slow machine under load; a quick one waits for none of it
GLANCE = 0.02  # between two looks
PRESSABLE = {"push button", "toggle button", "check box", "radio button", "entry"}


class NotThere(AssertionError):
    """What should be on the screen is not; says what is there instead."""


@dataclass
class Seen:
    """One object of the tree as it was when it was looked at."""

    name: str
    role: str
    description: str
    node: object
    showing: bool

    def state(self, state):
        return _asked(lambda: self.node.get_state_set().contains(state), False)

    @property
    def checked(self):
        return self.state(Atspi.StateType.CHECKED) or self.state(Atspi.StateType.PRESSED)

    @property
    def box(self):
        """x, y, width and height on the screen, in pixels."""
        extents = self.node.get_extents(Atspi.CoordType.SCREEN)
        return extents.x, extents.y, extents.width, extents.height

    def do(self):
        return _asked(lambda: self.node.get_n_actions() > 0 and self.node.do_action(0), False)


def _asked(question, otherwise):
    """Objects vanish while they are asked; that is an answer too."""
    try:
        return question()
    except GLib.Error:
        return otherwise


def _fits(wanted, name):
    """A name is wanted as it stands, or as a compiled pattern found anywhere in it."""
    return bool(wanted.search(name)) if isinstance(wanted, re.Pattern) else wanted == name


def _until(look, patience, otherwise):
    """Looks until it sees something; `otherwise` makes the sentence when it never does."""
    end = time.monotonic() + patience
    while True:
        seen = look()
        if seen:
            return seen
        if time.monotonic() > end:
            raise NotThere(otherwise())
        time.sleep(GLANCE)


class Driver:
    """The hands and eyes on one program: the one with this process id, or the first whose name holds `name`."""

    def __init__(self, name="makegood-terminal", pid=None, patience=PATIENCE):
        self.patience = patience
        Atspi.init()
        Atspi.set_timeout(2000, 5000)
        self._program = _until(
            lambda: self._look_for_program(name, pid), patience,
            lambda: f"No program {pid or name} in the accessibility tree; there are: {', '.join(self._programs()) or 'none'}")
        self.pid = _asked(self._program.get_process_id, pid)

    @staticmethod
    def _children(node):
        count = _asked(node.get_child_count, 0)
        found = (_asked(lambda place=place: node.get_child_at_index(place), None) for place in range(count))
        return [child for child in found if child is not None]

    @staticmethod
    def _hear_news(node):
        """What is remembered of the tree may be from before something changed."""
        while GLib.MainContext.default().iteration(False):
            pass
        _asked(node.clear_cache, None)

    def _desktop(self):
        desktop = Atspi.get_desktop(0)
        self._hear_news(desktop)
        return self._children(desktop)

    def _programs(self):
        return [_asked(child.get_name, "?") for child in self._desktop()]

    def _look_for_program(self, name, pid):
        for child in self._desktop():
            if pid is not None and _asked(child.get_process_id, None) == pid:
                return child
            if pid is None and name in _asked(child.get_name, ""):
                return child
        return None

    def everything(self):
        """All that is showing now, in the order of reading."""
        self._hear_news(self._program)
        seen = []
        self._walk(self._program, seen)
        return [one for one in seen if one.showing]

    def _walk(self, node, seen):
        for child in self._children(node):
            one = _asked(lambda child=child: self._read(child), None)
            if one:
                seen.append(one)
                self._walk(child, seen)

    @staticmethod
    def _read(node):
        states = node.get_state_set()
        if states.contains(Atspi.StateType.DEFUNCT):
            return None
        return Seen(node.get_name() or "", node.get_role_name(), node.get_description() or "", node,
                    states.contains(Atspi.StateType.SHOWING))

    def texts(self):
        """The names of all that is showing."""
        return [one.name for one in self.everything() if one.name]

    def sees(self, name, role=None):
        """The first showing object of this name, or None. `name` is a string or a compiled pattern."""
        return next((one for one in self.everything()
                     if _fits(name, one.name) and role in (None, one.role)), None)

    def find(self, name, role=None, timeout=None):
        """The same, awaited. NotThere when it does not come."""
        return _until(lambda: self.sees(name, role), timeout or self.patience, lambda: self._missing(name, role))

    wait_for = find

    def wait_until_gone(self, name, timeout=None):
        _until(lambda: not self.sees(name), timeout or self.patience, lambda: f"{name!r} is still on the screen")

    def _missing(self, name, role):
        wanted = name.pattern if isinstance(name, re.Pattern) else name
        kind = f" ({role})" if role else ""
        return f"{wanted!r}{kind} is not on the screen; there is: {' | '.join(self.texts()) or 'nothing'}"

    def press(self, name, role=None, until=None, timeout=None):
        """Presses a control. With `until`, a name that must appear: presses again each second until it does, for as
        long as the control is there. Answers what appeared, or the control."""
        patience = timeout or self.patience
        control = _until(lambda: self._press_once(name, role), patience, lambda: self._missing(name, role))
        if until is None:
            return control
        end = time.monotonic() + patience
        while True:
            try:
                return self.find(until, timeout=min(1.0, patience))
            except NotThere:
                if time.monotonic() > end:
                    raise
            self._press_once(name, role)

    def _press_once(self, name, role):
        for one in self.everything():
            wanted = _fits(name, one.name) and (one.role == role if role else one.role in PRESSABLE)
            if wanted and one.do():
                return one
        return None

    def press_all(self, names):
        """Presses one after the other: the digits of a PIN, the letters of a word."""
        for name in names:
            self.press(name)

    def focus(self):
        """Gives the window the keyboard."""
        _until(self._focus_once, self.patience, lambda: f"Process {self.pid} shows no window that can be focused")

    def _focus_once(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.pid)], capture_output=True, text=True)
        windows = found.stdout.split()
        return any(subprocess.run(["xdotool", "windowfocus", "--sync", window], capture_output=True, timeout=10).returncode == 0
                   for window in reversed(windows))

    def scan(self, code):
        """Types a code as a keyboard scanner does: fast, ended by Enter."""
        self._keys("type", "--delay", "2", "--args", "1", code, "key", "--delay", "0", "Return")

    def type(self, text):
        """Types as a person does, slower than any scanner."""
        self._keys("type", "--delay", "120", "--args", "1", text)

    def key(self, name):
        """One key by its X name: Return, BackSpace, Escape."""
        self._keys("key", name)

    @staticmethod
    def _keys(*words):
        subprocess.run(["xdotool", *words], check=True, timeout=60, stdin=subprocess.DEVNULL)

    @staticmethod
    def _picture():
        return subprocess.run(["xwd", "-root", "-silent"], check=True, timeout=30, stdout=subprocess.PIPE).stdout

    def screenshot(self, path):
        """The whole screen as PNG, once two looks in a row show the same: nothing is caught half drawn."""
        pictures = [self._picture()]

        def still():
            pictures.append(self._picture())
            return pictures[-1] == pictures[-2]

        _until(still, 5, lambda: "The screen does not come to rest")
        subprocess.run(["convert", "xwd:-", f"png:{path}"], input=pictures[-1], check=True, timeout=60)
