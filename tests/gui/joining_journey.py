#!/usr/bin/python3
"""A register joins its store's hub at the screen: by a scan or by hand, with a real hub that confirms, refuses or is asked twice.

The digits on the screen must be the hub's own, and what the screen says afterwards must be what the register does. Runs
itself on a virtual screen.
"""
import os
import re
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/gui"), str(ROOT / "packaging/driver"), str(ROOT / "tests/e2e")]
from counter_journey import CLERK, DIGITS, OUT_OF_STOCK, PIN, Counter  # noqa: E402
from enrolment_test import modules_of_blocks, read_code  # noqa: E402
from makegood_driver import Driver  # noqa: E402
from shared_store import Hub  # noqa: E402
from world import PROGRAMS, Background  # noqa: E402

OWNER, JOIN, MANAGE = "Manager", "Join the shop’s hub", "Manage, or sign out: "
SIX_DIGITS, ALONE = re.compile(r"^\d{3} \d{3}$"), re.compile("This is the only register")
JOINED, REFUSED = "This register belongs to the hub", "The hub did not let this register in"


class Joining(Counter):
    def setUp(self):
        super().setUp()
        self.hub = Hub(self.room / "hub", "60.00")
        self.addCleanup(lambda: self.hub.stop())
        self.shop.do("people", "add", "Bo", "--initials", "BO", "--pin", PIN, "--role", "manager")
        self.hands.press(f"Sign out: {CLERK}", until="Stay")
        self.hands.press("Sign out", until=re.compile("^Touch your name"))

    def come(self, name, pin):
        self.hands.press(name)
        self.hands.press_all(DIGITS[int(digit)] for digit in pin)
        self.hands.press("Sign in", until=OUT_OF_STOCK)
        self.hands.focus()
        self.hands.press(MANAGE + name, until="Stay")

    def owner_at_the_registers(self, until=JOIN):
        self.come(OWNER, self.shop.opened["pin"])
        self.hands.press("Registers", until=until)

    def to_the_form(self):
        self.owner_at_the_registers()
        self.hands.press(JOIN, until="One-time code")

    def code(self, *words):
        return self.hub.do("code", "--store", "Corner Market", "--register", "Register 1", *words)

    def scan_ticket(self):
        self.hands.scan(read_code(modules_of_blocks(self.code("--qr")), self.room))
        return self.hands.wait_for(SIX_DIGITS).name

    def start_again(self):
        self.terminal.kill()
        self.terminal = Background([PROGRAMS.path("makegood-terminal"), "--data", self.shop.data], self.room / "again.log")
        self.addCleanup(self.terminal.stop)
        self.hands = Driver(pid=self.terminal.process.pid)

    def test_a_scan_six_digits_a_crash_and_the_owners_word(self):
        self.to_the_form()
        digits = self.scan_ticket()
        self.assertIn(digits, self.hub.do("waiting"))
        self.start_again()
        self.owner_at_the_registers(until=SIX_DIGITS)
        self.assertEqual(self.hands.wait_for(SIX_DIGITS).name, digits)
        self.hub.do("confirm", digits)
        self.hands.wait_for(JOINED)
        self.hands.press("All right", until=f"Hub: {self.hub.address}")
        self.hands.wait_for(re.compile("^The hub was heard at"))
        self.hands.wait_for("Still to send: nothing")
        self.assertFalse(self.hands.sees(JOIN))
        self.assertEqual(self.shop.do("budget", "show")["limit"], 6000)

    def test_typed_by_hand_then_refused_then_asked_again(self):
        self.to_the_form()
        self.hands.type(f"http://{self.hub.address}")
        self.hands.press("Next")
        self.hands.type("00000-00000")
        self.hands.press("Join", until=re.compile("^The code is not known"))
        self.hands.press("All right", until="One-time code")
        for _ in range(10):
            self.hands.key("BackSpace")
        self.hands.type(self.code().strip().lower())
        self.hands.press("Join", until=SIX_DIGITS)
        self.hub.do("refuse", self.hands.wait_for(SIX_DIGITS).name)
        self.hands.wait_for(REFUSED)
        self.hands.press("All right", until=ALONE)
        self.hands.press(JOIN, until="One-time code")
        self.scan_ticket()
        self.hands.press("Give up", until=JOIN)
        self.hands.press(JOIN, until="One-time code")
        self.hub.do("confirm", self.scan_ticket())
        self.hands.wait_for(JOINED)

    def test_nobody_but_the_owner_joins_it(self):
        self.come("Bo", PIN)
        self.hands.press("Registers", until=JOIN)
        self.hands.press(JOIN, until=re.compile("^Only the owner may join"))
        self.assertFalse(self.hands.sees("One-time code"))


if __name__ == "__main__":
    if "MAKEGOOD_JOURNEY" not in os.environ:
        os.environ["MAKEGOOD_JOURNEY"] = "on its own screen"
        os.execv(str(ROOT / "packaging/with-screen"), ["with-screen", "/usr/bin/python3", "-B", *sys.argv])
    unittest.main(verbosity=2)
