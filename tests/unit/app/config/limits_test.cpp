#include <catch2/catch.hpp>

#include "app/config/edit_document.hpp"
#include "app/config/policy.hpp"

using namespace makegood;
using namespace makegood::config;
using core::budget::PeriodKind;

namespace {

const std::string gift = "[money]\nusual_gift = \"3.00\"\n";
const std::string clerk = "[[limit]]\nid = \"c\"\neach = \"clerk\"\nper = \"day\"\ncost = \"4 gifts\"\n";

Result<PolicySettings> read(const PolicyFiles& files) {
    Reading reading;
    reading.amounts.currency = *Currency::from_code("USD");
    return read_policy(files, reading);
}

std::string refusal(const std::string& text) {
    const auto outcome = read({{"own.toml", gift + text}});
    return outcome ? "" : outcome.error().sentence;
}

}  // namespace

TEST_CASE("limits are read in any combination") {
    const auto settings = read({{"own.toml", gift + clerk + R"(
[[limit]]
id = "vouchers of a customer"
each = ["customer", "clerk"]
kind = "amount-off"
per = "14 days"
from = 2026-01-05
cost = "12.50"
worth = "20.00"
[[limit]]
id = "case"
each = "incident"
cost = "0"
[[limit]]
id = "all"
per = "month"
cost = "500.00"
)"}});
    REQUIRE(settings);
    const auto rules = rules_of(settings->limits);
    REQUIRE(rules.size() == 4);
    CHECK(rules[0].each == core::budget::Each{.clerk = true});
    CHECK(rules[0].limit.cost == Money::minor(1200));
    CHECK(rules[1].each == core::budget::Each{.clerk = true, .customer = true});
    CHECK(rules[1].kind == "amount-off");
    CHECK(rules[1].limit.own.days == 14);
    CHECK(base::format_date(rules[1].limit.own.from) == "2026-01-05");
    CHECK(rules[1].limit.worth == Money::minor(2000));
    CHECK(rules[2].each.incident);
    CHECK(rules[3].limit.kind == PeriodKind::month);
}

TEST_CASE("a later file replaces a limit of the same name, or takes it out") {
    const auto other = read({{"shipped.toml", gift + clerk},
                             {"own.toml",
                              "[[limit]]\nid = \"c\"\neach = \"kind\"\nper = \"week\"\ncost = "
                              "\"1.00\"\n"}});
    REQUIRE(other);
    REQUIRE(other->limits.size() == 1);
    CHECK(other->limits[0].rule.each.kind);
    const auto none =
        read({{"shipped.toml", gift + clerk}, {"own.toml", "[[limit]]\nid = \"c\"\noff = true\n"}});
    REQUIRE(none);
    CHECK(none->limits.empty());
}

TEST_CASE("what is wrong with a limit is said with its line and a way out") {
    struct Case {
        std::string text, says;
    };
    const std::string begun = "[[limit]]\nid = \"x\"\n";
    const Case cases[] = {
        {"[[limit]]\nper = \"day\"\ncost = \"1\"", "own.toml, line 3: A limit needs a name of its own"},
        {begun + "per = \"day\"", "Say how much it allows"},
        {begun + "cost = \"1\"", "Say for how long it holds"},
        {begun + "per = \"year\"\ncost = \"1\"", "line 5: limit.per: \"year\" is no period. Write day"},
        {begun + "per = \"14 days\"\ncost = \"1\"", "as a date like 2026-01-05"},
        {begun + "per = \"14 days\"\nfrom = 12\ncost = \"1\"", "a date like 2026-01-05"},
        {begun + "per = \"day\"\nfrom = 2026-01-05\ncost = \"1\"", "Leave out from when"},
        {begun + "per = \"day\"\ncost = \"-1\"", "limit.cost"},
        {begun + "per = \"day\"\ncost = 1", "an amount in quotes"},
        {begun + "each = \"clark\"\nper = \"day\"\ncost = \"1\"", "Did you mean \"clerk\""},
        {begun + "kind = \"gifts\"\nper = \"day\"\ncost = \"1\"", "Did you mean \"gift\""},
        {begun + "each = \"incident\"\nper = \"day\"\ncost = \"1\"",
         "line 6: A limit of each incident has no period"},
        {begun + "each = \"kind\"\nkind = \"gift\"\nper = \"day\"\ncost = \"1\"", "keep one"},
        {begun + "per = \"day\"\ncosts = \"1\"\ncost = \"1\"", "There is no setting \"costs\""},
        {clerk + clerk, "stands in this file twice; the first is in line 3"},
        {clerk + begun + "each = \"clerk\"\nper = \"day\"\ncost = \"1\"",
         "The limits \"x\" and \"c\" (line 3) speak of the same thing and period"},
        {begun + "off = true", "There is no limit \"x\" to switch off"},
        {"[limit]\nid = \"x\"", "must be written as [[limit]], one after the other"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.text);
        CHECK_THAT(refusal(each.text), Catch::Contains(each.says));
    }
    CHECK(refusal(clerk + begun + "each = \"clerk\"\nper = \"week\"\ncost = \"1\"").empty());
}

TEST_CASE("one setting of a limit is changed in its place") {
    const auto changed = set_value("# mine\n" + clerk, "limit.c.cost", "\"9.00\"");
    REQUIRE(changed);
    CHECK(*changed == "# mine\n[[limit]]\nid = \"c\"\neach = \"clerk\"\nper = \"day\"\ncost = \"9.00\"\n");
    const auto unknown = set_value(clerk, "limit.d.cost", "\"9.00\"");
    REQUIRE_FALSE(unknown);
    CHECK_THAT(unknown.error().sentence, Catch::Contains("has no limit \"d\""));
}
