#include "app/config/policy.hpp"

#include <catch2/catch.hpp>

using namespace makegood;
using namespace makegood::config;
namespace incident = makegood::core::incident;

namespace {

Reading reading_in(const char* code = "USD") {
    Reading reading;
    reading.amounts.currency = *Currency::from_code(code);
    return reading;
}

Result<PolicySettings> read(const std::string& text, const char* code = "USD") {
    auto reading = reading_in(code);
    return read_policy({{"own.toml", text}}, reading);
}

std::string refusal(const std::string& text, const char* code = "USD") {
    const auto outcome = read(text, code);
    return outcome ? "" : outcome.error().sentence;
}

std::string gesture(const std::string& lines) {
    return "[money]\nusual_gift = \"3.00\"\n[[gesture]]\nid = \"g\"\ntitle = \"T\"\nsentence = \"S\"\nfor = "
           "\"stock-out\"\n" +
           lines + "\n";
}

Result<PolicySettings> shipped(Reading& reading) {
    return load_policy(policy_files("kiosk-config/policy"), reading);
}

}  // namespace

TEST_CASE("Settings are read in the shop's currency") {
    const auto settings = read(R"(
[money]
usual_gift = "4.00"
[limits]
cards = 2
most_free_goods_cost = "12.50"
most_cost_each = "2.5 gifts"
[guards]
least_of_loss = "62.5 %"
most_of_loss = 110
[substitutes]
keep_on_shelf = 2
most_for_one = 5
[counter]
undo_seconds = 90
[paper]
sticker_note = "Enjoy."
)");
    REQUIRE(settings);
    CHECK(settings->policy.cards == 2);
    CHECK(settings->policy.most_free_goods_cost == Money::minor(1250));
    CHECK(settings->policy.guards.most_cost_each == Money::minor(1000));
    CHECK(settings->policy.guards.least_of_loss == Percent::basis_points(6250));
    CHECK(settings->policy.guards.most_of_loss == Percent::whole(110));
    CHECK(settings->policy.substitutes.keep_on_shelf == 2);
    CHECK(settings->policy.substitutes.most_for_one == 5);
    CHECK(settings->undo_time == std::chrono::seconds(90));
    CHECK(settings->sticker_note == "Enjoy.");
}

TEST_CASE("Who may give how much is read, role by role") {
    const auto settings = read(R"([money]
usual_gift = "4.00"
[authority]
clerk = "2 gifts"
clerk_worth = "20.00"
supervisor = "2 gifts"
supervisor_worth = "30.00"
large_raise = "25 %"
)");
    REQUIRE(settings);
    CHECK(settings->authority.clerk.cost == Money::minor(800));
    CHECK(settings->authority.clerk.worth == Money::minor(2000));
    CHECK(settings->authority.supervisor.cost == Money::minor(800));
    CHECK_FALSE(settings->authority.manager.cost);
    CHECK(settings->authority.large_raise == Percent::whole(25));
    CHECK(read("")->authority == core::budget::Authority{});

    const std::pair<const char*, const char*> refused[] = {
        {"[authority]\nclerk = \"9.00\"\nsupervisor = \"8.00\"",
         "line 2: authority.clerk is above authority.supervisor; exchange them."},
        {"[authority]\nsupervisor = \"9.00\"\nmanager = \"8.00\"\nclerk = \"1.00\"",
         "line 2: authority.supervisor is above authority.manager; exchange them."},
        {"[authority]\nsupervisor = \"8.00\"",
         "line 2: authority.supervisor has a limit and authority.clerk has none; give it one too."},
        {"[authority]\nclerk_worth = \"9.00\"\nsupervisor_worth = \"8.00\"",
         "line 2: authority.clerk_worth is above"},
        {"[authority]\nclerk = \"-1.00\"", "line 2: "},
        {"[authority]\nowner = \"1.00\"", "owner"},
        {"[authority]\nlarge_raise = \"2000 %\"", "line 2: "},
    };
    for (const auto& [text, sentence] : refused) {
        CAPTURE(text);
        CHECK_THAT(refusal(text), Catch::Contains(sentence));
    }
}

TEST_CASE("The shipped tiers rise from role to role") {
    auto reading = reading_in();
    const auto settings = shipped(reading);
    REQUIRE(settings);
    const auto& authority = settings->authority;
    REQUIRE((authority.clerk.cost && authority.supervisor.cost && authority.manager.cost));
    CHECK(*authority.clerk.cost < *authority.supervisor.cost);
    CHECK(*authority.supervisor.cost < *authority.manager.cost);
    CHECK(reading.effective.at("authority.clerk").value == "\"15.00\"");
}

TEST_CASE("What can't be used is refused with file, line and a way out") {
    struct Case {
        std::string text, sentence;  // a part of it
        const char* currency = "USD";
    };
    const Case cases[] = {
        {"[limits]\ncadrs = 3\n",
         "own.toml, line 2: There is no setting \"cadrs\" in [limits]. Did you mean \"cards\"?"},
        {"[limit]\n",
         "own.toml, line 1: limit = a table can't be used; it must be written as [[limit]]"},
        {"\n\n[limits]\ncards = 0\n",
         "own.toml, line 4: limits.cards = 0 can't be used; it must be a whole number from 1 to 3."},
        {"[limits]\ncards = \"three\"\n", "limits.cards = \"three\" can't be used"},
        {"[limits]\nmost_cost_each = 2.5\n", "it must be an amount in quotes"},
        {"[limits]\nmost_cost_each = \"2.50\"\n",
         "line 2: limits.most_cost_each: \"2.50\" is not an amount in JPY, which has no decimals", "JPY"},
        {"[limits]\nmost_cost_each = \"2.505\"\n", "is not an amount in USD"},
        {"[limits]\nmost_cost_each = \"-1\"\n", "is not an amount in USD"},
        {"[limits]\nmost_cost_each = \"2 gifts\"\n", "set usual_gift under [money]"},
        {"[limits]\nmost_cost_each = \"two gifts\"\n", "is not a number of gifts"},
        {"[guards]\nnever_above = \"151 %\"\n", "a share from \"0 %\" to \"150 %\""},
        {"[guards]\nnever_above = \"many\"\n", "a share from \"0 %\" to \"150 %\""},
        {"[guards]\nleast_of_loss = \"130 %\"\n", "guards.least_of_loss is above guards.most_of_loss"},
        {"[guards]\nnever_above = \"100 %\"\n", "guards.most_of_loss (built in) is above guards.never_above"},
        {"limits = 3\n", "it must be a section [limits]"},
        {"[limits\n", "line 1: This does not follow the rules of TOML"},
        {"[limits]\ncards = 1\ncards = 2\n",
         "own.toml, line 3: \"cards\" stands here a second time; the first is in line 2. Keep one of them."},
        {"[usual_gift_in]\nQQQ = \"1\"\n", "own.toml, line 2: "},
        {"[money]\nusual_gift = \"0\"\n", "money.usual_gift must be more than nothing"},
        {"[sentences]\nfree_larger = 5\n", "it must be text in quotes"},
        {"gesture = 5\n", "written as [[gesture]]"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.text, each.sentence);
        const auto sentence = refusal(each.text, each.currency);
        CHECK(sentence.find(each.sentence) != std::string::npos);
        if (sentence.find(each.sentence) == std::string::npos) WARN(sentence);
    }
}

TEST_CASE("A gesture that makes no sense is refused with the reason") {
    struct Case {
        std::string lines, sentence;
    };
    const Case cases[] = {
        {"", ""},
        {"nature = \"product\"\nworth = \"2 gifts\"", ""},
        {"nature = \"gold\"", "does not know the word \"gold\""},
        {"natur = \"money\"", "Did you mean \"nature\"?"},
        {"nature = \"money\"", "does not say how much"},
        {"worth = \"1\"\nshare_of_loss = \"60 %\"", "both worth and share_of_loss"},
        {"worth = \"0\"", "is worth nothing"},
        {"share_of_loss = \"151 %\"", "from \"1 %\" to \"150 %\""},
        {"paper = \"voucher\"", "prints a voucher but has no worth"},
        {"nature = \"promise\"", "say by when"},
        {"due_hours = 5", "is no promise"},
        {"from = \"spoiled-day\"\nto = \"nuisance\"", "begins above its end"},
        {"failures = [\"waited\"]", "Did you mean"},
        {"only_when = \"in-a-hury\"", "Did you mean \"in-a-hurry\"?"},
        {"label = \"{wort}\"", "Did you mean \"worth\"?"},
        {"label = \"{worth\"", "can't be filled in"},
        {"chance_weight = 0", "from 1 to 1000"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.lines);
        const auto sentence = refusal(gesture(each.lines));
        if (each.sentence.empty()) CHECK(sentence.empty());
        CHECK(sentence.find(each.sentence) != std::string::npos);
    }
    CHECK(refusal("[[gesture]]\ntitle = \"T\"\n").find("needs a name of its own") != std::string::npos);
    CHECK(refusal("[[gesture]]\nid = \"x\"\noff = true\n").find("no gesture \"x\" to switch off") !=
          std::string::npos);
}

TEST_CASE("All problems of all files are found at once") {
    auto reading = reading_in();
    const auto outcome =
        read_policy({{"a.toml", "[limits]\ncards = 9\nfree = 1\n"}, {"b.toml", "[x]\n"}}, reading);
    REQUIRE_FALSE(outcome);
    CHECK(reading.problems.size() == 3);
    CHECK(outcome.error().kind == ErrorKind::bad_input);
    CHECK(outcome.error().sentence.find("(2 more;") != std::string::npos);
}

TEST_CASE("A later file overrides settings and gestures of an earlier one, and explain knows which did") {
    auto reading = reading_in();
    const auto settings =
        read_policy({{"shipped.toml", "[limits]\ncards = 1\nfree_options = 3\n" + gesture("")},
                     {"own.toml", "[limits]\ncards = 2\n" + gesture("label = \"Own\"")}},
                    reading);
    REQUIRE(settings);
    CHECK(settings->policy.cards == 2);
    CHECK(settings->policy.free_options == 3);
    REQUIRE(settings->policy.gestures.size() == 1);
    CHECK(settings->policy.gestures[0].label == "Own");
    CHECK(reading.effective.at("limits.cards").file == "own.toml");
    CHECK(reading.effective.at("limits.cards").value == "2");
    CHECK(reading.effective.at("limits.cards").line == 2);
    CHECK(reading.effective.at("limits.free_options").file == "shipped.toml");
    CHECK(reading.effective.at("counter.undo_seconds").file == "built in");
    CHECK(reading.effective.at("gesture.g").file == "own.toml");
}

TEST_CASE("A gesture that is switched off is gone") {
    auto reading = reading_in();
    const auto settings =
        read_policy({{"a", gesture("")}, {"b", "[[gesture]]\nid = \"g\"\noff = true\n"}}, reading);
    REQUIRE(settings);
    CHECK(settings->policy.gestures.empty());
    CHECK_FALSE(reading.effective.contains("gesture.g"));
}

TEST_CASE("The usual gift may be set after the file that counts in it; the owner's goes before the list") {
    auto reading = reading_in("JPY");
    const std::string list = "[usual_gift_in]\nJPY = \"400\"\nUSD = \"3.00\"\n";
    const auto settings = read_policy(
        {{"a", "[limits]\nmost_cost_each = \"2 gifts\"\n" + list}, {"b", "[money]\nusual_gift = \"500\"\n"}},
        reading);
    REQUIRE(settings);
    CHECK(settings->policy.guards.most_cost_each == Money::minor(1000));
    CHECK(reading.effective.at("usual_gift").file == "b");
}

TEST_CASE("The shipped policy serves every currency it lists, and the odd exponents") {
    for (const char* code : {"USD", "EUR", "GBP", "JPY", "KWD", "TND", "VND", "INR", "CHF", "IRR", "XPF"}) {
        CAPTURE(code);
        auto reading = reading_in(code);
        const auto settings = shipped(reading);
        if (!settings) WARN(settings.error().detail);
        REQUIRE(settings);
        CHECK(settings->policy.guards.most_cost_each > Money{});
        CHECK(settings->policy.most_free_goods_cost > Money{});
    }
}

TEST_CASE("The shipped library answers every incident, free options in every situation included") {
    auto reading = reading_in();
    const auto settings = shipped(reading);
    REQUIRE(settings);
    const auto& policy = settings->policy;
    for (const auto kind :
         {incident::Kind::stock_out, incident::Kind::service_failure, incident::Kind::delight})
        for (const auto failure : incident::all_failures())
            for (int severity = 0; severity < 3; ++severity)
                for (unsigned chips = 0; chips < 32; ++chips) {
                    incident::Incident made{.kind = kind, .failure = failure};
                    made.severity = static_cast<incident::Severity>(severity);
                    unsigned bit = 0;
                    for (const auto& chip : incident::context_words())
                        made.context.*chip.flag = (chips >> bit++ & 1u) != 0;
                    if (kind == incident::Kind::stock_out) made.loss = Money::minor(599);
                    int free = 0, paid = 0;
                    for (const auto& fit : core::gesture::fitting(policy.gestures, policy.guards, made))
                        ++(fit.gesture->free() ? free : paid);
                    CAPTURE(incident::word(kind), incident::word(failure), severity, chips);
                    REQUIRE(free >= 2);
                    REQUIRE(paid >= 1);
                }
}

TEST_CASE("The shipped wording is short enough to be said and shown") {
    auto reading = reading_in();
    const auto settings = shipped(reading);
    REQUIRE(settings);
    for (const auto& gesture : settings->policy.gestures) {
        CAPTURE(gesture.id.text());
        CHECK(gesture.title.size() <= 36);
        CHECK(gesture.label.size() <= 24);
        CHECK(gesture.sentence.size() <= 120);
        CHECK_FALSE(gesture.detail.empty());
    }
}

TEST_CASE("The owner's hand is read, and a later file goes before an earlier one") {
    using core::substitute::HandLine;
    using What = core::substitute::Subject::What;
    auto reading = reading_in();
    const auto settings =
        read_policy({{"a", "[[instead]]\ndo = \"forbid\"\nbrand = \"Kokora\"\n"},
                     {"b",
                      "[[instead]]\ndo = \"pin\"\nmissing_article = \"1\"\narticle = \"2\"\n"
                      "[[instead]]\ndo = \"rank\"\nmissing_brand = \"Palma\"\n"
                      "category = \"Food > Oils> Olive oil\"\nplace = 2\n"}},
                    reading);
    REQUIRE(settings);
    const std::vector<HandLine> expected{
        {HandLine::Verb::pin, {What::article, {"1"}}, {What::article, {"2"}}, 1},
        {HandLine::Verb::rank, {What::brand, {"Palma"}}, {What::category, {"Food", "Oils", "Olive oil"}}, 2},
        {HandLine::Verb::forbid, {What::anything, {}}, {What::brand, {"Kokora"}}, 1}};
    CHECK(settings->policy.hand == expected);
}

TEST_CASE("A line of the owner's hand that says nothing clear is refused") {
    const auto with = [](const std::string& lines) { return refusal("[[instead]]\n" + lines); };
    CHECK(with("article = \"1\"\n").find("Say what to do") != std::string::npos);
    CHECK(with("do = \"pin\"\n").find("Name what is offered") != std::string::npos);
    CHECK(with("do = \"pin\"\narticle = \"1\"\nbrand = \"B\"\n").find("Name what is offered") !=
          std::string::npos);
    CHECK(with("do = \"prefer\"\narticle = \"1\"\n").find("pin") != std::string::npos);
    CHECK(with("do = \"pin\"\narticle = \"1\"\nplace = 2\n").find("Only what is ranked") !=
          std::string::npos);
    CHECK(with("do = \"forbid\"\ncategory = \"Food >\"\n").find("all its levels") != std::string::npos);
    CHECK(with("do = \"forbid\"\nbrand = \" \"\n").find("Write which one") != std::string::npos);
    CHECK(with("do = \"pin\"\narticle = \"1\"\nmissing_article = \"2\"\nmissing_brand = \"B\"\n")
              .find("Keep one") != std::string::npos);
    CHECK(with("do = \"pin\"\nartikle = \"1\"\n").find("article") != std::string::npos);
}
