// Head office with its real store and receiver in a temporary folder, a register's journal of real event
// bytes, and keys and a clock that the test sets.
#pragma once
#include <sodium.h>

#include <catch2/catch.hpp>
#include <memory>
#include <random>

#include "app/ports/sync_link.hpp"
#include "app/server/receiver/enrolment_code.hpp"
#include "app/server/receiver/receiver.hpp"
#include "app/wire/digest.hpp"
#include "app/wire/http_signature.hpp"
#include "app/wire/json_event_codec.hpp"
#include "db/server/receiver_database.hpp"
#include "tests/support/temp_folder.hpp"

namespace makegood::tests {

class SeedSigner final : public ports::Signer {
  public:
    explicit SeedSigner(char seed) {
        const std::string bytes(crypto_sign_SEEDBYTES, seed);
        crypto_sign_seed_keypair(open_, secret_, reinterpret_cast<const unsigned char*>(bytes.data()));
    }
    std::string public_key_hex() const override {
        return wire::to_hex({reinterpret_cast<const char*>(open_), sizeof open_});
    }
    std::string sign(std::string_view bytes) const override {
        std::string signature(crypto_sign_BYTES, '\0');
        crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr,
                             reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), secret_);
        return signature;
    }

  private:
    unsigned char open_[crypto_sign_PUBLICKEYBYTES], secret_[crypto_sign_SECRETKEYBYTES];
};

class SetClock final : public ports::Clock {
  public:
    Instant now() const override { return time; }
    Duration steady() const override { return time.time_since_epoch(); }
    std::string boot() const override { return "one"; }
    CivilDate local_date(Instant instant) const override {
        return CivilDate{std::chrono::floor<std::chrono::days>(instant)};
    }
    std::string local_time(Instant instant) const override {
        return base::format_instant(instant).substr(11, 5);
    }
    Instant time = *base::parse_instant("2026-11-22T14:07:00.000000Z");
};

class EngineRandom final : public ports::Random {
  public:
    explicit EngineRandom(std::uint64_t seed) : engine(seed) {}
    std::uint64_t below(std::uint64_t bound) override { return engine() % bound; }
    std::mt19937_64 engine;
};

// A register's journal as its store would hold it.
class Journal final : public ports::SyncLink {
  public:
    explicit Journal(char device_digit = 'd') : device(std::string(32, device_digit)) {}

    void add(const ports::Event& event) {
        const ports::EventHead head{device, epoch, events.size() + 1, hash()};
        add_bytes(wire::event_codec().encode(head, {made_at, PersonId("p1")}, event));
    }
    void add_bytes(const std::string& bytes) {
        events.push_back({events.size() + 1, bytes, wire::blake2b_hex(bytes)});
    }
    // A stock-out that was made good with a gift, settled after.
    void add_case() {
        const std::string number = std::to_string(events.size() + 1);
        ports::IncidentReported reported;
        reported.id = IncidentId("i1-" + number);
        reported.incident.article = ArticleNumber("9520000000011");
        reported.article_name = "Coconut oil 400 ml";
        add(reported);
        ports::RecoveryGiven given;
        given.id = RecoveryId("r1-" + number);
        given.incident = reported.id;
        given.offer.id = OfferId("o1-" + number + ".1");
        given.offer.kind = core::recovery::OfferKind::gift;
        given.offer.cost = Money::minor(250);
        given.offer.worth = Money::minor(600);
        given.period = "2026-11-22";
        add(given);
        add(ports::RecoverySettled{given.id});
    }
    std::string hash() const { return events.empty() ? wire::no_hash : events.back().hash; }

    Result<Facts> facts() override { return Facts{device, epoch, events.size(), hash(), acknowledged}; }
    Result<std::vector<ports::StoredEvent>> segment(std::uint64_t first, std::size_t limit) override {
        std::vector<ports::StoredEvent> found;
        for (std::uint64_t i = first; i <= events.size() && found.size() < limit; ++i)
            found.push_back(events[i - 1]);
        return found;
    }
    Result<> set_acknowledged(std::uint64_t sequence) override {
        acknowledged = std::max(acknowledged, sequence);
        return {};
    }

    DeviceId device;
    std::uint32_t epoch = 1;
    Instant made_at = *base::parse_instant("2026-11-22T13:00:00.000000Z");
    std::vector<ports::StoredEvent> events;
    std::uint64_t acknowledged = 0;
};

class HeadOfficeWorld {
  public:
    explicit HeadOfficeWorld(server::receiver::Viewing viewing = {}) : viewing_(std::move(viewing)) {
        open();
    }

    void open() {
        receiver.reset();
        store.reset();
        auto opened = db::server::ReceiverDatabase::open(
            folder.path() + "/office", wire::event_codec(), [this](const std::string& zone, Instant instant) {
                return clock.local_date(
                    instant + (zone == "Pacific/Auckland" ? std::chrono::hours(13) : std::chrono::hours(0)));
            });
        REQUIRE(opened);
        store = std::move(*opened);
        receiver = std::make_unique<server::receiver::Receiver>(
            *store, key, clock, wire::event_codec(), viewing_,
            [this](const std::string& text) { notices += text; });
    }
    std::string code(const std::string& shop = "Mitte", const std::string& register_name = "1") {
        const auto made = server::receiver::make_code(*store, clock, random, {shop, register_name});
        REQUIRE(made);
        return *made;
    }
    // A request as a register signs it.
    wire::HttpRequest request(std::string_view path, const std::string& body, const ports::Signer& signer) {
        wire::HttpRequest made{"POST", std::string(path), {}, body, true};
        wire::sign(made, std::chrono::floor<std::chrono::seconds>(clock.time).time_since_epoch().count(),
                   nonce(), signer);
        return made;
    }
    // Asks to be let in, and is.
    wire::HttpResponse enrol(const std::string& one_time_code, const Journal& journal,
                             const ports::Signer& signer, const std::string& shop = "Mitte",
                             const std::string& register_name = "1") {
        auto response = ask_to_enrol(one_time_code, journal, signer, shop, register_name);
        if (response.status == 200) confirm(journal);
        return response;
    }
    // Where it still waits.
    void confirm(const Journal& journal) {
        const auto known = store->device(journal.device);
        REQUIRE(known);
        if (*known && (*known)->waits) REQUIRE(store->confirm(journal.device, clock.now()));
    }
    wire::HttpResponse ask_to_enrol(const std::string& one_time_code, const Journal& journal,
                                    const ports::Signer& signer, const std::string& shop = "Mitte",
                                    const std::string& register_name = "1") {
        return receiver->handle(
            request(wire::enrol_path,
                    wire::encode(wire::EnrolRequest{one_time_code, journal.device, signer.public_key_hex(),
                                                    shop, register_name}),
                    signer));
    }
    // How many events of a journal are stored, each checked against the journal's own bytes.
    std::size_t stored_of(const Journal& journal) {
        const auto rows = store->events(journal.device, journal.epoch, 1, 1'000'000);
        REQUIRE(rows);
        for (std::size_t i = 0; i < rows->size(); ++i) {
            if ((*rows)[i].sequence != i + 1 || i >= journal.events.size() ||
                (*rows)[i].bytes != journal.events[i].bytes)
                FAIL("event " << i + 1 << " at head office is not the register's");
        }
        return rows->size();
    }
    ports::Overview overview() {
        auto read = store->overview(clock.now());
        REQUIRE(read);
        return *read;
    }
    std::string nonce() { return "nonce-nonce-" + std::to_string(1'000'000 + nonces_++); }

    TempFolder folder;
    SeedSigner key{'H'}, device{'D'};
    SetClock clock;
    EngineRandom random{20261122};
    std::string notices;
    std::unique_ptr<db::server::ReceiverDatabase> store;
    std::unique_ptr<server::receiver::Receiver> receiver;

  private:
    server::receiver::Viewing viewing_;
    int nonces_ = 0;
};

// Why a request was refused; the test fails when it was not.
inline wire::RefusalCode refusal_of(const wire::HttpResponse& response) {
    const auto refusal = wire::decode_refusal(response.body);
    INFO(response.status << " " << response.body);
    REQUIRE(refusal);
    CHECK(refusal->sentence.size() > 10);
    return refusal->code;
}

}  // namespace makegood::tests
