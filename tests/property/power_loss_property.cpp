// The power goes at any moment of a day of giving: whatever is left on the disk opens, nothing that was told
// is lost, and journal, tables and money agree.
#include <catch2/catch.hpp>

#include "tests/support/histories.hpp"
#include "tests/support/power_loss.hpp"
#include "tests/support/seed.hpp"

namespace makegood {
namespace {

namespace fs = std::filesystem;
using tests::PowerLoss;

constexpr int checkpoint_pages = 60;  // so that the log is written back every few commits

// A day that was lived, with all that reached the disk.
struct Day {
    tests::ScratchFolder folder;
    tests::DiskRecorder disk;
    std::map<std::uint64_t, tests::History::Counted> money_after;  // by the last event

    Day(std::uint64_t seed, int steps) {
        tests::FaultDisk watched;
        watched.watch(&disk);
        auto files =
            tests::must(tests::RegisterFiles::open(folder.path(), {"makegood-fault", checkpoint_pages}));
        tests::History history(files->store(), seed);
        const auto tell = [&] {
            const auto sequence = tests::must(files->store().head()).sequence;
            disk.told(sequence);
            money_after[sequence] = history.counted_here();
        };
        history.open_shop(files->signer().public_key_hex());
        tell();
        for (int i = 0; i < steps; ++i) {
            history.step();
            tell();
        }
    }
};

// The mark outside the database is left out: it is written at opening and closing, and says nothing of
// between.
void copy_keys(const fs::path& from, const fs::path& to) {
    fs::create_directory(to / "keys");
    fs::copy(from / "keys", to / "keys", fs::copy_options::recursive);
    fs::remove(to / db::terminal::head_mark_name);
}

void check_image(const Day& day, const PowerLoss& power, PowerLoss::Damage damage, std::mt19937_64& random) {
    const tests::ScratchFolder left;
    copy_keys(day.folder.path(), left.path());
    power.write_image(left.path(), damage, random);
    const auto files = tests::must(tests::RegisterFiles::open(left.path()));
    const auto sequence = tests::must(files->store().head()).sequence;
    REQUIRE(sequence >= power.told());
    REQUIRE(files->trouble() == "");
    const auto expected = day.money_after.find(sequence);
    REQUIRE(expected != day.money_after.end());  // or a commit was parted
    REQUIRE(tests::History::counted_in(files->store()) == expected->second);
    tests::must(files->store().commit({Instant{}, {}}, ports::ClockSetBack{}));
}

// One image for each damage at one in `out_of` moments.
void lose_power_often(std::uint64_t seed, int steps, std::uint64_t out_of) {
    const Day day(seed, steps);
    std::mt19937_64 random(seed);
    PowerLoss power;
    std::size_t images = 0;
    for (std::size_t moment = 0; moment < day.disk.events.size(); ++moment) {
        power.follow(day.disk.events[moment]);
        if (power.told() == 0 || random() % out_of != 0) continue;
        for (const auto damage : PowerLoss::all_damages) {
            INFO("seed " << seed << ", moment " << moment << ", damage " << static_cast<int>(damage));
            check_image(day, power, damage, random);
            ++images;
        }
    }
    REQUIRE(images > 100);
}

}  // namespace

TEST_CASE("a loss of power loses nothing that was told") {
    lose_power_often(tests::any_seed("power loss"), 200, 40);
}

TEST_CASE("losses of power at every moment lose nothing that was told", "[long]") {
    lose_power_often(tests::any_seed("power loss"), 250, 1);
}

}  // namespace makegood
