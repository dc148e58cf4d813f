#include "app/sync/enrolment.hpp"

namespace makegood::sync {
namespace {

const std::string url_setting = "head-office.url", key_setting = "head-office.key",
                  store_setting = "head-office.store-id", authority_setting = "head-office.authority";

}  // namespace

Result<std::optional<Enrolment>> load_enrolment(ports::Store& store) {
    auto url = store.setting(url_setting);
    if (!url) return fail(url.error());
    auto key = store.setting(key_setting);
    if (!key) return fail(key.error());
    auto store_id = store.setting(store_setting);
    if (!store_id) return fail(store_id.error());
    auto authority = store.setting(authority_setting);
    if (!authority) return fail(authority.error());
    if (url->empty() || key->empty()) return std::optional<Enrolment>();
    return std::optional(
        Enrolment{std::move(*url), std::move(*key), std::move(*store_id), std::move(*authority), false});
}

// The address last: without it the others do not count.
Result<> save_enrolment(ports::Store& store, const Enrolment& enrolment) {
    MAKEGOOD_TRY(store.set_setting(url_setting, ""));
    MAKEGOOD_TRY(store.set_setting(key_setting, enrolment.head_office_key));
    MAKEGOOD_TRY(store.set_setting(store_setting, enrolment.store_id));
    MAKEGOOD_TRY(store.set_setting(authority_setting, enrolment.authority));
    return store.set_setting(url_setting, enrolment.url);
}

}  // namespace makegood::sync
