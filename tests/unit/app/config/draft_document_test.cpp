#include "app/config/draft_document.hpp"

#include <catch2/catch.hpp>

using namespace makegood;
using config::Changes;

namespace {

constexpr std::string_view keys[] = {"limits.cards",         "limits.pace",           "authority.clerk",
                                     "authority.supervisor", "authority.clerk_worth", "guards.most_of_loss",
                                     "money.usual_gift"};

const char* const own =
    "# Ours.\n[policy]\nstore = \"Corner Market\"\n[limits]\ncards = 2  # few\n\n[authority]\nclerk = \"4 "
    "gifts\"\n";

config::ReadDraft read(const std::string& text, const char* currency = "USD") {
    auto draft = config::read_draft({"own.toml", text}, "kiosk-config", *Currency::from_code(currency), keys);
    REQUIRE(draft);
    return *draft;
}

std::string changed(const Changes& changes) {
    const auto text = config::with_changes(own, changes);
    return text ? *text : text.error().sentence;
}

}  // namespace

TEST_CASE("Changes of a draft leave all else as it is written") {
    CHECK(changed({}) == own);
    CHECK(changed({{"limits.cards", "3"}}).find("cards = 3  # few\n") != std::string::npos);
    CHECK(changed({{"limits.cards", std::nullopt}}).find("cards") == std::string::npos);
    CHECK(changed({{"guards.most_of_loss", std::nullopt}}) == own);  // it was as shipped
    CHECK(changed({{"guards.most_of_loss", "\"90 %\""}}) ==
          own + std::string("\n[guards]\nmost_of_loss = \"90 %\"\n"));
    CHECK(changed({{"limits", "3"}}).find("names no setting") != std::string::npos);
}

TEST_CASE("A draft says what would be in force, who says so, and what is shipped") {
    const auto draft = read(own);
    REQUIRE(draft.settings);
    const auto& cards = draft.values.at("limits.cards");
    CHECK((cards.value == "2" && cards.written == "2" && cards.shipped == "3" && cards.own));
    const auto& clerk = draft.values.at("authority.clerk");
    CHECK((clerk.value == "12.00" && clerk.written == "4 gifts" && clerk.shipped == "5 gifts" && clerk.own));
    const auto& none = draft.values.at("authority.clerk_worth");
    CHECK((none.value.empty() && none.written.empty() && none.shipped.empty() && !none.own));
    const auto& pace = draft.values.at("limits.pace");
    CHECK((pace.value == "true" && pace.shipped == "true" && !pace.own));
    CHECK(draft.values.at("money.usual_gift").value == "3.00");
    CHECK(read("[money]\nusual_gift = \"500\"\n", "JPY").values.at("authority.clerk").value == "2500");
    CHECK(read("[money]\nusual_gift = \"1.250\"\n", "KWD").values.at("authority.clerk").value == "6.250");
}

TEST_CASE("What is wrong is told at the setting, and the rest beside it") {
    auto draft = read("[limits]\ncards = 9\nmany = 3\n[authority]\nclerk = \"12.345\"\n");
    CHECK_FALSE(draft.settings);
    CHECK(draft.values.at("limits.cards").problem ==
          "limits.cards = 9 can't be used; it must be a whole number from 1 to 3.");
    CHECK(draft.values.at("authority.clerk").problem.find("is not an amount in USD") != std::string::npos);
    REQUIRE(draft.problems.size() == 1);
    CHECK(draft.problems.front().find("own.toml, line 3: There is no setting \"many\"") == 0);
    draft = read("[authority]\nclerk = \"90.00\"\n");
    CHECK(draft.values.at("authority.clerk").problem ==
          "authority.clerk is above authority.supervisor; exchange them.");
    CHECK(draft.problems.empty());
    draft = read("[limits\n");
    CHECK_FALSE(draft.settings);
    CHECK(draft.problems.size() == 1);
}

TEST_CASE("Limits stand as the document has them") {
    const auto limits =
        read("[[limit]]\neach = \"clerk\"\nper = \"day\"\ncost = \"20.00\"\n[[limit]]\nper = \"week\"\n")
            .limits;
    REQUIRE(limits.size() == 2);
    CHECK(limits[0].each == std::vector<std::string>{"clerk"});
    CHECK(limits[0].settings.at("cost") == "20.00");
    CHECK(limits[1].settings.at("per") == "week");
    CHECK(limits[0].problem == "A limit needs a name of its own: id = \"each-clerk-a-day\".");
    CHECK(limits[1].problem.find("A limit needs a name") == 0);
}

TEST_CASE("A limit that can't be used says why") {
    const auto draft = read(
        "[[limit]]\nid = \"a\"\neach = \"clerk\"\nper = \"day\"\ncost = \"5.00\"\n\n"
        "[[limit]]\nid = \"b\"\neach = \"clerk\"\nper = \"day\"\ncost = \"7.00\"\n");
    REQUIRE(draft.limits.size() == 2);
    CHECK(draft.limits[0].problem.empty());
    CHECK(draft.limits[1].problem.find("speak of the same thing and period") != std::string::npos);
    CHECK(draft.problems.empty());
    CHECK_FALSE(draft.settings);
}
