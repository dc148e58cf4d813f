// A disk that fails on demand, and one whose writes are watched: an SQLite VFS over the machine's own.
#pragma once
#include <sqlite3.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace makegood::tests {

// Is told of all that reaches the disk, in order. Files are named without their folder.
class DiskWatcher {
  public:
    virtual ~DiskWatcher() = default;
    virtual void wrote(const std::string& file, std::int64_t at, std::string_view bytes) = 0;
    virtual void truncated(const std::string& file, std::int64_t size) = 0;
    virtual void synced(const std::string& file) = 0;
    virtual void removed(const std::string& file) = 0;
};

class FaultDisk {
  public:
    enum class Operation { write, sync };

    // Registered under its name for as long as it lives; one at a time.
    explicit FaultDisk(const char* name = "makegood-fault") {
        inner_ = sqlite3_vfs_find(nullptr);
        vfs_ = *inner_;
        vfs_.zName = name;
        vfs_.szOsFile = static_cast<int>(sizeof(File)) + inner_->szOsFile;
        vfs_.pAppData = this;
        vfs_.xOpen = open;
        vfs_.xDelete = remove;
        sqlite3_vfs_register(&vfs_, 0);
    }
    FaultDisk(const FaultDisk&) = delete;
    FaultDisk& operator=(const FaultDisk&) = delete;
    ~FaultDisk() { sqlite3_vfs_unregister(&vfs_); }

    // The operation after `good_ones` more of its kind answers `code`, once; for ever when `persistent`.
    void fail(Operation operation, int good_ones, int code, bool persistent = false) {
        operation_ = operation;
        left_ = good_ones;
        code_ = code;
        persistent_ = persistent;
        failed_ = false;
    }
    void work_again() { code_ = SQLITE_OK; }
    void watch(DiskWatcher* watcher) { watcher_ = watcher; }
    bool has_failed() const { return failed_; }

  private:
    struct File {
        sqlite3_file base;
        FaultDisk* disk;
        std::string* name;  // SQLite gives bare memory: made by open, ended by close
        sqlite3_file* inner() { return reinterpret_cast<sqlite3_file*>(this + 1); }
    };
    static File& of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
    static sqlite3_file* in(sqlite3_file* file) { return of(file).inner(); }

    int outcome_of(Operation operation) {
        if (code_ == SQLITE_OK || operation != operation_ || left_-- > 0) return SQLITE_OK;
        const int code = code_;
        if (!persistent_) code_ = SQLITE_OK;
        failed_ = true;
        return code;
    }

    static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
        auto* disk = static_cast<FaultDisk*>(vfs->pAppData);
        of(file).disk = disk;
        of(file).name = nullptr;
        of(file).base.pMethods = nullptr;
        const int code = disk->inner_->xOpen(disk->inner_, name, in(file), flags, out_flags);
        if (in(file)->pMethods == nullptr) return code;
        of(file).base.pMethods = &methods();
        of(file).name =
            new std::string(std::filesystem::path(name == nullptr ? "" : name).filename().string());
        return code;
    }

    static int remove(sqlite3_vfs* vfs, const char* name, int sync_folder) {
        auto* disk = static_cast<FaultDisk*>(vfs->pAppData);
        if (disk->watcher_ != nullptr)
            disk->watcher_->removed(std::filesystem::path(name).filename().string());
        return disk->inner_->xDelete(disk->inner_, name, sync_folder);
    }

    // Version 1 has no shared memory: a log works because the one connection is exclusive.
    static const sqlite3_io_methods& methods() {
        static const sqlite3_io_methods table = [] {
            sqlite3_io_methods made{};
            made.iVersion = 1;
            made.xClose = [](sqlite3_file* f) {
                delete of(f).name;
                return in(f)->pMethods->xClose(in(f));
            };
            made.xRead = [](sqlite3_file* f, void* to, int size, sqlite3_int64 at) {
                return in(f)->pMethods->xRead(in(f), to, size, at);
            };
            made.xWrite = [](sqlite3_file* f, const void* from, int size, sqlite3_int64 at) {
                if (const int code = of(f).disk->outcome_of(Operation::write); code != SQLITE_OK) return code;
                if (auto* watcher = of(f).disk->watcher_)
                    watcher->wrote(*of(f).name, at,
                                   {static_cast<const char*>(from), static_cast<std::size_t>(size)});
                return in(f)->pMethods->xWrite(in(f), from, size, at);
            };
            made.xTruncate = [](sqlite3_file* f, sqlite3_int64 size) {
                if (auto* watcher = of(f).disk->watcher_) watcher->truncated(*of(f).name, size);
                return in(f)->pMethods->xTruncate(in(f), size);
            };
            made.xSync = [](sqlite3_file* f, int flags) {
                if (const int code = of(f).disk->outcome_of(Operation::sync); code != SQLITE_OK) return code;
                if (auto* watcher = of(f).disk->watcher_) watcher->synced(*of(f).name);
                return in(f)->pMethods->xSync(in(f), flags);
            };
            made.xFileSize = [](sqlite3_file* f, sqlite3_int64* size) {
                return in(f)->pMethods->xFileSize(in(f), size);
            };
            made.xLock = [](sqlite3_file* f, int level) { return in(f)->pMethods->xLock(in(f), level); };
            made.xUnlock = [](sqlite3_file* f, int level) { return in(f)->pMethods->xUnlock(in(f), level); };
            made.xCheckReservedLock = [](sqlite3_file* f, int* held) {
                return in(f)->pMethods->xCheckReservedLock(in(f), held);
            };
            made.xFileControl = [](sqlite3_file* f, int what, void* with) {
                return in(f)->pMethods->xFileControl(in(f), what, with);
            };
            made.xSectorSize = [](sqlite3_file* f) { return in(f)->pMethods->xSectorSize(in(f)); };
            made.xDeviceCharacteristics = [](sqlite3_file* f) {
                return in(f)->pMethods->xDeviceCharacteristics(in(f));
            };
            return made;
        }();
        return table;
    }

    sqlite3_vfs* inner_ = nullptr;
    sqlite3_vfs vfs_{};
    DiskWatcher* watcher_ = nullptr;
    Operation operation_ = Operation::write;
    int left_ = 0;
    int code_ = SQLITE_OK;
    bool persistent_ = false;
    bool failed_ = false;
};

}  // namespace makegood::tests
