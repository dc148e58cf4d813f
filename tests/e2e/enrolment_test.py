#!/usr/bin/python3
"""How a register comes to a store's hub: a code as picture or letters, six digits on both sides, the owner's word."""
import contextlib
import json
import re
import sqlite3
import subprocess
import unittest
import urllib.request

from world import MISSING, PROGRAMS, Shop, ShopTest, events  # first: it says where the others are
from shared_store import Hub

MODULE = 4  # dots


def read_code(dark, folder):
    """What a scanner reads of modules: a set of (x, y)."""
    width, height = (1 + max(place[axis] for place in dark) + 4 for axis in (0, 1))
    rows = [[0 if (x // MODULE, y // MODULE) in dark else 255 for x in range(width * MODULE)] for y in range(height * MODULE)]
    file = folder / "code.pgm"
    file.write_bytes(b"P5 %d %d 255\n" % (width * MODULE, height * MODULE) + bytes(dot for row in rows for dot in row))
    return subprocess.run(["zbarimg", "--raw", "-q", "-Sdisable", "-Sqrcode.enable", file], capture_output=True, text=True,
                          check=True).stdout.strip()


def modules_of_blocks(text):
    halves = {" ": (0, 0), "▀": (1, 0), "▄": (0, 1), "█": (1, 1)}
    dark, lines = set(), re.findall("\x1b\\[30;107m(.*?)\x1b\\[0m", text)
    for row, line in enumerate(lines):
        for x, block in enumerate(line):
            dark |= {(x, 2 * row + half) for half in (0, 1) if halves[block][half]}
    return dark


def modules_of_svg(page):
    path = re.search(r'<path fill="#000" d="([^"]*)"', page)[1]
    return {(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", path)}


class Enrolment(ShopTest):
    def setUp(self):
        super().setUp()
        self.hub = Hub(self.room / "hub", "60.00")
        self.addCleanup(lambda: self.hub.stop())

    def code(self, *words):
        return self.hub.do("code", "--store", "Corner Market", "--register", "Register 1", *words)

    def enrol(self, code=None):
        return self.shop.do("sync", "--enrol", f"http://{self.hub.address}", "--code", code or self.code().strip())

    def page(self):
        with urllib.request.urlopen(f"http://{self.hub.address}/", timeout=30) as answer:
            return answer.read().decode()

    def waiting(self):
        return json.loads(self.hub.do("waiting", "--json"))

    def refused_by_hub(self, *words):
        return PROGRAMS.run("makegood-server", "--data", self.hub.data, *words)

    def test_picture_and_letters_say_the_same_and_let_in_once(self):
        shown = self.code("--qr")
        code = shown.splitlines()[0]
        ticket = read_code(modules_of_blocks(shown), self.room)
        self.assertEqual(read_code(modules_of_svg(self.page()), self.room), ticket)
        self.assertIn("No register waits", self.hub.do("waiting"))
        self.assertRegex(ticket, rf"^MAKEGOOD:1:{code.replace('-', '')}:[0-9A-F]{{64}}:HTTP://{self.hub.address}$")
        self.assertIn(f"--enrol http://{self.hub.address} --code {code}", shown)
        scanned = self.shop.do("sync", "--enrol", ticket.lower())
        self.assertTrue(scanned["waits"])
        self.assertNotIn(code, self.page(), "a used code is not shown")
        self.assert_refused(self.shop.run("sync", "--enrol", ticket.replace(":HTTP", "0:HTTP")), 2, "scan it again")
        other = Shop(PROGRAMS, self.room / "other")
        other.do("init", "--store", "Corner Market", "--register", "Register 1", "--currency", "USD", "--budget", "1.00")
        self.assert_refused(other.run("sync", "--enrol", ticket), 1, "used already")

    def test_a_key_that_is_not_the_one_of_the_picture_is_not_trusted(self):
        ticket = read_code(modules_of_blocks(self.code("--qr")), self.room)
        parts = ticket.split(":")
        parts[3] = "A" * 64
        self.assert_refused(self.shop.run("sync", "--enrol", ":".join(parts)), 3, "is not the head office")
        self.assert_refused(self.shop.run("sync"), 1, "not enrolled")

    def test_both_sides_show_the_same_digits_and_only_the_owners_word_counts(self):
        shown = self.enrol()
        self.assertEqual([each["match"] for each in self.waiting()], [shown["match"]])
        self.assertEqual([each["match"] for each in self.hub.summary()["waiting"]], [shown["match"]])
        spaced = f"{shown['match'][:3]} {shown['match'][3:]}"
        self.assertIn(spaced, self.page())
        self.assert_refused(self.shop.run("sync"), 1, spaced)
        self.assertEqual(self.hub.summary()["stores"], [])
        # Until then it is as it was: with a budget of its own, and nothing has been sent.
        card = next(offer for offer in self.shop.do("report", "stock-out", MISSING)["offers"] if offer["cost"] > 0)
        self.shop.do("give", card["offer"], "--no-wait")
        wrong = "000000" if shown["match"] != "000000" else "111111"
        self.assertEqual(self.refused_by_hub("confirm", wrong).code, 1)
        self.assert_refused(self.shop.run("sync"), 1, spaced)
        self.assertIn("let in", self.hub.do("confirm", spaced))
        before = len(events(self.shop))
        report = self.shop.do("sync")
        self.assertEqual(report["waiting"], 0)
        self.assertEqual(self.hub.summary()["stores"][0]["recoveries"]["given"], 1, "what came before is sent too")
        self.assertGreater(report["sent"], before - 1)
        self.assertEqual(self.waiting(), [])
        self.assertEqual(self.shop.do("budget", "show")["limit"], 6000)

    def test_who_is_turned_away_goes_on_alone_and_may_ask_again(self):
        shown = self.enrol()
        self.assertIn("turned away", self.hub.do("refuse", shown["match"]))
        self.assert_refused(self.shop.run("sync"), 1, "not enrolled")
        self.assertEqual(self.shop.do("budget", "show")["available"], 15000)
        again = self.enrol()
        self.hub.do("confirm", again["match"])
        self.assertEqual(self.shop.do("sync")["waiting"], 0)

    def test_nobody_comes_in_time(self):
        shown = self.enrol()
        self.assertIn(shown["match"][3:], self.hub.do("waiting"))
        self.hub.kill()
        with contextlib.closing(sqlite3.connect(next(self.hub.data.glob("*.db")))) as database, database:
            self.assertEqual(database.execute("UPDATE device SET enrolled_at = enrolled_at - 600000000").rowcount, 1)
        self.hub.start()
        self.assertIn("No register waits", self.hub.do("waiting"))
        self.assertNotIn(shown["match"][3:], self.page())
        self.assertEqual(self.refused_by_hub("confirm", shown["match"]).code, 1)
        self.assert_refused(self.shop.run("sync"), 1, "more than 10 minutes")
        self.assert_refused(self.shop.run("sync"), 1, "is not enrolled at a head office")
        self.assertEqual(self.shop.do("budget", "show")["available"], 15000)
        self.hub.do("confirm", self.enrol()["match"])
        self.assertEqual(self.shop.do("sync")["waiting"], 0)

    def test_who_was_let_in_and_lost_it_needs_a_code_alone(self):
        first = self.enrol()
        self.hub.do("confirm", first["match"])
        again = self.enrol()
        self.assertFalse(again["waits"])
        self.assertEqual(again["match"], first["match"])
        self.assertEqual(self.shop.do("sync")["waiting"], 0)

    def test_waiting_outlives_both_programs(self):
        shown = self.enrol()
        self.hub.kill()
        self.assertIn(shown["match"][3:], self.hub.do("waiting"))
        self.hub.do("confirm", shown["match"])
        self.hub.start()
        self.assertEqual(self.shop.do("sync")["waiting"], 0)


if __name__ == "__main__":
    unittest.main()
