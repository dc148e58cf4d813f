#!/usr/bin/python3
"""A shop's folder that was copied and used in two places: head office takes one, and the other finds its way back."""
import re
import unittest

from world import CATALOGUE, MISSING, PROGRAMS, Shop, ShopTest, twin  # first: it says where the others are
from head_office import HeadOffice


class CopiedFolder(ShopTest):
    def setUp(self):
        super().setUp()
        self.office = HeadOffice(PROGRAMS, self.room / "office")
        self.addCleanup(lambda: self.office.stop())
        self.office.enrol(self.shop)
        self.shop.do("sync")

    def copy(self):
        return twin(self.shop, self.room / "copy")

    def way_back(self, folder, answer):
        """The commands of the refusal, carried out as they stand there."""
        self.assert_refused(answer, 1, "copied and used in two places")
        blanks = {"DIR": str(folder.data), "NEW": str(self.room / "new"), "NAME": "Corner Market", "NAME2": "Register 2", "CUR": "USD"}
        for command in re.findall(r"makegood (--data [^,)]*?)(?: writes|, | in |$)", answer.err):
            blanks["FILE"] = str(self.room / "kept.jsonl") if "export" in command else str(CATALOGUE)
            if "--code" in command:
                blanks["CODE"] = self.office.code("Corner Market", "Register 2")
            done = PROGRAMS.run("makegood", *(blanks.get(word, word) for word in command.split()))
            self.assertEqual(done.code, 0, command + ": " + done.err)
            if "--code" in command:
                self.office.confirm(re.search(r"digits: (\d{3} \d{3})", done.out)[1])
        return Shop(PROGRAMS, self.room / "new")

    def assert_way_back(self, refused):
        new = self.way_back(refused, refused.run("sync"))
        self.assertTrue((self.room / "kept.jsonl").read_text().strip())
        new.do("report", "stock-out", MISSING)
        self.assertEqual(new.do("sync")["waiting"], 0)
        self.assertEqual(PROGRAMS.run("makegood", "--data", new.data, "journal", "verify", "--file", self.room / "kept.jsonl").code, 0)
        self.shop.do("report", "stock-out", MISSING)
        self.assertEqual(self.shop.do("sync")["waiting"], 0, "the other copy goes on")

    def test_both_went_on(self):
        copy = self.copy()
        self.shop.do("report", "stock-out", MISSING)
        self.shop.do("sync")
        for _ in range(3):
            copy.do("report", "stock-out", MISSING)
        self.assert_way_back(copy)

    def test_an_old_copy_was_put_back(self):
        copy = self.copy()
        self.shop.do("report", "stock-out", MISSING)
        self.shop.do("sync")
        self.assert_way_back(copy)


if __name__ == "__main__":
    unittest.main()
