#include "app/server/receiver/summary.hpp"

#include "app/server/receiver/enrolment_section.hpp"
#include "app/server/receiver/hub_section.hpp"
#include "app/server/receiver/unmet_section.hpp"
#include "app/wire/json_writer.hpp"

namespace makegood::server::receiver {
namespace {

using wire::Json;

constexpr auto silence = std::chrono::hours(24);

Json missing_of(const ports::RegisterOverview& entry) {
    Json list = Json::array();
    for (const auto& missing : entry.missing)
        list.push(
            Json::object({{"article", missing.article}, {"name", missing.name}, {"times", missing.times}}));
    return list;
}

Json incidents_of(const ports::RegisterOverview::Incidents& incidents) {
    return Json::object({{"stock_out", incidents.stock_out},
                         {"failure", incidents.failure},
                         {"delight", incidents.delight},
                         {"closed_without", incidents.closed_without}});
}

Json money_of(const ports::RegisterOverview& entry) {
    return Json::object({{"currency", entry.currency},
                         {"cost", entry.money.cost.minor()},
                         {"worth", entry.money.worth.minor()},
                         {"reserved", entry.money.reserved.minor()},
                         {"spent", entry.money.spent.minor()}});
}

Json vouchers_of(const ports::RegisterOverview::Vouchers& vouchers) {
    return Json::object({{"drafted", vouchers.drafted},
                         {"issued", vouchers.issued},
                         {"redeemed", vouchers.redeemed},
                         {"voided", vouchers.voided},
                         {"expired", vouchers.expired}});
}

Json register_of(const ports::RegisterOverview& entry, Instant now) {
    return Json::object(
        {{"store", entry.store},
         {"store_id", entry.store_id},
         {"register", entry.register_name},
         {"device", entry.device},
         {"revoked", entry.revoked},
         {"last_heard", entry.last_heard ? Json(base::format_instant(*entry.last_heard)) : Json()},
         {"silent", is_silent(entry, now)},
         {"events", entry.events},
         {"incidents", incidents_of(entry.incidents)},
         {"recoveries",
          Json::object({{"given", entry.recoveries.given}, {"undone", entry.recoveries.undone}})},
         {"money", money_of(entry)},
         {"vouchers", vouchers_of(entry.vouchers)},
         {"missing", missing_of(entry)}});
}

Json exception_of(const ports::Exception& exception) {
    return Json::object({{"kind", ports::word(exception.kind)},
                         {"device", exception.device.text()},
                         {"epoch", static_cast<std::int64_t>(exception.epoch)},
                         {"sequence", exception.sequence},
                         {"sentence", exception.sentence},
                         {"first_seen", base::format_instant(exception.first_seen)},
                         {"times", exception.times}});
}

}  // namespace

bool is_silent(const ports::RegisterOverview& entry, Instant now) {
    return !entry.revoked && (!entry.last_heard || now - *entry.last_heard > silence);
}

std::string summary(const View& view, Instant now) {
    const auto& overview = view.overview;
    Json stores = Json::array(), exceptions = Json::array();
    for (const auto& entry : overview.registers) stores.push(register_of(entry, now));
    for (const auto& exception : overview.exceptions) exceptions.push(exception_of(exception));
    auto all = Json::object({{"time", base::format_instant(now)},
                             {"stores", stores},
                             {"unmet", unmet_json(overview.unmet)},
                             {"waiting", waiting_json(view.waiting)},
                             {"exception_count", overview.exception_count},
                             {"exceptions", exceptions}});
    if (view.hub) all.set("hub", hub_json(view));
    return all.pretty() + "\n";
}

}  // namespace makegood::server::receiver
