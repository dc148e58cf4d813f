#include "app/cli/answer_json.hpp"

namespace makegood::cli {

using wire::Json;

Json offer_json(const core::recovery::Offer& offer) {
    auto json =
        Json::object({{"offer", offer.id.text()},
                      {"kind", core::recovery::word(offer.kind)},
                      {"title", offer.title},
                      {"label", offer.label},
                      {"detail", offer.detail},
                      {"reason", offer.reason},
                      {"sentence", offer.sentence},
                      {"cost", offer.cost.minor()},
                      {"worth", offer.worth.minor()},
                      {"score", offer.score},
                      {"probability", static_cast<double>(offer.probability.basis_points()) / 10'000}});
    if (!offer.article.empty()) json.set("article", offer.article.text());
    if (!offer.gesture.empty()) json.set("gesture", offer.gesture.text());
    if (!offer.place.empty()) json.set("place", offer.place);
    if (offer.pays) json.set("pays", offer.pays->minor());
    return json;
}

Json voucher_json(const core::voucher::Voucher& voucher, const Currency& currency) {
    return Json::object({{"serial", voucher.serial.text()},
                         {"state", core::voucher::word(voucher.state)},
                         {"value", voucher.value.minor()},
                         {"currency", currency.code()},
                         {"expires", base::format_date(voucher.expires)},
                         {"ean13", voucher.ean13},
                         {"qr", voucher.qr}});
}

Json period_json(const core::budget::Period& period, const Currency& currency) {
    auto json = Json::object({{"period", period.name},
                              {"currency", currency.code()},
                              {"limit", period.limit.cost.minor()},
                              {"spent", period.spent_cost.minor()},
                              {"reserved", period.reserved_cost.minor()},
                              {"available", period.available_cost().minor()},
                              {"worth_spent", period.spent_worth.minor()},
                              {"worth_reserved", period.reserved_worth.minor()}});
    json.set("worth_limit", period.limit.worth ? Json(period.limit.worth->minor()) : Json());
    return json;
}

}  // namespace makegood::cli
