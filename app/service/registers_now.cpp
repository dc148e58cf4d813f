#include "app/service/registers_now.hpp"

#include <algorithm>

#include "app/service/copied_folder.hpp"
#include "app/service/spend_rights.hpp"

namespace makegood::service {
namespace {

using namespace core::budget;

constexpr const char* frozen_with_hub =
    "This register's folder was put back from an older copy, so it spends nothing until the store's hub has "
    "seen it. Connect it to the hub; it goes on by itself. What costs nothing can be given meanwhile.";

PotNow pot_now_of(const RegisterPot& pot, const ports::Rights& rights, CivilDate today) {
    PotNow now{pot.id, pot.limit, pot.figures.granted, core::budget::held(pot.figures), {}, {}, {}, false};
    now.used = pot.figures.used - pot.figures.freed;
    now.promised = pot.promised - pot.figures.granted;
    const auto presumed = rights.presumed.find(pot.id);
    if (presumed != rights.presumed.end()) now.presumed = presumed->second;
    const auto span = span_of(pot.id.period);
    now.running = span && span->first <= today && today <= span->last;
    return now;
}

bool comes_first(const PotNow& one, const PotNow& other) {
    if (one.running != other.running) return one.running;
    if (one.id.period != other.id.period) return one.id.period > other.id.period;
    return one.id.key < other.id.key;
}

}  // namespace

Result<RegistersNow> registers_now(Desk& desk) {
    const auto rights = desk.store.rights();
    if (!rights) return fail(rights.error());
    const auto shared = shares_budget(desk);
    if (!shared) return fail(shared.error());
    const auto& book = rights->book;
    RegistersNow now;
    now.device = desk.shop.device.text();
    now.shared = *shared;
    now.epoch = book.epoch;
    now.hub_epoch = book.hub_epoch;
    const auto alone = copy_warning(desk);
    if (!alone) return fail(alone.error());
    now.frozen_why = !*shared ? *alone : book.frozen ? frozen_with_hub : "";
    now.frozen = !now.frozen_why.empty();
    now.heard = desk.heard_from_hub;
    now.waits_for_hub = *shared && waits_for_hello(book);
    for (const auto& pot : book.pots) now.pots.push_back(pot_now_of(pot, *rights, money_day(desk)));
    std::stable_sort(now.pots.begin(), now.pots.end(), comes_first);
    const auto limit = desk.store.limit();
    if (!limit) return fail(limit.error());
    if (!*limit) return now;
    const auto period = current_period(desk);
    if (!period) return fail(period.error());
    const auto still_out = still_out_of(desk, *period);
    if (!still_out) return fail(still_out.error());
    now.period = period->name;
    now.available = period->available_cost();
    now.in_force = period->limit.cost;
    now.still_out = *still_out;
    return now;
}

}  // namespace makegood::service
