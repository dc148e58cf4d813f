#!/usr/bin/python3
"""The owner's rules as one document: checked whole, put into force, and never going back by any door."""
import random
import shutil
import sqlite3
import unittest

from world import MISSING, PROGRAMS, ShopTest, events, twin  # first: it says where the others are
from head_office import HeadOffice


def document(version, cards=2, store="Corner Market", more=""):
    return f'# Ours.\n[policy]\nversion = {version}  # rises\nstore = "{store}"\n\n[limits]\ncards = {cards}  # few\n{more}'


class PolicyTest(ShopTest):
    def setUp(self):
        super().setUp()
        self.own = self.shop.data / "policy/own.toml"

    def write(self, text, name="rules.toml"):
        file = self.room / name
        file.write_text(text, encoding="utf-8")
        return file

    def publish(self, version, **what):
        return self.shop.do("policy", "publish", self.write(document(version, **what)))

    def in_force(self, shop=None):
        return (shop or self.shop).do("policy", "show")["version"]

    def setting(self, key, shop=None):
        settings = (shop or self.shop).do("config", "explain")["settings"]
        return next(each for each in settings if each["key"] == key)

    def cards(self, shop=None):
        """As explained, and as shown at the counter."""
        found = self.setting("limits.cards", shop)
        return int(found["value"]), found["origin"]

    def edit(self, sql):
        with sqlite3.connect(self.shop.data / "register.db") as database:
            database.executescript(sql)
        database.close()


class Publishing(PolicyTest):
    def test_check_tells_every_mistake(self):
        file = self.write(document(1, cards=9, more="crads = 1\n[guards]\nleast_of_loss = 90\nmost_of_loss = 80\n"))
        for command in (["config", "check", file], ["policy", "check", file], ["policy", "publish", file]):
            answer = self.shop.run(*command)
            self.assertEqual(answer.code, 2)
            self.assertEqual(answer.err.splitlines(), [
                f"{file}, line 7: limits.cards = 9 can't be used; it must be a whole number from 1 to 3.",
                f'{file}, line 8: There is no setting "crads" in [limits]. Did you mean "cards"?',
                f"{file}, line 10: guards.least_of_loss is above guards.most_of_loss (line 11); exchange them."])
        self.assertEqual(self.shop.do("config", "check", self.write(document(3)))["version"], 3)
        self.assert_refused(self.shop.run("policy", "show"), 2, "policy publish")

    def test_published_rules_count_and_are_recorded(self):
        self.assertEqual(self.publish(3, cards=1)["version"], 3)
        self.assertEqual(self.cards(), (1, "policy version 3"))
        self.assertEqual(len([each for each in self.shop.do("report", "stock-out", MISSING)["offers"] if each["cost"]]), 1)
        self.assertEqual(self.own.read_text(encoding="utf-8"), document(3, cards=1))
        self.assertEqual(self.shop.run("policy", "show", "--text").out, document(3, cards=1))
        last = [each for each in events(self.shop) if each["event"] == "policy-published"][-1]
        self.assertEqual(last["body"]["version"], 3)
        self.assertEqual(last["body"]["digest"], self.shop.do("policy", "show")["digest"])
        self.assertEqual(last["by"], "console")

    def test_what_does_not_follow_is_refused(self):
        self.publish(3)
        for version, fragment in ((3, "Version 3 can't follow version 3"), (2, "Write version = 4 under [policy]")):
            self.assert_refused(self.shop.run("policy", "publish", self.write(document(version, cards=1))), 1, fragment)
        self.assert_refused(self.shop.run("policy", "publish", self.write(document(3))), 1, "in force already")
        self.assert_refused(self.shop.run("policy", "publish", self.write(document(9, store="Elsewhere"))), 1, 'for the store "Elsewhere"')
        self.assertEqual(self.in_force(), 3)

    def test_a_signature_that_does_not_fit_is_refused(self):
        self.publish(3)
        ours = (self.shop.data / "policy/own.toml.sig").read_text()
        file = self.write(document(4))
        beside = self.write("", "rules.toml.sig")
        dice = random.Random(4)
        for shown, fragment in (("", "form"), ("makegood", "form"), ("x" + ours[1:], "form"), (ours[:21] + "0" * 64 + ours[85:], "does not fit")):
            beside.write_text(shown)
            self.assert_refused(self.shop.run("policy", "publish", file), 1, fragment)
        for _ in range(20):
            place = dice.randrange(21, 85)  # of the key: nobody whom this register knows
            beside.write_text(ours[:place] + ("0" if ours[place] != "0" else "1") + ours[place + 1:])
            self.assert_refused(self.shop.run("policy", "publish", file), 1)
        self.assertEqual(self.in_force(), 3)

    def test_setting_keeps_the_comments(self):
        self.shop.do("policy", "set", "limits.cards", "1")
        first = self.own.read_text(encoding="utf-8")
        self.assertIn("# Your own rules.", first)
        self.assertEqual(self.shop.do("policy", "set", "money.usual_gift", "2.50")["version"], 2)
        self.assertEqual(self.own.read_text(encoding="utf-8"),
                         first.replace("version = 1", "version = 2") + '\n[money]\nusual_gift = "2.50"\n')
        self.assert_refused(self.shop.run("policy", "set", "limits.cards", "7"), 2, "from 1 to 3")
        self.assert_refused(self.shop.run("policy", "set", "limits.crads", "2"), 2, 'Did you mean "cards"?')
        self.assert_refused(self.shop.run("policy", "set", "policy.version", "9"), 2, "rises by itself")
        self.assertEqual(self.shop.do("policy", "unset", "limits.cards")["version"], 3)
        self.assertEqual(self.cards()[0], 3)
        self.assertEqual(self.shop.do("policy", "undo")["version"], 4)
        self.assertEqual(self.cards(), (1, "policy version 4"))
        self.assertEqual([each["version"] for each in self.shop.do("policy", "history")["versions"]], [4, 3, 2, 1])

    def test_what_if_shows_the_difference_and_saves_nothing(self):
        self.assert_refused(self.shop.run("policy", "what-if"), 1, "nothing to try rules on")
        offers = self.shop.do("report", "stock-out", MISSING)["offers"]
        self.shop.do("give", next(each["offer"] for each in offers if each["cost"]))
        before = len(events(self.shop))
        as_it_is = self.shop.do("policy", "what-if")
        self.assertEqual(as_it_is["as_it_was"], as_it_is["as_tried"])
        self.assertEqual(as_it_is["as_it_was"]["given"], 1)
        self.assertEqual((as_it_is["cases"], as_it_is["not_considered"]), ([], []))
        dry = self.shop.do("policy", "what-if", "--budget", "0", "--days", "7")
        self.assertEqual(dry["as_tried"]["cost"], 0)
        self.assertEqual((dry["cases"][0]["cost_would_be"], len(dry["cases"])), (0, 1))
        self.assertGreater(dry["cases"][0]["cost_was"], 0)
        words = self.shop.run("policy", "what-if", "--budget", "0").out
        for fragment in ("as tried", "Sent away", "The most telling cases:"):
            self.assertIn(fragment, words)
        by_file = self.shop.do("policy", "what-if", self.write(document(1, cards=1)), "--set", "limits.pace=false")
        self.assertEqual(by_file["as_tried"]["incidents"], 1)
        self.assert_refused(self.shop.run("policy", "what-if", "--set", "limits.cards=9"), 2, "from 1 to 3")
        self.assert_refused(self.shop.run("policy", "what-if", "--set", "limits.cards"), 2, "--set limits.cards=2")
        self.assert_refused(self.shop.run("policy", "what-if", "--days", "0"), 2, "Between 1 and 366")
        self.assertEqual(len(events(self.shop)), before)

    def test_pacing_is_a_rule_like_the_others(self):
        self.assertEqual(self.setting("limits.pace")["value"], "true")
        file = self.write(document(1, more="pace = 1\npase = false\n"))
        self.assertEqual(self.shop.run("policy", "check", file).err.splitlines(), [
            f"{file}, line 8: limits.pace = 1 can't be used; it must be true or false.",
            f'{file}, line 9: There is no setting "pase" in [limits]. Did you mean "pace"?'])
        self.publish(1)
        self.assertEqual(self.shop.do("policy", "set", "limits.pace", "false")["version"], 2)
        self.assertEqual(self.own.read_text(encoding="utf-8"), document(2, more="pace = false\n"))
        off = self.setting("limits.pace")
        self.assertEqual((off["value"], off["origin"]), ("false", "policy version 2"))
        self.assert_refused(self.shop.run("policy", "set", "limits.pace", "never"), 2, "true or false")
        self.assertEqual(self.shop.do("policy", "unset", "limits.pace")["version"], 3)
        self.assertEqual(self.own.read_text(encoding="utf-8"), document(3))
        self.assertEqual(self.setting("limits.pace")["value"], "true")


class NoWayBack(PolicyTest):
    def setUp(self):
        super().setUp()
        self.publish(1, cards=3)
        self.publish(2, cards=1)

    def test_an_older_file_is_put_right(self):
        self.own.write_text(document(1, cards=3), encoding="utf-8")
        answer = self.shop.run("config", "explain")
        self.assertIn("older version", answer.err)
        self.assertEqual(self.own.read_text(encoding="utf-8"), document(2, cards=1))
        self.assertEqual(self.cards(), (1, "policy version 2"))

    def test_a_changed_file_does_not_count(self):
        for text in (document(2, cards=3), document(9, cards=3), "[limits", ""):
            self.own.write_text(text, encoding="utf-8")
            answer = self.shop.run("report", "stock-out", MISSING)
            self.assertEqual(answer.code, 0)
            self.assertIn("does not count: the rules in force are version 2", answer.err)
            self.assertEqual(self.cards(), (1, "policy version 2"))
            self.assertEqual(self.own.read_text(encoding="utf-8"), text, "what somebody wrote is kept")
        self.own.unlink()
        self.assertEqual(self.shop.run("budget", "show").err, "")
        self.assertEqual(self.own.read_text(encoding="utf-8"), document(2, cards=1))

    def test_a_changed_file_is_published_by_will_only(self):
        self.own.write_text(document(3, cards=3), encoding="utf-8")
        refused = self.shop.run("policy", "set", "limits.cards", "2")
        self.assertEqual(refused.code, 1)
        self.assertIn("has changes that were not published", refused.err)
        self.assertEqual(self.shop.do("policy", "publish")["version"], 3)
        self.assertEqual(self.cards(), (3, "policy version 3"))

    def test_an_added_file_does_not_count(self):
        (self.shop.data / "policy/zz.toml").write_text("[limits]\ncards = 3\n")
        self.assertEqual(self.cards(), (1, "policy version 2"))

    def test_a_restored_folder_refuses_what_is_older(self):
        copy = twin(self.shop, self.room / "copy")
        self.assertEqual(self.in_force(copy), 2)
        for version in (1, 2):
            self.assert_refused(copy.run("policy", "publish", self.write(document(version, cards=3))), 1, "in force")
        self.publish(3, cards=2)
        for name in ("register.db", "register.db-wal"):  # the database alone, of before
            (self.shop.data / name).unlink(missing_ok=True)
        shutil.copy(self.room / "copy/register.db", self.shop.data)
        self.assert_refused(self.shop.run("policy", "show"), 3, "older or another copy")
        shutil.rmtree(self.shop.data)
        shutil.copytree(self.room / "copy", self.shop.data)

    def test_an_edited_table_does_not_count(self):
        for sql in ("UPDATE policies SET version = 1, digest = (SELECT digest FROM policies WHERE version = 1) WHERE version = 2",
                    "DELETE FROM policies WHERE version = 2", "DELETE FROM policies"):
            self.edit(sql)
            self.assert_refused(self.shop.run("policy", "show"), 3, "makegood journal rebuild")
            self.assertEqual(self.shop.run("policy", "publish", self.write(document(3))).code, 3)
            self.assertTrue(self.shop.do("journal", "rebuild")["ok"])
            self.assertEqual(self.cards(), (1, "policy version 2"))

    def test_edited_bytes_are_taken_from_the_file(self):
        self.edit("UPDATE policy_texts SET text = CAST(replace(text, 'cards = 1', 'cards = 3') AS BLOB)")
        self.assertEqual(self.cards(), (1, "policy version 2"))
        self.edit("UPDATE policy_texts SET text = CAST(replace(text, 'cards = 1', 'cards = 3') AS BLOB)")
        self.own.unlink()
        self.assert_refused(self.shop.run("budget", "show"), 3, "Put that file back from a backup")
        self.own.write_text(document(2, cards=1), encoding="utf-8")
        self.assertEqual(self.cards(), (1, "policy version 2"))


class GoingDown(PolicyTest):
    def setUp(self):
        super().setUp()
        self.office = HeadOffice(PROGRAMS, self.room / "office")
        self.addCleanup(lambda: self.office.stop())
        self.office.enrol(self.shop)
        self.shop.do("sync")

    def hand_down(self, version, **what):
        file = self.write(document(version, **what), "office.toml")
        return PROGRAMS.run("makegood-server", "--data", self.room / "office", "policy", "publish", file)

    def test_from_head_office_to_the_register(self):
        self.publish(5, cards=3)
        self.assertEqual(self.hand_down(1, cards=1).code, 0)
        self.shop.do("sync")
        shown = self.shop.do("policy", "show")
        self.assertEqual((shown["version"], shown["origin"]), (1, "head-office"))
        self.assertEqual(self.cards(), (1, "policy version 1"))
        self.assert_refused(self.shop.run("policy", "publish", self.write(document(9))), 1, "come from head office")
        self.assert_refused(self.shop.run("policy", "set", "limits.cards", "3"), 1, "come from head office")
        self.assertEqual(self.hand_down(2, cards=2).code, 0)
        self.shop.do("sync")
        self.assertEqual(self.cards(), (2, "policy version 2"))
        self.shop.do("sync")
        self.assertEqual(len(self.shop.do("policy", "history")["versions"]), 3)

    def test_what_head_office_refuses(self):
        self.hand_down(2)
        for given, code, fragment in ((document(2), 1, "can't follow version 2"), (document(1), 1, "Write version = 3"),
                                      (document(3, store="Elsewhere"), 2, 'a store "Elsewhere"'),
                                      (document(3, cards=9), 2, "line 7: limits.cards = 9"), ("", 2, "which version")):
            file = self.write(given, "office.toml")
            answer = PROGRAMS.run("makegood-server", "--data", self.room / "office", "policy", "publish", file)
            self.assertEqual(answer.code, code, answer.err)
            self.assertIn(fragment, answer.err)

    def test_waits_while_somebody_is_served(self):
        offers = self.shop.do("report", "stock-out", MISSING)["offers"]
        self.hand_down(1, cards=1)
        answer = self.shop.run("sync")
        self.assertEqual(answer.code, 0)
        self.assertIn("when the customer at the counter is served", answer.err)
        self.assertNotEqual(self.shop.run("policy", "show").code, 0)
        self.shop.do("give", offers[0]["offer"])
        self.shop.do("sync")
        self.assertEqual(self.in_force(), 1)

    def test_a_copy_on_a_stick_counts_by_its_signature(self):
        self.hand_down(2, cards=1)
        self.office.stop()
        with sqlite3.connect(self.office.database()) as database:
            text, signature = database.execute("SELECT text, signature FROM policy WHERE version = 2").fetchone()
        database.close()
        file, beside = self.room / "stick.toml", self.room / "stick.toml.sig"
        dice = random.Random(20261122)
        for _ in range(40):
            parts = [bytearray(text), bytearray(signature.encode())]
            part = parts[dice.randrange(2)]
            place = dice.randrange(len(part))
            edit = dice.randrange(3)
            if edit == 0:
                part[place] ^= 1 << dice.randrange(7)
            elif edit == 1:
                del part[place]
            else:
                part.insert(place, dice.randrange(256))
            file.write_bytes(parts[0])
            beside.write_bytes(parts[1])
            same = bytes(parts[0]) == text and bytes(parts[1]) == signature.encode()
            self.assertEqual(self.shop.run("policy", "publish", file).code, 0 if same else 1)
        file.write_bytes(text)
        beside.write_text(signature)
        published = self.shop.do("policy", "publish", file)
        self.assertEqual((published["version"], published["origin"]), (2, "head-office"))
        self.assertEqual(published["signed_by"], signature.split()[1])
        self.assertEqual(self.cards(), (1, "policy version 2"))


if __name__ == "__main__":
    unittest.main()
