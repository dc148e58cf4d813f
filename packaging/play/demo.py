#!/usr/bin/python3
"""demo.py [--window]: makes the demo shop and opens it; without --window plays it and proves what happened.

Started by packaging/demo, which has built everything; without --window inside packaging/with-screen.
"""
import json
import shutil
import sys
import time
from pathlib import Path

from head_office import HeadOffice
from pieces import codes_in
from programs import Background, Programs, Shop, simulated_printer

ROOT = Path(__file__).resolve().parents[2]
ROOM, OUT = ROOT / "build/demo", ROOT / "demo-out"
STORE, REGISTER = "Corner Market", "Register 2"
CLERK, PIN = "Mara", "2580"


def say(words):
    print(f"== {words}", flush=True)


def make_shop(programs, printer):
    shop = Shop(programs, ROOM / "shop")
    opened = shop.do("init", "--store", STORE, "--register", REGISTER, "--currency", "USD", "--budget", "150.00", "--printer", printer)
    report = shop.do("import", "catalogue", ROOT / "kiosk-config/demo/catalogue.csv")
    shop.do("people", "add", CLERK, "--initials", "MA", "--pin", PIN)
    say(f"shop: {report['articles']} articles, {opened['budget']} a day, {CLERK} signs in with {PIN}, the manager with {opened['pin']}")
    return shop


class Demo:
    """The shop, its printer, its head office and its terminal, all on this machine."""

    def __init__(self):
        shutil.rmtree(ROOM, ignore_errors=True)
        ROOM.mkdir(parents=True)
        self.programs = Programs(ROOT / "build/release/bin")
        self.pieces = ROOM / "pieces"
        self.printer = simulated_printer(self.programs, self.pieces, ROOM / "printer.log")
        self.shop = make_shop(self.programs, self.printer.address)
        self.office = HeadOffice(self.programs, ROOM / "head-office")
        self.office.enrol(self.shop, STORE, REGISTER)
        say(f"printer at {self.printer.address}, head office at {self.office.url}/")
        self.terminal = Background([self.programs.path("makegood-terminal"), "--data", self.shop.data], ROOM / "terminal.log")

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
            shutil.copy(bytes_file.with_suffix(ending), OUT / (name + ending))
        found[name] = codes
    return found


def head_office_received(demo, expected):
    def complete():
        return expected(demo.office.summary())

    wait_until(complete)
    summary = demo.office.summary()
    (OUT / "head-office.json").write_text(json.dumps(summary, indent=2) + "\n")
    return summary


def play(demo):
    from scenes import play_scenes
    import proof

    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir()
    played = play_scenes(demo, OUT, CLERK, PIN, say)
    codes = collect_pieces(demo, expected=2)
    summary = head_office_received(demo, proof.is_complete)
    facts = proof.facts(demo.shop, played, codes, summary, OUT)
    for sentence, true in facts:
        print(f"   {'done    ' if true else 'MISSING '} {sentence}")
    good = all(true for _, true in facts)
    say(f"all of it is in {OUT.name}/" if good else f"something did not happen; {ROOM.relative_to(ROOT)}/*.log may say why")
    return 0 if good else 1


def main():
    demo = Demo()
    try:
        return open_window(demo) if "--window" in sys.argv[1:] else play(demo)
    except KeyboardInterrupt:
        return 0
    finally:
        demo.close()


if __name__ == "__main__":
    sys.exit(main())
