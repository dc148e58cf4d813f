"""A store with a hub and several registers as processes on this machine, and what its books say."""
import json
import os
import sqlite3
import urllib.request
from pathlib import Path

from world import CATALOGUE, PROGRAMS, Background, Shop, events


class Hub:
    def __init__(self, folder, limit, per="month"):
        self.data, self.address, self.process = Path(folder), "127.0.0.1:0", None
        self.data.mkdir(parents=True, exist_ok=True)
        self.set_limit(limit, per)
        self.start()

    def start(self):
        command = [PROGRAMS.path("makegood-server"), "--role", "store", "--data", self.data, "--listen", self.address]
        self.process = Background(command, self.data.parent / "hub.log", ready=r"listening on http://(127\.0\.0\.1:\d+)")
        self.address = self.process.ready[1]

    def kill(self):
        self.process.kill()

    def stop(self):
        self.process.stop()

    def do(self, *words):
        answer = PROGRAMS.run("makegood-server", "--data", self.data, *words)
        if answer.code != 0:
            raise RuntimeError(f"makegood-server {' '.join(map(str, words))}: {answer.err.strip()}")
        return answer.out

    def set_limit(self, limit, per="month"):
        return json.loads(self.do("budget", "set", "--limit", limit, "--per", per, "--currency", "USD",
                                  "--time-zone", "UTC", "--json"))

    def publish(self, text):
        """The owner's rules, which the registers get from here."""
        file = self.data.parent / "rules.toml"
        file.write_text(text, encoding="utf-8")
        self.do("policy", "publish", file, "--currency", "USD")

    def summary(self):
        with urllib.request.urlopen(f"http://{self.address}/v1/summary", timeout=30) as answer:
            return json.load(answer)

    def money(self):
        return json.loads(self.do("budget", "show", "--currency", "USD", "--json"))


class Register(Shop):
    """One of the store's registers. `line`: the address over which it reaches the hub."""

    def __init__(self, room, number, hub, line=None):
        super().__init__(PROGRAMS, Path(room) / f"register-{number}")
        self.number, self.name, self.hub = number, f"Register {number}", hub
        self.do("init", "--store", "Corner Market", "--register", self.name, "--currency", "USD", "--budget", "1.00" if hub else "20.00",
                "--printer", f"file:{room}/paper-{number}/", "--time-zone", "UTC")
        self.do("import", "catalogue", CATALOGUE)
        if hub:
            self.enrol(hub, line)

    def enrol(self, hub, line=None):
        self.hub = hub
        code = hub.do("code", "--store", "Corner Market", "--register", self.name).strip()
        hub.do("confirm", *self.do("sync", "--enrol", f"http://{line or hub.address}", "--code", code)["match"].split())
        self.do("sync")  # hears that it was let in

    def given(self, kind=None):
        """What customers have of it, by its journal: cost of all (of that kind) that was given and not undone."""
        costs = {}
        for event in events(self):
            if event["event"] == "recovery-given" and kind in (None, event["body"]["offer"]["kind"]):
                costs[event["body"]["id"]] = event["body"]["offer"]["cost"]
            if event["event"] == "recovery-undone":
                costs.pop(event["body"]["id"], None)
        return sum(costs.values())

    def rights(self, key="store"):
        """Its pots of that key as its tables have them: {period: columns}."""
        uri = f"file:{self.data}/register.db?immutable=1"  # whoever was here last closed it, and left nothing in its log
        with sqlite3.connect(uri, uri=True) as database:
            database.row_factory = sqlite3.Row
            pots = {row["period"]: dict(row) for row in database.execute("SELECT * FROM rights WHERE key = ?", (key,))}
            # The rows count what was given up to a place; what came after stands with it (rights_state.hpp).
            late = database.execute("SELECT taken FROM recoveries WHERE place > (SELECT counted FROM rights_book)")
            for charge in (line for row in late if row["taken"] for line in row["taken"].splitlines()[1:]):
                cost, worth, period, charged = charge.split(" ", 3)
                if charged == key:
                    pots[period]["used_cost"] += int(cost)
                    pots[period]["used_worth"] += int(worth)
            return pots


