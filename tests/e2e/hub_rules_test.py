#!/usr/bin/python3
"""Head office's rules go down through a store's hub: as they were signed, never older, and from that head office alone."""
import re
import sqlite3
import unittest
from contextlib import closing

from world import PROGRAMS, ShopTest  # first: it says where the others are
from head_office import HeadOffice
from policy_test import document
from shared_store import Hub


class HubRules(ShopTest):
    def setUp(self):
        super().setUp()
        self.office = HeadOffice(PROGRAMS, self.room / "office")
        self.addCleanup(lambda: self.office.stop())
        self.hub = Hub(self.room / "hub", "60.00")
        self.addCleanup(lambda: self.hub.stop())
        code = self.hub.do("code", "--store", "Corner Market", "--register", "Register 1").strip()
        shown = self.shop.do("sync", "--enrol", f"http://{self.hub.address}", "--code", code)
        self.hub.do("confirm", shown["match"])
        self.shop.do("sync")

    def join(self, office):
        said = self.hub.do("join", office.url, "--code", office.code("Corner Market", "Hub"), "--store", "Corner Market")
        return re.search(r"(\d{3} \d{3})", said)[1]

    def hand_down(self, office, version, **what):
        file = self.room / "office.toml"
        file.write_text(document(version, **what), encoding="utf-8")
        answer = PROGRAMS.run("makegood-server", "--data", office.data, "policy", "publish", file, "--currency", "USD")
        self.assertEqual(answer.code, 0, answer.err)

    def fetch(self):
        return PROGRAMS.run("makegood-server", "--data", self.hub.data, "policy", "fetch")

    def cards(self):
        settings = self.shop.do("config", "explain")["settings"]
        found = next(each for each in settings if each["key"] == "limits.cards")
        return int(found["value"]), found["origin"]

    def test_rules_come_down_as_head_office_signed_them(self):
        self.assertEqual(self.fetch().code, 1)
        digits = self.join(self.office)
        self.assertIn("six digits", self.fetch().err)
        self.office.confirm(digits)
        self.assertIn("no newer rules", self.fetch().out)
        self.hand_down(self.office, 4, cards=1)
        self.assertIn("Version 4", self.fetch().out)
        self.shop.do("sync")
        self.assertEqual(self.cards(), (1, "policy version 4"))
        self.office.stop()
        with closing(sqlite3.connect(self.office.database())) as database:
            signature = database.execute("SELECT signature FROM policy WHERE version = 4").fetchone()[0]
        self.office.start()
        self.assertEqual(self.shop.do("policy", "show")["signed_by"], signature.split()[1])
        # The hub can't hand down what is older, and asks for nothing twice.
        self.assertIn("no newer rules", self.fetch().out)
        self.hand_down(self.office, 5, cards=2)
        self.hub.kill()
        self.shop.run("sync")
        self.assertEqual(self.cards(), (1, "policy version 4"))
        self.hub.start()
        self.fetch()  # which it does by itself as well
        self.shop.do("sync")
        self.assertEqual(self.cards(), (2, "policy version 5"))

    def test_another_head_office_does_not_take_its_place(self):
        self.office.confirm(self.join(self.office))
        self.hand_down(self.office, 1, cards=1)
        self.fetch()
        self.shop.do("sync")
        other = HeadOffice(PROGRAMS, self.room / "other-office")
        self.addCleanup(lambda: other.stop())
        other.confirm(self.join(other))
        self.hand_down(other, 7, cards=2)
        self.fetch()
        self.assertIn("another head office", self.shop.run("sync").err)
        self.assertEqual(self.cards(), (1, "policy version 1"))


if __name__ == "__main__":
    unittest.main()
