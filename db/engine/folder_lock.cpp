#include "db/engine/folder_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace makegood::db::engine {
namespace {

constexpr std::size_t longest_owner = 200;

std::string written_owner(int file) {
    char text[longest_owner];
    const auto length = pread(file, text, sizeof text, 0);
    std::string owner(text, length > 0 ? static_cast<std::size_t>(length) : 0);
    return owner.substr(0, owner.find('\n'));
}

// A second process may read the name before the owner has written it.
std::string owner_or_unknown(int file) {
    const auto owner = written_owner(file);
    return owner.empty() ? "another program" : owner;
}

tl::unexpected<Error> not_writable(const std::filesystem::path& folder, int error) {
    return fail(
        ErrorKind::failed,
        "The folder " + folder.string() +
            " is read-only or can't be opened. Give this user the right to write there, or name another "
            "folder.",
        folder.string() + ": " + std::strerror(error));
}

}  // namespace

Result<FolderLock> FolderLock::take(const std::filesystem::path& folder, const std::string& program) {
    std::error_code trouble;
    if (std::filesystem::create_directories(folder, trouble))
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, trouble);
    const int file = open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) return not_writable(folder, errno);
    FolderLock lock(file);
    if (flock(file, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK) return not_writable(folder, errno);
        return fail(ErrorKind::busy, "The folder " + folder.string() + " is in use by " +
                                         owner_or_unknown(file) + ". Close it, or give the command to it.");
    }
    const std::string owner = program + " (process " + std::to_string(getpid()) + ")\n";
    if (ftruncate(file, 0) != 0 || pwrite(file, owner.data(), owner.size(), 0) < 0)
        return not_writable(folder, errno);
    return lock;
}

std::optional<std::string> FolderLock::owner(const std::filesystem::path& folder) {
    const int file = open((folder / "lock").c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return std::nullopt;
    const FolderLock closer(file);
    if (flock(file, LOCK_SH | LOCK_NB) == 0 || errno != EWOULDBLOCK) return std::nullopt;
    return owner_or_unknown(file);
}

FolderLock::~FolderLock() {
    if (file_ >= 0) close(file_);
}

}  // namespace makegood::db::engine
