#!/usr/bin/python3
"""Who may do what, through the command line: every person acts with their own role, and somebody with more signs."""
import json
import subprocess
import unittest

from world import MISSING, PROGRAMS, ShopTest, events  # first: it says where the others are

OWN_POLICY = '[authority]\nclerk = "1.00"\nsupervisor = "5.00"\n'


class Authority(ShopTest):
    def setUp(self):
        super().setUp()
        (self.shop.data / "policy" / "own.toml").write_text(OWN_POLICY)
        self.pins = {name: self.shop.do("people", "add", name, "--role", role)["pin"]
                     for name, role in (("Ann", "clerk"), ("Sam", "supervisor"), ("Mel", "manager"))}

    def typed(self, text, *command):
        """A command that reads its secret from standard input."""
        done = subprocess.run([PROGRAMS.path("makegood"), "--data", self.shop.data, *command], input=text,
                              capture_output=True, text=True, timeout=60)
        return type("Answer", (), {"code": done.returncode, "out": done.stdout, "err": done.stderr})

    def card(self):
        offers = self.shop.do("report", "stock-out", MISSING)["offers"]
        return next(offer["offer"] for offer in offers if 100 < offer["cost"] <= 500)

    def give(self, card, name, pin, *more):
        return self.typed(pin + "\n", "give", card, "--as", "Ann", "--no-wait", "--approved-by", name, "--why", "Twice", *more)

    def test_above_the_tier_somebody_signs(self):
        card = self.card()
        self.assert_refused(self.shop.run("give", card, "--as", "Ann"), 1, "A supervisor can sign")
        self.assert_refused(self.shop.run("give", card, "--as", "Ann", "--json"), 1, "A supervisor can sign")
        self.assert_refused(self.give(card, "Sam", "000000"), 1, "4 tries are left")
        self.assert_refused(self.give(card, "Nobody", "000000"), 1, "4 tries are left")
        self.assert_refused(self.give(card, "Sam", ""), 2, "missing")
        self.assert_refused(self.give(card, "Ann", self.pins["Ann"]), 1, "Somebody else")
        self.assertEqual(self.give(card, "Sam", self.pins["Sam"]).code, 0)
        given = events(self.shop)[-1]
        people = {person["name"]: person["person"] for person in self.shop.do("people", "list")["people"]}
        self.assertEqual(given["by"], people["Ann"])
        self.assertEqual(given["body"]["approved_by"], people["Sam"])
        self.assertEqual(given["body"]["approved_why"], "Twice")

    def test_the_pin_may_stand_in_a_file(self):
        secret = self.room / "pin"
        secret.write_text(self.pins["Sam"] + "\n")
        self.assertEqual(self.give(self.card(), "Sam", "", "--pin-file", str(secret)).code, 0)
        self.assert_refused(self.give(self.card(), "Sam", "", "--pin-file", "/no/such/pin"), 2, "/no/such/pin")

    def test_every_door_is_as_wide_as_the_role(self):
        card = self.card()
        for command, who in ((["budget", "set", "--limit", "160"], ("Ann", "Sam")),
                             (["voucher", "void", "MG-29-0000000001"], ("Ann",)),
                             (["clock", "confirm"], ("Ann", "Sam")),
                             (["people", "add", "Eve"], ("Ann", "Sam")),
                             (["people", "add", "Eve", "--role", "supervisor"], ("Ann", "Sam", "Mel")),
                             (["people", "role", "Mel", "owner"], ("Ann", "Sam", "Mel")),
                             (["people", "pin", "Manager"], ("Ann", "Sam", "Mel")),
                             (["people", "unlock", "Sam"], ("Ann", "Mel")),
                             (["people", "remove", "Manager"], ("Ann", "Sam", "Mel"))):
            for name in who:
                with self.subTest(command=command, name=name):
                    self.assert_refused(self.shop.run(*command, "--as", name), 1, "owner may")
        self.assert_refused(self.shop.run("give", card, "--as", "Nobody"), 2, "Nobody")
        self.assertEqual(self.shop.run("budget", "set", "--limit", "160", "--as", "Mel").code, 0)

    def test_a_large_raise_takes_two(self):
        self.assert_refused(self.shop.run("budget", "set", "--limit", "500", "--as", "Mel"), 1, "two people")
        words = ["budget", "set", "--limit", "500", "--as", "Mel", "--approved-by", "Manager", "--why", "Christmas"]
        self.assert_refused(self.typed("000000\n", *words), 1, "not right")
        owner = self.shop.opened["pin"]
        self.assertEqual(self.typed(owner + "\n", *words).code, 0)
        self.assertEqual(events(self.shop)[-1]["body"]["approved_why"], "Christmas")

    def test_a_large_raise_in_small_steps_takes_two(self):
        for limit in ("200", "225"):
            self.assertEqual(self.shop.run("budget", "set", "--limit", limit, "--as", "Mel").code, 0)
        self.assert_refused(self.shop.run("budget", "set", "--limit", "225.01", "--as", "Mel"), 1, "two people")
        self.assert_refused(self.shop.run("budget", "set", "--limit", "6800", "--per", "month", "--as", "Mel"), 1, "two people")
        self.assertEqual(self.shop.run("budget", "set", "--limit", "6700", "--per", "month", "--as", "Mel").code, 0)

    def test_ten_wrong_pins_lock_until_somebody_opens(self):
        card = self.card()
        for _ in range(5):
            self.assert_refused(self.give(card, "Sam", "000000"), 1, "not right")
        self.assert_refused(self.give(card, "Sam", self.pins["Sam"]), 1, "Wait")
        self.assert_refused(self.give(card, "Sam", self.pins["Sam"]), 1, "Wait")  # also in another process
        self.assertIn("waits", [person["sign_in"] for person in self.shop.do("people", "list")["people"]])
        self.shop.do("people", "unlock", "Sam")
        self.assertEqual(self.give(card, "Sam", self.pins["Sam"]).code, 0)

    def test_kills_give_no_free_try(self):
        card = self.card()
        looks = 0
        for after in (0.02, 0.05, 0.08, 0.11, 0.15, 0.3):
            command = [PROGRAMS.path("makegood"), "--data", self.shop.data, "give", card, "--as", "Ann", "--approved-by",
                       "Sam", "--why", "x"]
            with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                  text=True) as process:
                try:
                    told = process.communicate("000000\n", timeout=after)[1]
                except subprocess.TimeoutExpired:
                    process.kill()
                    told = process.communicate()[1]
            looks += "not right" in told
        # Each that was answered was counted: so many fewer are left.
        left = self.give(card, "Sam", "000000").err
        self.assertTrue("Wait" in left or any(f"{free} tr" in left for free in range(0, 5 - looks)), left)

    def test_people_come_change_and_go(self):
        self.assert_refused(self.shop.run("people", "remove", "Manager"), 1, "only owner")
        self.assert_refused(self.shop.run("people", "role", "Manager", "clerk"), 1, "only owner")
        pin = self.shop.do("people", "pin", "Sam")["pin"]
        self.assertEqual(len(pin), 6)
        card = self.card()
        self.assert_refused(self.give(card, "Sam", self.pins["Sam"]), 1, "not right")
        self.assertEqual(self.typed("806135\n", "people", "pin", "Sam", "--choose").code, 0)
        self.assert_refused(self.typed("1990\n", "people", "pin", "Sam", "--choose"), 2, "everybody tries first")
        badge = self.shop.do("people", "badge", "Ann")["badge"]
        self.assertGreaterEqual(len(badge), 28)
        self.assert_refused(self.typed(badge + "\n", "people", "badge", "Sam", "--own"), 1, "somebody else")
        self.assert_refused(self.typed("4006381333931\n", "people", "badge", "Sam", "--own"), 2, "guessed")
        self.shop.do("people", "badge", "Ann", "--remove")
        self.assertEqual(self.typed(badge + "\n", "people", "badge", "Sam", "--own").code, 0)
        self.shop.do("people", "role", "Mel", "owner")
        self.shop.do("people", "remove", "Manager")
        self.shop.do("people", "remove", "Ann")
        self.assert_refused(self.shop.run("give", card, "--as", "Ann"), 2, "Ann")
        self.assertEqual([person["name"] for person in self.shop.do("people", "list")["people"]], ["Mel", "Sam"])
        journal = json.dumps(events(self.shop))
        for secret in ('"Ann"', '"Sam"', badge, pin):
            self.assertNotIn(secret, journal)
        changes = [line["body"]["what"] for line in events(self.shop) if line["event"] == "person-changed"]
        self.assertEqual(changes[-8:], ["pin-made", "pin-made", "badge-given", "badge-taken", "badge-given", "role-changed",
                                        "removed", "removed"])


if __name__ == "__main__":
    unittest.main()
