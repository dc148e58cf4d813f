#!/usr/bin/python3
"""Each check of the architecture finds its own kind of fault in a small bad tree, and nothing in a good one."""
import sys
import tempfile
import unittest
from pathlib import Path

import check
from functions import functions_of

GOOD = {
    "app/rooms.cmake": "makegood_room(app/base LINKS fmt::fmt)\n"
    "makegood_room(app/core/catalogue USES app/base)\n"
    "makegood_room(app/core/substitute USES app/base app/core/catalogue)\n"
    "makegood_room(app/ports USES app/base app/core/catalogue)\n"
    "makegood_room(app/wire USES app/ports LINKS Boost::json)\n",
    "devices/rooms.cmake": "",
    "db/rooms.cmake": "makegood_room(db/engine USES app/base LINKS SQLiteCpp)\n",
    "app/base/money.hpp": "#pragma once\nint minor_units();\n",
    "app/base/money.cpp": '#include "app/base/money.hpp"\nint minor_units() { return 2; }\n',
    "app/core/catalogue/article.hpp": '#pragma once\n#include "app/base/money.hpp"\n',
    "app/core/substitute/ranking.hpp": '#pragma once\n#include "app/core/catalogue/article.hpp"\n',
    "app/ports/store.hpp": '#pragma once\n#include "app/core/catalogue/article.hpp"\n',
    "app/wire/codec.cpp": '#include <boost/json.hpp>\n#include "app/ports/store.hpp"\n',
    "db/engine/database.cpp": '#include <SQLiteCpp/SQLiteCpp.h>\nauto text = "SELECT a FROM b";\n',
}
LONG_BODY = "    ++count;\n" * 80

# check -> trees that differ from the good one in one thing each; every one must be found
BAD = {
    "check_levels": [
        {"app/rooms.cmake": GOOD["app/rooms.cmake"].replace("(app/ports USES", "(app/ports USES app/wire")},
        {"app/rooms.cmake": GOOD["app/rooms.cmake"].replace("(app/base ", "(app/base USES app/ports ")},
        {"app/rooms.cmake": GOOD["app/rooms.cmake"].replace("catalogue USES app/base)", "catalogue USES app/base app/core/substitute)")},
        {"db/rooms.cmake": "makegood_room(db/engine USES app/base db/server)\nmakegood_room(db/server USES app/base)\n"},
        {"devices/rooms.cmake": "makegood_room(devices/escpos USES app/service)\n"},
        {"devices/rooms.cmake": "makegood_room(devices/escpos USES devices/nowhere)\n"},
        {"app/rooms.cmake": GOOD["app/rooms.cmake"] + "makegood_room(app/helpers USES app/base)\n"},
        {"app/rooms.cmake": GOOD["app/rooms.cmake"] + "makegood_room(app/main USES app/ports)\nmakegood_room(app/cli USES app/main)\n"},
    ],
    "check_cycles": [
        {"app/rooms.cmake": GOOD["app/rooms.cmake"].replace("(app/base ", "(app/base USES app/ports ")},
    ],
    "check_rooms_of_files": [
        {"app/base/details/rounding.hpp": "#pragma once\n"},
        {"app/utilities.hpp": "#pragma once\n"},
    ],
    "check_paths": [
        {"app/base/money.cpp": '#include "money.hpp"\n'},
        {"app/base/money.cpp": '#include "../base/money.hpp"\n'},
        {"app/base/money.cpp": "#include <app/base/money.hpp>\n"},
    ],
    "check_declared": [
        {"app/core/catalogue/article.hpp": '#pragma once\n#include "app/ports/store.hpp"\n'},
        {"app/core/substitute/ranking.hpp": "#pragma once\n"},
    ],
    "check_confined": [
        {"app/base/money.cpp": "#include <boost/json/value.hpp>\n"},
        {"app/base/money.cpp": "#include <wx/wx.h>\n"},
        {"app/terminal/presenter/home.cpp": "#include <wx/string.h>\n"},
        {"app/terminal/presenter/home.cpp": "#include <gtk/gtk.h>\n"},
        {"app/wire/codec.cpp": "#include <sqlite3.h>\n"},
        {"app/server/receiver/receiver.cpp": "#include <boost/beast/http.hpp>\n"},
        {"app/server/http/session.cpp": "#include <curl/curl.h>\n"},
        {"app/rooms.cmake": GOOD["app/rooms.cmake"].replace("LINKS fmt::fmt", "LINKS CURL::libcurl")},
        {"app/rooms.cmake": GOOD["app/rooms.cmake"].replace("LINKS fmt::fmt", "LINKS wx")},
    ],
    "check_sql_words": [
        {"app/base/money.cpp": 'auto text = "SELECT number FROM article";\n'},
        {"app/base/money.cpp": 'auto text = "INSERT OR REPLACE INTO article VALUES (1)";\n'},
        {"app/base/money.cpp": 'auto text = R"sql(\nCREATE TABLE article (id);\n)sql";\n'},
    ],
    "check_file_length": [
        {"app/base/money.cpp": "int a;\n" * 401},
        {"tests/unit/app/base/money_test.cpp": "int a;\n" * 401},
    ],
    "check_function_length": [
        {"app/base/money.cpp": "int minor_units() {\n" + LONG_BODY + "}\n"},
        {"app/base/money.hpp": "#pragma once\nclass Money {\n    int minor() const {\n" + LONG_BODY + "    }\n};\n"},
        {"tests/e2e/journey.py": "def journey():\n" + "    print()\n" * 71},
    ],
    "check_header_names": [{"app/ports/money.hpp": "#pragma once\n"}],
    "check_guards": [{"app/base/money.hpp": "int minor_units();\n"}],
    "check_words": [
        {"app/base/money.cpp": "// TO" + "DO: round\n"},
        {"README.md": "See /wo" + "rk/notes.\n"},
    ],
    "check_sentences": [{"app/base/money.cpp": 'auto sentence = "Inva' + 'lid amount.";\n'}],
    "check_exact_money": [
        {"app/base/money.hpp": "#pragma once\ndouble minor_units();\n"},
        {"app/core/budget/budget.cpp": "float left;\n"},
    ],
}

# C++ text -> names and lengths of the functions in it
FUNCTIONS = [
    ("int a() { return 1; }", [("a", 1)]),
    ("namespace n {\nstruct S {\n  S() : a_{1}, b_(2) {\n    a_ = 3;\n  }\n  int a_, b_;\n};\n}", [("S", 3)]),
    ("const int table[] = {\n1,\n2,\n};\nint f()\n{\n}\n", [("f", 3)]),
    ('auto text = "{ ( {";\n// {\n/* { */\nvoid g() { if (x) { y(); } }\n', [("g", 1)]),
    ("enum class E : int { a, b };\nE next(E e) {\n  return e;\n}", [("next", 3)]),
    ("auto text = R\"(int f() { {{{ )\";\nvoid h() {}\n", [("h", 1)]),
    ("template <class T>\nstruct Q : Base<T> {\n  T get() const {\n    return t;\n  }\n};", [("get", 3)]),
    ("#define OPEN {\nint one = 1'000;\nchar c = '{';\nvoid k() {\n}\n", [("k", 2)]),
]


class SelfTest(unittest.TestCase):
    def findings(self, changes):
        with tempfile.TemporaryDirectory() as root:
            for path, text in {**GOOD, **changes}.items():
                target = Path(root, path)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text)
            return check.findings(root)

    def test_good_tree(self):
        for name, found in self.findings({}).items():
            self.assertEqual([str(finding) for finding in found], [], name)

    def test_every_check_has_bad_trees(self):
        self.assertEqual({function.__name__ for function in check.CHECKS}, set(BAD))

    def test_bad_trees(self):
        for name, trees in BAD.items():
            for changes in trees:
                with self.subTest(check=name, changed=sorted(changes)):
                    self.assertNotEqual(self.findings(changes)[name], [])

    def test_functions(self):
        for text, expected in FUNCTIONS:
            with self.subTest(text=text):
                self.assertEqual([(name, length) for name, _, length in functions_of(text)], expected)


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    unittest.main()
