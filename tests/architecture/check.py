#!/usr/bin/python3
"""tests/architecture/check.py [ROOT]: says every place where the tree breaks a rule of its design."""
import sys
from pathlib import Path

import includes
import levels
import shape
from tree import Tree

CHECKS = [
    levels.check_levels,
    levels.check_cycles,
    includes.check_rooms_of_files,
    includes.check_paths,
    includes.check_declared,
    includes.check_confined,
    includes.check_sql_words,
    shape.check_file_length,
    shape.check_function_length,
    shape.check_header_names,
    shape.check_guards,
    shape.check_words,
    shape.check_sentences,
    shape.check_exact_money,
]


def findings(root):
    tree = Tree(root)
    return {check.__name__: list(check(tree)) for check in CHECKS}


def main():
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2]
    tree = Tree(root)
    if not tree.rooms or not tree.sources:
        sys.exit(f"{root} holds no rooms: name the root of the source tree")
    count = 0
    for name, found in findings(root).items():
        for finding in found:
            print(finding)
        count += len(found)
        print(f"{name}: {len(found) or 'none'}")
    sys.exit(1 if count else 0)


if __name__ == "__main__":
    main()
