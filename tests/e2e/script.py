"""A register's busy hour as a script: reports, gives, takes back, sends; killed at any moment, it goes on."""
import json
import random
import subprocess
import threading

KILLED = -9
ALLOWED = {0, 1, 3, KILLED}  # done, refused by a rule, the machine (or its owner) went away, killed
FAILURES = ["waited-too-long", "wrong-price", "not-treated-well", "promise-not-kept"]


class Script(threading.Thread):
    def __init__(self, shop, articles, seed):
        super().__init__()
        self.shop, self.articles, self.random = shop, articles, random.Random(seed)
        self.current = None  # the process under way, for whoever kills
        self.ending = threading.Event()
        self.given = {}  # offer -> recovery, as answered
        self.undone, self.in_doubt, self.faults = [], [], []
        self.calls = 0

    def run(self):
        try:
            while not self.ending.is_set():
                self.step()
        except Exception as fault:  # a thread's fault must not be lost
            self.faults.append(f"the script broke: {fault!r}")

    def step(self):
        if self.in_doubt:
            self.give(self.in_doubt.pop())
        reported = self.call("report", *self.occasion())
        if reported:
            self.give(self.random.choice(reported["offers"] + reported["free"])["offer"])
        if self.given and self.random.random() < 0.15:
            self.take_back()
        if self.random.random() < 0.15:
            self.look_at_paper()
        if self.random.random() < 0.2:
            self.call("sync", "--once")

    def occasion(self):
        if self.random.random() < 0.6:
            return ["stock-out", self.random.choice(self.articles)]
        return ["failure", self.random.choice(FAILURES), "--loss", "8.00"]

    def give(self, offer):
        answer = self.call("give", offer, "--no-wait")
        if answer:
            known = self.given.setdefault(offer, answer["recovery"])
            if known != answer["recovery"]:
                self.faults.append(f"{offer} was {known} and is now {answer['recovery']}")
        elif self.last_code != 1:
            self.in_doubt.append(offer)

    def take_back(self):
        offer, recovery = self.given.popitem()
        if self.call("undo", recovery):
            self.undone.append(recovery)
        else:
            self.given[offer] = recovery

    def look_at_paper(self):
        """A piece in doubt holds up all others until somebody says how it came out."""
        paper = self.call("paper", "show")
        for job in paper["jobs"] if paper else []:
            if job["state"] == "unsure":
                self.call("paper", "answer", job["job"], self.random.choice(["whole", "torn"]))

    def call(self, *words):
        command = [self.shop.programs.path("makegood"), "--data", str(self.shop.data), *words, "--json"]
        self.current = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)
        out, err = self.current.communicate(timeout=60)
        self.last_code, self.calls = self.current.returncode, self.calls + 1
        if self.last_code not in ALLOWED:
            self.faults.append(f"{' '.join(words)} ended with {self.last_code}: {err.strip()}")
        return json.loads(out) if self.last_code == 0 else None

    def kill_current(self):
        process = self.current
        if process and process.poll() is None:
            process.kill()
            return True
        return False
