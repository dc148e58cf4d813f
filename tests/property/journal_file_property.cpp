// An exported journal proves itself: as it was written it passes, with any line changed it does not.
#include "app/wire/journal_file.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "tests/support/histories.hpp"
#include "tests/support/seed.hpp"

namespace makegood {
namespace {

std::vector<std::string> exported(tests::RegisterFiles& files) {
    std::vector<std::string> lines;
    for (const auto& event : tests::must(files.store().segment(1, 1000))) lines.push_back(event.bytes);
    lines.push_back(
        wire::journal_end_line(files.signer().device(), tests::must(files.store().head()), files.signer()));
    return lines;
}

std::string problem_in(const std::vector<std::string>& lines) {
    std::stringstream file;
    for (const auto& line : lines) file << line << '\n';
    return wire::verify_journal_file(file, wire::event_codec()).problem;
}

}  // namespace

TEST_CASE("an exported journal that was changed is found") {
    const tests::ScratchFolder folder;
    const auto files = tests::must(tests::RegisterFiles::open(folder.path()));
    tests::History history(files->store(), 3);
    history.open_shop(files->signer().public_key_hex());
    for (int i = 0; i < 30; ++i) history.step();
    const auto lines = exported(*files);
    REQUIRE(problem_in(lines) == "");
    CHECK(problem_in({}) != "");

    const auto seed = tests::any_seed("exported journal");
    std::mt19937_64 random(seed);
    const auto below = [&](std::size_t bound) {
        return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random);
    };
    for (int i = 0; i < 500; ++i) {
        auto edited = lines;
        const auto at = below(edited.size());
        const auto edit = below(4);
        auto& line = edited[at];
        if (edit == 0) line[below(line.size())] ^= static_cast<char>(1 << below(7));
        if (edit == 1) edited.erase(edited.begin() + static_cast<std::ptrdiff_t>(at), edited.end());
        if (edit == 2) edited.erase(edited.begin() + static_cast<std::ptrdiff_t>(at));
        if (edit == 3)
            edited.insert(edited.begin() + static_cast<std::ptrdiff_t>(at),
                          std::string(edited[below(edited.size())]));
        INFO("seed " << seed << ", edit " << i << " kind " << edit << " at " << at);
        REQUIRE(problem_in(edited) != "");
    }
}

}  // namespace makegood
