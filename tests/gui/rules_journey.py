#!/usr/bin/python3
"""The owner's rules as they are drafted, tried out, saved and put back in the terminal's window.

What the screen says is compared with what the command line answers and with what is then given at the counter. Runs
itself on a virtual screen.
"""
import os
import re
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/gui"), str(ROOT / "packaging/driver"), str(ROOT / "tests/e2e")]
from counter_journey import BEST, CLERK, DIGITS, OUT_OF_STOCK, PIN, Counter  # noqa: E402
from world import MISSING  # noqa: E402

OWNER, MANAGE, UNCHANGED = "Manager", "Manage, or sign out: ", "No changes"
KEYS = dict(zip("0123456789.", [*DIGITS, "Point"]))


class Rules(Counter):
    def come_as_owner(self):
        self.hands.press(f"Sign out: {CLERK}", until="Stay")
        self.hands.press("Sign out", until=re.compile("^Touch your name"))
        self.hands.press(OWNER)
        self.hands.press_all(DIGITS[int(digit)] for digit in self.shop.opened["pin"])
        self.hands.press("Sign in", until=OUT_OF_STOCK)
        self.open_rules()

    def open_rules(self):
        self.hands.press(MANAGE + OWNER, until="Stay")
        self.hands.press("Rules", until=UNCHANGED)

    def enter(self, number, until):
        self.hands.press_all(KEYS[each] for each in number)
        self.hands.press("All right", until=until)

    def save(self, version):
        self.hands.press("Save", until="Put this into force?")
        self.hands.press("Save", until=re.compile(f"^Saved. Version {version} "))

    def version(self):
        versions = self.shop.do("policy", "history")["versions"]
        return versions[0]["version"] if versions else 0

    def test_a_limit_is_tried_on_what_happened_then_saved_and_holds(self):
        self.hands.scan(MISSING)
        self.hands.press(BEST, until="Next customer")
        self.hands.press("Next customer", until=OUT_OF_STOCK)
        self.come_as_owner()
        self.hands.press("Further limits", until="Add a limit")
        self.hands.press("Add a limit", until="Each clerk")
        self.hands.press("Each clerk", until="A day")
        self.hands.press("A day", until="All right")
        self.enter("0.50", until="1 change")
        self.hands.press("Undo: Each clerk · a day", until=UNCHANGED)
        self.hands.press("Redo: Each clerk · a day", until="1 change")
        self.hands.press("Try it out", until="Last week")
        self.hands.wait_for("Cost to us $0, was $4.10")
        self.hands.press("Back to the rules", until="1 change")
        before = self.version()
        self.save(before + 1)
        self.assertEqual(self.version(), before + 1)
        shown = self.shop.run("policy", "show", "--text").out
        self.assertIn('each = "clerk"', shown)
        self.assertIn('cost = "0.50"', shown)
        self.hands.press("Home", until=OUT_OF_STOCK)
        self.hands.scan(MISSING)
        self.hands.wait_for(re.compile("for each clerk"))
        self.assertFalse(self.hands.sees(BEST))

    def test_a_version_is_put_back(self):
        first = self.shop.do("policy", "set", "limits.cards", "2")["version"]
        self.shop.do("policy", "set", "limits.cards", "1")
        self.come_as_owner()
        self.hands.press("Versions", until=f"Version {first}")
        self.hands.press(f"Version {first}", until=f"Put version {first} back?")
        self.hands.press("Put back", until=f"Version {first + 2}")
        self.assertEqual(self.version(), first + 2)
        self.assertIn("cards = 2", self.shop.run("policy", "show", "--text").out)

    def test_a_wrong_number_says_the_way_out_and_is_not_saved(self):
        self.come_as_owner()
        before = self.version()
        self.hands.press("What is offered", until="Offers that cost")
        self.hands.press("Offers that cost", until="All right")
        self.enter("9", until="1 change")
        self.hands.wait_for("Offers that cost")
        self.hands.press("Save", until=re.compile("^First put right what is wrong: Offers that cost"))
        self.hands.press("Undo: Offers that cost", until=UNCHANGED)
        self.assertEqual(self.version(), before)


if __name__ == "__main__":
    if "MAKEGOOD_JOURNEY" not in os.environ:
        os.environ["MAKEGOOD_JOURNEY"] = "on its own screen"
        os.execv(str(ROOT / "packaging/with-screen"), ["with-screen", "/usr/bin/python3", "-B", *sys.argv])
    unittest.main(verbosity=2)
