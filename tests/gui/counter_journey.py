#!/usr/bin/python3
"""The terminal's window as a clerk uses it, with a real shop behind it and a simulated printer beside it.

Controls are found by their accessible names, scans are typed as a keyboard scanner types them, and what the journal
says afterwards must agree with what the screen said. Runs itself on a virtual screen.
"""
import os
import re
import sys
import tempfile
import time
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "packaging/driver"), str(ROOT / "tests/e2e")]
from makegood_driver import Driver  # noqa: E402
from world import MISSING, PROGRAMS, Background, ShopTest, events, new_shop, simulated_printer  # noqa: E402

CLERK, PIN = "Mara", "8063"
DIGITS = ["Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"]
BEST = "Give this: Virgin coconut oil 800 ml"
ANY_OIL, NOTHING_FITS = re.compile("^Give this: .* oil"), "Nothing else on the shelf is known to fit what was said."
UNKNOWN = "9520000099998"
OUT_OF_STOCK, WENT_WRONG = "Out of stock", "Something went wrong"


class Counter(ShopTest):
    """A shop, its printer and its window, signed in."""

    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="makegood-gui-")
        self.addCleanup(holder.cleanup)
        self.room = Path(holder.name)
        self.printer = simulated_printer(PROGRAMS, self.room / "pieces", self.room / "printer.log")
        self.addCleanup(self.printer.stop)
        self.shop = new_shop(self.room, printer=self.printer.address)
        self.shop.do("people", "add", CLERK, "--initials", "MA", "--pin", PIN)
        self.terminal = Background([PROGRAMS.path("makegood-terminal"), "--data", self.shop.data], self.room / "terminal.log")
        self.addCleanup(self.terminal.stop)
        self.hands = Driver(pid=self.terminal.process.pid)
        self.sign_in(PIN)
        self.hands.wait_for(OUT_OF_STOCK)
        self.hands.focus()

    def sign_in(self, pin):
        self.hands.press(CLERK)
        self.hands.press_all(DIGITS[int(digit)] for digit in pin)
        self.hands.press("Sign in")

    def choose(self, name, chosen=True):
        """Chooses on a sheet, or takes it back. A touch right after the sheet appeared is not meant for it."""
        for _ in range(self.hands.patience):
            self.hands.press(name)
            end = time.monotonic() + 1
            while time.monotonic() < end:
                if self.hands.find(name).checked == chosen:
                    return
        self.fail(f"{name} can not be touched")

    def kinds(self):
        return [line.get("event") for line in events(self.shop)]  # the signed head is no event

    def count(self, kind):
        return self.kinds().count(kind)


class Journeys(Counter):
    def test_scan_to_paper_in_one_touch(self):
        self.hands.scan(MISSING)
        self.hands.press(BEST, until="Next customer")
        self.hands.wait_for("This is what the printer got")
        self.assertEqual(self.count("recovery-given"), 1)
        self.assertEqual(self.count("print-finished"), 1)
        self.hands.press("Next customer", until=OUT_OF_STOCK)

    def test_two_letters_to_paper_in_two_touches_more(self):
        self.hands.type("coc")
        self.hands.press("Coconut oil 400 ml", until=BEST)
        self.hands.press(BEST, until="Next customer")
        self.assertEqual(self.count("recovery-given"), 1)

    def test_letters_on_the_screen_find_the_same(self):
        self.hands.press(OUT_OF_STOCK, until="Letter c")
        self.hands.press_all(["Letter c", "Letter o", "Letter x", "Rub out", "Letter c"])
        self.hands.wait_for("Coconut oil 400 ml")

    def test_a_card_pressed_many_times_gives_once(self):
        self.hands.scan(MISSING)
        card = self.hands.wait_for(BEST)
        for _ in range(5):
            card.do()
        self.hands.wait_for("Next customer")
        self.assertEqual(self.count("recovery-given"), 1)

    def test_a_no_shows_another_card_and_takes_a_reason(self):
        self.hands.scan(MISSING)
        self.hands.wait_for(BEST)
        self.hands.press("Not this one: Virgin coconut oil 800 ml", until="Another brand")
        self.assertEqual(self.count("offers-renewed"), 1)
        self.hands.press("It must be …", until="Gluten-free")
        self.choose("Halal")
        self.hands.press("Go on", until="Change what it must be")
        self.hands.wait_until_gone(ANY_OIL)
        self.hands.wait_for(NOTHING_FITS)
        self.assertEqual(self.count("offers-renewed"), 2)
        self.hands.press("Change what it must be", until="Gluten-free")
        self.choose("Halal", False)
        self.hands.press("Go on", until=ANY_OIL)
        self.assertEqual(self.count("offers-renewed"), 3)
        self.assertFalse(self.hands.sees(BEST))  # that no still counts

    def test_what_is_not_sold_is_written_down(self):
        self.hands.type("xylophon")
        self.hands.press(re.compile("^Not sold here: write down “xylophon”"), until="Write down “xylophon”?")
        self.assertEqual(self.count("words-asked-for"), 0)
        self.hands.press("Write it down", until=re.compile("is written down"))
        self.assertEqual(self.count("words-asked-for"), 1)

    def test_undo_gives_the_money_back(self):
        before = self.shop.do("budget", "show")["available"]
        self.hands.scan(MISSING)
        self.hands.press(BEST, until="Next customer")
        self.assertLess(self.shop.do("budget", "show")["available"], before)
        self.hands.press("Undo", until=re.compile("^Undone"))  # a touch that comes too soon is not meant for it
        self.assertEqual(self.shop.do("budget", "show")["available"], before)

    def test_an_unknown_code_is_answered_and_the_next_scan_needs_no_touch(self):
        self.hands.scan(UNKNOWN)
        self.hands.wait_for(re.compile(UNKNOWN))
        self.hands.scan(MISSING)
        self.hands.wait_for(BEST)

    def test_a_failure_with_its_article(self):
        self.hands.press(WENT_WRONG, until="Wrong price")
        self.hands.press("Make it good")
        self.hands.wait_for("First touch what went wrong.")
        self.hands.press("Wrong price")
        self.hands.scan(MISSING)
        self.hands.wait_for(re.compile("Coconut oil 400 ml"))
        self.hands.press("Make it good", until=re.compile("^Give this"))
        self.assertEqual(self.count("incident-reported"), 1)

    def test_none_of_these_asks_why(self):
        self.hands.scan(MISSING)
        self.hands.press("None of these", until="Nothing fitted")
        self.hands.press("Nothing fitted", until="Recorded. Nothing was given.")
        self.assertEqual(self.count("incident-closed"), 1)

    def test_signing_out_hides_the_money_and_a_wrong_pin_is_explained(self):
        self.hands.press(f"Sign out: {CLERK}", until="Stay")
        self.hands.press("Sign out", until=CLERK)
        self.assertFalse(self.hands.sees(re.compile("^Left today")))
        self.sign_in("9999")
        self.hands.wait_for(re.compile("PIN"), role="status bar")
        self.assertFalse(self.hands.sees(OUT_OF_STOCK))

    def test_a_manager_sees_what_to_order(self):
        self.shop.do("people", "add", "Bo", "--initials", "BO", "--pin", PIN, "--role", "manager")
        self.shop.do("report", "stock-out", MISSING, "--quantity", 3)
        self.shop.do("report", "words", "oat milk")
        self.hands.press(f"Sign out: {CLERK}", until="Stay")
        self.hands.press("Sign out", until="Bo")
        self.hands.press("Bo")
        self.hands.press_all(DIGITS[int(digit)] for digit in PIN)
        self.hands.press("Sign in", until=OUT_OF_STOCK)
        self.hands.press("Manage, or sign out: Bo", until="Stay")
        self.hands.press("Causes", until=re.compile("^Coconut oil 400 ml, asked for once, 3 pieces · 1 left without"))
        self.hands.wait_for("oat milk, asked for once, not sold here")
        self.hands.press("Home", until=OUT_OF_STOCK)


if __name__ == "__main__":
    if "MAKEGOOD_JOURNEY" not in os.environ:
        os.environ["MAKEGOOD_JOURNEY"] = "on its own screen"
        os.execv(str(ROOT / "packaging/with-screen"), ["with-screen", "/usr/bin/python3", "-B", *sys.argv])
    unittest.main(verbosity=2)
