#include "app/sync/enrolment.hpp"

namespace makegood::sync {
namespace {

const std::string url_setting = "head-office.url", key_setting = "head-office.key",
                  store_setting = "head-office.store-id", authority_setting = "head-office.authority",
                  salt_setting = "head-office.salt", waits_setting = "head-office.waits",
                  since_setting = "head-office.since", ended_setting = "head-office.ended";
const std::string waits_for_rights = "for rights", waits_to_send = "to send", was_turned_away = "turned away",
                  has_expired = "expired";

std::optional<Instant> instant_of(const std::string& text) {
    const auto instant = base::parse_instant(text);
    return instant ? std::optional(*instant) : std::nullopt;
}

Drawer settings_of(ports::Store& store) {
    return {
        [&store](const std::string& key) { return store.setting(key); },
        [&store](const std::string& key, const std::string& value) { return store.set_setting(key, value); }};
}

}  // namespace

Result<std::optional<Enrolment>> load_enrolment(const Drawer& drawer) {
    auto url = drawer.get(url_setting);
    if (!url) return fail(url.error());
    auto key = drawer.get(key_setting);
    if (!key) return fail(key.error());
    auto store_id = drawer.get(store_setting);
    if (!store_id) return fail(store_id.error());
    auto authority = drawer.get(authority_setting);
    if (!authority) return fail(authority.error());
    auto salt = drawer.get(salt_setting);
    if (!salt) return fail(salt.error());
    const auto waits = drawer.get(waits_setting);
    if (!waits) return fail(waits.error());
    const auto since = drawer.get(since_setting);
    if (!since) return fail(since.error());
    if (url->empty() || key->empty()) return std::optional<Enrolment>();
    return std::optional(Enrolment{std::move(*url), std::move(*key), std::move(*store_id),
                                   std::move(*authority), *waits == waits_for_rights, std::move(*salt),
                                   !waits->empty(), instant_of(*since)});
}

// The address last: without it the others do not count.
Result<> save_enrolment(const Drawer& drawer, const Enrolment& enrolment) {
    MAKEGOOD_TRY(end_enrolment(drawer, Ended::no));
    MAKEGOOD_TRY(drawer.put(key_setting, enrolment.head_office_key));
    MAKEGOOD_TRY(drawer.put(store_setting, enrolment.store_id));
    MAKEGOOD_TRY(drawer.put(authority_setting, enrolment.authority));
    MAKEGOOD_TRY(drawer.put(salt_setting, enrolment.salt));
    const auto& waits = enrolment.shares_budget ? waits_for_rights : waits_to_send;
    MAKEGOOD_TRY(drawer.put(waits_setting, enrolment.waits ? waits : std::string()));
    MAKEGOOD_TRY(
        drawer.put(since_setting, enrolment.since ? base::format_instant(*enrolment.since) : std::string()));
    return drawer.put(url_setting, enrolment.url);
}

// The address first, for the same reason.
Result<> end_enrolment(const Drawer& drawer, Ended why) {
    MAKEGOOD_TRY(drawer.put(url_setting, ""));
    MAKEGOOD_TRY(drawer.put(waits_setting, ""));
    return drawer.put(ended_setting, why == Ended::no            ? std::string()
                                     : why == Ended::turned_away ? was_turned_away
                                                                 : has_expired);
}

Result<std::optional<Enrolment>> load_enrolment(ports::Store& store) {
    return load_enrolment(settings_of(store));
}

Result<> save_enrolment(ports::Store& store, const Enrolment& enrolment) {
    return save_enrolment(settings_of(store), enrolment);
}

Result<> end_enrolment(ports::Store& store, Ended why) {
    return end_enrolment(settings_of(store), why);
}

Result<Ended> how_it_ended(ports::Store& store) {
    const auto word = store.setting(ended_setting);
    if (!word) return fail(word.error());
    if (*word == was_turned_away) return Ended::turned_away;
    return *word == has_expired ? Ended::expired : Ended::no;
}

}  // namespace makegood::sync
