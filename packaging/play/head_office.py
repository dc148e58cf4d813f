"""Head office on this machine: started, asked, killed, started again at the same address."""
import json
import urllib.request
from pathlib import Path

from programs import Background


class HeadOffice:
    def __init__(self, programs, data):
        self.programs, self.data, self.address = programs, Path(data), "127.0.0.1:0"
        self.process = None
        self.data.mkdir(parents=True, exist_ok=True)
        self.start()

    def start(self):
        command = [self.programs.path("makegood-server"), "--role", "head-office", "--data", self.data, "--listen", self.address]
        log = self.data.parent / "head-office.log"
        self.process = Background(command, log, ready=r"listening on (?:http://)?(127\.0\.0\.1:\d+)")
        self.address = self.process.ready[1]

    def kill(self):
        self.process.kill()

    def stop(self):
        self.process.stop()

    @property
    def url(self):
        return f"http://{self.address}"

    def code(self, store, register):
        """A one-time code for a register to enrol with."""
        answer = self.programs.run("makegood-server", "--data", self.data, "code", "--store", store, "--register", register)
        if answer.code != 0:
            raise RuntimeError(f"head office gave no code: {answer.err.strip()}")
        return answer.out.split()[0]

    def enrol(self, shop, store="Corner Market", register="Register 1"):
        """As two people would: the register shows six digits, and whoever sees the same ones here lets it in."""
        shown = shop.do("sync", "--enrol", self.url, "--code", self.code(store, register))
        self.confirm(shown["match"])

    def confirm(self, digits):
        answer = self.programs.run("makegood-server", "--data", self.data, "confirm", digits)
        if answer.code != 0:
            raise RuntimeError(f"head office let nobody in: {answer.err.strip()}")

    def summary(self):
        with urllib.request.urlopen(f"{self.url}/v1/summary", timeout=30) as answer:
            return json.load(answer)

    def database(self):
        """The file that holds what was received."""
        return self.data / "head-office.db"
