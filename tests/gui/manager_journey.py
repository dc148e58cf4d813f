#!/usr/bin/python3
"""Today's money, the registers and what waits for a signature, as a manager and a clerk use them in the terminal's window.

What the screen shows must be what the command line answers, and what the journal says. Runs itself on a virtual screen.
"""
import os
import re
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/gui"), str(ROOT / "packaging/driver"), str(ROOT / "tests/e2e")]
from counter_journey import BEST, CLERK, DIGITS, OUT_OF_STOCK, PIN, Counter  # noqa: E402
from makegood_driver import Driver  # noqa: E402
from world import MISSING, PROGRAMS, Background, events  # noqa: E402

MANAGER, MANAGE, WAIT = "Bo", "Manage, or sign out: ", "Let it wait for them"


class Manager(Counter):
    def setUp(self):
        super().setUp()
        self.shop.do("people", "add", MANAGER, "--initials", "BO", "--pin", PIN, "--role", "manager")

    def come(self, name, leaving):
        self.hands.press(leaving, until="Stay")
        self.hands.press("Sign out", until=re.compile("^Touch your name"))
        self.hands.press(name)
        self.hands.press_all(DIGITS[int(digit)] for digit in PIN)
        self.hands.press("Sign in", until=OUT_OF_STOCK)

    def test_what_was_given_is_in_the_picture_of_the_day(self):
        self.hands.scan(MISSING)
        self.hands.press(BEST, until="Next customer")
        self.hands.press("Next customer", until=OUT_OF_STOCK)
        glance = self.shop.do("budget", "glance")
        self.assertEqual(glance["recoveries"], 1)
        self.assertEqual(sum(each["cost"] for each in glance["gestures"]), glance["spent"] + glance["reserved"])
        self.come(MANAGER, f"Sign out: {CLERK}")
        self.hands.press(MANAGE + MANAGER, until="Stay")
        self.hands.press("Today’s money", until="Clerks")
        self.hands.press("Clerks", until=re.compile(f"^{CLERK}, 1 case, 1 made good, too few to compare"))
        self.hands.press("Latest", until=re.compile(f"^Virgin coconut oil 800 ml, .*{CLERK}"))
        self.hands.press("Registers", until=re.compile("^This is the only register"))
        self.hands.press("Home", until=OUT_OF_STOCK)

    def test_a_managers_window_begins_with_the_money(self):
        self.terminal.stop()
        self.terminal = Background([PROGRAMS.path("makegood-terminal"), "--data", self.shop.data, "--mode", "manager"],
                                   self.room / "manager.log")
        self.addCleanup(self.terminal.stop)
        self.hands = Driver(pid=self.terminal.process.pid)
        self.hands.press(MANAGER)
        self.hands.press_all(DIGITS[int(digit)] for digit in PIN)
        self.hands.press("Sign in", until="Nothing was given today.")
        self.hands.press("Home", until=OUT_OF_STOCK)

    def test_what_is_above_a_clerk_waits_and_is_signed_for(self):
        self.shop.do("policy", "set", "authority.clerk", "1.00")
        self.hands.scan(MISSING)
        self.hands.press(BEST, until=WAIT)
        self.hands.press(WAIT, until=OUT_OF_STOCK)
        self.assertEqual(len(self.shop.do("approvals", "list")["waiting"]), 1)
        self.come(MANAGER, f"Sign out: {CLERK}")
        self.hands.press(MANAGE + MANAGER, until="Stay")
        self.hands.press("Today’s money", until="Waiting: 1")
        self.hands.press("Waiting: 1", until=re.compile("^Virgin coconut oil"))
        self.hands.press(re.compile("^Virgin coconut oil"), until="Say no")
        self.hands.press("Sign", until="It happened again")
        self.hands.press(MANAGER)
        self.choose("It happened again")
        self.hands.press_all(DIGITS[int(digit)] for digit in PIN)
        self.hands.press("Sign", until="Nothing waits for a signature.")
        given = [line for line in events(self.shop) if line.get("event") == "recovery-given"]
        self.assertEqual(len(given), 1)
        self.assertEqual(given[0]["body"]["approved_why"], "again")


if __name__ == "__main__":
    if "MAKEGOOD_JOURNEY" not in os.environ:
        os.environ["MAKEGOOD_JOURNEY"] = "on its own screen"
        os.execv(str(ROOT / "packaging/with-screen"), ["with-screen", "/usr/bin/python3", "-B", *sys.argv])
    unittest.main(verbosity=2)
