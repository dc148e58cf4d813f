"""Starts, asks and ends our programs from a script: the demo and the tests of whole programs stand on this."""
import atexit
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

# Shops of scripts go with the script, and so does what lies outside of their folders.
if "XDG_STATE_HOME" not in os.environ:
    os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp(prefix="makegood-state-")
    atexit.register(shutil.rmtree, os.environ["XDG_STATE_HOME"], ignore_errors=True)

PATIENCE = 60  # seconds; the slowest machine that we care for starts a program in less


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str

    def json(self):
        return json.loads(self.out)


class Programs:
    """The folder with the built programs."""

    def __init__(self, folder):
        self.folder = Path(folder)

    def path(self, name):
        return str(self.folder / name)

    def run(self, name, *words, timeout=PATIENCE, env=None, cwd=None):
        done = subprocess.run(
            [self.path(name), *map(str, words)], capture_output=True, text=True, timeout=timeout, cwd=cwd,
            env={**os.environ, **(env or {})}, stdin=subprocess.DEVNULL)
        return Answer(done.returncode, done.stdout, done.stderr)


class Background:
    """A program that stays: started, known to be ready by a line it prints, ended."""

    def __init__(self, command, log, ready=None, env=None):
        self.command, self.log = [str(word) for word in command], Path(log)
        with open(self.log, "wb") as out:
            self.process = subprocess.Popen(self.command, stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
                                            env={**os.environ, **(env or {})})
        self.ready = self._wait_for(ready) if ready else None

    def _wait_for(self, pattern):
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            found = re.search(pattern, self.log.read_text(errors="replace"))
            if found:
                return found
            if self.process.poll() is not None:
                break
            time.sleep(0.01)
        self.stop()
        raise RuntimeError(f"{self.command[0]} did not get ready; it said:\n{self.log.read_text(errors='replace')}")

    def running(self):
        return self.process.poll() is None

    def kill(self):
        """As a power cut would end it."""
        self.process.send_signal(signal.SIGKILL)
        return self.process.wait()

    def stop(self):
        """Asks it to end, then makes it."""
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(10)
        except subprocess.TimeoutExpired:
            return self.kill()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


class Shop:
    """A data folder and the command line on it."""

    def __init__(self, programs, data, state=None):
        """`state`: where this machine keeps what lies outside of its folders, if it is another than this one."""
        self.programs, self.data, self.state = programs, Path(data), state

    def run(self, *words, **options):
        if self.state:
            options["env"] = {"MAKEGOOD_STATE": str(self.state)} | options.get("env", {})
        return self.programs.run("makegood", "--data", self.data, *words, **options)

    def do(self, *words, **options):
        """A command that must be done; answers what it printed as JSON."""
        answer = self.run(*words, "--json", **options)
        if answer.code != 0:
            raise RuntimeError(f"makegood {' '.join(map(str, words))} ended with {answer.code}: {answer.err.strip()}")
        return answer.json()


def simulated_printer(programs, pieces, log):
    """A printer on a loopback port; `.address` is what a shop's settings say about it."""
    Path(pieces).mkdir(parents=True, exist_ok=True)
    command = [programs.path("makegood-simulated-printer"), "--listen", "0", "--out", pieces]
    printer = Background(command, log, ready=r"listening on (tcp://\S+)")
    printer.address = printer.ready[1]
    return printer
