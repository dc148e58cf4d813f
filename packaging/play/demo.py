#!/usr/bin/python3
"""demo.py [--window] [ROOM OUT]: makes the demo shop and opens it; without --window plays it and proves what happened.

Started by packaging/demo, which has built everything; without --window inside packaging/with-screen. The shop lives
in ROOM (build/demo), pictures and pieces go to OUT (demo-out); both are made anew.
"""
import argparse
import json
import os
import shutil
import sys
import time
from pathlib import Path

from head_office import HeadOffice
from pieces import codes_in
from programs import Background, Programs, Shop, simulated_printer

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(os.environ.get("MAKEGOOD_BIN", ROOT / "build/release/bin"))
STORE, REGISTER = "Corner Market", "Register 2"
CLERK, PIN = "Mara", "8063"


def say(words):
    print(f"== {words}", flush=True)


def make_shop(programs, room, printer):
    shop = Shop(programs, room / "shop")
    opened = shop.do("init", "--store", STORE, "--register", REGISTER, "--currency", "USD", "--budget", "150.00", "--printer", printer)
    report = shop.do("import", "catalogue", ROOT / "kiosk-config/demo/catalogue.csv")
    shop.do("people", "add", CLERK, "--initials", "MA", "--pin", PIN)
    say(f"shop: {report['articles']} articles, {opened['budget']} a day, {CLERK} signs in with {PIN}, the manager with {opened['pin']}")
    return shop


class Demo:
    """The shop, its printer, its head office and its terminal, all on this machine."""

    def __init__(self, room, out, on_own_screen):
        self.room, self.out, self.pieces = room, out, room / "pieces"
        shutil.rmtree(room, ignore_errors=True)
        room.mkdir(parents=True)
        os.environ["MAKEGOOD_STATE"] = str(room / "state")  # the shop stays there, and can be opened again
        self.programs = Programs(BIN)
        self.printer = simulated_printer(self.programs, self.pieces, room / "printer.log")
        self.shop = make_shop(self.programs, room, self.printer.address)
        self.office = HeadOffice(self.programs, room / "head-office")
        self.office.enrol(self.shop, STORE, REGISTER)
        say(f"printer at {self.printer.address}, head office at {self.office.url}/")
        command = [self.programs.path("makegood-terminal"), "--data", self.shop.data]
        self.terminal = Background(command + ["--full-screen"] * on_own_screen, room / "terminal.log")

    def close(self):
        for program in (self.terminal, self.office.process, self.printer):
            program.stop()


def open_window(demo):
    say(f"the terminal is open; scan or type for example 9520000010010 (coconut oil, none left). Pieces come out in {demo.pieces}.")
    return demo.terminal.process.wait()


def wait_until(done, seconds=30):
    until = time.monotonic() + seconds
    while not done() and time.monotonic() < until:
        time.sleep(0.1)
    return done()


def collect_pieces(demo, expected):
    """Copies what came out under the names that say what it is; answers the codes on each."""
    wait_until(lambda: len(list(demo.pieces.glob("piece-*.bin"))) >= expected)
    found, counts = {}, {"sticker": 0, "voucher": 0}
    for bytes_file in sorted(demo.pieces.glob("piece-*.bin")):
        codes = codes_in(bytes_file.with_suffix(".png"))
        kind = "voucher" if codes else "sticker"
        counts[kind] += 1
        name = f"{kind}-{counts[kind]}"
        for ending in (".bin", ".png"):
            shutil.copy(bytes_file.with_suffix(ending), demo.out / (name + ending))
        found[name] = codes
    return found


def head_office_received(demo, expected):
    def complete():
        return expected(demo.office.summary())

    wait_until(complete)
    summary = demo.office.summary()
    (demo.out / "head-office.json").write_text(json.dumps(summary, indent=2) + "\n")
    return summary


def play(demo):
    from scenes import play_scenes
    import proof

    shutil.rmtree(demo.out, ignore_errors=True)
    demo.out.mkdir(parents=True)
    played = play_scenes(demo, demo.out, CLERK, PIN, say)
    codes = collect_pieces(demo, expected=2)
    summary = head_office_received(demo, proof.is_complete)
    facts = proof.facts(demo.shop, played, codes, summary, demo.out)
    for sentence, true in facts:
        print(f"   {'done    ' if true else 'MISSING '} {sentence}")
    good = all(true for _, true in facts)
    say(f"all of it is in {demo.out}" if good else f"something did not happen; {demo.room}/*.log may say why")
    return 0 if good else 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--window", action="store_true")
    parser.add_argument("room", nargs="?", type=Path, default=ROOT / "build/demo")
    parser.add_argument("out", nargs="?", type=Path, default=ROOT / "demo-out")
    options = parser.parse_args()
    demo = Demo(options.room, options.out, on_own_screen=not options.window)
    try:
        return open_window(demo) if options.window else play(demo)
    except KeyboardInterrupt:
        return 0
    finally:
        demo.close()


if __name__ == "__main__":
    sys.exit(main())
