#include "app/wire/suggest_case.hpp"

#include <catch2/catch.hpp>

using namespace makegood;

TEST_CASE("a case names an article, what to rank, and perhaps what was bought") {
    const auto read = wire::read_suggest_case(
        R"({"case": "c 7", "article": 995242, "among": ["1029743", 862349], "bought": ["1"], "more": null})");
    if (!read) FAIL(read.error().sentence);
    CHECK(read->article == "995242");
    CHECK(read->among == std::vector<std::string>{"1029743", "862349"});
    CHECK(read->bought == std::vector<std::string>{"1"});
    CHECK(wire::ranked_line(*read, {"862349", "\"1\""}) == R"({"case":"c 7","ranked":["862349","\"1\""]})");
    const auto bare = wire::read_suggest_case(R"({"article":"1","among":[]})");
    REQUIRE(bare);
    CHECK(wire::ranked_line(*bare, {}) == R"({"case":null,"ranked":[]})");
    CHECK(wire::ranked_line(*wire::read_suggest_case(R"({"case":-3,"article":"1","among":[]})"), {}) ==
          R"({"case":-3,"ranked":[]})");
}

TEST_CASE("a line that is no case is refused with what is wrong") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"", "JSON object"},
        {"[1]", "JSON object"},
        {R"({"article":"1","among":[]} {})", "JSON object"},
        {R"({"among":[]})", "article"},
        {R"({"article":"","among":[]})", "article"},
        {R"({"article":1.5,"among":[]})", "article"},
        {R"({"article":"1"})", "among"},
        {R"({"article":"1","among":"2"})", "among"},
        {R"({"article":"1","among":[null]})", "among"},
        {R"({"article":"1","among":[],"bought":3})", "bought"},
        {R"({"case":{},"article":"1","among":[]})", "case"},
        {std::string(wire::longest_case + 1, ' '), "longer"},
        {std::string(100, '['), "JSON object"}};
    for (const auto& [line, words] : cases) {
        INFO(line.substr(0, 60));
        const auto read = wire::read_suggest_case(line);
        REQUIRE_FALSE(read);
        CHECK(read.error().kind == ErrorKind::bad_input);
        CHECK_THAT(read.error().sentence, Catch::Contains(words));
    }
}
