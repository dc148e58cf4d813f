#!/usr/bin/python3
"""The auditor finds what it is there to find."""
import unittest

from auditor import faults


def given(sequence, recovery, cost, serial=None, offer=None):
    voucher = {"serial": serial, "ean13": "29" + serial} if serial else None
    body = {"id": recovery, "period": "d", "limit": {"cost": 100}, "voucher": voucher,
            "offer": {"id": offer or "o" + recovery, "cost": cost}}
    return {"seq": sequence, "event": "recovery-given", "body": body}


def undone(sequence, recovery):
    return {"seq": sequence, "event": "recovery-undone", "body": {"id": recovery}}


class AuditorTest(unittest.TestCase):
    def test_true_journal(self):
        journal = [given(1, "a", 60), undone(2, "a"), given(3, "b", 100, "s1")]
        found, money = faults(journal)
        self.assertEqual(found, [])
        self.assertEqual(money.out["d"], 100)

    def test_faults(self):
        cases = {
            "overspent": [given(1, "a", 60), given(2, "b", 41)],
            "gap": [given(1, "a", 1), given(3, "b", 1)],
            "serial twice": [given(1, "a", 1, "s1"), given(2, "b", 1, "s1")],
            "offer twice": [given(1, "a", 1, offer="o"), given(2, "b", 1, offer="o")],
            "undone twice": [given(1, "a", 1), undone(2, "a"), undone(3, "a")],
            "undone, never given": [undone(1, "a")],
        }
        for name, journal in cases.items():
            with self.subTest(fault=name):
                self.assertEqual(len(faults(journal)[0]), 1 if name != "serial twice" else 2)


if __name__ == "__main__":
    unittest.main()
