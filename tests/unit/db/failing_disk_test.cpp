// A disk that is full, broken or lies: same as before or told, never half.
#include <catch2/catch.hpp>

#include "tests/support/fault_disk.hpp"
#include "tests/support/histories.hpp"

namespace makegood {
namespace {

using tests::FaultDisk;

const ports::Stamp stamp{*base::parse_instant("2026-11-22T14:07:00.000000Z"), PersonId("p-1")};
const db::engine::OpenOptions on_fault_disk{"makegood-fault", 1000};

ports::IncidentReported report(int number) {
    ports::IncidentReported event;
    event.id = IncidentId("i1-" + std::to_string(number));
    event.note = std::string(3000, 'n');
    return event;
}

struct Fault {
    FaultDisk::Operation operation;
    int code;
    const char* sentence;
};
const Fault full{FaultDisk::Operation::write, SQLITE_FULL, "The disk is full"};
const Fault unwritable{FaultDisk::Operation::write, SQLITE_IOERR_WRITE, "does not work as it should"};
const Fault unsynced{FaultDisk::Operation::sync, SQLITE_IOERR_FSYNC, "does not work as it should"};

// Breaks the disk at each of its operations during one commit, one after the other.
void break_at_every_point(const Fault& fault) {
    for (int point = 0;; ++point) {
        INFO(fault.sentence << " at " << point);
        FaultDisk disk;
        const tests::ScratchFolder folder;
        auto files = tests::must(tests::RegisterFiles::open(folder.path(), on_fault_disk));
        tests::must(files->store().commit(stamp, report(1)));
        disk.fail(fault.operation, point, fault.code);
        const auto outcome = files->store().commit(stamp, report(2));
        if (!disk.has_failed()) {
            REQUIRE(outcome);
            REQUIRE(point > 0);
            return;
        }
        REQUIRE_FALSE(outcome);
        CHECK(outcome.error().kind == ErrorKind::failed);
        CHECK_THAT(outcome.error().sentence, Catch::Contains(fault.sentence));
        CHECK(tests::must(files->store().head()).sequence == 1);
        if (fault.operation == FaultDisk::Operation::sync) {
            CHECK_FALSE(files->store().commit(stamp, report(2)));
        } else {
            CHECK(files->trouble() == "");
            CHECK(files->store().commit(stamp, report(2)));
        }
        files.reset();
        files = tests::must(tests::RegisterFiles::open(folder.path(), on_fault_disk));
        CHECK(files->trouble() == "");
        CHECK(tests::must(files->store().head()).sequence <= 2);
    }
}

}  // namespace

TEST_CASE("a full disk loses nothing and is told") {
    break_at_every_point(full);
}

TEST_CASE("a disk that can't be written loses nothing and is told") {
    break_at_every_point(unwritable);
}

TEST_CASE("after a failed sync nothing is taken until the folder is opened anew") {
    break_at_every_point(unsynced);
}

TEST_CASE("a checkpoint that fails does not undo a commit") {
    FaultDisk disk;
    const tests::ScratchFolder folder;
    auto files = tests::must(tests::RegisterFiles::open(folder.path(), {"makegood-fault", 1}));
    tests::must(files->store().commit(stamp, report(1)));
    for (int point = 0; point < 20; ++point) {
        disk.fail(FaultDisk::Operation::write, 12 + point, SQLITE_FULL, true);
        const auto before = tests::must(files->store().head()).sequence;
        const auto outcome = files->store().commit(stamp, report(static_cast<int>(before) + 1));
        CHECK(tests::must(files->store().head()).sequence == before + (outcome ? 1 : 0));
        disk.work_again();
        REQUIRE(files->trouble() == "");
    }
}

TEST_CASE("a folder on a full disk can't be made, and says so") {
    FaultDisk disk;
    const tests::ScratchFolder folder;
    disk.fail(FaultDisk::Operation::write, 0, SQLITE_FULL, true);
    const auto files = tests::RegisterFiles::open(folder.path(), on_fault_disk);
    REQUIRE_FALSE(files);
    CHECK_THAT(files.error().sentence, Catch::Contains("disk is full"));
}

}  // namespace makegood
