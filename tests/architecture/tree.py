"""The source tree as the checks see it: rooms as declared in rooms.cmake, files, #include lines."""
import re
from dataclasses import dataclass, field
from pathlib import Path

DECLARING_FILES = ("app/rooms.cmake", "devices/rooms.cmake", "db/rooms.cmake")
SOURCE_FOLDERS = ("app", "devices", "db", "tests", "packaging")
CALL = re.compile(r"^\s*(makegood_\w+)\(([^)]*)\)", re.MULTILINE)
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


@dataclass(frozen=True)
class Finding:
    place: str  # "app/base/money.hpp:12" or a room
    sentence: str

    def __str__(self):
        return f"{self.place}: {self.sentence}"


@dataclass
class Room:
    folder: str
    uses: list = field(default_factory=list)
    links: list = field(default_factory=list)


@dataclass(frozen=True)
class Include:
    path: str
    quoted: bool
    line: int


class Tree:
    """A checkout, or a small bad copy of one in the self test."""

    def __init__(self, root):
        self.root = Path(root)
        self.rooms = {room.folder: room for room in self._declared()}
        self.sources = sorted(
            path.relative_to(self.root).as_posix()
            for folder in SOURCE_FOLDERS
            for path in (self.root / folder).rglob("*")
            if path.suffix in (".cpp", ".hpp", ".h", ".cc")
        )

    def _declared(self):
        for name in DECLARING_FILES:
            path = self.root / name
            if not path.exists():
                continue
            for call, words in CALL.findall(re.sub(r"#.*", "", path.read_text())):
                if call == "makegood_room":
                    yield parse_room(words)

    def text(self, path):
        return (self.root / path).read_text(encoding="utf-8", errors="replace")

    def includes(self, path):
        text = self.text(path)
        return [
            Include(match[2], match[1] == '"', text.count("\n", 0, match.start(2)) + 1)
            for match in INCLUDE.finditer(text)
        ]

    def room_of(self, path):
        """The room whose folder holds the file directly, or None."""
        folder = path.rpartition("/")[0]
        return self.rooms.get(folder)

    def files_of(self, room):
        return [path for path in self.sources if path.rpartition("/")[0] == room.folder]


def parse_room(words):
    first, *rest = words.split()
    room, target = Room(first), None
    for word in rest:
        if word in ("USES", "LINKS"):
            target = room.uses if word == "USES" else room.links
        elif target is not None:
            target.append(word)
    return room
