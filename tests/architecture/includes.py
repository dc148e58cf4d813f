"""What is included is what is declared, and five technologies stay in their rooms."""
import re

from tree import Finding

# Header or library (as it begins) -> the rooms that may touch it, and what to call it.
CONFINED = [
    ("wxWidgets", ("wx/", "gtk/", "gdk/"), ("wx", "PkgConfig::gtk"),
     lambda folder: folder.startswith("app/terminal/") and folder != "app/terminal/presenter"),
    ("SQL", ("sqlite3.h", "SQLiteCpp/", "pqxx/"), ("SQLiteCpp", "PkgConfig::sqlite3", "pqxx"),
     lambda folder: folder.startswith("db/")),
    ("Beast", ("boost/beast",), (), lambda folder: folder == "app/server/http"),
    ("libcurl", ("curl/",), ("CURL::libcurl",), lambda folder: folder == "app/sync"),
    ("JSON", ("boost/json",), ("Boost::json",), lambda folder: folder in ("app/wire", "app/config")),
]
SQL_WORDS = re.compile(
    r"\b(SELECT\s.+\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(TABLE|INDEX)|PRAGMA\s+\w)")


def product(path):
    return not path.startswith(("tests/", "packaging/"))


def folder_of(path):
    return path.rpartition("/")[0]


def check_declared(tree):
    """Every include between rooms is in USES; every USES is included by somebody (all stand on app/base).

    Programs (*_main.cpp) are not of their room: makegood_program says what they are linked with.
    """
    for room in tree.rooms.values():
        included = set()
        for path in (path for path in tree.files_of(room) if not path.endswith("_main.cpp")):
            for include in tree.includes(path):
                used = folder_of(include.path)
                if not include.quoted or used == room.folder or used not in tree.rooms:
                    continue
                included.add(used)
                if used not in room.uses:
                    yield Finding(f"{path}:{include.line}", f"includes {include.path}, but {room.folder} does not say USES {used}")
        if tree.files_of(room):
            for used in sorted(set(room.uses) - included - {"app/base"}):
                yield Finding(room.folder, f"says USES {used} and includes nothing of it")


def check_paths(tree):
    """Includes of ours are by path from the root and exist."""
    for path in tree.sources:
        for include in tree.includes(path):
            if include.quoted and not (tree.root / include.path).is_file():
                yield Finding(f"{path}:{include.line}", f'"{include.path}" is not the path of a header from the root of the tree')
            if not include.quoted and (tree.root / include.path).is_file():
                yield Finding(f"{path}:{include.line}", f"<{include.path}> is ours: include it in quotes")


def check_rooms_of_files(tree):
    """Every product file lies directly in a declared room; a room's program/ only wires and is none."""
    for path in filter(product, tree.sources):
        if not folder_of(path).endswith("/program") and tree.room_of(path) is None:
            yield Finding(path, "lies in no room that a rooms.cmake declares")


def check_confined(tree):
    for path in filter(product, tree.sources):
        for include in tree.includes(path):
            for name, headers, _, allowed in CONFINED:
                if include.path.startswith(headers) and not allowed(folder_of(path)):
                    yield Finding(f"{path}:{include.line}", f"{name} may not be used here ({include.path})")
    for room in tree.rooms.values():
        for name, _, libraries, allowed in CONFINED:
            for library in set(room.links) & set(libraries):
                if not allowed(room.folder):
                    yield Finding(room.folder, f"{name} may not be linked here ({library})")


def check_sql_words(tree):
    for path in filter(product, tree.sources):
        if path.startswith("db/"):
            continue
        for number, line in enumerate(tree.text(path).splitlines(), 1):
            if SQL_WORDS.search(line.partition("//")[0]):
                yield Finding(f"{path}:{number}", "SQL stands only under db/")
