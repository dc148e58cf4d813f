"""Import of a million rows beside `sqlite3 .import` of the same file, the memory that it takes, and how soon a register
with so many articles answers."""
import os
import subprocess
import tempfile
import time
from pathlib import Path

import make_rows
from figures import Figure, median

ROWS = 1_000_000
ROUNDS = 3


def timed(command, **options):
    """Seconds and peak memory in bytes of one run."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}")
    return time.monotonic() - began, usage.ru_maxrss * 1024


def import_fresh(programs, room, rows, number):
    shop = room / f"shop-{rows.stem}-{number}"
    makegood = [programs / "makegood", "--data", shop]
    timed([*makegood, "init", "--store", "Bench", "--currency", "USD"])
    return timed([*makegood, "import", "catalogue", rows])


def first_answer(programs, shop, rows):
    """From the start of the program to offers for a missing article, with the saved index."""
    with open(rows, encoding="utf-8") as file:
        article = file.readlines(1000)[2].split(",")[0]
    suggest = [programs / "makegood", "--data", shop, "suggest", article]
    timed(suggest)  # saves the index
    runs = [timed(suggest) for _ in range(2 * ROUNDS + 1)]
    return median([seconds for seconds, _ in runs]), median([peak for _, peak in runs])


def sqlite_import(room, rows, number):
    return timed(["sqlite3", "-cmd", ".mode csv", room / f"reference-{number}.db", f".import {rows} articles"])


def figures(programs, say):
    with tempfile.TemporaryDirectory(prefix="makegood-import-", dir="/var/tmp") as folder:
        room = Path(folder)
        say(f"writing {ROWS:,} made-up rows")
        rows, tenth = room / "rows.csv", room / "tenth.csv"
        make_rows.write(ROWS, rows)
        make_rows.write(ROWS // 10, tenth)
        ours, theirs, peaks = [], [], []
        for number in range(ROUNDS):
            say(f"import, round {number + 1} of {ROUNDS}")
            theirs.append(sqlite_import(room, rows, number)[0])
            seconds, peak = import_fresh(programs, room, rows, number)
            ours.append(seconds)
            peaks.append(peak)
        small_peak = import_fresh(programs, room, tenth, ROUNDS)[1]
        say("starts with a million articles")
        ready, ready_peak = first_answer(programs, room / "shop-rows-0", rows)
    yield Figure("import_million", median(ours), "s", median(ours) / median(theirs), "sqlite3 .import")
    yield Figure("import_million_rate", ROWS / median(ours), "rows/s", median(theirs) / median(ours), "sqlite3 .import")
    yield Figure("import_million_peak", median(peaks), "B", median(peaks) / small_peak, "import of 100,000 rows")
    yield Figure("ready_million", ready, "s")
    yield Figure("ready_million_peak", ready_peak / ROWS, "B/article")
