#!/usr/bin/python3
"""Bad input of every kind: one clear sentence with a way out, the right exit code, nothing half done."""
import fcntl
import json
import os
import resource
import shutil
import signal
import subprocess
import unittest

from world import CATALOGUE, MISSING, PROGRAMS, ShopTest, events, sanitized

HEADER = "number,gtin,name,brand,category,size,price,cost,stock\n"


def drop_override():
    """The command prefix under which file modes hold for root too."""
    if os.geteuid() != 0:
        return []
    rights = "-dac_override,-dac_read_search"
    return ["setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}"]


class BadWords(ShopTest):
    CASES = [
        (["budget", "set", "--limit", "1", "--per", "year"], 2, '"year" is no period. Write day, week, month, or'),
        (["report", "stock-out", "4006381333931"], 2, "4006381333931"),
        (["report", "stock-out", MISSING, "--quantity", "0"], 2, ""),
        (["report", "stock-out", MISSING, "--quantity", "-3"], 2, ""),
        (["report", "failure", "bad-weather"], 2, "bad-weather"),
        (["report", "failure", "wrong-price", "--severity", "awful"], 2, "awful"),
        (["report", "failure", "wrong-price", "--loss", "a lot"], 2, ""),
        (["suggest", "0000"], 2, "0000"),
        (["give", "o1-999.1"], 2, "o1-999.1"),
        (["give", "not-an-offer"], 2, "not-an-offer"),
        (["undo", "r1-999"], 2, "r1-999"),
        (["voucher", "show", "MG-29-9999999999"], 2, ""),
        (["voucher", "redeem", "2900000000018"], 2, ""),
        (["budget", "set", "--limit", "-5"], 2, ""),
        (["budget", "set", "--limit", "12.3.4"], 2, ""),
        (["budget", "set", "--limit", "12.345"], 2, ""),
        (["budget", "set", "--limit", "9" * 40], 2, ""),
        (["import", "catalogue", "/no/such/file.csv"], 2, "file.csv"),
        (["import", "catalogue", "/"], 2, ""),
        (["import", "catalogue", CATALOGUE, "--preset", "nobody"], 2, "nobody"),
        (["import", "catalogue", CATALOGUE, "--mapping", "/no/such.toml"], 2, "such.toml"),
        (["import", "catalogue", CATALOGUE, "--mapping", "/"], 2, "is a folder"),
        (["import", "catalogue", CATALOGUE, "--mapping", CATALOGUE], 2, "line 1"),
        (["people", "add", "Ann", "--pin", "12"], 2, "Leave it out"),
        (["people", "add", "Ann", "--initials", "ABCD"], 2, "one to three letters"),
        (["people", "add", "ж" * 61], 2, "1 to 60 letters"),
        (["promise", "kept", "m1-9"], 2, "promise list"),
        (["paper", "answer", "p1-9", "whole"], 2, "paper show"),
        (["sync"], 1, "--enrol"),
        (["sync", "--enrol", "http://127.0.0.1:1", "--code", "x"], 3, ""),
        (["sync", "--enrol", "not a url", "--code", "x"], 2, ""),
    ]

    def test_words(self):
        before = len(events(self.shop))
        for words, code, fragment in self.CASES:
            with self.subTest(words=words):
                self.assert_refused(self.shop.run(*words), code, fragment)
                told = self.shop.run(*words, "--json")
                self.assert_refused(told, code, fragment)
                self.assertIn(json.loads(told.err)["error"], ("refused", "bad-input", "not-found", "busy", "failed"))
        self.assertEqual(len(events(self.shop)), before)

    WRONG_USE = {
        "give": "OFFER is missing. See: makegood give --help.",
        "give x --bogus": '"--bogus" is not understood here. See: makegood give --help.',
        "voucher": "show, redeem, void. See: makegood voucher --help.",
        "voucher show": "SERIAL is missing. See: makegood voucher show --help.",
        "import catalogue": "FILE is missing. See: makegood import catalogue --help.",
        "report stock-out 1 --quantity": "--quantity needs a value after it. See: makegood report stock-out --help.",
        "suggest 1 --limit 0": "--limit can't be 0; it goes from 1 to 100. See: makegood suggest --help.",
        "suggest 1 --limit x": "--limit can't be x; it goes from 1 to 100. See: makegood suggest --help.",
        "report stock-out 1 --quantity x": '--quantity needs a number; "x" is none. See: makegood report stock-out --help.',
        "init": "--store is missing. See: makegood init --help.",
        "dance": 'There is no command "dance".',
    }

    def test_wrong_use_names_the_help_of_the_command(self):
        for words, sentence in self.WRONG_USE.items():
            with self.subTest(words=words):
                self.assert_refused(self.shop.run(*words.split()), 2, sentence)
                self.assert_refused(PROGRAMS.run("makegood", "--json", *words.split()), 2, sentence)

    def test_names_that_are_too_long(self):
        elsewhere = self.room / "new"
        for option, longest in (("--store", 60), ("--register", 40), ("--manager", 60)):
            words = {"--store": "A", "--currency": "USD", option: "ж" * (longest + 1)}
            answer = PROGRAMS.run("makegood", "--data", elsewhere, "init", *(word for pair in words.items() for word in pair))
            self.assert_refused(answer, 2, f"has {longest + 1} letters; it can have {longest} at most")
            self.assertIn(option, answer.err)
        made = PROGRAMS.run("makegood", "--data", elsewhere, "init", "--store", "ж" * 60, "--currency", "USD")
        self.assertEqual(made.code, 0, made.err)

    def test_no_shop(self):
        elsewhere = self.room / "nothing"
        answer = PROGRAMS.run("makegood", "--data", elsewhere, "budget", "show")
        self.assert_refused(answer, 2, "init")
        self.assertFalse(elsewhere.exists())
        self.assert_refused(PROGRAMS.run("makegood", "--data", CATALOGUE, "budget", "show"), 2, "is a file, not a folder")
        for words in (["--currency", "XXZ"], ["--currency", ""], ["--currency", "usd dollars"]):
            answer = PROGRAMS.run("makegood", "--data", elsewhere, "init", "--store", "A", *words)
            self.assert_refused(answer, 2)
            self.assertFalse((elsewhere / "shop.db").exists())


class BadFiles(ShopTest):
    catalogue = None

    def import_bytes(self, data):
        path = self.room / "file.csv"
        path.write_bytes(data)
        return self.shop.run("import", "catalogue", path, "--json", timeout=300)

    def test_files_that_are_no_catalogue(self):
        picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
        cases = [b"", b"\n\n\n", b"\xef\xbb\xbf", picture, b"hello\nworld\n", b"colour,weight\nred,3\n", bytes(1000)]
        for data in cases:
            with self.subTest(data=data[:20]):
                self.assert_refused(self.import_bytes(data), 2)

    def test_bad_rows_never_stop_good_ones(self):
        good = "{0},,Article {0},B,C,1 kg,1.00,0.50,3\n"
        rows = [
            good.format(1),
            "2,9520000010011,Wrong check digit,B,C,1 kg,1.00,0.50,3\n",
            "3,,,B,C,1 kg,1.00,0.50,3\n",
            "4,,Price in words,B,C,1 kg,cheap,0.50,3\n",
            good.format(5),
            "6,,Too,many,cells,in,this,row,1,2,3,4\n",
            good.format(7),
        ]
        report = self.import_bytes((HEADER + "".join(rows)).encode()).json()
        self.assertGreaterEqual(report["added"], 3)
        self.assertGreaterEqual(report["rejected"], 2)
        self.assertEqual(report["added"] + report["rejected"], len(rows))
        self.assertTrue(all(row["line"] and row["reason"] for row in report["bad"]))
        for number in (1, 5, 7):
            self.assertEqual(self.shop.run("suggest", str(number)).code, 0)

    def test_torn_file(self):
        whole = CATALOGUE.read_bytes()
        for cut in (len(whole) // 2, len(whole) // 3 + 7):
            answer = self.import_bytes(whole[:cut] + b'"')
            report = answer.json()
            self.assertGreater(report["added"] + report["unchanged"], 50)
            self.assertTrue(report["cut_off"])
            self.assertEqual(report["bad"][-1]["line"], 1 + whole[:cut].count(b"\n"))
            self.assertEqual(answer.code, 1)
            self.assertIn("cut off", json.loads(answer.err)["sentence"])

    def test_wrong_encodings(self):
        rows = HEADER + "1,,Café crème,B,C,1 kg,1.00,0.50,3\n2,,Müsli – größer,B,C,1 kg,1.00,0.50,3\n"
        for encoding in ("utf-8", "utf-8-sig", "cp1252"):
            with self.subTest(encoding=encoding):
                self.import_bytes(rows.encode(encoding))
                names = [found["name"] for found in self.shop.do("search", "musli")["found"]]
                self.assertTrue(names and names[0].startswith("Müsli – größer"), names)
        utf16 = self.import_bytes(rows.encode("utf-16"))
        self.assertTrue(utf16.code == 2 or utf16.json()["articles"] == 2, utf16)

    def test_a_line_without_end(self):
        path = self.room / "endless.csv"
        with open(path, "wb") as file:
            file.write(HEADER.encode() + b"1,,Good,B,C,1 kg,1.00,0.50,3\n2,,")
            for _ in range(200):
                file.write(b"x" * 1_000_000)
            file.write(b"\n3,,Good too,B,C,1 kg,1.00,0.50,3\n")
        limit = 400 * 1_000_000  # address space beside libraries; the line itself is 200 MB

        def tight():
            resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))

        program = PROGRAMS.path("makegood")
        done = subprocess.run([program, "--data", self.shop.data, "import", "catalogue", path, "--json"],
                              capture_output=True, text=True, timeout=300, preexec_fn=None if sanitized("makegood") else tight)
        self.assertIn(done.returncode, (0, 2), done.stderr)
        if done.returncode == 0:
            self.assertIn('"line": 3', done.stdout)


class BadMachine(ShopTest):
    def test_clock_set_back(self):
        offer = self.shop.do("report", "stock-out", MISSING)["offers"][0]
        self.shop.do("give", offer["offer"], "--no-wait")
        out = self.shop.do("budget", "show")
        faked = self.at("-400d", "report", "stock-out", MISSING)
        self.assertIn("Set the clock", faked.stderr)
        self.assertEqual(len(faked.stderr.strip().splitlines()), 1, faked.stderr)
        kinds = " ".join(str(event) for event in events(self.shop)[-3:])
        self.assertIn("clock", kinds.lower())
        self.assertEqual(self.shop.do("budget", "show")["reserved"], out["reserved"])

    def test_folder_that_another_process_owns(self):
        with open(self.shop.data / "lock", "r+", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            answer = self.shop.run("report", "stock-out", MISSING)
        self.assert_refused(answer, 3)
        self.shop.do("report", "stock-out", MISSING)

    def test_broken_settings(self):
        before = len(events(self.shop))
        for name, broken, fragment in (
            ("shop.toml", 'width_dots = "wide"', "shop.toml"),
            ("shop.toml", "[printer", "shop.toml"),
            ("policy/own.toml", "[limits]\ncrads = 3", "cards"),
        ):
            with self.subTest(broken=broken):
                file = self.shop.data / name
                whole = file.read_text(encoding="utf-8")
                file.write_text(broken if "policy" in name else whole.replace("width_dots = 576", broken), encoding="utf-8")
                self.assert_refused(self.shop.run("report", "stock-out", MISSING), 2, fragment)
                self.assert_refused(self.shop.run("config", "check"), 2, fragment)
                file.write_text(whole, encoding="utf-8")
        self.assertEqual(len(events(self.shop)), before)

    def test_currency_that_changed(self):
        file = self.shop.data / "shop.toml"
        whole = file.read_text(encoding="utf-8")
        file.write_text(whole.replace('currency = "USD"', 'currency = "EUR"'), encoding="utf-8")
        for words in (["budget", "show"], ["config", "check"], ["report", "stock-out", MISSING]):
            self.assert_refused(self.shop.run(*words), 2, 'Write currency = "USD" again')
        file.write_text(whole.replace('store = "Corner Market"', 'store = "Corner Store"'), encoding="utf-8")
        self.assertTrue(self.shop.do("config", "check")["ok"])
        file.write_text(whole, encoding="utf-8")

    def test_catalogue_that_is_gone(self):
        (catalogue,) = self.shop.data.glob("catalogue-*.db")
        catalogue.write_bytes(b"\0" * 5000)
        for words in (["config", "check"], ["suggest", MISSING], ["import", "catalogue", CATALOGUE]):
            self.assertIn(f"{catalogue.name} is damaged", self.shop.run(*words).err)
        catalogue.unlink()
        for words in (["config", "check"], ["suggest", MISSING]):
            self.assert_refused(self.shop.run(*words), 2, "Import the shop's whole export file again.")
        self.assertEqual(self.shop.do("import", "catalogue", CATALOGUE)["rejected"], 0)
        self.assertTrue(self.shop.do("config", "check")["ok"])

    def test_all_problems_at_once(self):
        file = self.shop.data / "shop.toml"
        whole = file.read_text(encoding="utf-8")
        file.write_text(whole.replace("width_dots = 576", "width_dots = 5").replace('theme = "light"', 'theme = "pink"'), encoding="utf-8")
        plain, told = self.shop.run("config", "check"), self.shop.run("config", "check", "--json")
        file.write_text(whole, encoding="utf-8")
        self.assertEqual((plain.code, told.code), (2, 2))
        self.assertEqual(len(plain.err.splitlines()), 2)
        self.assertEqual(json.loads(told.err)["problems"], plain.err.splitlines())

    def test_read_only_folder(self):
        before = len(events(self.shop))
        paths = [self.shop.data, *self.shop.data.rglob("*")]
        modes = {path: path.stat().st_mode for path in paths}
        for path in paths:
            path.chmod(modes[path] & ~0o222)
        try:
            done = subprocess.run([*drop_override(), PROGRAMS.path("makegood"), "--data", self.shop.data, "report", "stock-out", MISSING],
                                  capture_output=True, text=True, timeout=60)
        finally:
            for path in paths:
                path.chmod(modes[path])
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
        self.assertEqual(len(events(self.shop)), before)

    def test_full_disk(self):
        """Files may not grow any more: what a full disk does, without filling one."""
        before = len(events(self.shop))
        largest = max(path.stat().st_size for path in self.shop.data.rglob("*") if path.is_file())

        def no_growth():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

        done = subprocess.run([PROGRAMS.path("makegood"), "--data", self.shop.data, "report", "stock-out", MISSING],
                              capture_output=True, text=True, timeout=60, preexec_fn=no_growth)
        self.assertGreater(largest, 4096)
        self.assertEqual(done.returncode, 3, done.stdout + done.stderr)
        self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
        self.assertEqual(len(events(self.shop)), before)

    def test_damaged_journal_is_told(self):
        copy = self.room / "damaged"
        shutil.copytree(self.shop.data, copy)
        database = max((path for path in copy.iterdir() if path.is_file()), key=lambda path: path.read_bytes().count(b"Corner Market"))
        data = database.read_bytes().replace(b"Corner Market", b"Korner Market")
        database.write_bytes(data)
        answer = PROGRAMS.run("makegood", "--data", copy, "journal", "verify")
        self.assertEqual(answer.code, 3, answer.out + answer.err)


if __name__ == "__main__":
    unittest.main()
