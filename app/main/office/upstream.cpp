#include "app/main/office/upstream.hpp"

#include "app/config/policy_document.hpp"
#include "app/main/register_parts.hpp"
#include "app/sync/pinning.hpp"
#include "app/sync/policy_client.hpp"
#include "app/wire/document_signature.hpp"
#include "app/wire/match_number.hpp"

namespace makegood::main {
namespace {

const std::string store_setting = "upstream.store", version_setting = "upstream.version";
constexpr auto between_looks = std::chrono::minutes(1);

// A hub has no journal of its own.
class NoJournal final : public ports::SyncLink {
  public:
    explicit NoJournal(DeviceId device) : device_(std::move(device)) {}
    Result<Facts> facts() override { return Facts{device_, 1, 0, wire::no_hash, 0}; }
    Result<std::vector<ports::StoredEvent>> segment(std::uint64_t, std::size_t) override {
        return std::vector<ports::StoredEvent>();
    }
    Result<> set_acknowledged(std::uint64_t) override { return {}; }

  private:
    DeviceId device_;
};

}  // namespace

Upstream::Upstream(db::server::ReceiverDatabase& store, std::mutex& store_mutex,
                   const db::terminal::DeviceSigner& signer, const ports::Clock& clock, ports::Random& random,
                   std::function<void(const std::string&)> notice)
    : store_(store),
      store_mutex_(store_mutex),
      signer_(signer),
      clock_(clock),
      random_(random),
      notice_(std::move(notice)) {}

Upstream::~Upstream() {
    stop();
}

void Upstream::stop() {
    stopping_ = true;
    { const std::lock_guard lock(mutex_); }
    wake_.notify_all();
    if (thread_.joinable()) thread_.join();
}

sync::Drawer Upstream::drawer() {
    return {[this](const std::string& key) {
                const std::lock_guard lock(store_mutex_);
                return store_.setting(key);
            },
            [this](const std::string& key, const std::string& value) {
                const std::lock_guard lock(store_mutex_);
                return store_.set_setting(key, value);
            }};
}

Result<std::string> Upstream::join(const Join& wanted) {
    const std::lock_guard one_at_a_time(asking_);
    sync::SyncOptions options;
    options.call.authority = wanted.authority;
    auto trusted = sync::authority_for(wanted.ticket, options.call);
    if (!trusted) return fail(trusted.error());
    options.call.authority = std::move(*trusted);
    sync::SyncClient client(signer_, clock_, random_, std::move(options));
    const auto made = client.enrol(wanted.ticket, {signer_.device(), wanted.store, wanted.register_name});
    if (!made) return fail(made.error());
    MAKEGOOD_TRY(drawer().put(store_setting, wanted.store));
    MAKEGOOD_TRY(drawer().put(version_setting, ""));
    MAKEGOOD_TRY(sync::save_enrolment(drawer(), *made));
    wake_.notify_all();
    return "Enrolled at " + made->url + ". If head office shows the same digits, " +
           wire::spaced(sync::match_number(*made, signer_)) + ", let this hub in there.\n";
}

Result<sync::Enrolment> Upstream::enrolment() {
    const auto known = sync::load_enrolment(drawer());
    if (!known) return fail(known.error());
    if (*known) return **known;
    return fail(
        ErrorKind::refused,
        "This hub is not enrolled at a head office. Get a one-time code there, then: makegood-server --data "
        "DIR join URL --code CODE --store NAME.");
}

Result<> Upstream::must_be_confirmed(sync::Enrolment& enrolment) {
    if (!enrolment.waits) return {};
    sync::SyncOptions options;
    options.call.authority = enrolment.authority;
    NoJournal link(signer_.device());
    sync::SyncClient client(signer_, clock_, random_, std::move(options));
    MAKEGOOD_TRY(client.must_be_confirmed(enrolment, link));
    enrolment.waits = false;
    return sync::save_enrolment(drawer(), enrolment);
}

Result<std::string> Upstream::fetch_rules() {
    const std::lock_guard one_at_a_time(asking_);
    auto known = enrolment();
    if (!known) return fail(known.error());
    MAKEGOOD_TRY(must_be_confirmed(*known));
    const auto store = drawer().get(store_setting);
    if (!store) return fail(store.error());
    const auto version = drawer().get(version_setting);
    if (!version) return fail(version.error());
    const auto has = version->empty() ? 0 : std::stoull(*version);
    sync::CallOptions call;
    call.authority = known->authority;
    call.keep_on = [this] { return !stopping_; };
    sync::PolicyClient client(signer_, clock_, random_, std::move(call));
    const auto newer = client.newer_than(has, signer_.device(), *known);
    if (!newer) return fail(newer.error());
    if (!*newer) return std::string("Head office has no newer rules for \"" + *store + "\".\n");
    return take(*store, **newer, *known);
}

Result<std::string> Upstream::take(const std::string& store, const ports::SignedText& document,
                                   const sync::Enrolment& enrolment) {
    const auto signed_by = wire::signer_of_document(document.text, document.signature);
    if (!signed_by) return fail(signed_by.error());
    if (*signed_by != enrolment.head_office_key)
        return fail(
            ErrorKind::refused,
            "The rules that came are not signed by head office, and are not handed down. Call head office.");
    const std::lock_guard lock(store_mutex_);
    const auto code = store_.currency_of(store);
    if (!code) return fail(code.error());
    if (code->empty())
        return fail(ErrorKind::busy,
                    "Head office has rules for \"" + store +
                        "\". They are handed down once a register has told its currency here.");
    const auto currency = Currency::from_code(*code);
    if (!currency) return fail(currency.error());
    const auto checked =
        config::check_document({"head office's policy", document.text}, shipped_config(), *currency);
    if (!checked) return fail(checked.error());
    if (!checked->problems.empty()) return fail(config::all_of(checked->problems));
    if (checked->head.store != store)
        return fail(ErrorKind::refused, "Head office's rules are for \"" + checked->head.store +
                                            "\", this hub is of \"" + store + "\". Call head office.");
    const auto version = static_cast<std::uint64_t>(checked->head.version);
    MAKEGOOD_TRY(store_.publish_policy({store, version, document}, clock_.now()));
    MAKEGOOD_TRY(store_.set_setting(version_setting, std::to_string(version)));
    return "Version " + std::to_string(version) + " of head office's rules is handed down from now on.\n";
}

void Upstream::fetch_as_they_come() {
    thread_ = std::thread([this] { run(); });
}

// Who is not enrolled, or waits, has nothing to be told each minute.
void Upstream::run() {
    std::string told;
    while (!stopping_) {
        const auto fetched = fetch_rules();
        const bool quiet = fetched || fetched.error().kind == ErrorKind::busy ||
                           fetched.error().kind == ErrorKind::needs_approval;
        if (!quiet && enrolment() && fetched.error().sentence != told)
            notice_(told = fetched.error().sentence);
        std::unique_lock lock(mutex_);
        wake_.wait_for(lock, between_looks, [this] { return stopping_.load(); });
    }
}

}  // namespace makegood::main
