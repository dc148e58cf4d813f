#!/usr/bin/python3
"""A store's hub that is lost, a register that is put back, one that runs short: what comes of money and journal."""
import shutil
import sqlite3
import unittest
from contextlib import closing

from world import MISSING  # first: it says where the others are
from rights_test import Room
from shared_store import Hub, Register


class HubFaults(Room):
    def setUp(self):
        super().setUp()
        self.hub = self.make_hub(6000)
        self.registers = [Register(self.room, number, self.hub) for number in (1, 2)]
        self.one, self.other = self.registers
        self.settle(self.registers)

    def tearDown(self):
        self.assert_sound(self.registers)

    def given(self):
        return sum(register.given() for register in self.registers)

    def recorded(self, register):
        """Events of all epochs."""
        # Whoever was here last closed it, and left nothing in its log.
        with closing(sqlite3.connect(f"file:{register.data}/register.db?immutable=1", uri=True)) as database:
            return database.execute("SELECT count(*) FROM journal").fetchone()[0]

    def received(self, register):
        return next(each["events"] for each in self.hub.summary()["stores"] if each["register"] == register.name)

    def test_a_new_hub_in_a_new_folder_gives_nothing_twice(self):
        self.use_up(self.one)
        before = self.given()
        self.assertGreater(before, 0)
        self.hub.kill()
        shutil.rmtree(self.hub.data)
        new = Hub(self.room / "new-hub", "60.00")
        self.addCleanup(lambda: new.stop())
        self.assertIn("counts from now on", new.do("replace-hub", "--lost-epoch", "1"))
        self.give_one(self.other)  # it goes on with what it holds
        for register in self.registers:
            register.enrol(new)
        self.settle(self.registers)
        self.assertLessEqual(new.money()["out"], 6000)
        self.assertEqual(new.money()["used"], self.given())
        for register in self.registers:
            self.use_up(register)
        self.settle(self.registers)
        self.assertLessEqual(self.given(), 6000)
        self.assertGreaterEqual(self.given(), before)
        # What was frozen comes back by the owner's word alone.
        limit = 6000 + 6000
        new.set_limit(f"{limit / 100:.2f}")
        for register in self.registers:
            register.do("sync")
            self.assertIsNotNone(self.give_one(register), f"{register.name} is stuck")

    def test_what_was_not_sent_before_a_renewal_is_sent_after_it(self):
        older = self.room / "older"
        for _ in range(3):
            self.one.do("report", "stock-out", MISSING)
        shutil.copytree(self.one.data, older)
        self.give_one(self.one)
        shutil.rmtree(self.one.data)
        shutil.copytree(older, self.one.data)
        self.hub.kill()
        self.assertIn("older copy", self.one.run("budget", "show").err)
        self.assertIsNone(self.give_one(self.one), "nothing before the hub has seen it")
        self.hub.start()
        self.settle(self.registers)
        self.assertEqual(self.received(self.one), self.recorded(self.one))
        self.assertIsNotNone(self.give_one(self.one))
        money = self.hub.money()
        self.assertGreater(money["presumed_spent"], 0)
        self.assertLessEqual(money["out"], 6000)
        shown = self.hub.summary()["hub"]["pots"][0]["registers"]
        self.assertEqual([each["state"] for each in shown], ["copied", "granted"])
        self.assertEqual(shown[0]["presumed_spent"], money["presumed_spent"])

    def test_a_shortage_at_one_register_calls_back_from_the_other(self):
        held = self.one.rights()[self.hub.money()["period"]]
        self.use_up(self.other)  # asks the hub each time that it runs short
        self.one.do("sync")
        after = self.one.rights()[self.hub.money()["period"]]
        self.assertGreater(after["returned_cost"], held["returned_cost"])
        self.assertIsNotNone(self.give_one(self.other), "what came back is had at the next try")
        self.settle(self.registers)
        self.assert_sums(self.hub, self.registers)

    def test_a_register_with_a_budget_of_its_own_brings_what_it_has_given(self):
        lone = Register(self.room, 3, None)
        lone.do("budget", "set", "--limit", "20.00", "--per", "month")
        self.registers.append(lone)
        first = self.give_one(lone)
        self.assertIsNotNone(first)
        lone.enrol(self.hub)
        self.settle(self.registers)
        self.assertEqual(self.hub.money()["used"], first)
        for register in self.registers:
            self.use_up(register)
        self.settle(self.registers)
        self.assertLessEqual(self.given(), 6000)
        self.assert_sums(self.hub, self.registers)
        self.assertEqual(self.received(lone), self.recorded(lone))


if __name__ == "__main__":
    unittest.main()
