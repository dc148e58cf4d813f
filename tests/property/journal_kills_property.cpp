// A process that commits is killed at random moments: nothing that it told of is lost, and journal and tables
// agree.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "tests/support/histories.hpp"
#include "tests/support/seed.hpp"

namespace makegood {
namespace {

// Lives on in the folder and tells the sequence of each commit once it is durable. Never comes back.
[[noreturn]] void commit_for_ever(const std::filesystem::path& folder, std::uint64_t seed, int tell) {
    try {
        auto files = tests::must(tests::RegisterFiles::open(folder));
        tests::History history(files->store(), seed);
        if (tests::must(files->store().head()).sequence == 0)
            history.open_shop(files->signer().public_key_hex());
        while (true) {
            history.step();
            const std::uint64_t sequence = tests::must(files->store().head()).sequence;
            if (write(tell, &sequence, sizeof sequence) != sizeof sequence) _exit(1);
        }
    } catch (const std::exception& exception) {
        std::fprintf(stderr, "%s\n", exception.what());
        _exit(2);
    }
}

// Reads what the child tells until it has told `enough` commits, waits a moment more, kills it, and answers
// the last commit it told of.
std::uint64_t last_told_before_kill(pid_t child, int from, std::int64_t enough, std::int64_t more_us) {
    std::uint64_t last = 0, sequence = 0;
    for (std::int64_t told = 0; told < enough && read(from, &sequence, sizeof sequence) == sizeof sequence;
         ++told)
        last = sequence;
    usleep(static_cast<useconds_t>(more_us));
    kill(child, SIGKILL);
    while (read(from, &sequence, sizeof sequence) == sizeof sequence) last = sequence;
    int status = 0;
    waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    return last;
}

void kill_often(int kills) {
    const auto seed = tests::any_seed("journal kills");
    std::mt19937_64 random(seed);
    const auto below = [&](std::int64_t bound) {
        return std::uniform_int_distribution<std::int64_t>(0, bound - 1)(random);
    };
    const tests::ScratchFolder folder;
    for (int i = 0; i < kills; ++i) {
        INFO("seed " << seed << ", kill " << i);
        int ends[2];
        REQUIRE(pipe(ends) == 0);
        const auto child_seed = random();
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            close(ends[0]);
            commit_for_ever(folder.path(), child_seed, ends[1]);
        }
        close(ends[1]);
        const auto told = last_told_before_kill(child, ends[0], below(30), below(3000));
        close(ends[0]);

        const auto files = tests::must(tests::RegisterFiles::open(folder.path()));
        REQUIRE(tests::must(files->store().head()).sequence >= told);
        REQUIRE(files->trouble() == "");
    }
}

}  // namespace

TEST_CASE("a kill loses nothing that was told") {
    kill_often(50);
}

TEST_CASE("many kills lose nothing that was told", "[long]") {
    kill_often(500);
}

}  // namespace makegood
