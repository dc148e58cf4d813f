#!/usr/bin/python3
"""A register that can't start says so in its window, with the way out, and goes on when the cause is gone."""
import os
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "packaging/driver"), str(ROOT / "tests/e2e")]
from makegood_driver import Driver  # noqa: E402
from world import PROGRAMS, Background, new_shop  # noqa: E402

TITLE, AGAIN, CLOSE = "This register can’t start yet", "Try again", "Close"
SIGN_IN = "Touch your name, then your PIN"


class Trouble(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="makegood-trouble-")
        self.addCleanup(holder.cleanup)
        self.room = Path(holder.name)
        self.shop = new_shop(self.room)
        self.terminals = 0

    def start(self, data=None):
        self.terminals += 1
        log = self.room / f"terminal-{self.terminals}.log"
        terminal = Background([PROGRAMS.path("makegood-terminal"), "--data", data or self.shop.data], log)
        self.addCleanup(terminal.stop)
        return terminal, Driver(pid=terminal.process.pid)

    def assert_told(self, terminal, hands, answer):
        """The window says what the command line says of the same folder, and so does standard error."""
        hands.wait_for(TITLE)
        sentence = answer.err.strip()
        self.assertNotEqual(answer.code, 0)
        self.assertTrue(any(text.startswith(sentence) for text in hands.texts()), (sentence, hands.texts()))
        self.assertIn(sentence, terminal.log.read_text(encoding="utf-8"))

    def test_broken_settings_are_said_and_tried_again(self):
        settings = self.shop.data / "shop.toml"
        good = settings.read_text(encoding="utf-8")
        settings.write_text(good + "\nclerk-budgett = 3\n", encoding="utf-8")
        terminal, hands = self.start()
        self.assert_told(terminal, hands, self.shop.run("budget", "show"))
        hands.press(AGAIN)
        hands.wait_for(AGAIN)  # still broken, still said
        hands.wait_for(TITLE)
        settings.write_text(good, encoding="utf-8")
        hands.press(AGAIN, until=SIGN_IN)
        self.assertIn("ready", terminal.log.read_text(encoding="utf-8"))
        self.assertEqual(terminal.stop(), 0)

    def test_closing_answers_what_was_wrong(self):
        damaged = self.room / "damaged"
        damaged.mkdir()
        (damaged / "shop.toml").write_text("[[[", encoding="utf-8")
        for folder in (self.room / "nowhere", damaged):
            with self.subTest(folder=folder.name):
                expected = PROGRAMS.run("makegood", "--data", folder, "budget", "show")
                terminal, hands = self.start(folder)
                self.assert_told(terminal, hands, expected)
                hands.press(CLOSE)
                self.assertEqual(terminal.process.wait(20), expected.code)

    def test_being_asked_to_stop_answers_it_too(self):
        terminal, hands = self.start(self.room / "nowhere")
        hands.wait_for(TITLE)
        self.assertNotEqual(terminal.stop(), 0)

    def test_a_held_folder_is_tried_by_itself(self):
        first, hands = self.start()
        hands.wait_for(SIGN_IN)
        second, other_hands = self.start()
        other_hands.wait_for(TITLE)
        self.assertTrue(any("makegood-terminal" in text for text in other_hands.texts()), other_hands.texts())
        self.assertEqual(first.stop(), 0)
        other_hands.wait_for(SIGN_IN)
        self.assertEqual(second.stop(), 0)


if __name__ == "__main__":
    if "MAKEGOOD_TROUBLE" not in os.environ:
        os.environ["MAKEGOOD_TROUBLE"] = "on its own screen"
        os.execv(str(ROOT / "packaging/with-screen"), ["with-screen", "/usr/bin/python3", "-B", *sys.argv])
    unittest.main(verbosity=2)
