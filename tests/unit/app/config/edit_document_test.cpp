#include "app/config/edit_document.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <random>

#include "app/config/toml_value.hpp"
#include "tests/support/seed.hpp"

using namespace makegood;
using namespace makegood::config;

namespace {

std::string set(const std::string& text, const std::string& key, const std::string& value) {
    const auto changed = set_value(text, key, value);
    return changed ? *changed : "refused: " + changed.error().sentence;
}

// What two texts have in common from both ends is all but what was put in and what it replaced.
void must_differ_only_in(const std::string& before, const std::string& after, const std::string& value) {
    const auto shorter = std::min(before.size(), after.size());
    std::size_t front = 0, back = 0;
    while (front < shorter && before[front] == after[front]) ++front;
    while (back < shorter - front && before[before.size() - 1 - back] == after[after.size() - 1 - back])
        ++back;
    CHECK(after.size() - front - back <= value.size());
}

}  // namespace

TEST_CASE("One value is set in its place, and all else stays byte for byte") {
    struct Case {
        std::string text, key, value, changed;
    };
    const Case cases[] = {
        {"[a]\nx = 1\n", "a.x", "2", "[a]\nx = 2\n"},
        {"# top\n\n[a]   # s\n  x   =   1   # why\n# end", "a.x", "20",
         "# top\n\n[a]   # s\n  x   =   20   # why\n# end"},
        {"[a]\r\nx = \"é\"  # ü\r\ny = 1\r\n", "a.x", "\"ß\"", "[a]\r\nx = \"ß\"  # ü\r\ny = 1\r\n"},
        {"[a]\nx = [1,\n 2] # l\ny = 1\n", "a.x", "3", "[a]\nx = 3 # l\ny = 1\n"},
        {"[a]\nx = \"\"\"\nlong\n\"\"\"\n", "a.x", "\"s\"", "[a]\nx = \"s\"\n"},
        {"[a]\nx = 1\n\n# of b\n[b]\n", "a.y", "2", "[a]\nx = 1\ny = 2\n\n# of b\n[b]\n"},
        {"[a]\n# none yet\n", "a.y", "2", "[a]\ny = 2\n# none yet\n"},
        {"[a]\r\nx = 1", "a.y", "2", "[a]\r\nx = 1\r\ny = 2\r\n"},
        {"[a]\nx = 1", "b.y", "2", "[a]\nx = 1\n\n[b]\ny = 2\n"},
        {"", "b.y", "2", "[b]\ny = 2\n"},
        {"a.x = 1 # dotted\n", "a.x", "2", "a.x = 2 # dotted\n"},
        {"a = { x = 1, z = 3 }\n", "a.x", "2", "a = { x = 2, z = 3 }\n"},
        {"[[gesture]]\nid = \"c\"\nworth = \"1\"\n[[gesture]]\nid = \"d\"\nworth = \"1\"\n",
         "gesture.d.worth", "\"2\"",
         "[[gesture]]\nid = \"c\"\nworth = \"1\"\n[[gesture]]\nid = \"d\"\nworth = \"2\"\n"},
        {"[a]\nx = 1\n", "a.x", "2 # mine", "[a]\nx = 2\n"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.text, each.key, each.value);
        CHECK(set(each.text, each.key, each.value) == each.changed);
    }
}

TEST_CASE("A whole limit is put in, changed and taken out, and all others stay byte for byte") {
    const std::string two =
        "# top\n\n# nobody more\n[[limit]]\nid = \"a\"\neach = \"clerk\" # who\nper = \"day\"\ncost = "
        "\"1\"\n\n[[limit]]\nid = \"b\"\nper = \"week\"\n";
    CHECK(set("", "limit.a", "{ per = \"day\", cost = \"1\" }") ==
          "[[limit]]\nid = \"a\"\nper = \"day\"\ncost = \"1\"\n");
    CHECK(set("[a]\r\nx = 1", "limit.a", "{ each = [\"clerk\", \"kind\"], per = \"day\" } # mine") ==
          "[a]\r\nx = 1\r\n\r\n[[limit]]\r\nid = \"a\"\r\neach = [\"clerk\", \"kind\"]\r\nper = "
          "\"day\"\r\n");
    CHECK(set(two, "limit.a", "{ each = \"clerk\", per = \"week\", worth = \"2\" }") ==
          "# top\n\n# nobody more\n[[limit]]\nid = \"a\"\neach = \"clerk\" # who\nper = \"week\"\nworth = "
          "\"2\"\n\n[[limit]]\nid = \"b\"\nper = \"week\"\n");
    CHECK(set(two, "limit.b", "{ per = \"week\" }") == two);
    CHECK(take_out(two, "limit.a").value() == "# top\n\n[[limit]]\nid = \"b\"\nper = \"week\"\n");
    CHECK(take_out(two, "limit.b").value() == two.substr(0, two.find("[[limit]]\nid = \"b\"")));
    CHECK(take_out(two, "limit.c").error().kind == ErrorKind::not_found);
    CHECK(take_out("limit = [{ id = \"a\" }, { id = \"b\" }]\n", "limit.a").error().kind ==
          ErrorKind::refused);
}

TEST_CASE("What can't be set is refused with a way out") {
    struct Case {
        std::string text, key, value, sentence;
    };
    const Case cases[] = {
        {"", "cards", "1", "names no setting"},
        {"", "a.", "1", "names no setting"},
        {"", ".a", "1", "names no setting"},
        {"", "a.b.c", "1", "names no setting"},
        {"", "gesture.worth", "1", "is a whole gesture: write all of it in braces"},
        {"", "limit.x", "{ id = \"y\" }", "leave id out of the braces"},
        {"limit = [{ id = \"a\" }]\n", "limit.b", "{ per = \"day\" }", "Change it by hand"},
        {"limit = 3\n", "limit.b", "{ per = \"day\" }", "Change it by hand"},
        {"", "gesture.c.worth", "1", "has no gesture \"c\""},
        {"[a\n", "a.x", "1", "line 1: "},
        {"", "a.x", "", "is no value on one line"},
        {"", "a.x", "one", "is no value on one line"},
        {"", "a.x", "1\nb = 2", "is no value on one line"},
        {"", "a.x", "[1,\n2]", "is no value on one line"},
        {"a.x = 1\n[b]\nc = 1\n", "a.y", "2", "Change it by hand"},
        {"a = { x = 1 }\n", "a.y", "2", "Change it by hand"},
        {"a = 5\n", "a.y", "2", "Change it by hand"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.text, each.key, each.value);
        const auto outcome = set(each.text, each.key, each.value);
        CAPTURE(outcome);
        CHECK(outcome.starts_with("refused: "));
        CHECK(outcome.find(each.sentence) != std::string::npos);
    }
}

TEST_CASE("A setting is taken out with its line") {
    CHECK(take_out("[a]\nx = 1 # why\n# stays\ny = 2\n", "a.x").value() == "[a]\n# stays\ny = 2\n");
    CHECK(take_out("[a]\nx = [1,\n2]\ny = 2", "a.y").value() == "[a]\nx = [1,\n2]\n");
    CHECK(take_out("[a]\nx = [1,\n2]\ny = 2", "a.x").value() == "[a]\ny = 2");
    CHECK(take_out("[a]\n", "a.x").error().kind == ErrorKind::not_found);
    CHECK(take_out("a = { x = 1, y = 2 }\n", "a.x").error().kind == ErrorKind::refused);
    CHECK(take_out("a.x = 1\n", "a.x").error().kind == ErrorKind::refused);
}

TEST_CASE("Random values set in the shipped policy leave every comment where it is") {
    const auto shipped = read_settings_file("kiosk-config/policy/policy.toml");
    REQUIRE(shipped);
    std::mt19937_64 random(tests::any_seed("policy texts"));
    std::string text = *shipped;
    Problems problems;
    for (int i = 0; i < 600; ++i) {
        const auto table = parse_toml(text, "policy.toml", problems);
        REQUIRE(problems.empty());
        auto section = table.entries.begin();
        do section = std::next(table.entries.begin(), static_cast<long>(random() % table.entries.size()));
        while (section->second.entries.empty());
        const auto entry = std::next(section->second.entries.begin(),
                                     static_cast<long>(random() % section->second.entries.size()));
        std::string letters;
        for (auto count = random() % 12; count-- > 0;) letters += static_cast<char>(1 + random() % 0x7F);
        const auto value = random() % 2 == 0 ? std::to_string(random() % 1000) : toml_text(letters);
        const auto key = section->first + "." + entry->first;
        CAPTURE(key, value);
        const auto changed = set_value(text, key, value);
        REQUIRE(changed);
        must_differ_only_in(text, *changed, value);
        const auto now = parse_toml(*changed, "policy.toml", problems);
        CHECK(now.entries.at(section->first).entries.at(entry->first).line == entry->second.line);
        text = *changed;
    }
}

TEST_CASE("Random texts and keys are answered, never crash") {
    std::mt19937_64 random(tests::any_seed("policy texts"));
    const std::string pieces[] = {"[a]",  "[[gesture]]", "id=\"c\"", "x", "=",   "1",   "\n",
                                  "\r\n", "{",           "}",        ".", "\"",  "'''", "é",
                                  "#",    ",",           "[",        "]", "a.x", "\xff"};
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (auto count = random() % 14; count-- > 0;) text += pieces[random() % std::size(pieces)];
        for (const auto* key : {"a.x", "gesture.c.x"}) {
            CAPTURE(text, key);
            if (const auto changed = set_value(text, key, "5")) {
                CHECK(set_value(*changed, key, "5").value() == *changed);
                CHECK(take_out(text, key).has_value() <= set_value(text, key, "6").has_value());
            }
        }
    }
}
