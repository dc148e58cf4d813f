#!/usr/bin/python3
"""touch_check.py PROGRAMS: fingers and scanners on a real window, as the screen and the cable deliver them.

A fast second tap counts, a finger that slides away does not, a sheet covers what is under it, and whatever has the
focus, a scan arrives whole and in order.
"""
import os
import subprocess
import sys

from accessibility_check import Storybook

SCREEN_WIDTH, SCREEN_HEIGHT = 1280, 800
LEFT_TILE, RIGHT_TILE, BETWEEN = (300, 350), (950, 350), (640, 206)


def hands(*words):
    subprocess.run(["xdotool", *map(str, words)], check=True)


def tap(place, times=1):
    hands("mousemove", *place, "sleep", "0.05", *["click", 1] * times)


def check_fingers(book):
    book.show("home")
    tap(LEFT_TILE, times=4)
    for _ in range(4):
        book.expect("touched tile:stock-out")
    hands("mousemove", *LEFT_TILE, "mousedown", 1, "sleep", "0.1", "mousemove", *RIGHT_TILE, "sleep", "0.1", "mouseup", 1)
    tap(BETWEEN)
    tap(RIGHT_TILE)
    book.expect("touched tile:failure")
    book.show("sheet")
    tap(LEFT_TILE)
    book.show("home")
    tap(RIGHT_TILE)
    book.expect("touched tile:failure")


def expect_typed(book, text):
    for letter in text:
        book.expect(f"key {ord(letter)}")


def check_keys(book):
    book.show("given")
    hands("type", "--delay", "4", "9520000010027")
    hands("key", "Return")
    expect_typed(book, "9520000010027\n")
    hands("type", "--delay", "4", "VK7")
    hands("key", "BackSpace")
    expect_typed(book, "VK7\b")


def check_ring(book):
    """Without a finger: Tab goes from control to control, Return presses; the first scan hides the ring."""
    book.show("sheet-two-ways")
    hands("sleep", "0.2", "key", "Tab", "key", "Tab", "key", "Return")
    book.expect("touched sheet-other")
    hands("key", "Tab", "type", "--delay", "4", "4")
    hands("key", "Return")
    expect_typed(book, "4\n")


def check(programs):
    book = Storybook(os.path.join(programs, "makegood-storybook"))
    book.show("home")
    subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--name", "Makegood storybook"], check=True,
                   stdout=subprocess.DEVNULL, timeout=30)
    check_fingers(book)
    check_keys(book)
    check_ring(book)
    if book.end() != 0:
        raise AssertionError("the storybook did not end cleanly")
    print("fingers, keys and the ring do what they should")


def main():
    programs = os.path.abspath(sys.argv[1])
    if os.environ.get("MAKEGOOD_INSIDE_SCREEN") == "1":
        return check(programs)
    command = ["xvfb-run", "-a", "-s", f"-screen 0 {SCREEN_WIDTH}x{SCREEN_HEIGHT}x24", sys.executable,
               os.path.abspath(__file__), programs]
    environment = dict(os.environ, MAKEGOOD_INSIDE_SCREEN="1", NO_AT_BRIDGE="1", PYTHONDONTWRITEBYTECODE="1")
    sys.exit(subprocess.run(command, env=environment, check=False).returncode)


if __name__ == "__main__":
    main()
