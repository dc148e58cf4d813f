#include "db/engine/file_rules.hpp"

#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace makegood::db::engine {
namespace {

constexpr unsigned cifs_magic = 0xFF534D42;  // not in linux/magic.h of older kernels
constexpr unsigned smb2_magic = 0xFE534D42;

bool is_network_disk(const std::string& folder) {
    struct statfs about {};
    if (statfs(folder.c_str(), &about) != 0) return false;
    switch (static_cast<unsigned>(about.f_type)) {
        case NFS_SUPER_MAGIC:
        case SMB_SUPER_MAGIC:
        case AFS_SUPER_MAGIC:
        case CODA_SUPER_MAGIC:
        case cifs_magic:
        case smb2_magic:
            return true;
    }
    return false;
}

}  // namespace

Result<> check_database_place(const std::string& path) {
    auto folder = std::filesystem::path(path).parent_path().string();
    if (folder.empty()) folder = ".";
    struct stat about {};
    if (stat(folder.c_str(), &about) != 0)
        return fail(ErrorKind::failed,
                    "The folder " + folder + " can't be opened. Make it, or name another one.",
                    folder + ": " + std::strerror(errno));
    if (!S_ISDIR(about.st_mode))
        return fail(ErrorKind::failed, folder + " is a file, not a folder. Name a folder.");
    if (is_network_disk(folder))
        return fail(ErrorKind::failed,
                    "The folder " + folder + " is on a network disk. Choose one on a disk of this machine.");
    if (stat(path.c_str(), &about) == 0 && about.st_nlink > 1)
        return fail(ErrorKind::failed,
                    path +
                        " has a second name (a hard link). Remove the other name, or copy the "
                        "file instead of linking it.");
    return {};
}

}  // namespace makegood::db::engine
