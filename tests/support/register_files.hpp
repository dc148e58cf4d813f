// A register's files in a temporary folder: lock, keys, database, store, people. Real, with no desk.
#pragma once
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <stdexcept>

#include "app/wire/json_event_codec.hpp"
#include "db/engine/folder_lock.hpp"
#include "db/terminal/folder_names.hpp"
#include "db/terminal/people_store.hpp"
#include "db/terminal/rebuild.hpp"
#include "db/terminal/terminal_store.hpp"
#include "db/terminal/verify.hpp"
#include "tests/support/temp_folder.hpp"

namespace makegood::tests {

// The value, or an exception with the sentence: what a test can't go on without.
template <class T>
T must(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().sentence + " [" + result.error().detail + "]");
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

// Memory instead of a disk where there is one: what survives a kill there survives it on a disk.
inline std::filesystem::path quick_disk() {
    const std::filesystem::path memory = "/dev/shm";
    return access(memory.c_str(), W_OK) == 0 ? memory : std::filesystem::temp_directory_path();
}

struct ScratchFolder : TempFolder {
    explicit ScratchFolder(const std::filesystem::path& where = quick_disk()) : TempFolder(where) {}
    std::filesystem::path path() const { return TempFolder::path(); }
};

// One opened register. Closing is going out of scope.
class RegisterFiles {
  public:
    static Result<std::unique_ptr<RegisterFiles>> open(const std::filesystem::path& folder,
                                                       const db::engine::OpenOptions& options = {}) {
        auto lock = db::engine::FolderLock::take(folder, "test");
        if (!lock) return fail(lock.error());
        auto signer = db::terminal::DeviceSigner::open(folder);
        if (!signer) return fail(signer.error());
        std::unique_ptr<RegisterFiles> files(new RegisterFiles(folder, std::move(*lock), std::move(*signer)));
        MAKEGOOD_TRY(files->open_database(options));
        return files;
    }

    db::terminal::TerminalStore& store() { return *store_; }
    db::terminal::PeopleStore& people() { return *people_; }
    db::engine::Connection& connection() { return *connection_; }
    const db::terminal::DeviceSigner& signer() const { return signer_; }
    const ports::EventCodec& codec() const { return codec_; }

    // What is wrong with the journal or with the tables; empty when all is well.
    std::string trouble() {
        const auto verified = must(db::terminal::verify_journal(*connection_, codec_, signer_, folder_));
        if (!verified.problem.empty()) return verified.problem;
        const auto rebuilt = must(db::terminal::check_rebuild(*connection_, codec_));
        return rebuilt.differences.empty() ? "" : rebuilt.differences.front();
    }

  private:
    RegisterFiles(std::filesystem::path folder, db::engine::FolderLock lock,
                  db::terminal::DeviceSigner signer)
        : folder_(std::move(folder)), lock_(std::move(lock)), signer_(std::move(signer)) {}

    Result<> open_database(const db::engine::OpenOptions& options) {
        auto connection =
            db::engine::Connection::open((folder_ / db::terminal::database_name).string(), options);
        if (!connection) return fail(connection.error());
        connection_ = std::move(*connection);
        auto store = db::terminal::TerminalStore::open(*connection_, codec_, signer_, folder_);
        if (!store) return fail(store.error());
        store_ = std::move(*store);
        auto people = db::terminal::PeopleStore::open(*connection_, folder_);
        if (!people) return fail(people.error());
        people_ = std::move(*people);
        return {};
    }

    std::filesystem::path folder_;
    db::engine::FolderLock lock_;
    db::terminal::DeviceSigner signer_;
    ports::EventCodec codec_ = wire::event_codec();
    std::unique_ptr<db::engine::Connection> connection_;
    std::unique_ptr<db::terminal::TerminalStore> store_;
    std::unique_ptr<db::terminal::PeopleStore> people_;
};

}  // namespace makegood::tests
