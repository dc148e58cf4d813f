#include "db/engine/sqlite_error.hpp"

#include <sqlite3.h>

#include <filesystem>

namespace makegood::db::engine {
namespace {

std::string folder_of(const std::string& path) {
    const auto folder = std::filesystem::path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

}  // namespace

Error error_of(int code, std::string_view message, const std::string& path) {
    const std::string detail = path + ": SQLite " + std::to_string(code) + ": " + std::string(message);
    const auto with = [&](ErrorKind kind, std::string sentence) {
        return Error{kind, std::move(sentence), detail};
    };
    switch (code & 0xff) {
        case SQLITE_FULL:
            return with(ErrorKind::failed,
                        "The disk is full: nothing was recorded. Free some space on the disk of " +
                            folder_of(path) + ", then do it again.");
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
            return with(ErrorKind::failed,
                        "The folder " + folder_of(path) +
                            " is read-only or can't be opened. Give this user the right to write "
                            "there, or name another folder.");
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_PROTOCOL:
            return with(ErrorKind::busy,
                        path + " is in use by another program. Close that program, then do it again.");
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return with(ErrorKind::failed,
                        path +
                            " is damaged. Keep a copy of its folder, look with `makegood journal "
                            "verify`, and restore the last backup.");
        case SQLITE_IOERR:
            return with(ErrorKind::failed,
                        "The disk of " + folder_of(path) +
                            " does not work as it should: nothing was recorded. Check the disk, "
                            "then start the program again.");
        case SQLITE_NOMEM:
            return with(ErrorKind::failed,
                        "The machine has no memory left: nothing was recorded. Close other programs, then do "
                        "it again.");
    }
    return with(ErrorKind::failed,
                path +
                    " does not fit this version of Makegood: nothing was recorded. Install the "
                    "version that made it, or restore the last backup.");
}

bool is_failed_sync(int code) {
    return code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_DIR_FSYNC;
}

}  // namespace makegood::db::engine
