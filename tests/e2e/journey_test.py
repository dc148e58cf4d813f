#!/usr/bin/python3
"""A clerk's day from a script: every command of `makegood`, its keys and its exit codes."""
import re
import subprocess
import unittest
import urllib.request

from world import CATALOGUE, MISSING, MISSING_NUMBER, PROGRAMS, ShopTest, events  # first: it says where the others are
from head_office import HeadOffice

OFFER_KEYS = {"offer", "kind", "cost", "worth", "reason", "sentence", "score"}


class Journey(ShopTest):
    def money_out(self):
        money = self.shop.do("budget", "show")
        return money["spent"] + money["reserved"]

    def voucher_from(self, reported):
        """Gives the first offer that prints a voucher."""
        for offer in reported["offers"]:
            given = self.shop.do("give", offer["offer"], "--no-wait")
            if "serial" in given:
                return given
            self.shop.do("undo", given["recovery"])
        self.fail("no offer prints a voucher")

    def test_a_no_brings_another_offer_and_is_kept(self):
        first = self.shop.do("report", "stock-out", MISSING)
        best = first["offers"][0]
        second = self.shop.do("decline", best["offer"], "--why", "other-size")
        self.assertEqual(second["incident"], first["incident"])
        self.assertNotIn(best["article"], [offer.get("article") for offer in second["offers"]])
        self.assertEqual([offer["offer"] for offer in second["free"]], [offer["offer"] for offer in first["free"]])
        self.assert_refused(self.shop.run("give", best["offer"]), 1, "said no")
        self.assert_refused(self.shop.run("decline", best["offer"], "--why", "because"), 2, "no reason")
        for way_out in ("--need vegan", "--no-need vegan"):
            self.assert_refused(self.shop.run("decline", best["offer"], "--why", "needs"), 2, way_out)
        none = self.shop.do("decline", second["offers"][0]["offer"], "--need", "kosher")
        self.assertEqual([offer for offer in none["offers"] if "article" in offer], [])
        self.shop.do("give", none["free"][0]["offer"])
        self.assertEqual([line["event"] for line in events(self.shop)].count("offers-renewed"), 2)

    def test_a_need_is_taken_back(self):
        best = self.shop.do("report", "stock-out", MISSING)["offers"][0]
        kosher = self.shop.do("decline", best["offer"], "--need", "kosher")
        self.assertEqual([offer for offer in kosher["offers"] if "article" in offer], [])
        anew = self.shop.do("decline", best["offer"], "--no-need", "kosher")
        self.assertNotEqual([offer for offer in anew["offers"] if "article" in offer], [])

    def test_what_is_not_sold_is_written_down(self):
        self.assertEqual(self.shop.do("report", "words", "  oat   milk ")["words"], "oat milk")
        self.assert_refused(self.shop.run("report", "words", " "), 2)

    def test_init_makes_a_working_shop_once(self):
        self.assertRegex(self.shop.opened["pin"], r"^\d{4,8}$")
        again = self.shop.run("init", "--store", "Another", "--currency", "EUR")
        self.assertIn(again.code, (1, 2))
        self.assertEqual(events(self.shop)[0]["seq"], 1)

    def test_import_reports_what_changed(self):
        again = self.shop.do("import", "catalogue", CATALOGUE)
        self.assertEqual((again["added"], again["changed"], again["rejected"]), (0, 0, 0))
        self.assertEqual(again["unchanged"], again["articles"])
        changed = self.room / "changed.csv"
        changed.write_text(CATALOGUE.read_text().replace(",5.99,3.11,0,", ",5.79,3.11,0,", 1))
        dry = self.shop.do("import", "catalogue", changed, "--dry-run")
        self.assertEqual((dry["changed"], dry["dry_run"], len(dry["changes"])), (1, True, 1))
        self.assertEqual(self.shop.do("import", "catalogue", changed)["changed"], 1)

    def test_a_few_columns_bring_articles_up_to_date(self):
        prices = self.room / "prices.csv"
        prices.write_text(f"gtin,price\n{MISSING},5.49\n")
        self.assertEqual(self.shop.do("import", "catalogue", prices, "--dry-run")["changes"], ["100101 Coconut oil: price $5.99 -> $5.49"])
        report = self.shop.do("import", "catalogue", prices)
        self.assertEqual((report["changed"], report["absent"], report["taken_out"]), (1, report["articles"] - 1, 0))
        again = self.shop.do("import", "catalogue", CATALOGUE, "--dry-run")
        self.assertEqual(again["changes"], ["100101 Coconut oil: price $5.49 -> $5.99"], "nothing but the price was touched")

    def test_a_complete_file_takes_out_what_it_does_not_name(self):
        lines = CATALOGUE.read_text().splitlines(keepends=True)
        some = self.room / "some.csv"
        some.write_text("".join(lines[:101]))
        self.assertEqual(self.shop.do("import", "catalogue", some)["taken_out"], 0)
        dry = self.shop.do("import", "catalogue", some, "--complete", "--dry-run")
        self.assertEqual((dry["taken_out"], dry["articles"]), (len(lines) - 101, 100))
        self.assertIn("out: " + lines[101].split(",")[0], " ".join(dry["changes"]))
        done = self.shop.do("import", "catalogue", some, "--complete")
        self.assertEqual((done["taken_out"], done["articles"]), (len(lines) - 101, 100))
        self.assertEqual(self.shop.run("suggest", lines[101].split(",")[0]).code, 2)

    def test_the_example_of_a_mapping_fits_its_file(self):
        folder = CATALOGUE.parents[1]
        said = PROGRAMS.run("makegood", "import", "catalogue", "--help")
        self.assertEqual(said.code, 0)
        for there in ("[columns]", "--mapping", str(folder / "mapping-example.toml"), str(folder / "presets")):
            self.assertIn(there, said.out)
        short = self.room / "short.toml"
        short.write_text(said.out[said.out.index('  name = "my shop"'):said.out.index("and give it with")])
        export = self.room / "export.csv"
        export.write_text("SKU,Barcode,Title,Variant,Department,Group,Price,Unit cost,On hand,Shelf\n1,,Rooibush,green,Food,Drinks,2.00,1.00,5,A\n")
        self.assertEqual(self.shop.do("import", "catalogue", export, "--mapping", short)["added"], 1)
        self.assertEqual(self.shop.do("search", "rooib gre")["found"][0]["stock"], 5)
        report = self.shop.do("import", "catalogue", folder / "mapping-example.csv", "--mapping", folder / "mapping-example.toml")
        self.assertEqual((report["added"], report["rejected"], report["passed_over"], report["remarked"]), (3, 0, 1, 0))
        self.assertEqual(self.shop.do("search", "200101")["found"], [{"article": "200101", "name": "Olive oil mild 750 ml", "stock": 6}])

    def test_substitutes_are_in_stock_and_never_dearer(self):
        by_gtin, by_number = self.shop.do("suggest", MISSING), self.shop.do("suggest", MISSING_NUMBER)
        self.assertEqual(by_gtin, by_number)
        self.assertEqual(by_gtin["article"], MISSING_NUMBER)
        self.assertGreaterEqual(len(by_gtin["substitutes"]), 2)
        for substitute in by_gtin["substitutes"]:
            self.assertLessEqual(substitute["pays"], 599)
            self.assertTrue(substitute["sentence"] and substitute["reason"])
        self.assertIn("100102", [substitute["article"] for substitute in by_gtin["substitutes"][:3]])
        self.assertEqual(self.shop.do("report", "stock-out", MISSING)["offers"][0]["article"], "100102", "the one that gains most")
        self.assertEqual(len(self.shop.do("suggest", MISSING, "--limit", 1)["substitutes"]), 1)

    def test_search_finds_by_two_letters(self):
        names = [found["name"] for found in self.shop.do("search", "coc oi")["found"]]
        self.assertTrue(names and all("oconut" in name for name in names), names)

    def test_stock_out_offers_and_gives_once(self):
        reported = self.shop.do("report", "stock-out", MISSING)
        self.assertGreaterEqual(len(reported["free"]), 2)
        self.assertTrue(all(option["cost"] == 0 for option in reported["free"]))
        self.assertTrue(all(OFFER_KEYS <= offer.keys() for offer in reported["offers"]))
        first = reported["offers"][0]
        self.assertEqual(first["article"], "100102")
        given = self.shop.do("give", first["offer"], "--no-wait")
        self.assertEqual(self.money_out(), first["cost"])
        again = self.shop.do("give", first["offer"], "--no-wait")
        self.assertEqual(again["recovery"], given["recovery"])
        self.assertEqual(self.money_out(), first["cost"])
        other = self.shop.run("give", reported["offers"][1]["offer"], "--no-wait")
        self.assert_refused(other, 1)

    def test_what_was_missing_becomes_a_list_to_order_from(self):
        self.assertEqual(self.shop.do("unmet")["articles"], [])
        first = self.shop.do("report", "stock-out", MISSING, "--quantity", 2)["offers"][0]
        self.shop.do("give", first["offer"], "--no-wait")
        self.shop.do("report", "stock-out", MISSING)
        self.assertEqual(self.shop.do("stock", MISSING_NUMBER)["stock"], 0)
        self.assertEqual(self.shop.do("stock", MISSING_NUMBER, 12)["stock"], 12)
        [unmet] = self.shop.do("unmet", "--days", 1)["articles"]
        self.assertEqual((unmet["article"], unmet["times"], unmet["pieces"], unmet["without"]), (MISSING_NUMBER, 2, 3, 1))
        self.assertEqual(unmet["cost"], first["cost"])
        self.assertEqual((unmet["instead"][0]["article"], unmet["instead"][0]["taken"]), (first["article"], 1))
        [day] = unmet["days"]
        self.assertEqual([day[key] for key in ("times", "pieces", "taken", "without", "cost")], [2, 3, 1, 1, first["cost"]])
        self.assertIn("1 x " + unmet["instead"][0]["name"], self.shop.run("unmet").out)

    def test_words_that_were_asked_for_stand_in_the_list(self):
        for words in ("Oat milk barista", "tofu", "oat  MILK barista"):
            self.shop.do("report", "words", words)
        self.assertEqual([(each["words"], each["times"]) for each in self.shop.do("unmet")["words"]],
                         [("oat MILK barista", 2), ("tofu", 1)])
        self.assertRegex(self.shop.run("unmet").out, r"not sold here:\n +2 x  oat MILK barista\n +1 x  tofu\n")

    def test_head_office_learns_what_was_asked_for(self):
        office = HeadOffice(PROGRAMS, self.room / "office")
        self.addCleanup(office.stop)
        office.enrol(self.shop)
        reported = self.shop.do("report", "stock-out", MISSING, "--quantity", 2)
        first = reported["offers"][0]
        second = self.shop.do("decline", first["offer"])["offers"][0]
        self.shop.do("give", second["offer"], "--no-wait")
        self.shop.do("report", "stock-out", MISSING)
        for words in ("Oat milk", "oat milk"):
            self.shop.do("report", "words", words)
        self.assertEqual(self.shop.do("sync")["waiting"], 0)
        [store] = office.summary()["unmet"]
        here = self.shop.do("unmet")
        self.assertEqual((store["store"], store["currency"], store["days"]), ("Corner Market", "USD", 30))
        self.assertEqual(store["words"], here["words"])
        [there], [article] = store["articles"], here["articles"]
        self.assertEqual((there["times"], there["pieces"], there["taken"], there["without"]), (2, 3, 1, 1))
        for key in article:
            self.assertEqual(there[key], article[key], key)
        with urllib.request.urlopen(office.url, timeout=30) as page:
            self.assertIn("Asked for and not there: Corner Market", page.read().decode())

    def test_what_a_customer_found_missing_is_not_offered_to_the_next(self):
        best = self.shop.do("suggest", MISSING)["substitutes"][0]["article"]
        self.shop.do("report", "stock-out", best)
        self.assertNotIn(best, [each["article"] for each in self.shop.do("suggest", MISSING, "--limit", 50)["substitutes"]])
        self.shop.do("import", "catalogue", CATALOGUE)
        self.assertEqual(self.shop.do("suggest", MISSING)["substitutes"][0]["article"], best)

    def test_undo_gives_the_money_back(self):
        offer = self.shop.do("report", "stock-out", MISSING)["offers"][0]
        given = self.shop.do("give", offer["offer"], "--no-wait")
        self.shop.do("undo", given["recovery"])
        self.assertEqual(self.money_out(), 0)
        before = len(events(self.shop))
        self.shop.do("undo", given["recovery"])
        self.assertEqual(len(events(self.shop)), before, "undone once is undone")

    def test_voucher_is_good_once(self):
        reported = self.shop.do("report", "failure", "wrong-price", "--severity", "spoiled-visit", "--loss", "6.00")
        given = self.voucher_from(reported)
        shown = self.shop.do("voucher", "show", given["serial"])
        self.assertEqual(shown["serial"], given["serial"])
        for code in (shown["ean13"], shown["qr"]):
            self.assertEqual(self.shop.do("voucher", "show", code)["serial"], given["serial"])
        forged = shown["qr"][:-3] + ("AAA" if shown["qr"][-3:] != "AAA" else "BBB")
        self.assertNotEqual(self.shop.run("voucher", "show", forged).code, 0)
        money = self.money_out()
        self.shop.do("voucher", "void", given["serial"], "--why", "test")
        self.assertEqual(self.money_out(), money - given["cost"])
        self.assert_refused(self.shop.run("voucher", "redeem", given["serial"]), 1)

    def test_without_money_there_are_still_options(self):
        self.shop.do("budget", "set", "--limit", "0.01", "--per", "day")
        reported = self.shop.do("report", "stock-out", MISSING)
        self.assertTrue(all(offer["cost"] <= 1 for offer in reported["offers"]))
        self.assertTrue(reported["note"] or len(reported["offers"]) == 3, "fewer cards, and why")
        self.assertGreaterEqual(len(reported["free"]), 2)
        self.shop.do("give", reported["free"][0]["offer"], "--no-wait")

    def test_the_limit_holds(self):
        self.shop.do("budget", "set", "--limit", "12.00", "--per", "day")
        given = 0
        for _ in range(12):
            offers = self.shop.do("report", "failure", "wrong-price", "--loss", "4.00")["offers"]
            given += sum(self.shop.run("give", offer["offer"], "--no-wait").code == 0 for offer in offers[:1])
        self.assertGreater(given, 0)
        self.assertLessEqual(self.money_out(), 1200)

    def test_journal_is_one_line_an_event(self):
        self.shop.do("report", "stock-out", MISSING)
        verified = self.shop.do("journal", "verify")
        exported = events(self.shop)
        self.assertEqual(len(exported), verified["events"])
        self.assertEqual([event["seq"] for event in exported], list(range(1, len(exported) + 1)))

    def test_without_a_printer_nothing_waits_and_nothing_fails(self):
        settings = self.shop.data / "shop.toml"
        settings.write_text(re.sub(r'connection = ".*"', 'connection = "none"', settings.read_text()))
        for words in ("show", "print"):
            said = self.shop.run("paper", words)
            self.assertEqual(said.code, 0, said.err)
            self.assertIn("No printer is set up", said.out)

    def test_commands_that_meet_at_the_folder_wait_for_each_other(self):
        command = [PROGRAMS.path("makegood"), "--data", self.shop.data, "report", "stock-out", MISSING]
        running = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(4)]
        self.assertEqual([(each.communicate()[1], each.returncode) for each in running], [(b"", 0)] * 4)

    def test_help_and_wrong_use(self):
        self.assertEqual(self.shop.run("--help").code, 0)
        self.assertIn("Gives an offer", self.shop.run("--help").out)
        for words in ("give", "voucher show", "import catalogue", "budget set", "init", "journal"):
            said = PROGRAMS.run("makegood", *words.split(), "--help")
            self.assertEqual(said.code, 0)
            self.assertIn(f"Usage: makegood {words}", said.out)
        for words in ([], ["dance"], ["report"], ["give"], ["budget", "set", "--per", "year"], ["suggest", "1", "--limit", "x"]):
            with self.subTest(words=words):
                self.assertEqual(self.shop.run(*words).code, 2)
        self.assertEqual(PROGRAMS.run("makegood").code, 2)


if __name__ == "__main__":
    unittest.main()
