// The count of wrong PINs on the real store: killed, on a broken disk, and by the clock on the wall of
// somebody who listens.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cmath>

#include "app/service/sign_in.hpp"
#include "db/terminal/sqlite_catalogue_files.hpp"
#include "tests/support/fault_disk.hpp"
#include "tests/support/seed.hpp"
#include "tests/support/world.hpp"
#include "tests/support/wrapped_people.hpp"

namespace makegood::service {
namespace {

using namespace std::chrono_literals;
using tests::FaultDisk;
using tests::must;

const ports::Person maya{PersonId("p-maya"), "Maya Adler", "MA", ports::Role::owner};
constexpr const char* her_pin = "274193";

// Tells of each look at a PIN before it is taken.
class TellsOfLooks final : public tests::WrappedPeople {
  public:
    TellsOfLooks(ports::People& inner, std::function<void()> told)
        : WrappedPeople(inner), told_(std::move(told)) {}
    Result<bool> pin_is(const PersonId& id, const std::string& pin) override {
        told_();
        return inner_.pin_is(id, pin);
    }

  private:
    std::function<void()> told_;
};

// A register at which people sign in, and nothing else.
struct Door {
    Door(tests::RegisterFiles& files, ports::People& people)
        : catalogues(""), desk{files.store(), people, catalogues, clock, random, files.signer()} {}
    tests::FakeClock clock;
    tests::SeededRandom random{1};
    db::terminal::SqliteCatalogueFiles catalogues;
    Desk desk;
};

// Tries wrong PINs until it is killed; a byte for each look.
[[noreturn]] void try_for_ever(const std::filesystem::path& folder, int tell) {
    try {
        const auto files = must(tests::RegisterFiles::open(folder));
        TellsOfLooks people(files->people(), [&] {
            if (write(tell, "x", 1) != 1) _exit(1);
        });
        Door door(*files, people);
        // As somebody does who hopes that the count goes by the date.
        door.clock.set(door.clock.now() - 24h * (getpid() % 4000));
        while (true) {
            door.clock.advance(10min);
            if (sign_in(door.desk, maya.id, "000000")) _exit(3);
        }
    } catch (const std::exception&) {
        _exit(2);
    }
}

std::int32_t looks_before_kill(const std::filesystem::path& folder, useconds_t after_us) {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        close(ends[0]);
        try_for_ever(folder, ends[1]);
    }
    close(ends[1]);
    std::int32_t looks = 0;
    char byte = 0;
    if (read(ends[0], &byte, 1) == 1) ++looks;  // it is at work
    usleep(after_us);
    kill(child, SIGKILL);
    while (read(ends[0], &byte, 1) == 1) ++looks;
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    return looks;
}

// Breaks the disk at each of its operations while a PIN is entered.
void break_at_every_point(FaultDisk::Operation operation, int code, const char* pin) {
    for (int point = 0;; ++point) {
        INFO("PIN " << pin << ", operation " << static_cast<int>(operation) << " at " << point);
        FaultDisk disk;
        const tests::ScratchFolder folder;
        const db::engine::OpenOptions on_fault_disk{"makegood-fault", 1000};
        auto files = must(tests::RegisterFiles::open(folder.path(), on_fault_disk));
        must(files->people().add(maya, her_pin));
        int looks = 0;
        TellsOfLooks people(files->people(), [&] { ++looks; });
        Door door(*files, people);
        disk.fail(operation, point, code);
        const auto in = sign_in(door.desk, maya.id, pin);
        if (!disk.has_failed()) {
            CHECK(in.has_value() == (std::string(pin) == her_pin));
            REQUIRE(point > 0);
            return;
        }
        REQUIRE_FALSE(in);
        CHECK(in.error().kind == ErrorKind::failed);
        files.reset();
        files = must(tests::RegisterFiles::open(folder.path(), on_fault_disk));
        // Whoever was right may have been let off already, and tries again.
        if (std::string(pin) != her_pin) CHECK(must(files->people().attempts(maya.id)).wrong >= looks);
    }
}

double seconds_of(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

struct Sample {
    double sum = 0, squares = 0;
    int count = 0;
    void add(double value) {
        sum += value;
        squares += value * value;
        ++count;
    }
    double mean() const { return sum / count; }
    double variance_of_mean() const { return (squares / count - mean() * mean()) / (count - 1); }
};

// Welch's t of two samples; so many that it is distributed normally.
double welch(const Sample& a, const Sample& b) {
    return (a.mean() - b.mean()) / std::sqrt(a.variance_of_mean() + b.variance_of_mean());
}

}  // namespace

TEST_CASE("a kill gives no free try") {
    std::mt19937 random(tests::any_seed("kills at a PIN"));
    for (int person = 0; person < 4; ++person) {
        const tests::ScratchFolder folder;
        must(must(tests::RegisterFiles::open(folder.path()))->people().add(maya, her_pin));
        std::int32_t looks = 0, counted = 0;
        for (int kills = 0; kills < 12 && counted < 10; ++kills) {
            looks += looks_before_kill(folder.path(), random() % 60'000);
            counted = must(must(tests::RegisterFiles::open(folder.path()))->people().attempts(maya.id)).wrong;
            REQUIRE(counted >= looks);
            REQUIRE(looks <= 10);
        }
    }
}

TEST_CASE("on a disk that fails nobody gets in, and no look goes uncounted") {
    for (const char* pin : {her_pin, "274194"}) {
        break_at_every_point(FaultDisk::Operation::write, SQLITE_FULL, pin);
        break_at_every_point(FaultDisk::Operation::sync, SQLITE_IOERR_FSYNC, pin);
    }
}

TEST_CASE("hundreds of tries on the real store: none gets in") {
    tests::World world;
    must(world.desk().people.add(maya, her_pin));
    for (int i = 0; i < 300; ++i) {
        world.clock.advance(std::chrono::minutes(i % 3 * 5));
        if (i % 7 == 0) world.clock.start_anew();
        if (i % 11 == 0) world.clock.set(world.clock.now() + 24h * (i % 2 == 0 ? 400 : -400));
        if (i % 13 == 0) world.reopen();
        REQUIRE_FALSE(sign_in(world.desk(), maya.id, std::to_string(100'000 + i)));
        REQUIRE_FALSE((i > 100 && sign_in(world.desk(), maya.id, her_pin)));
    }
    CHECK(must(sign_in_state(world.desk(), maya.id)).locked);
}

// Welch's t of the times that a wrong PIN and an unknown person take, so many each, in an order by chance.
double compare_times(int each, int wrong_before) {
    tests::World world;
    must(world.desk().people.add(maya, her_pin));
    const PersonId nobody("p-nobody");
    std::mt19937 random(tests::any_seed("time of a wrong PIN"));
    const auto begin_with = [&](const PersonId& id) {
        const ports::PersonChanged opened{id == nobody ? PersonId() : id, ports::PersonChange::unlocked, {}};
        must(world.desk().store.commit({world.clock.now(), {}}, opened));
        must(world.desk().people.clear_wrong(id));
        for (int i = 0; i < wrong_before; ++i)
            must(world.desk().people.count_wrong(id, {world.clock.boot(), world.clock.steady()}));
        world.clock.advance(24h);
    };
    Sample known, unknown;
    while (known.count < each || unknown.count < each) {
        const bool is_known = unknown.count == each || (known.count < each && random() % 2 == 0);
        const auto& id = is_known ? maya.id : nobody;
        begin_with(id);
        const double took = seconds_of([&] { CHECK_FALSE(sign_in(world.desk(), id, "000000")); });
        (is_known ? known : unknown).add(took);
    }
    const double t = welch(known, unknown);
    std::printf("wrong PIN %.3f ms, unknown person %.3f ms, Welch's t %.2f\n", known.mean() * 1000,
                unknown.mean() * 1000, t);
    return t;
}

// By chance alone one of a hundred such comparisons is significant; so many in a row are not chance.
bool take_the_same_time(int each, int wrong_before, int runs) {
    for (int run = 0; run < runs; ++run)
        if (std::abs(compare_times(each, wrong_before)) < 2.576) return true;  // p > 0.01
    return false;
}

TEST_CASE("a wrong PIN and an unknown person take the same time") {
    CHECK(take_the_same_time(50, 0, 3));
    CHECK(take_the_same_time(10, 9, 3));  // the tenth, which is recorded
}

TEST_CASE("five hundred wrong PINs and unknown persons take the same time", "[long]") {
    CHECK(take_the_same_time(500, 0, 2));
}

}  // namespace makegood::service
