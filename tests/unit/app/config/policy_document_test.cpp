#include "app/config/policy_document.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "tests/support/seed.hpp"

using namespace makegood;
using namespace makegood::config;

namespace {

const std::string head = "[policy]\nversion = 7\nstore = \"Corner Market\"\n";  // 3 lines

CheckedDocument check(const std::string& text, const char* currency = "USD") {
    auto checked = check_document({"own.toml", text}, "kiosk-config", *Currency::from_code(currency));
    REQUIRE(checked);
    return *checked;
}

std::string found(const std::string& text, const char* currency = "USD") {
    const auto checked = check(text, currency);
    return checked.problems.empty() ? "" : all_of(checked.problems).sentence;
}

// Of a setting in the shipped policy.toml.
std::string shipped_line(const std::string& name) {
    const auto text = read_settings_file("kiosk-config/policy/policy.toml").value();
    const auto end = text.begin() + static_cast<long>(text.find('\n' + name + " = ")) + 1;
    return std::to_string(1 + std::count(text.begin(), end, '\n'));
}

std::string gesture(const std::string& id, const std::string& lines) {
    return "[[gesture]]\nid = \"" + id + "\"\ntitle = \"T\"\nsentence = \"S\"\nfor = \"delight\"\n" + lines;
}

struct Case {
    std::string text, sentences;  // all of them, a line each
    const char* currency = "USD";
};
const Case mistakes[] = {
    {head, ""},
    {"# nothing\n",
     "own.toml: It does not say which version it is; write version = 1 under [policy], and one more each "
     "time.\nown.toml: It does not say for which store it is; write store = \"Corner Market\" under "
     "[policy]."},
    {"\n[policy]\nstore = \"S\"\n",
     "own.toml, line 2: It does not say which version it is; write version = 1 under [policy], and one "
     "more "
     "each time."},
    {"[policy]\nversion = 0\nstore = \"S\"\n",
     "own.toml, line 1: It does not say which version it is; write version = 1 under [policy], and one "
     "more "
     "each time.\nown.toml, line 2: policy.version = 0 can't be used; it must be a whole number from 1 "
     "to "
     "1000000000."},
    {"[policy]\nversion = 1\nstore = \"S\"\nverson = 2\n",
     "own.toml, line 4: There is no setting \"verson\" in [policy]. Did you mean \"version\"?"},
    {head + "[limits]\ncrads = 2\nfree_options = 9\n",
     "own.toml, line 5: There is no setting \"crads\" in [limits]. Did you mean \"cards\"?\n"
     "own.toml, line 6: limits.free_options = 9 can't be used; it must be a whole number from 2 to 4."},
    {head + "[limits]\npace = \"no\"\npase = false\n",
     "own.toml, line 5: limits.pace = \"no\" can't be used; it must be true or false.\n"
     "own.toml, line 6: There is no setting \"pase\" in [limits]. Did you mean \"pace\"?"},
    {head + "[limits]\npace = false\n", ""},
    {head + "[limits]\ncards = \n[guards]\nnever_above = 200\n",
     "own.toml, line 5: This does not follow the rules of TOML: Error while parsing key-value pair: "
     "expected "
     "value, saw '\\n'. Mend that line.\n"
     "own.toml, line 7: guards.never_above = 200 can't be used; it must be a share from \"0 %\" to \"150 "
     "%\"."},
    {head + "[limits]\ncards = 1 2\nfree_options = \"x\ncards = 3\ncards = 3\n",
     "own.toml, line 5: This does not follow the rules of TOML: Error while parsing key-value pair: "
     "expected "
     "a comment or whitespace, saw '2'. Mend that line.\n"
     "own.toml, line 6: This does not follow the rules of TOML: Error while parsing string: unescaped "
     "control "
     "characters other than TAB (U+0009) are explicitly prohibited. Mend that line.\n"
     "own.toml, line 8: \"cards\" stands here a second time; the first is in line 7. Keep one of them."},
    {head + "[limits]\ncards = 1\n[limits]\ncards = 2\n", "own.toml, line 1: It does not say which version"},
    {head + "[guards]\nleast_of_loss = \"90 %\"\nmost_of_loss = \"80 %\"\n",
     "own.toml, line 5: guards.least_of_loss is above guards.most_of_loss (line 6); exchange them."},
    {head + "[guards]\nnever_above = \"100 %\"\n", "own.toml, line 5: guards.most_of_loss (line " +
                                                       shipped_line("most_of_loss") +
                                                       " of policy.toml) is above guards.never_above; lower "
                                                       "the "
                                                       "first or raise the second."},
    {head + "[limits]\nmost_cost_each = \"2.50\"\n",
     "own.toml, line 5: limits.most_cost_each: \"2.50\" is not an amount in JPY, which has no decimals; "
     "write "
     "it like \"400\" or \"2 gifts\".",
     "JPY"},
    {head + gesture("g", "worth = \"1\"\nshare_of_loss = \"60 %\"\n"),
     "own.toml, line 9: The gesture \"g\" has both worth and share_of_loss; keep one. (Lines 9 and 10.)"},
    {head + gesture("g", "only_when = \"special-day\"\nnot_when = [\"in-a-hurry\", \"special-day\"]\n"),
     "own.toml, line 9: The gesture \"g\" is for only_when and not_when of \"special-day\", so it could "
     "never "
     "be offered: take it out of one. (Lines 9 and 10.)"},
    {head + gesture("g", "share_of_loss = 50\nleast_worth = \"2\"\nmost_worth = \"1\"\n"),
     "own.toml, line 10: The gesture \"g\" is worth at least more than at most: exchange the two. (Lines "
     "10 "
     "and 11.)"},
    {head + gesture("g", "") + gesture("g", ""),
     "own.toml, line 10: The gesture \"g\" stands in this file twice; the first is in line 4. Keep one "
     "of "
     "them."},
    {head + "[[instead]]\ndo = \"pin\"\narticle = \"1\"\n[[instead]]\ndo = \"forbid\"\narticle = \"1\"\n",
     "own.toml, line 7: This says something else of the same articles than line 4. Keep one of the two."},
    {head + "x = \"\xff\"\n",
     "own.toml, line 4: There are letters here that are not written in UTF-8. Save the file as UTF-8 "
     "text."},
};

}  // namespace

TEST_CASE("A document says which version it is and for which store") {
    const auto checked = check(head + "[limits]\ncards = 2\n");
    CHECK(checked.problems.empty());
    CHECK(checked.head.version == 7);
    CHECK(checked.head.store == "Corner Market");
}

TEST_CASE("Every mistake of a document is told with its line and a way out") {
    for (const auto& each : mistakes) {
        CAPTURE(each.text);
        const auto sentences = found(each.text, each.currency);
        if (each.sentences.ends_with("version"))
            CHECK(sentences.find("\"[limits]\" stands here a second time; the first is in line 4") !=
                  std::string::npos);
        else
            CHECK(sentences == each.sentences);
    }
}

TEST_CASE("A document that is too large is refused by its size") {
    CHECK(found(head + "# " + std::string(longest_document, 'x')) ==
          "own.toml: It is larger than 128 KiB; leave out what is as shipped.");
    CHECK(found(head + "# " + std::string(longest_document - head.size() - 2, 'x')).empty());
}

TEST_CASE("Random texts are answered, never crash") {
    std::mt19937_64 random(tests::any_seed("policy texts"));
    const std::string pieces[] = {
        "[policy]",   "version = ",   "7",      "store = ", "\"",    "\n",   "[limits]",
        "cards",      " = ",          "[[",     "]]",       "{",     "}",    "gesture",
        "instead",    "do = \"pin\"", "\"\"\"", "'''",      "\\u00", "\xff", "#",
        "id = \"g\"", "1e999",        ",",      "nan",      "\r\n",  ".",    "0x"};
    for (int i = 0; i < 3000; ++i) {
        std::string text = i % 3 == 0 ? head : "";
        for (auto count = random() % 40; count-- > 0;)
            text += random() % 8 == 0 ? std::string(1, static_cast<char>(random() & 0xFF))
                                      : pieces[random() % std::size(pieces)];
        CAPTURE(text);
        for (const auto& problem : check(text).problems) {
            CHECK_FALSE(problem.sentence.empty());
            CHECK(problem.line >= 0);
        }
    }
}
