"""Somebody edits the database of a shop with a tool of his own, or sets its clock: told, refused, and put right by what
the sentence names."""
import sqlite3
import unittest

from world import MISSING, ShopTest


class Tampering(ShopTest):
    def give_a_voucher(self):
        offers = self.shop.do("report", "stock-out", MISSING)["offers"]
        voucher = next(offer for offer in offers if offer["kind"] == "same-price-substitute")
        return self.shop.do("give", voucher["offer"])

    def edit(self, sql):
        with sqlite3.connect(self.shop.data / "register.db") as database:
            database.executescript(sql)
        database.close()

    def test_edited_voucher(self):
        serial = self.give_a_voucher()["serial"]
        self.shop.do("voucher", "redeem", serial)
        self.edit("UPDATE vouchers SET state = 1")
        self.assert_refused(self.shop.run("voucher", "redeem", serial), 3, "makegood journal rebuild")
        self.assertTrue(self.shop.do("journal", "rebuild")["ok"])
        self.assert_refused(self.shop.run("voucher", "redeem", serial), 1, "redeemed already")

    def test_edited_budget(self):
        self.give_a_voucher()
        money = self.shop.do("budget", "show")
        self.edit("UPDATE spending SET spent_cost = 0, reserved_cost = 0")
        answer = self.shop.run("report", "stock-out", MISSING)
        self.assert_refused(answer, 3, "Somebody changed the tables")
        self.assertTrue(self.shop.do("journal", "rebuild")["ok"])
        self.assertEqual(self.shop.do("budget", "show"), money)

    def test_changed_period(self):
        self.give_a_voucher()
        out = self.shop.do("budget", "show")
        for period in ("week", "month", "day"):
            changed = self.shop.do("budget", "set", "--limit", "150", "--per", period)
            self.assertEqual(changed["reserved"] + changed["spent"], out["reserved"] + out["spent"])

    def test_clock_far_ahead(self):
        serial = self.give_a_voucher()["serial"]
        ahead = self.at("+400d", "voucher", "show", serial)
        self.assertIn("makegood clock confirm", ahead.stderr)
        self.assertIn('"issued"', ahead.stdout)
        self.at("+400d", "report", "stock-out", MISSING)
        self.assertIn('"issued"', self.at("+401d", "voucher", "show", serial).stdout)
        self.at("+401d", "clock", "confirm")
        self.assertIn('"expired"', self.at("+401d", "voucher", "show", serial).stdout)


if __name__ == "__main__":
    unittest.main()
