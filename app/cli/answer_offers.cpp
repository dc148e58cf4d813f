#include "app/cli/answer_offers.hpp"

#include "app/cli/answer_json.hpp"

namespace makegood::cli {
namespace {

wire::Json list_of(const std::vector<core::recovery::Offer>& offers) {
    std::vector<wire::Json> list;
    for (const auto& offer : offers) list.push_back(offer_json(offer));
    return wire::Json::array(list);
}

void say_offer(const Call& call, const core::recovery::Offer& offer, const Currency& currency) {
    const auto money = offer.costs_nothing() ? std::string("costs nothing")
                                             : "costs us " + base::format(offer.cost, currency);
    call.say("  {}  {}: {} ({}; {})\n      “{}”", offer.id.text(), offer.label, offer.title, offer.reason,
             money, offer.sentence);
}

}  // namespace

void answer_offers(const Call& call, const service::Desk& desk, const service::Reported& reported) {
    if (call.json) {
        call.answer(wire::Json::object({{"incident", reported.incident.text()},
                                        {"name", reported.title},
                                        {"times", reported.times},
                                        {"currency", desk.currency.code()},
                                        {"offers", list_of(reported.cards)},
                                        {"free", list_of(reported.free)},
                                        {"note", reported.note}}));
        return;
    }
    call.say("{}: {}", reported.incident.text(), reported.title);
    for (const auto& offer : reported.cards) say_offer(call, offer, desk.currency);
    if (!reported.note.empty()) call.say("  {}", reported.note);
    for (const auto& offer : reported.free) say_offer(call, offer, desk.currency);
    call.say("Give one with: makegood give OFFER");
}

}  // namespace makegood::cli
