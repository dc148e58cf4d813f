#include "app/main/sync_runner.hpp"

#include "app/service/at_counter.hpp"
#include "app/service/clock_watch.hpp"
#include "app/service/hub_talk.hpp"
#include "app/sync/backoff.hpp"
#include "app/sync/ended_link.hpp"
#include "app/sync/policy_client.hpp"
#include "app/sync/rights_client.hpp"
#include "app/sync/store_link.hpp"
#include "app/wire/match_number.hpp"

namespace makegood::main {
namespace {

using namespace std::chrono_literals;

constexpr auto between_looks = 5s;        // whether there is anything to send
constexpr auto between_glances = 1s;      // whether a customer waits for what others hold
constexpr auto between_digits = 2s;       // whether the owner has let this register in
constexpr auto looks_between_rules = 12;  // whether there are newer rules

// The register's part of a talk about rights, on the desk thread.
class DeskRights final : public ports::RightsLink {
  public:
    explicit DeskRights(DeskThread& desk) : desk_(desk) {}
    Result<core::budget::Knock> knock() override {
        return desk_.ask([](service::Desk& desk) { return service::knock_at_hub(desk); });
    }
    Result<> welcomed(const ports::HubWelcome& welcome) override {
        return desk_.ask([&](service::Desk& desk) { return service::hear_welcome(desk, welcome); });
    }
    Result<std::optional<core::budget::Hello>> hello() override {
        return desk_.ask([](service::Desk& desk) { return service::hello_to_hub(desk); });
    }
    Result<> answered(const core::budget::Answer& answer) override {
        return desk_.ask([&](service::Desk& desk) { return service::hear_answer(desk, answer); });
    }

  private:
    DeskThread& desk_;
};

const auto not_enrolled =
    fail(ErrorKind::refused,
         "This register is not enrolled at a head office. Get a one-time code there, then: "
         "makegood sync --enrol URL --code CODE.");

}  // namespace

SyncRunner::SyncRunner(DeskThread& desk, const ports::Signer& signer, const ports::Clock& clock,
                       ports::Random& random, std::function<void()> changed)
    : desk_(desk), clock_(clock), signer_(signer), random_(random), changed_(std::move(changed)) {
    options_.call.keep_on = [this] { return !stopping_; };
    set_up_ = enrolment().has_value();
}

SyncRunner::~SyncRunner() {
    stopping_ = true;
    { const std::lock_guard lock(mutex_); }
    wake_.notify_all();
    if (thread_.joinable()) thread_.join();
}

std::optional<Instant> SyncRunner::unreached_since() const {
    const std::lock_guard lock(mutex_);
    return unreached_since_;
}

void SyncRunner::note(bool reached) {
    {
        const std::lock_guard lock(mutex_);
        if (reached)
            unreached_since_.reset();
        else if (!unreached_since_)
            unreached_since_ = clock_.now();
        if (reached) heard_ = clock_.now();
    }
    changed_();
}

Result<sync::Enrolment> SyncRunner::enrolment() {
    const auto known = desk_.ask([](service::Desk& desk) { return sync::load_enrolment(desk.store); });
    if (!known) return fail(known.error());
    if (!*known) return not_enrolled;
    return **known;
}

sync::SyncClient SyncRunner::client(const std::string& authority) {
    auto options = options_;
    options.call.authority = authority;
    return {signer_, clock_, random_, std::move(options)};
}

std::function<void(const std::function<void()>&)> SyncRunner::on_desk() {
    return [this](const std::function<void()>& work) {
        desk_.ask([&](service::Desk&) {
            work();
            return true;
        });
    };
}

Result<cli::SyncReport> SyncRunner::send_now() {
    return send(true);
}

Result<cli::SyncReport> SyncRunner::send(bool asks_for_rules) {
    const std::lock_guard one_at_a_time(sending_);
    auto known = enrolment();
    if (!known) return fail(known.error());
    if (const auto confirmed = must_be_confirmed(*known); !confirmed) {
        note(confirmed.error().kind == ErrorKind::needs_approval);
        return fail(confirmed.error());
    }
    if (const auto talked = talk_about_rights(*known); !talked) {
        note(false);
        return fail(talked.error());
    }
    auto& store = desk_.ask([](service::Desk& desk) { return std::ref(desk.store); }).get();
    sync::StoreLink link(store, on_desk());
    const auto earlier = send_what_ended(*known);
    const auto sent = earlier ? client(known->authority).run_once(*known, link) : fail(earlier.error());
    note(sent.has_value());
    if (!sent) return fail(sent.error());
    if (!sent->clock_offset)
        MAKEGOOD_TRY(
            desk_.ask([](service::Desk& desk) { return service::clock_agrees_with_head_office(desk); }));
    // Whatever is wrong with new rules, the old ones stay and the events were sent.
    const auto refused = asks_for_rules ? take_rules(*known) : std::string();
    const auto facts = link.facts();
    if (!facts) return fail(facts.error());
    return cli::SyncReport{sent->sent + *earlier, facts->last - facts->acknowledged, known->url, refused};
}

Result<std::uint64_t> SyncRunner::send_what_ended(const sync::Enrolment& enrolment) {
    std::uint64_t sent = 0;
    if (ended_ == nullptr) return sent;
    const auto ends = desk_.ask([this](service::Desk&) { return ended_->ends(); });
    if (!ends) return fail(ends.error());
    const auto device = desk_.ask([](service::Desk& desk) { return desk.shop.device; });
    for (const auto& end : *ends) {
        const auto known = desk_.ask([&](service::Desk&) { return ended_->acknowledged(end.epoch); });
        if (!known) return fail(known.error());
        if (*known >= end.sequence || left_.contains(end.epoch)) continue;
        sync::EndedLink link(*ended_, device, end, on_desk());
        const auto report = client(enrolment.authority).run_once(enrolment, link);
        if (report)
            sent += report->sent;
        else if (report.error().kind == ErrorKind::refused)
            left_.insert(end.epoch);
        else
            return fail(report.error());
    }
    return sent;
}

std::string SyncRunner::take_rules(const sync::Enrolment& enrolment) {
    if (keeper_ == nullptr) return {};
    const auto version = desk_.ask([this](service::Desk&) { return keeper_->version_from_head_office(); });
    if (!version) return version.error().sentence;
    const auto device = desk_.ask([](service::Desk& desk) { return desk.shop.device; });
    auto call = options_.call;
    call.authority = enrolment.authority;
    sync::PolicyClient client(signer_, clock_, random_, std::move(call));
    const auto newer = client.newer_than(*version, device, enrolment);
    if (!newer || !*newer) return {};
    return desk_.ask([&](service::Desk& desk) -> std::string {
        const auto taken = keeper_->take_from_head_office(desk, **newer);
        if (taken) return {};
        desk.policy_notice = taken.error().sentence;
        return taken.error().sentence;
    });
}

Result<> SyncRunner::talk_about_rights(const sync::Enrolment& enrolment) {
    const auto shares = desk_.ask([](service::Desk& desk) { return service::shares_budget(desk); });
    if (!shares) return fail(shares.error());
    if (!*shares) return {};
    DeskRights link(desk_);
    auto call = options_.call;
    call.authority = enrolment.authority;
    return sync::RightsClient(signer_, clock_, random_, std::move(call)).run_once(enrolment, link);
}

Result<> SyncRunner::fetch_rights() {
    return fetch_rights_if([](service::Desk& desk) -> Result<bool> {
        const auto shares = service::shares_budget(desk);
        if (!shares || !*shares) return shares;
        service::customer_comes(desk);
        return service::needs_hub(desk);
    });
}

Result<> SyncRunner::fetch_rights_if(const std::function<Result<bool>(service::Desk&)>& wants) {
    const auto wanted = desk_.ask(wants);
    if (!wanted) return fail(wanted.error());
    if (!*wanted) return {};
    const std::lock_guard one_at_a_time(sending_);
    const auto known = enrolment();
    if (!known) return fail(known.error());
    return talk_about_rights(*known);
}

void SyncRunner::send_as_it_comes() {
    thread_ = std::thread([this] { run(); });
}

void SyncRunner::look_now() {
    {
        const std::lock_guard lock(mutex_);
        look_now_ = true;
    }
    wake_.notify_all();
}

bool SyncRunner::wait(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, time, [this] { return stopping_ || look_now_; });
    look_now_ = false;
    return !stopping_;
}

bool SyncRunner::wait_beside_customers() {
    for (auto waited = 0s; waited < between_looks; waited += between_glances) {
        if (!wait(between_glances)) return false;
        if (asking_) return true;
        // What goes wrong here does so again at the next look, and is told then.
        if (set_up_) (void)fetch_rights_if(service::customer_waits);
    }
    return true;
}

void SyncRunner::run() {
    int failures = 0, looks = 0;
    bool waits = false;
    do {
        join_if_wanted();
        waits = false;
        if (!set_up_) continue;
        const auto sent = send(looks++ % looks_between_rules == 0);
        // Who waits for the owner's word has reached the other side, and hears of it soon.
        waits = !sent && sent.error().kind == ErrorKind::needs_approval;
        failures = sent || waits || !set_up_ ? 0 : failures + 1;
    } while (waits           ? wait(between_digits)
             : failures == 0 ? wait_beside_customers()
                             : wait(sync::wait_after(failures, random_)));
}

}  // namespace makegood::main
