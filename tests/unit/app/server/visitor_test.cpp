// What people and scripts see of head office.
#include "app/server/receiver/page.hpp"
#include "app/server/receiver/summary.hpp"
#include "app/wire/digest.hpp"
#include "tests/support/head_office_world.hpp"

using namespace makegood;
using namespace makegood::tests;
using server::receiver::Viewing;

namespace {

wire::HttpRequest get(const std::string& target, const std::string& host = "127.0.0.1:8080",
                      bool from_loopback = true) {
    return {"GET", target, {{"host", host}}, {}, from_loopback};
}

wire::HttpRequest with_authorization(const std::string& value) {
    auto request = get("/v1/summary", "office.example", false);
    request.headers["authorization"] = value;
    return request;
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

ports::RegisterOverview entry_heard(Instant heard) {
    ports::RegisterOverview entry;
    entry.store = "<b>Zoë & Söhne</b>";
    entry.register_name = "\"1\"";
    entry.currency = "EUR";
    entry.last_heard = heard;
    entry.money.spent = Money::minor(123456);
    return entry;
}

}  // namespace

TEST_CASE("without a token only this machine reads, by a loopback name") {
    HeadOfficeWorld world;
    const auto status = [&](const wire::HttpRequest& request) {
        return world.receiver->handle(request).status;
    };
    for (const char* host : {"127.0.0.1:8080", "localhost", "localhost:1", "[::1]:8080", "[::1]"})
        CHECK(status(get("/", host)) == 200);
    for (const char* host : {"", "office.example", "localhost.example", "127.0.0.1.example:80", "[::2]:80"})
        CHECK(status(get("/", host)) == 403);
    CHECK(status(get("/", "127.0.0.1", false)) == 403);
    CHECK(status(get("/v1/summary", "127.0.0.1", false)) == 403);
    CHECK(status(get("/livez", "anything", false)) == 200);
    CHECK(status(get("/readyz", "anything", false)) == 200);
}

TEST_CASE("behind a proxy nobody reads without a token") {
    HeadOfficeWorld world(Viewing{{}, true});
    CHECK(world.receiver->handle(get("/")).status == 403);
}

TEST_CASE("a token opens the page to whoever shows it") {
    HeadOfficeWorld world(Viewing{"correct horse battery", true});
    const auto status = [&](const wire::HttpRequest& request) {
        return world.receiver->handle(request).status;
    };
    CHECK(status(with_authorization("Bearer correct horse battery")) == 200);
    CHECK(status(with_authorization("Basic " + wire::to_base64("me:correct horse battery"))) == 200);
    const std::vector<std::string> refused = {"",
                                              "Bearer ",
                                              "Bearer wrong",
                                              "Bearer correct horse batter",
                                              "Basic ",
                                              "Basic !!",
                                              "Basic " + wire::to_base64("correct horse battery"),
                                              "Digest x"};
    for (const auto& value : refused) CHECK(status(with_authorization(value)) == 401);
    CHECK(status(get("/")) == 401);
}

TEST_CASE("the summary is one JSON document with stable keys") {
    HeadOfficeWorld world;
    const Journal journal;
    REQUIRE(world.enrol(world.code(), journal, world.device).status == 200);
    const auto answer = world.receiver->handle(get("/v1/summary"));
    CHECK(answer.status == 200);
    CHECK(wire::header(answer.headers, "content-type") == "application/json");
    for (const char* key :
         {"\"stores\"",         "\"store\"",      "\"register\"",  "\"device\"",    "\"last_heard\"",
          "\"events\"",         "\"incidents\"",  "\"stock_out\"", "\"failure\"",   "\"delight\"",
          "\"closed_without\"", "\"recoveries\"", "\"given\"",     "\"undone\"",    "\"money\"",
          "\"currency\"",       "\"cost\"",       "\"worth\"",     "\"reserved\"",  "\"spent\"",
          "\"vouchers\"",       "\"missing\"",    "\"unmet\"",     "\"exceptions\""})
        CHECK(holds(answer.body, key));
    CHECK(holds(answer.body, journal.device.text()));
}

TEST_CASE("the page shows what is written as text and runs nothing") {
    const Instant now = *base::parse_instant("2026-11-22T14:07:00.000000Z");
    ports::Overview overview;
    overview.registers = {entry_heard(now - std::chrono::minutes(5))};
    ports::StoreUnmet unmet;
    unmet.store = "<i>Mitte</i>";
    unmet.demand.words = {{"<script>alert(1)</script>", 1, now}};
    overview.unmet = {unmet};
    const auto answer = server::receiver::page({overview, {}, {}, {}}, now);
    CHECK(holds(answer.body, "&lt;b&gt;Zoë &amp; Söhne&lt;/b&gt;"));
    CHECK(holds(answer.body, "&lt;script&gt;"));
    CHECK_FALSE(holds(answer.body, "<script"));
    CHECK_FALSE(holds(answer.body, "<i>"));
    CHECK(holds(answer.body, "5 minutes ago"));
    CHECK_FALSE(holds(answer.body, "silent, last"));
    const std::string policy = wire::header(answer.headers, "content-security-policy");
    CHECK(holds(policy, "default-src 'none'"));
    CHECK_FALSE(holds(policy, "unsafe"));
    // The style that is in the page is the one that the policy allows.
    const auto begin = answer.body.find("<style>") + 7, end = answer.body.find("</style>");
    const std::string digest = wire::content_digest(answer.body.substr(begin, end - begin));
    CHECK(holds(policy, digest.substr(9, digest.size() - 10)));
}

TEST_CASE("silence of a day is told in words") {
    const Instant now = *base::parse_instant("2026-11-22T14:07:00.000000Z");
    using server::receiver::is_silent;
    CHECK_FALSE(is_silent(entry_heard(now - std::chrono::hours(24)), now));
    CHECK(is_silent(entry_heard(now - std::chrono::hours(24) - Duration(1)), now));
    CHECK(is_silent(ports::RegisterOverview{}, now));
    auto gone = entry_heard(now - std::chrono::hours(100));
    gone.revoked = true;
    CHECK_FALSE(is_silent(gone, now));
    ports::Overview overview;
    overview.registers = {entry_heard(now - std::chrono::hours(50))};
    CHECK(holds(server::receiver::page({overview, {}, {}, {}}, now).body, "silent, last 2 days ago"));
}
