"""Which room may use which: arrows point down only."""
from tree import Finding

# Rooms of one group share a line; inside a group only what `shared` says may be used by the others.
CORE = ["catalogue", "incident", "substitute", "gesture", "budget", "recovery", "voucher", "followup", "insight"]

# What a room (or every room of a group) may use beside app/base. Whatever those may use is allowed too.
MAY_USE = {
    "app/base": [],
    "app/core": [],
    "app/ports": ["app/core"],
    "app/printing": ["app/core"],
    "app/wire": ["app/core", "app/ports"],  # events are messages
    "app/service": ["app/core", "app/ports", "app/printing"],
    "app/config": ["app/core"],
    "app/sync": ["app/ports", "app/wire"],
    "devices": ["app/ports", "app/printing"],
    "db": ["app/core", "app/ports"],
    "app/terminal": ["app/service"],
    "app/server": ["app/ports", "app/printing", "app/wire"],  # printing: the modules of a QR code
    "app/cli": ["app/service", "app/config", "app/wire"],  # answers are JSON, which only wire writes
    "app/handover": [],
}
# Inside a group: who may be used by the other rooms of the group.
SHARED = {
    "devices": ["devices/transport"],
    "db": ["db/engine"],
    "app/terminal": ["app/terminal/presenter", "app/terminal/widgets"],
    "app/server": ["app/server/http", "app/server/receiver"],
}
TOP = "app/main"  # with what lies below it: meets everything


def group_of(folder):
    if folder in MAY_USE:
        return folder
    parent = folder.rpartition("/")[0]
    return parent if parent in MAY_USE else None


def reachable_groups(group):
    found, waiting = {"app/base"}, list(MAY_USE[group])
    while waiting:
        below = waiting.pop()
        if below not in found:
            found.add(below)
            waiting += MAY_USE[below]
    return found


def is_top(folder):
    return folder == TOP or folder.startswith(TOP + "/")


def may_use(user, used):
    if is_top(user) or used == "app/base":
        return True
    user_group, used_group = group_of(user), group_of(used)
    if user_group is None or used_group is None:
        return False
    if user_group != used_group:
        return used_group in reachable_groups(user_group)
    if user_group == "app/core":
        return CORE.index(name_of(used)) < CORE.index(name_of(user))
    return used in SHARED.get(user_group, []) and used != user


def name_of(folder):
    return folder.rpartition("/")[2]


def check_levels(tree):
    for room in tree.rooms.values():
        if not known(room.folder):
            yield Finding(room.folder, "is no room of the design; give it a level in tests/architecture/levels.py")
            continue
        for used in room.uses:
            if known(used) and not may_use(room.folder, used):
                yield Finding(room.folder, f"may not use {used}: arrows point down only")
            if used not in tree.rooms:
                yield Finding(room.folder, f"uses {used}, which no rooms.cmake declares")


def known(folder):
    if is_top(folder):
        return True
    group = group_of(folder)
    return group is not None and (group != "app/core" or name_of(folder) in CORE)


def check_cycles(tree):
    """Says each cycle of USES once, beginning with its first name in the alphabet."""
    seen = set()

    def walk(folder, path):
        for used in tree.rooms[folder].uses if folder in tree.rooms else []:
            if used in path:
                cycle = path[path.index(used):]
                if min(cycle) == cycle[0] and tuple(cycle) not in seen:
                    seen.add(tuple(cycle))
                    yield Finding(used, "is in a cycle: " + " -> ".join(cycle + [used]))
            else:
                yield from walk(used, path + [used])

    for folder in sorted(tree.rooms):
        yield from walk(folder, [folder])
