#!/usr/bin/python3
"""A folder that was put back from an older copy shows itself at its next start, and one that was not never does."""
import os
import random
import shutil
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from world import MISSING, PROGRAMS, ShopTest, events  # first: it says where the others are
from shared_store import Hub


class PutBack(ShopTest):
    def setUp(self):
        super().setUp()
        self.older = self.room / "older"

    def give_one(self, *customer):
        reported = self.shop.do("report", "stock-out", MISSING, *customer)
        cards = [offer for offer in reported["offers"] if offer["cost"] > 0]
        return self.shop.do("give", cards[0]["offer"], "--no-wait")["cost"] if cards else None

    def marker(self):
        return next(Path(os.environ["XDG_STATE_HOME"], "makegood").glob(f"{self.device()}.marker"))

    def device(self):
        return events(self.shop)[0]["device"]

    def keep_copy(self):
        shutil.copytree(self.shop.data, self.older, ignore=shutil.ignore_patterns("*.sock"))

    def put_back(self):
        shutil.rmtree(self.shop.data)
        shutil.copytree(self.older, self.shop.data)

    def epoch(self):
        """Whoever is found to be a copy goes on in a new one."""
        return events(self.shop)[-1]["epoch"]

    def assert_not_frozen(self):
        self.assertEqual(self.shop.run("budget", "show").err, "")
        self.assertEqual(self.epoch(), 1)

    def test_an_older_copy_gives_nothing_until_its_owner_says_how_much_was_given(self):
        self.keep_copy()
        given = self.give_one()
        self.put_back()
        shown = self.shop.run("budget", "show")
        self.assertIn("older copy", shown.err)
        self.assertEqual(self.epoch(), 2)
        self.assertEqual(self.shop.do("budget", "show")["available"], 0)
        self.assertIsNone(self.give_one())
        settled = self.shop.do("budget", "settle", "--given", f"{given / 100:.2f}")
        self.assertEqual(settled["available"], settled["limit"] - given)
        self.assertEqual(self.shop.run("budget", "show").err, "")
        self.assertIsNotNone(self.give_one())

    def test_an_older_copy_gives_nothing_of_limits_that_it_does_not_know_to_be_used(self):
        rules = self.room / "rules.toml"
        rules.write_text('[policy]\nversion = 1\nstore = "Corner Market"\n\n'
                         '[[limit]]\nid = "m"\neach = "customer"\nper = "month"\ncost = "10.00"\n', encoding="utf-8")
        self.shop.do("policy", "publish", rules)
        self.keep_copy()
        self.give_one("--customer", "4711")
        self.put_back()
        self.shop.do("budget", "set", "--limit", "300.00")  # so that only the customer's limit holds anything back
        self.assertIn("what limits allow", self.shop.run("budget", "show").err)
        self.assertIsNone(self.give_one("--customer", "4711"))
        self.assertIsNotNone(self.give_one())
        self.shop.do("budget", "settle", "--given", "9.00")
        self.assertEqual(self.shop.run("budget", "show").err, "")
        self.assertIsNotNone(self.give_one("--customer", "4711"))

    def test_the_file_is_private_and_only_its_newest_number_counts(self):
        file = self.marker()
        self.assertEqual(file.stat().st_mode & 0o777, 0o600)
        before = file.read_text()
        for _ in range(2):
            self.shop.do("budget", "show")
            self.assertNotEqual(file.read_text(), before)
        self.assert_not_frozen()
        file.write_text(before)
        self.assertIn("older copy", self.shop.run("budget", "show").err)

    def test_a_lost_file_freezes_and_a_file_that_moved_along_does_not(self):
        state = self.room / "elsewhere"
        moved = self.shop.run("budget", "show", env={"MAKEGOOD_STATE": str(state)})
        self.assertEqual((moved.code, moved.err), (0, ""))
        self.assertEqual([each.suffix for each in state.iterdir()], [".marker"])
        for _ in range(3):  # the folder remembers where it is
            self.assertEqual(self.shop.run("budget", "show").err, "")
        shutil.rmtree(state)
        self.assertIn("older copy", self.shop.run("budget", "show").err)

    def test_a_place_that_can_not_be_written_stops_nobody(self):
        state = self.room / "no-folder"
        state.write_text("")
        for _ in range(4):
            self.assertEqual(self.shop.run("budget", "show", env={"MAKEGOOD_STATE": str(state / "in-it")}).code, 0)
        self.assert_not_frozen()

    def test_killed_at_any_moment_it_is_never_taken_for_a_copy(self):
        seed = random.SystemRandom().randrange(1 << 32)
        print(f"boot_marker_test.py seed {seed}")
        chance, command = random.Random(seed), [PROGRAMS.path("makegood"), "--data", str(self.shop.data), "budget", "show"]
        began = time.monotonic()
        self.shop.run("budget", "show")
        usual = time.monotonic() - began
        killed = 0
        for _ in range(60):
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                process.wait(chance.random() * usual * 1.2)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                killed += 1
        print(f"{killed} of 60 starts killed")
        self.assertGreater(killed, 0)
        self.assert_not_frozen()
        self.assertIsNotNone(self.give_one())


class HubPutBack(unittest.TestCase):
    def test_an_older_copy_of_a_hub_grants_nothing_until_it_replaces_itself(self):
        with tempfile.TemporaryDirectory(prefix="makegood-hub-") as room:
            hub = Hub(Path(room) / "hub", "60.00")
            self.addCleanup(lambda: hub.stop())
            hub.stop()
            shutil.copytree(hub.data, Path(room) / "older")
            for _ in range(3):
                hub.start()
                self.assertFalse(hub.summary()["hub"]["halted"])
                hub.kill()
            shutil.rmtree(hub.data)
            shutil.copytree(Path(room) / "older", hub.data)
            hub.start()
            self.assertTrue(hub.summary()["hub"]["halted"])
            self.assertIn("replace-hub", hub.process.log.read_text())
            hub.do("replace-hub")
            self.assertFalse(hub.summary()["hub"]["halted"])
            # The owner's word before the start counts as well.
            hub.stop()
            shutil.rmtree(hub.data)
            shutil.copytree(Path(room) / "older", hub.data)
            hub.do("replace-hub")
            hub.start()
            self.assertFalse(hub.summary()["hub"]["halted"])


if __name__ == "__main__":
    unittest.main()
