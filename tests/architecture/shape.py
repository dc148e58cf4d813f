"""Sizes, names and words of files."""
import ast
import re

from functions import functions_of
from tree import Finding

FILE_LINES = 400
FUNCTION_LINES = 70
# Put together, so that this list is not found in itself.
FORBIDDEN = ["TO" + "DO", "FIX" + "ME", "XX" + "X:", "HA" + "CK", "/wo" + "rk/", "../sha" + "red", "/tm" + "p/mk"]
# Words that explain nothing to the person who reads them.
EMPTY_PHRASES = ["inva" + "lid", "error " + "occurred", "try again " + "later", "something went wrong, " + "please"]
SCRIPT_FOLDERS = ("app", "devices", "db", "tests", "packaging", "kiosk-config", ".ci")
EXACT_ROOMS = ("app/base/", "app/core/budget/", "app/core/voucher/", "app/core/gesture/")
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')


def is_ours(path):
    return path.suffix in (".cpp", ".hpp", ".py", ".sh", ".cmake", ".toml", ".sql", ".md", "") and path.is_file()


def all_texts(tree):
    """Every text of the project with its path: sources, scripts, settings, documents."""
    paths = [path for folder in SCRIPT_FOLDERS for path in (tree.root / folder).rglob("*")]
    for path in sorted(paths + list(tree.root.glob("*"))):
        if is_ours(path) and "__pycache__" not in path.parts:
            try:
                yield path.relative_to(tree.root).as_posix(), path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue  # a picture or printed bytes without an ending


def check_file_length(tree):
    for path, text in all_texts(tree):
        lines = text.count("\n")
        if lines > FILE_LINES and path.endswith((".cpp", ".hpp", ".py", ".sh", ".cmake")):
            yield Finding(path, f"has {lines} lines; {FILE_LINES} are the limit: find the second file in it")


def check_function_length(tree):
    for path in tree.sources:
        for name, line, length in functions_of(tree.text(path)):
            if length > FUNCTION_LINES:
                yield Finding(f"{path}:{line}", f"{name} has {length} lines; {FUNCTION_LINES} are the limit")
    for path, text in all_texts(tree):
        if path.endswith(".py"):
            yield from long_python_functions(path, text)


def long_python_functions(path, text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            length = node.end_lineno - node.lineno + 1
            if length > FUNCTION_LINES:
                yield Finding(f"{path}:{node.lineno}", f"{node.name} has {length} lines; {FUNCTION_LINES} are the limit")


def check_header_names(tree):
    first = {}
    for path in tree.sources:
        name = path.rpartition("/")[2]
        if not path.endswith((".hpp", ".h")):
            continue
        if name in first:
            yield Finding(path, f"is called like {first[name]}: header names are unique in the tree")
        first.setdefault(name, path)


def check_guards(tree):
    for path in tree.sources:
        if path.endswith(".hpp") and "#pragma once" not in tree.text(path):
            yield Finding(path, "has no #pragma once")


def check_words(tree):
    for path, text in all_texts(tree):
        for number, line in enumerate(text.splitlines(), 1):
            for word in FORBIDDEN:
                if word in line:
                    yield Finding(f"{path}:{number}", f'"{word}" has no place in the product')


def check_sentences(tree):
    """No sentence for people is made of words that help nobody."""
    for path in tree.sources:
        if not path.startswith(("app/", "devices/", "db/")):
            continue
        for number, line in enumerate(tree.text(path).splitlines(), 1):
            for string in STRING.findall(line):
                for phrase in EMPTY_PHRASES:
                    if phrase in string.lower():
                        yield Finding(f"{path}:{number}", f'"{phrase}" tells nobody what to do: name what is wrong and the way out')


def check_exact_money(tree):
    for path in tree.sources:
        if path.startswith(EXACT_ROOMS):
            for number, line in enumerate(tree.text(path).splitlines(), 1):
                if re.search(r"\b(double|float)\b", line.partition("//")[0]):
                    yield Finding(f"{path}:{number}", "money is counted in whole minor units, never in floating point")
