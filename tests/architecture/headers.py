#!/usr/bin/python3
"""tests/architecture/headers.py CACHE: compiles every header of the product alone.

A header is compiled again only when it, one of ours that it includes, or the compiler changed.
"""
import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tree import Tree

PARTS = ["libsodium", "sqlite3", "libzstd", "libutf8proc", "pangocairo", "gtk+-3.0"]
COMPILER = os.environ.get("CXX", "g++")


def flags_of_parts():
    command = "wx-config --cxxflags; pkg-config --cflags " + " ".join(PARTS)
    words = subprocess.run(command, shell=True, check=True, capture_output=True, text=True).stdout.split()
    return [word for word in words if word.startswith(("-I", "-D"))]


def closure(tree, path, seen):
    if path not in seen and (tree.root / path).is_file():
        seen.add(path)
        for include in tree.includes(path):
            if include.quoted:
                closure(tree, include.path, seen)
    return seen


def fingerprint(tree, path, version):
    digest = hashlib.blake2b(version.encode())
    for name in sorted(closure(tree, path, set())):
        digest.update(name.encode() + b"\0" + tree.text(name).encode())
    return digest.hexdigest()


def compile_alone(tree, path, flags):
    command = [COMPILER, "-std=c++20", "-fsyntax-only", "-w", f"-I{tree.root}", *flags, "-x", "c++", "-"]
    source = f'#include "{path}"\n'
    done = subprocess.run(command, input=source, capture_output=True, text=True, cwd=tree.root)
    return done.returncode == 0, done.stderr


def check(root, cache):
    tree, flags = Tree(root), flags_of_parts()
    cache.mkdir(parents=True, exist_ok=True)
    version = subprocess.run([COMPILER, "--version"], capture_output=True, text=True).stdout + " ".join(flags)
    headers = [path for path in tree.sources if path.endswith(".hpp") and not path.startswith("packaging/")]
    marks = {path: cache / fingerprint(tree, path, version) for path in headers}
    waiting = [path for path in headers if not marks[path].exists()]
    bad = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, (good, said) in zip(waiting, pool.map(lambda path: compile_alone(tree, path, flags), waiting)):
            if good:
                marks[path].touch()
            else:
                bad += 1
                print(f"{path}: does not compile alone\n{said}")
    print(f"{len(headers)} headers, {len(waiting)} compiled now, {bad} of them not alone")
    return bad


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Name the folder that remembers which headers are good.")
    sys.exit(1 if check(Path(__file__).resolve().parents[2], Path(sys.argv[1])) else 0)
