#!/usr/bin/python3
"""kills_test.py [KILLS [SEED]]: kill -9 of terminal, command line and head office while a script gives and sends.

Afterwards: no money lost or overspent, no serial twice, head office has every event exactly once, the state is what
the journal says. Runs inside packaging/with-screen; prints its seed.
"""
import json
import os
import random
import sys
import tempfile
import time
import unittest
from collections import Counter
from pathlib import Path

from auditor import faults, received_at
from script import Script
from world import MISSING_NUMBER, PROGRAMS, Background, events, new_shop, simulated_printer
from head_office import HeadOffice
from pieces import codes_in

KILLS = 300
LIMIT = "60.00"  # small enough to be used up again and again


class Machines:
    """What can be killed, and comes back."""

    def __init__(self, room, chance):
        self.room, self.random = room, chance
        self.printer = simulated_printer(PROGRAMS, room / "pieces", room / "printer.log")
        self.shop = new_shop(room, LIMIT, printer=self.printer.address)
        self.office = HeadOffice(PROGRAMS, room / "head-office")
        self.office.enrol(self.shop)
        self.terminal = None
        self.killed = {"terminal": 0, "makegood": 0, "makegood-server": 0}

    def open_terminal(self):
        command = [PROGRAMS.path("makegood-terminal"), "--data", self.shop.data]
        self.terminal = Background(command, self.room / "terminal.log")

    def kill_one(self, script):
        victim = self.random.choice([*self.killed, "terminal"])  # which first has to be opened
        if victim == "makegood" and script.kill_current():
            self.killed[victim] += 1
        if victim == "makegood-server":
            self.office.kill()
            self.killed[victim] += 1
            self.office.start()
        if victim == "terminal":
            if self.terminal and self.terminal.running():
                self.terminal.kill()
                self.killed[victim] += 1
            self.terminal = None
            if self.random.random() < 0.7:
                self.open_terminal()

    def all_killed(self):
        return sum(self.killed.values())

    def stop(self):
        """Ends whatever still runs; the room may be left in any state."""
        for program in (self.terminal, self.office.process, self.printer):
            if program and program.running():
                program.stop()

    def settle(self):
        """Peace again: nobody owns the folder, head office is up and has everything."""
        if self.terminal:
            self.terminal.stop()
        until = time.monotonic() + 120
        while time.monotonic() < until:
            answer = self.shop.run("sync", "--once", "--json")
            if answer.code == 0 and json.loads(answer.out)["waiting"] == 0:
                return
            time.sleep(0.1)
        raise AssertionError(f"head office never got everything: {answer.err}")


class Kills(unittest.TestCase):
    kills, seed = KILLS, None

    def test_kills(self):
        seed = self.seed if self.seed is not None else int.from_bytes(os.urandom(4), "big")
        print(f"seed {seed}, {self.kills} kills", flush=True)
        chance = random.Random(seed)
        with tempfile.TemporaryDirectory(prefix="makegood-kills-") as folder:
            machines = Machines(Path(folder), chance)
            script = Script(machines.shop, [MISSING_NUMBER, "100108", "100110", "100126"], seed)
            try:
                self.storm(machines, script, chance)
                machines.settle()
                self.audit(machines, script)
            finally:
                script.ending.set()
                machines.stop()

    def storm(self, machines, script, chance):
        script.start()
        said = 0
        while machines.all_killed() < self.kills and script.is_alive():
            self.let_work(script, script.calls + chance.randrange(5))
            time.sleep(chance.uniform(0.0, 0.05))
            machines.kill_one(script)
            if machines.all_killed() >= said + 50:
                said = machines.all_killed()
                print(f"{said} killed, {script.calls} commands, {len(script.given)} given", flush=True)
        script.ending.set()
        script.join(120)
        self.assertFalse(script.is_alive(), "a command never ended")
        self.assertEqual(script.faults, [])

    @staticmethod
    def let_work(script, calls):
        """Until so many commands were carried out, or three seconds."""
        until = time.monotonic() + 3
        while script.calls < calls and time.monotonic() < until:
            time.sleep(0.002)

    def audit(self, machines, script):
        shop = machines.shop
        self.assertTrue(shop.do("journal", "verify")["ok"])
        self.assertTrue(shop.do("journal", "rebuild", "--check")["ok"])
        journal = events(shop)
        found, money = faults(journal)
        self.assertEqual(found, [])
        shown = shop.do("budget", "show")
        self.assertEqual(shown["spent"] + shown["reserved"], money.out[shown["period"]])
        given = {event["body"]["offer"]["id"]: event["body"]["id"] for event in journal if event["event"] == "recovery-given"}
        for offer, recovery in script.given.items():
            self.assertEqual(given.get(offer), recovery, f"the answer to {offer} was not kept")
        undone = {event["body"]["id"] for event in journal if event["event"] == "recovery-undone"}
        self.assertLessEqual(set(script.undone), undone)
        self.audit_head_office(machines)
        self.audit_paper(machines)
        print(f"{machines.killed}: {len(journal)} events, {len(given)} recoveries, {script.calls} commands", flush=True)
        self.assertGreater(len(given), 20)

    def audit_head_office(self, machines):
        # Goods count as spent when the minute for undoing is over: a command may record that by being run.
        for _ in range(5):
            machines.settle()
            journal = events(machines.shop)
            machines.office.stop()
            received, aside = received_at(machines.office.database())
            if len(received) == len(journal):
                break
            machines.office.start()
        self.assertEqual(aside, [])
        self.assertEqual([event for _, event in received], journal)

    def audit_paper(self, machines):
        """No number that a register takes came out of the printer twice."""
        pictures = sorted((machines.room / "pieces").glob("piece-*.png"))
        numbers = Counter(code for picture in pictures for kind, code in codes_in(picture).items() if kind == "EAN-13")
        print(f"{len(pictures)} pieces, {len(numbers)} vouchers among them", flush=True)
        self.assertEqual([number for number, times in numbers.items() if times > 1], [])


if __name__ == "__main__":
    if len(sys.argv) > 2:
        Kills.seed = int(sys.argv[2])
    if len(sys.argv) > 1:
        Kills.kills = int(sys.argv[1])
    unittest.main(argv=sys.argv[:1])
