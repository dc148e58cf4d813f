#!/usr/bin/python3
"""Receipts teach what households buy instead: imported, kept over a new catalogue, ranked from files of cases."""
import gzip
import json
import subprocess
import unittest

from world import CATALOGUE, MISSING, MISSING_NUMBER, PROGRAMS, Background, ShopTest, events

HEADER = "article,basket,household,quantity,value\n"
# Three coconut oils. By its facts 100103 is nearer to 100101; what households take at another time is 100102.
OILS = [MISSING_NUMBER, "100102", "100103"]


def receipts(households=30, wanted=MISSING_NUMBER, taken="100102"):
    lines = "".join(f"{wanted},a{n},h{n},1,5.99\n{taken},b{n},h{n},1,9.79\n" for n in range(households))
    return HEADER + lines


class Receipts(ShopTest):
    def file(self, text, name="receipts.csv"):
        path = self.room / name
        path.write_text(text)
        return path

    def cases(self, *cases):
        return self.file("".join(json.dumps(case) + "\n" for case in cases), "cases.jsonl")

    def ranked(self, among=("100102", "100103"), article=MISSING_NUMBER):
        answer = self.shop.run("suggest", "--batch", self.cases({"case": "1", "article": article, "among": list(among)}))
        self.assertEqual(answer.code, 0, answer.err)
        return json.loads(answer.out)["ranked"]

    def learnt_files(self):
        return sorted(path.name for path in self.shop.data.iterdir() if path.name.startswith("learnt-"))

    def test_receipts_change_the_order_and_stay_over_a_new_catalogue(self):
        self.assertEqual(self.ranked(), ["100103", "100102"])
        self.assertEqual(len(self.shop.do("suggest", MISSING)["sources"]), 1)
        report = self.shop.do("import", "sales", self.file(receipts()))
        self.assertEqual((report["lines"], report["households"], report["articles"]), (60, 30, 2))
        self.assertEqual(self.ranked(), ["100102", "100103"])
        self.assertIn("receipts of 30 households", self.shop.do("suggest", MISSING)["sources"])
        self.assertEqual(events(self.shop)[-1]["event"], "sales-imported")

        lines = CATALOGUE.read_text().splitlines(keepends=True)
        turned = self.file("".join([lines[0], *reversed(lines[1:])]), "turned.csv")
        self.shop.do("import", "catalogue", turned)
        self.assertEqual(self.ranked(), ["100102", "100103"])
        self.assertEqual(self.learnt_files(), ["learnt-1.db", "learnt-1.image"])

    def test_a_dry_run_counts_and_a_second_time_is_refused(self):
        file = self.file(receipts())
        dry = self.shop.do("import", "sales", file, "--dry-run")
        self.assertEqual((dry["households"], dry["dry_run"], self.learnt_files()), (30, True, []))
        self.shop.do("import", "sales", file)
        self.assert_refused(self.shop.run("import", "sales", file), 1, "--anew")
        more = self.shop.do("import", "sales", self.file(receipts(2, taken="100103"), "more.csv"))
        self.assertEqual((more["households"], more["all_households"]), (2, 32))
        anew = self.shop.do("import", "sales", file, "--anew")
        self.assertEqual((anew["households"], anew["all_households"]), (30, 30))
        self.assertEqual(len(self.learnt_files()), 2)

    def test_of_a_file_that_was_cut_off_nothing_is_counted(self):
        self.shop.do("import", "sales", self.file(receipts()))
        before = events(self.shop)
        torn = self.file(receipts(5, taken="100103")[:-7], "torn.csv")
        self.assert_refused(self.shop.run("import", "sales", torn), 1, "whole file")
        self.assertEqual(events(self.shop), before)
        whole = self.shop.do("import", "sales", self.file(receipts(5, taken="100103"), "torn.csv"))
        self.assertEqual(whole["all_households"], 35)

    def test_what_cannot_be_counted_is_told_with_its_line(self):
        file = self.file(receipts(2) + "nothing,c,h1,1,1\n100102,c,h1,many,1\n100102,c,h1,-1,-2\n")
        report = self.shop.do("import", "sales", file)
        self.assertEqual((report["lines"], report["unknown"], report["rejected"], report["returned"]), (4, 1, 1, 1))
        self.assertEqual([bad["line"] for bad in report["bad"]], [6, 7])
        said = self.shop.run("import", "sales", file, "--anew").out
        self.assertIn("line 6: no article here", said)
        self.assertIn("Learnt altogether: 4 lines of 2 households", said)

    def test_a_packed_file_of_another_system_goes_in_by_a_mapping(self):
        packed = self.room / "ledger.csv.gz"
        packed.write_bytes(gzip.compress(receipts().replace("article,basket", "PLU,Receipt no").encode()))
        self.assert_refused(self.shop.run("import", "sales", packed), 2, "mapping")
        mapping = self.file('[columns]\narticle = "PLU"\nbasket = "Receipt no"\n', "mine.toml")
        report = self.shop.do("import", "sales", packed, "--mapping", mapping)
        self.assertEqual((report["households"], report["baskets_without_household"]), (0, 60))
        self.assert_refused(self.shop.run("import", "sales", packed, "--mapping", self.file("[columns]\nprice = 1\n", "bad.toml")), 2, "price")

    def test_help_says_that_nothing_about_persons_is_kept(self):
        said = PROGRAMS.run("makegood", "import", "sales", "--help")
        self.assertEqual(said.code, 0)
        self.assertIn("Nothing about persons is kept", said.out)
        self.shop.do("import", "sales", self.file(receipts().replace("h7,", "Erika-Mustermann,")))
        for path in self.shop.data.rglob("*"):
            if path.is_file():
                self.assertNotIn(b"Mustermann", path.read_bytes(), path)

    def test_a_lost_file_is_named_and_the_catalogue_goes_on(self):
        self.shop.do("import", "sales", self.file(receipts()))
        for name in self.learnt_files():
            (self.shop.data / name).unlink()
        self.assertEqual(self.ranked(), ["100103", "100102"])
        self.assertIn("Import the receipts again", json.dumps(self.shop.run("config", "check", "--json").err + self.shop.run("config", "check").err))
        self.shop.do("import", "sales", self.file(receipts()), "--anew")
        self.assertEqual(self.ranked(), ["100102", "100103"])

    def test_cases_are_ranked_whole_and_bad_lines_cost_only_themselves(self):
        cases = self.cases(
            {"case": 7, "article": MISSING, "among": ["nothing", *OILS, "100102"], "bought": ["100103"]},
            {"case": "x", "article": "nothing", "among": OILS},
            {"article": MISSING_NUMBER, "among": []})
        cases.write_text(cases.read_text() + "\nno JSON\n" + '{"case": "last", "article": 100101, "among": [100103]}\n')
        answer = self.shop.run("suggest", "--batch", cases)
        self.assertEqual(answer.code, 2)
        self.assertEqual([json.loads(line) for line in answer.out.splitlines()], [
            {"case": 7, "ranked": ["100103", "100102", "100102", "nothing", MISSING_NUMBER]},
            {"case": None, "ranked": []},
            {"case": "last", "ranked": ["100103"]}])
        told = answer.err.splitlines()
        self.assertEqual([line.split(":")[0] for line in told[:2]], ["Line 2", "Line 5"])
        self.assertIn("2 of 6 lines", told[2])
        self.assert_refused(self.shop.run("suggest", "--batch", self.room / "none.jsonl"), 2, "can't be opened")
        self.assert_refused(self.shop.run("suggest"), 2, "which article")

    def test_standard_input_also_reaches_a_running_terminal(self):
        line = json.dumps({"case": "1", "article": MISSING, "among": ["100103", "100102"]}) + "\n"
        many = line * 5_000

        def asked():
            command = [PROGRAMS.path("makegood"), "--data", str(self.shop.data), "suggest", "--batch", "-"]
            done = subprocess.run(command, input=many, capture_output=True, text=True, timeout=60)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            ranked = {json.loads(answer)["ranked"][0] for answer in done.stdout.splitlines()}
            self.assertEqual((len(done.stdout.splitlines()), len(ranked)), (5_000, 1))
            return ranked.pop()

        self.assertEqual(asked(), "100103")
        command = [PROGRAMS.path("makegood-terminal"), "--data", self.shop.data]
        with Background(command, self.room / "terminal.log") as terminal:
            while not (self.shop.data / "owner.sock").exists():
                self.assertTrue(terminal.running(), (self.room / "terminal.log").read_text())
            self.assertEqual(self.shop.do("import", "sales", self.file(receipts()))["households"], 30)
            self.assertEqual(asked(), "100102", "what the import taught is in use at once")


if __name__ == "__main__":
    unittest.main()
