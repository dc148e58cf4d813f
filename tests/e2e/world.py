"""What the tests of whole programs share: a fresh shop in a temporary folder, and what must hold in it at any time."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging/play"))
from programs import Background, Programs, Shop, simulated_printer  # noqa: E402,F401

PROGRAMS = Programs(os.environ.get("MAKEGOOD_BIN", ROOT / "build/release/bin"))
CATALOGUE = ROOT / "kiosk-config/demo/catalogue.csv"
MISSING = "9520000010010"  # coconut oil 400 ml of the demo shop; none left
MISSING_NUMBER = "100101"


def sanitized(program):
    """Whether it was built to look for mistakes: it is slow then, and lays a shadow over more memory than there is."""
    return "san.so" in subprocess.run(["ldd", PROGRAMS.path(program)], capture_output=True, text=True, check=True).stdout


def new_shop(folder, limit="150.00", catalogue=CATALOGUE, printer=None):
    """Without a printer of its own, pieces become files in the folder."""
    shop = Shop(PROGRAMS, Path(folder) / "shop")
    printer = printer or f"file:{folder}/paper/"
    shop.opened = shop.do("init", "--store", "Corner Market", "--currency", "USD", "--budget", limit, "--printer", printer)
    if catalogue:
        shop.do("import", "catalogue", catalogue)
    return shop


def twin(shop, folder):
    """A copy of the whole machine that the shop runs on: its folder, and what lies outside of it."""
    shutil.copytree(shop.data, folder, ignore=shutil.ignore_patterns("*.sock"))
    state = Path(f"{folder}-state")
    shutil.copytree(shop.state or Path(os.environ["XDG_STATE_HOME"], "makegood"), state)
    copy = type(shop).__new__(type(shop))
    copy.__dict__.update(shop.__dict__, data=Path(folder), state=state)
    return copy


def events(shop):
    """The journal as a list of documents, oldest first."""
    answer = shop.run("journal", "export")
    assert answer.code == 0, answer.err
    *documents, end = [json.loads(line) for line in answer.out.splitlines()]
    assert "signature" in end, "an export ends with a signed line"
    return documents


class ShopTest(unittest.TestCase):
    """Every test has a shop of its own in self.room."""

    limit = "150.00"
    catalogue = CATALOGUE

    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="makegood-e2e-")
        self.addCleanup(holder.cleanup)
        self.room = Path(holder.name)
        self.shop = new_shop(self.room, self.limit, self.catalogue)

    def tearDown(self):
        self.assert_sound()

    def at(self, moment, *command):
        """What the shop answers when its clock is elsewhere: "+400d", "-400d"."""
        # faketime is loaded before a sanitizer's runtime, which that then takes for a mistake.
        options = os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"
        done = subprocess.run(["faketime", "-f", moment, PROGRAMS.path("makegood"), "--data", self.shop.data, *command,
                               "--json"], capture_output=True, text=True, timeout=60,
                              env=os.environ | {"ASAN_OPTIONS": options})
        self.assertEqual(done.returncode, 0, done.stderr)
        return done

    def assert_sound(self):
        """The journal is whole, the state is what it says, and the money holds."""
        self.assertTrue(self.shop.do("journal", "verify")["ok"])
        self.assertTrue(self.shop.do("journal", "rebuild", "--check")["ok"])
        money = self.shop.do("budget", "show")
        self.assertLessEqual(money["spent"] + money["reserved"], money["limit"])

    def assert_refused(self, answer, code, fragment=""):
        """One sentence with a way out, the exit code of the design, nothing on standard output."""
        self.assertEqual(answer.code, code, answer.err + answer.out)
        self.assertEqual(answer.out, "")
        self.assertEqual(len(answer.err.strip().splitlines()), 1, answer.err)
        self.assertTrue(answer.err.endswith("\n"), answer.err)
        sentence = answer.err.rstrip("\n")
        if sentence.startswith("{"):
            told = json.loads(sentence)
            self.assertEqual(told["exit"], code)
            sentence = told["sentence"]
        self.assertRegex(sentence, r"^\S.*[.?!)]$")
        self.assertIn(fragment.lower(), sentence.lower())
        for empty in ("inva" + "lid", "error " + "occurred", "exception", "errno"):
            self.assertNotIn(empty, sentence.lower())
