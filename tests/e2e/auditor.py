"""Reads journals with none of our code and says what can't be true in them."""
import json
import sqlite3
from collections import Counter
from contextlib import closing


class Money:
    """Reserved + spent per period, counted again from events alone, at every moment."""

    def __init__(self):
        self.out, self.limit = Counter(), {}
        self.recoveries = {}  # id -> (period, cost) while its money is out
        self.vouchers = {}  # serial -> recovery
        self.standing_limit = 0

    def take(self, name, body):
        """The sentence of what is wrong, or None."""
        if name == "budget-set":
            self.standing_limit = self.limit[body["period"]] = body["limit"]["cost"]
        if name == "recovery-given":
            period, cost = body["period"], body["offer"]["cost"]
            self.limit.setdefault(period, body["limit"]["cost"])
            self.out[period] += cost
            self.recoveries[body["id"]] = (period, cost)
            if body["voucher"]:
                self.vouchers[body["voucher"]["serial"]] = body["id"]
            if self.out[period] > self.limit[period]:
                return f"{body['id']} brings {period} to {self.out[period]} of {self.limit[period]}"
        if name == "recovery-undone":
            return self._back(body["id"])
        if name in ("voucher-voided", "voucher-expired"):
            return self._back(self.vouchers.pop(body["serial"], None))
        if name == "voucher-replaced":
            self.vouchers[body["voucher"]["serial"]] = self.vouchers.pop(body["old_serial"])
        return None

    def _back(self, recovery):
        if recovery not in self.recoveries:
            return f"money of {recovery} comes back, but is not out"
        period, cost = self.recoveries.pop(recovery)
        self.out[period] -= cost
        return None


def faults(events):
    """Sentences; empty when the journal can be true."""
    money, offers, serials, numbers = Money(), Counter(), Counter(), Counter()
    found = []
    for place, event in enumerate(events, 1):
        name, body = event["event"], event["body"]
        if event["seq"] != place:
            found.append(f"event {place} calls itself {event['seq']}")
        problem = money.take(name, body)
        found += [problem] if problem else []
        if name == "recovery-given":
            offers[body["offer"]["id"]] += 1
        if name in ("recovery-given", "voucher-replaced") and body["voucher"]:
            serials[body["voucher"]["serial"]] += 1
            numbers[body["voucher"]["ean13"]] += 1
    for what, counts in (("offer", offers), ("serial", serials), ("number", numbers)):
        found += [f"{what} {name} was given {count} times" for name, count in counts.items() if count > 1]
    return found, money


def received_at(database):
    """(sequence, document) of all events that a stopped head office stored, in order, and what it set aside."""
    with closing(sqlite3.connect(database)) as connection:
        events = connection.execute("SELECT sequence, bytes FROM event ORDER BY device, epoch, sequence").fetchall()
        aside = connection.execute("SELECT sentence FROM exception").fetchall()
    return [(sequence, json.loads(data)) for sequence, data in events], [sentence for (sentence,) in aside]
