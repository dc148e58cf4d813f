"""Start to the first usable screen, and memory, beside a bare wxWidgets window with nine buttons."""
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import make_rows
from figures import Figure, median

ARTICLES = 92_331
ROUNDS = 7
WITH_SCREEN = Path(__file__).resolve().parents[2] / "packaging/with-screen"


def prepare_shop(programs, room):
    rows, shop = room / "rows.csv", room / "shop"
    make_rows.write(ARTICLES, rows)
    for words in (["init", "--store", "Bench", "--currency", "USD"], ["import", "catalogue", rows]):
        subprocess.run([programs / "makegood", "--data", shop, *words], check=True, stdout=subprocess.DEVNULL)
    return shop


def proportional_memory(pid):
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
        return next(int(line.split()[1]) * 1024 for line in file if line.startswith("Pss:"))


def settled_memory(pid):
    """PSS once it has not moved by more than one percent for a second; the last one after 15 s."""
    last, still = 0, 0
    for _ in range(75):
        time.sleep(0.2)
        now = proportional_memory(pid)
        still = still + 1 if abs(now - last) * 100 <= now else 0
        last = now
        if still >= 5:
            break
    return last


def start_once(screen, command):
    """Seconds until the window shows something, and the memory of the process afterwards."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        screen.wait_for_picture(began + 60)
        seconds = time.monotonic() - began
        return seconds, settled_memory(process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        screen.wait_until_empty(time.monotonic() + 10)


def measure(terminal, bare, shop):
    """Runs on the virtual screen: one tab-separated line a round."""
    from screen import Screen

    screen = Screen()
    for command in ([bare], [terminal, "--data", shop]):
        start_once(screen, command)  # the first one reads the disk
    for _ in range(ROUNDS):
        print(*start_once(screen, [bare]), *start_once(screen, [terminal, "--data", shop]), sep="\t", flush=True)


def figures(programs, say):
    with tempfile.TemporaryDirectory(prefix="makegood-window-", dir="/var/tmp") as folder:
        say(f"window: a shop of {ARTICLES:,} made-up articles")
        shop = prepare_shop(programs, Path(folder))
        say(f"window: {ROUNDS} starts of each")
        command = [WITH_SCREEN, sys.executable, __file__, programs / "makegood-terminal", programs / "bare_window", shop]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, "GDK_BACKEND": "x11"})
    rounds = [tuple(map(float, line.split("\t"))) for line in done.stdout.splitlines()]
    bare_start, bare_memory, our_start, our_memory = (median(column) for column in zip(*rounds))
    yield Figure("window_start", our_start, "s", our_start / bare_start, "bare wxWidgets window")
    yield Figure("window_memory", our_memory, "B", our_memory / bare_memory, "bare wxWidgets window")


if __name__ == "__main__":
    measure(*sys.argv[1:])
