"""How often the substitute that a household really took stands near the front, beside reference rankers.

Of every household all receipts are left out of what is learnt before its cases are ranked: households are cut into
folds, and each fold is ranked by what the others taught. MAKEGOOD_DATA names the folder with the records."""
import csv
import gzip
import hashlib
import itertools
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from figures import Figure

ROOT = Path(__file__).resolve().parents[2]
MAPPINGS = ROOT / "tests/support/mappings"
FOLDS = 10
TIERS = ("all", "instead")
WITHOUT_RECEIPTS = ("same manufacturer, nearest size", "nearest price")  # what can be asked of a bare catalogue


def fold_of(household):
    return int(hashlib.sha256(household.encode()).hexdigest()[:8], 16) % FOLDS


def records(path):
    opened = gzip.open(path, "rt", newline="") if path.suffix == ".gz" else open(path, newline="")
    with opened as file:
        yield from csv.DictReader(file)


def write_all_but(fold, receipts, path):
    """The lines of the households that are not in this fold."""
    lines = records(receipts)
    first = next(lines)
    with open(path, "w", newline="") as file:
        writer = csv.DictWriter(file, first.keys())
        writer.writeheader()
        writer.writerows(line for line in itertools.chain([first], lines) if fold_of(line["household_id"]) != fold)


class Measured:
    """MRR of one ranker on one tier, and its interval."""

    def __init__(self, mrr, low, high):
        self.mrr, self.low, self.high = mrr, low, high


def score(script, *words):
    """What the scoring script says: (tier, ranker) -> Measured."""
    said = subprocess.run([sys.executable, script, *map(str, words)], check=True, capture_output=True, text=True).stdout
    found = re.findall(r"^(all|instead)\s+(.*?)\s+n=\d+ .*MRR ([\d.]+) \[([\d.]+), ([\d.]+)\]", said, re.M)
    return {(tier, name): Measured(*map(float, numbers)) for tier, name, *numbers in found}


class Shop:
    def __init__(self, programs, room):
        self.command = [programs / "makegood", "--data", room / "shop"]
        self.do("init", "--store", "Bench", "--currency", "USD")

    def do(self, *words):
        return subprocess.run([*self.command, *map(str, words)], check=True, capture_output=True, text=True).stdout

    def learn(self, receipts):
        self.do("import", "sales", receipts, "--mapping", MAPPINGS / "complete_journey_sales.toml", "--anew")

    def rank(self, cases, room):
        (room / "cases.jsonl").write_text("".join(cases))
        return self.do("suggest", "--batch", room / "cases.jsonl")


def rank_by_folds(shop, data, cases, customer, room, say):
    ranks = ""
    for fold in range(FOLDS):
        say(f"fold {fold + 1} of {FOLDS}")
        write_all_but(fold, data / "complete_journey/transactions_dev.csv.gz", room / "others.csv")
        shop.learn(room / "others.csv")
        ranks += shop.rank([line for line in cases if fold_of(customer[json.loads(line)["case"]]) == fold], room)
    return ranks


def lines_of(name, ours, references, rankers):
    for tier in TIERS:
        best = max(rankers, key=lambda ranker: references[tier, ranker].mrr)
        reference, mine = references[tier, best], ours[tier, "this"]
        yield Figure(f"{name}_{tier}_mrr_rate", mine.mrr, "MRR", mine.mrr / reference.mrr, best)
        yield Figure(f"{name}_{tier}_mrr_low_rate", mine.low, "MRR", mine.low / reference.low, best)
        yield Figure(f"{name}_{tier}_mrr_high_rate", mine.high, "MRR", mine.high / reference.high, best)


def figures(programs, say):
    if "MAKEGOOD_DATA" not in os.environ:
        say("skipped: MAKEGOOD_DATA names no folder")
        return
    data = Path(os.environ["MAKEGOOD_DATA"])
    script = data / "substitution/score.py"
    customer = {case["case_id"]: case["customer"] for case in records(data / "substitution/cases_dev.csv")}
    with tempfile.TemporaryDirectory(prefix="makegood-quality-", dir="/var/tmp") as folder:
        room = Path(folder)
        say("the reference rankers")
        references = score(script, "--baselines")
        subprocess.run([sys.executable, script, "--cases", room / "all.jsonl"], check=True)
        cases = (room / "all.jsonl").read_text().splitlines(keepends=True)
        shop = Shop(programs, room)
        shop.do("import", "catalogue", data / "complete_journey/products.csv.gz", "--mapping", MAPPINGS / "complete_journey.toml")
        say("ranking by the catalogue alone")
        (room / "bare.jsonl").write_text(shop.rank(cases, room))
        yield from lines_of("substitute_bare", score(script, room / "bare.jsonl"), references, WITHOUT_RECEIPTS)
        (room / "learnt.jsonl").write_text(rank_by_folds(shop, data, cases, customer, room, say))
        every = {ranker for _, ranker in references}
        yield from lines_of("substitute", score(script, room / "learnt.jsonl"), references, every)


if __name__ == "__main__":
    for figure in figures(Path(sys.argv[1]), lambda words: print(f"== {words}", file=sys.stderr, flush=True)):
        print(figure, flush=True)
