// Who owns a folder, where a database may live, and what its keys must be like.
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "db/terminal/schema.hpp"
#include "tests/support/histories.hpp"

namespace makegood {
namespace {

namespace fs = std::filesystem;
using tests::RegisterFiles;

std::string refusal(const fs::path& folder) {
    const auto files = RegisterFiles::open(folder);
    REQUIRE_FALSE(files);
    CHECK(files.error().sentence.ends_with('.'));
    return files.error().sentence;
}

mode_t rights_of(const fs::path& file) {
    struct stat about {};
    REQUIRE(stat(file.c_str(), &about) == 0);
    return about.st_mode & 0777;
}

}  // namespace

TEST_CASE("a second process is told who owns the folder") {
    const tests::ScratchFolder folder;
    const auto lock = tests::must(db::engine::FolderLock::take(folder.path(), "makegood-terminal"));
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const auto second = db::engine::FolderLock::take(folder.path(), "makegood");
        const auto expected = "in use by makegood-terminal (process " + std::to_string(getppid()) + ")";
        _exit(!second && second.error().kind == ErrorKind::busy &&
                      second.error().sentence.find(expected) != std::string::npos
                  ? 0
                  : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(WEXITSTATUS(status) == 0);
    CHECK(db::engine::FolderLock::owner(folder.path()) ==
          "makegood-terminal (process " + std::to_string(getpid()) + ")");
}

TEST_CASE("a folder is free again when its owner is gone") {
    const tests::ScratchFolder folder;
    { const auto lock = tests::must(db::engine::FolderLock::take(folder.path(), "first")); }
    CHECK_FALSE(db::engine::FolderLock::owner(folder.path()));
    CHECK(db::engine::FolderLock::take(folder.path(), "second"));
}

TEST_CASE("a new folder and its keys are closed to others") {
    const tests::ScratchFolder folder;
    const auto shop = folder.path() / "new" / "shop";
    tests::must(RegisterFiles::open(shop));
    CHECK(rights_of(shop) == 0700);
    CHECK(rights_of(shop / "keys") == 0700);
    for (const char* key : {"keys/device.key", "keys/pepper", "lock"}) {
        INFO(key);
        CHECK(rights_of(shop / key) == 0600);
    }
}

TEST_CASE("a folder that can't be used is refused in one sentence") {
    const tests::ScratchFolder folder;
    const auto file = folder.path() / "file";
    std::ofstream(file) << "not a folder";
    CHECK_THAT(refusal(file), Catch::Contains("read-only or can't be opened"));
    CHECK_THAT(refusal("/proc/self/shop"), Catch::Contains("read-only or can't be opened"));
    CHECK_THAT(db::engine::Connection::open((file / "register.db").string()).error().sentence,
               Catch::Contains("is a file, not a folder"));
    CHECK_THAT(db::engine::Connection::open("/proc/sys/kernel/register.db").error().sentence,
               Catch::Contains("read-only"));
}

TEST_CASE("a database with a second name is refused") {
    const tests::ScratchFolder folder;
    tests::must(RegisterFiles::open(folder.path()));
    fs::create_hard_link(folder.path() / "register.db", folder.path() / "second.db");
    CHECK_THAT(refusal(folder.path()), Catch::Contains("second name"));
}

TEST_CASE("a file that is not a database is called damaged") {
    const tests::ScratchFolder folder;
    tests::must(RegisterFiles::open(folder.path()));
    fs::remove(folder.path() / "register.db-wal");
    std::ofstream(folder.path() / "register.db") << std::string(10'000, 'x');
    CHECK_THAT(refusal(folder.path()), Catch::Contains("is damaged"));
}

TEST_CASE("keys that are gone, torn or open to others are refused") {
    const tests::ScratchFolder folder;
    tests::must(RegisterFiles::open(folder.path()));
    const auto key = folder.path() / "keys/device.key";
    fs::permissions(key, fs::perms::group_read, fs::perm_options::add);
    CHECK_THAT(refusal(folder.path()), Catch::Contains("chmod 600"));
    fs::permissions(key, fs::perms::owner_read | fs::perms::owner_write);
    fs::resize_file(key, 31);
    CHECK_THAT(refusal(folder.path()), Catch::Contains("is damaged"));
    fs::remove(key);
    CHECK_THAT(refusal(folder.path()), Catch::Contains("is gone"));
}

TEST_CASE("one connection, with the settings that a crash needs") {
    const tests::ScratchFolder folder;
    auto files = tests::must(RegisterFiles::open(folder.path()));
    const auto pragma = [&](const char* name) {
        return files->connection().database().execAndGet("PRAGMA " + std::string(name)).getString();
    };
    CHECK(pragma("journal_mode") == "wal");
    CHECK(pragma("synchronous") == "2");
    CHECK(pragma("locking_mode") == "exclusive");
    CHECK(pragma("wal_autocheckpoint") == "0");
    CHECK_FALSE(fs::exists(folder.path() / "register.db-shm"));
    const auto second = db::engine::Connection::open((folder.path() / "register.db").string());
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == ErrorKind::busy);
}

TEST_CASE("what was deleted is nowhere in the folder any more") {
    const tests::ScratchFolder folder;
    const std::string name = "Wilhelmina Abendroth";
    {
        auto files = tests::must(RegisterFiles::open(folder.path()));
        tests::must(files->people().add({PersonId("p-1"), name, "WA", ports::Role::clerk}, "2468"));
        tests::must(files->connection().checkpoint());
        files->connection().execute("DELETE FROM people");
    }
    for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        INFO(entry.path());
        CHECK(bytes.find("Abendroth") == std::string::npos);
    }
}

TEST_CASE("a folder made by a newer or other version is refused") {
    const tests::ScratchFolder folder;
    const auto change = [&](const char* sql) {
        auto files = tests::must(RegisterFiles::open(folder.path()));
        files->connection().execute(sql);
    };
    change("INSERT INTO migrations VALUES (99, 'future', 'x')");
    CHECK_THAT(refusal(folder.path()), Catch::Contains("newer version"));
    SQLite::Database((folder.path() / "register.db").string(), SQLite::OPEN_READWRITE)
        .exec(
            "DELETE FROM migrations WHERE number = 99; UPDATE migrations SET checksum = 'x' WHERE number = "
            "2");
    CHECK_THAT(refusal(folder.path()), Catch::Contains("another build"));
}

TEST_CASE("a folder of before the lean tables is opened, and its tables are made anew") {
    const tests::ScratchFolder folder;
    std::uint64_t last = 0;
    {
        auto files = tests::must(RegisterFiles::open(folder.path()));
        tests::History history(files->store(), 5);
        history.open_shop(files->signer().public_key_hex());
        for (int i = 0; i < 80; ++i) history.step();
        last = tests::must(files->store().head()).sequence;
        for (const auto name : db::terminal::state_tables())
            files->connection().execute("DROP TABLE " + std::string(name));
        files->connection().execute(
            "DROP TABLE people; DROP TABLE wrong_pins; DROP TABLE settings; DROP TABLE policy_texts");
        for (const auto& step : db::terminal::register_migrations().subspan(1, 4))
            files->connection().execute(std::string(step.sql));
        files->connection().execute("DELETE FROM migrations WHERE number >= 6");
    }
    auto files = tests::must(RegisterFiles::open(folder.path()));
    CHECK(tests::must(files->store().head()).sequence == last);
    CHECK(files->trouble() == "");
}

TEST_CASE("an older copy of the database is noticed") {
    const tests::ScratchFolder folder;
    const ports::Stamp stamp{Instant{}, PersonId()};
    const auto commit = [&](const char* id) {
        auto files = tests::must(RegisterFiles::open(folder.path()));
        tests::must(files->store().commit(stamp, ports::IncidentReported{IncidentId(id), {}, "", {}, ""}));
    };
    commit("i1-1");
    fs::copy_file(folder.path() / "register.db", folder.path() / "copy.db");
    commit("i1-2");
    fs::remove(folder.path() / "register.db-wal");
    fs::rename(folder.path() / "copy.db", folder.path() / "register.db");
    CHECK_THAT(refusal(folder.path()), Catch::Contains("is an older or another copy"));
}

}  // namespace makegood
