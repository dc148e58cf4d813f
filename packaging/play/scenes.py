"""The demo as a person at the counter plays it: one stock-out, one service failure, through the real window."""
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "driver"))
from makegood_driver import Driver  # noqa: E402

DIGITS = ["Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"]
MISSING = "9520000010010"  # coconut oil 400 ml; none left


class Album:
    """Numbered pictures of the screen, one a step."""

    def __init__(self, hands, folder, say):
        self.hands, self.folder, self.say, self.steps = hands, folder, say, []

    def keep(self, step):
        self.steps.append(step)
        name = f"screen-{len(self.steps):02d}-{re.sub(r'[^a-z]+', '-', step.lower())}.png"
        self.hands.screenshot(self.folder / name)
        self.say(step)


def sign_in(hands, album, clerk, pin):
    hands.wait_for(clerk)
    album.keep("who is here")
    hands.press(clerk)
    hands.press_all(DIGITS[int(digit)] for digit in pin)
    hands.press("Sign in", until="Out of stock")
    album.keep("home")


def stock_out(hands, album):
    """Scanned: one touch from here to paper."""
    hands.focus()
    hands.scan(MISSING)
    hands.wait_for("Give this: Virgin coconut oil 800 ml")
    album.keep("an article is missing")
    hands.press("Give this: Virgin coconut oil 800 ml", until="Next customer")
    hands.wait_for("This is what the printer got")
    album.keep("the larger one given free")
    hands.press("Next customer", until="Out of stock")


def service_failure(hands, album):
    hands.press("Something went wrong", until="Wrong price")
    album.keep("something went wrong")
    hands.press("Wrong price")
    hands.press("Spoiled the visit")
    hands.press("Happened before")
    album.keep("how bad it is")
    voucher = re.compile(r"^Give this: .*(from us|for the trouble|back|next visit)")
    hands.press("Make it good", until=voucher)
    album.keep("offers for a failure")
    hands.press(voucher, until="Next customer")
    hands.wait_for("This is what the printer got")
    album.keep("a voucher given")
    hands.press("Next customer", until="Out of stock")
    album.keep("home again")


def play_scenes(demo, folder, clerk, pin, say):
    """The steps that were played; raises when one did not happen."""
    hands = Driver(pid=demo.terminal.process.pid)
    album = Album(hands, folder, say)
    sign_in(hands, album, clerk, pin)
    stock_out(hands, album)
    service_failure(hands, album)
    return album.steps
