// One process owns a data folder.
#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "app/base/result.hpp"

namespace makegood::db::engine {

// Held by an flock on <folder>/lock for as long as the object lives; the kernel lets go when the process
// ends, however it ends. The file says who holds it.
class FolderLock {
  public:
    // Makes the folder (mode 0700) when it is missing. busy: names the program and process that own it.
    static Result<FolderLock> take(const std::filesystem::path& folder, const std::string& program);
    // "makegood-terminal (process 4711)" while somebody owns the folder.
    static std::optional<std::string> owner(const std::filesystem::path& folder);

    FolderLock(FolderLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
    FolderLock& operator=(FolderLock&& other) noexcept {
        std::swap(file_, other.file_);
        return *this;
    }
    ~FolderLock();

  private:
    explicit FolderLock(int file) : file_(file) {}
    int file_;
};

}  // namespace makegood::db::engine
