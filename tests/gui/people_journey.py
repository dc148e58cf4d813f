#!/usr/bin/python3
"""Those who work here, as the owner and a manager look after them in the terminal's window.

PINs are read where the screen shows them, and what the journal says afterwards must agree. Runs itself on a virtual screen.
"""
import json
import os
import re
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/gui"), str(ROOT / "packaging/driver"), str(ROOT / "tests/e2e")]
from counter_journey import CLERK, DIGITS, OUT_OF_STOCK, PIN, Counter  # noqa: E402
from world import events  # noqa: E402

OWNER, BEHIND, ADD = "Manager", "Manage, or sign out: ", "Add somebody"
SHOWN_PIN = re.compile(r"^\d{3} \d{3}$")


class People(Counter):
    def leave(self, name, way):
        self.hands.press(f"{way}{name}", until="Stay")
        self.hands.press("Sign out", until=re.compile("^Touch your name"))

    def come(self, name, pin, until=OUT_OF_STOCK):
        self.hands.press(name)
        self.hands.press_all(DIGITS[int(digit)] for digit in pin)
        self.hands.press("Sign in", until=until)

    def people_as(self, name, pin):
        self.leave(CLERK, "Sign out: ")
        self.come(name, pin)
        self.hands.press(BEHIND + name, until="Stay")
        self.hands.press("People", until=ADD)

    def read_pin(self):
        shown = self.hands.wait_for(SHOWN_PIN).name.replace(" ", "")
        self.hands.press("All right", until=ADD)
        self.assertFalse(self.hands.sees(SHOWN_PIN))
        return shown

    def changes(self):
        bodies = [line["body"] for line in events(self.shop) if line.get("event") == "person-changed"]
        return [f'{body["what"]} {body["role"]}' for body in bodies]

    def test_somebody_is_added_and_signs_in_with_the_pin_that_was_shown(self):
        self.people_as(OWNER, self.shop.opened["pin"])
        self.hands.press(ADD, until="Letter o")
        self.hands.press_all(["Letter o", "Letter t", "Letter t", "Letter o"])
        self.hands.press("Supervisor")
        self.hands.press("Add", until=SHOWN_PIN)
        pin = self.read_pin()
        self.hands.wait_for("Otto")
        self.assertEqual(self.changes()[-1], "added supervisor")
        journal = json.dumps(events(self.shop))
        self.assertNotIn("Otto", journal)
        self.assertNotIn(pin, journal)
        self.leave(OWNER, BEHIND)
        self.come("Otto", pin)
        self.hands.press("Sign out: Otto", until="Stay")
        self.assertFalse(self.hands.sees("People"))

    def test_a_new_pin_a_role_and_leaving(self):
        self.people_as(OWNER, self.shop.opened["pin"])
        self.hands.press(CLERK, until="Make a new PIN")
        self.hands.press("Make a new PIN", until=f"A new PIN for {CLERK}?")
        self.hands.press("Make a new PIN", until=SHOWN_PIN)
        pin = self.read_pin()
        self.hands.press(CLERK, until="Change the role")
        self.hands.press("Change the role", until="What may they do from now on?")
        self.hands.press("Supervisor", until=f"{CLERK} is now: supervisor.")
        self.leave(OWNER, BEHIND)
        self.come(CLERK, PIN, until=re.compile("That PIN is not right"))
        self.come(CLERK, pin)
        self.leave(CLERK, "Sign out: ")
        self.come(OWNER, self.shop.opened["pin"])
        self.hands.press(BEHIND + OWNER, until="Stay")
        self.hands.press("People", until=ADD)
        self.hands.press(CLERK, until="Take out")
        self.hands.press("Take out", until=f"Take out {CLERK}?")
        self.hands.press("Take out", until=f"{CLERK} can’t sign in any more.")
        self.hands.wait_until_gone(CLERK)
        self.assertEqual(self.changes()[-3:], ["pin-made clerk", "role-changed supervisor", "removed supervisor"])

    def test_a_manager_does_nothing_above_their_authority(self):
        self.shop.do("people", "add", "Bo", "--initials", "BO", "--pin", PIN, "--role", "manager")
        self.people_as("Bo", PIN)
        before = self.changes()
        for act in ("Make a new PIN", "Change the role", "Open the sign-in", "Take out"):
            with self.subTest(act=act):
                self.hands.press(OWNER, until=act)
                self.hands.press(act, until=re.compile("^Only the owner may"))
        self.hands.press(ADD, until="Letter o")
        self.hands.press("Owner", until=re.compile("^Only the owner may"))
        self.hands.press_all(["Letter a", "Letter l"])
        self.hands.press("Add", until=SHOWN_PIN)
        self.read_pin()
        self.assertEqual(self.changes(), [*before, "added clerk"])


if __name__ == "__main__":
    if "MAKEGOOD_JOURNEY" not in os.environ:
        os.environ["MAKEGOOD_JOURNEY"] = "on its own screen"
        os.execv(str(ROOT / "packaging/with-screen"), ["with-screen", "/usr/bin/python3", "-B", *sys.argv])
    unittest.main(verbosity=2)
