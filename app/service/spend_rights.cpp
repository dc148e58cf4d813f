#include "app/service/spend_rights.hpp"

#include <charconv>

#include "app/base/check.hpp"
#include "app/core/budget/rights_alone.hpp"
#include "app/ports/rights_change.hpp"

namespace makegood::service {
namespace {

using namespace core::budget;

const std::string shares_setting = "rights.shared", still_out_setting = "rights.still-out";
constexpr std::chrono::days kept_after_end{8};

Result<Limit> limit_in_force(Desk& desk) {
    const auto limit = desk.store.limit();
    if (!limit) return fail(limit.error());
    if (!*limit)
        return fail(ErrorKind::refused,
                    "No budget is set for this shop. Set one: makegood budget set --limit AMOUNT --per day.");
    return **limit;
}

PotId pot_of(const Desk& desk, const Limit& limit) {
    return {"store", period_of(limit.kind, money_day(desk))};
}

// What was given in the pot's period and not from this epoch's rights: before there were rights, under
// another kind of limit, or by the register that this one is a copy of.
Amount given_otherwise(const Period& period, const RegisterPot& pot, const Amount& presumed) {
    const Amount given{period.reserved_cost + period.spent_cost, period.reserved_worth + period.spent_worth};
    auto otherwise = greatest({}, given - (pot.figures.used - pot.released));
    if (!period.limit.worth) otherwise.worth = {};
    return greatest(otherwise, presumed);
}

// The hub that this register is for itself. It knows what the register knows, because both would be written
// in one transaction; so it is made of the register's book each time.
HubBook own_hub(const ports::Rights& rights, const PotId& running, const Period& period,
                const ports::JournalMark& head) {
    const auto& book = rights.book;
    HubBook hub{.hub_epoch = std::max<std::uint32_t>(1, book.hub_epoch)};
    hub.devices.push_back({.device = book.device, .epoch = book.epoch, .seen = {{head.sequence, head.hash}}});
    for (const auto& pot : book.pots) {
        HubPot own{pot.id, pot.limit, {}, pot.id != running, {}};
        if (!own.over) {
            own.limit = {period.limit.cost, period.limit.worth};
            own.lost = given_otherwise(period, pot, presumed_spent(rights, pot.id));
        }
        Figures figures = pot.figures;
        figures.granted = pot.promised;
        figures.freed = pot.released;
        own.accounts.push_back({book.device, book.epoch, figures, false});
        hub.pots.push_back(std::move(own));
    }
    return hub;
}

// What the copy may have spent is out for good. Of the running period that is all: the hub that granted it is
// in the same folder, and as old.
void presume_spent(ports::Rights& after, const RegisterBook& before, const PotId& running,
                   const core::budget::Limit& limit) {
    for (const auto& pot : before.pots) {
        const auto gone = pot.promised - pot.figures.returned;
        if (gone != Amount{}) after.presumed[pot.id] += gone;
    }
    auto& all = after.presumed[running];
    all = greatest(all, {limit.cost, limit.worth.value_or(all.worth)});
    if (all == Amount{}) after.presumed.erase(running);
}

void give_up_what_is_too_much(const HubBook& hub, RegisterBook& book, const PotId& id) {
    const auto* pot = find(hub, id);
    const auto gone = pot->lost + out(*pot);
    give_up(book, id, greatest({}, gone - Amount{pot->limit.cost, pot->limit.worth.value_or(gone.worth)}));
}

// One exchange with itself. Answers whether it goes on in a new epoch.
Result<bool> serve_once(Desk& desk) {
    const auto limit = limit_in_force(desk);
    if (!limit) return fail(limit.error());
    const auto id = pot_of(desk, *limit);
    const auto before = desk.store.rights();
    if (!before) return fail(before.error());
    const auto period = desk.store.period(id.period);
    if (!period) return fail(period.error());
    const auto head = desk.store.head();
    if (!head) return fail(head.error());

    auto after = *before;
    forget_old_periods(desk, after.book);
    if (!open_pot(after.book, id))
        return fail(ErrorKind::refused, "The period " + id.period +
                                            " is over for good on this register. Set its clock right, or "
                                            "choose an option that costs nothing.");
    auto hub = own_hub(after, id, *period, *head);
    const Want all{id, as_much_as_is_fair, {}};
    const Alone alone{{head->sequence, head->hash},
                      [&](std::uint64_t) { return head->hash; },
                      [&] { return draw(desk.random); },
                      {},
                      {}};
    const auto heard = serve_itself(hub, after.book, std::span(&all, 1), alone);
    MAKEGOOD_CHECK(heard);
    const bool renewed = *heard == Heard::renewed;
    if (renewed)
        presume_spent(after, before->book, id, *limit);
    else
        give_up_what_is_too_much(hub, after.book, id);
    MAKEGOOD_TRY(commit_rights(desk, *before, after, "own-hub"));
    return renewed;
}

Result<> serve_itself_here(Desk& desk) {
    const auto renewed = serve_once(desk);
    if (!renewed) return fail(renewed.error());
    if (!*renewed) return {};
    const auto again = serve_once(desk);
    if (!again) return fail(again.error());
    return {};
}

std::string sentence(const Desk& desk, const Shortage& shortage, const Amount& amount, bool shares) {
    const std::string way_out =
        shares
            ? " Choose a smaller offer or one that costs nothing; more comes as soon as the hub is reached."
            : " Choose a smaller offer or one that costs nothing.";
    switch (shortage.what) {
        case ShortOf::frozen:
            return std::string(frozen_until_hub);
        case ShortOf::unknown_pot:
            return "The hub has not given this register any money for " + shortage.pot.period + " yet." +
                   way_out;
        case ShortOf::cost:
            return "This register may spend " + format(shortage.left.cost, desk.currency) + " more of " +
                   shortage.pot.period + ", and this costs " + format(amount.cost, desk.currency) + "." +
                   way_out;
        case ShortOf::worth:
            return "This register may give " + format(shortage.left.worth, desk.currency) +
                   " more worth of " + shortage.pot.period + ", and this is worth " +
                   format(amount.worth, desk.currency) + "." + way_out;
    }
    return {};
}

struct Tried {
    tl::expected<Taken, Shortage> taken;
    bool limit_is_new = false;  // to the pot
};
Result<Tried> try_to_take(Desk& desk, const Charge& charge, const Limit& limit) {
    auto rights = desk.store.rights();
    if (!rights) return fail(rights.error());
    const auto* pot = find(rights->book, charge.pot);
    const PotLimit in_force{limit.cost, limit.worth};
    const bool limit_is_new = pot && pot->limit != in_force;
    return Tried{take(rights->book, std::span(&charge, 1)), limit_is_new};
}

}  // namespace

Result<> begin_anew_after_copy(Desk& desk) {
    return serve_itself_here(desk);
}

Amount presumed_spent(const ports::Rights& rights, const PotId& id) {
    const auto presumed = rights.presumed.find(id);
    return presumed == rights.presumed.end() ? Amount{} : presumed->second;
}

std::uint64_t draw(ports::Random& random) {
    return 1 + random.below(std::uint64_t{1} << 63);
}

Result<bool> shares_budget(Desk& desk) {
    const auto text = desk.store.setting(shares_setting);
    if (!text) return fail(text.error());
    return *text == "yes";
}

Result<> share_budget(Desk& desk, bool shares) {
    return desk.store.set_setting(shares_setting, shares ? "yes" : "");
}

Result<> note_still_out(Desk& desk, const std::string& period, Money still_out) {
    return desk.store.set_setting(still_out_setting, std::to_string(still_out.minor()) + ' ' + period);
}

Result<Money> still_out_of(Desk& desk, const Period& period) {
    const auto shares = shares_budget(desk);
    if (!shares) return fail(shares.error());
    if (!*shares) return std::max(Money{}, period.reserved_cost + period.spent_cost - period.limit.cost);
    const auto text = desk.store.setting(still_out_setting);
    if (!text) return fail(text.error());
    std::int64_t minor = 0;
    const auto end = std::from_chars(text->data(), text->data() + text->size(), minor).ptr;
    const std::string_view rest(end, static_cast<std::size_t>(text->data() + text->size() - end));
    return rest == ' ' + period.name ? Money::minor(minor) : Money{};
}

Result<PotId> pot_now(Desk& desk) {
    const auto limit = limit_in_force(desk);
    if (!limit) return fail(limit.error());
    return pot_of(desk, *limit);
}

Result<> commit_rights(Desk& desk, const ports::Rights& before, const ports::Rights& after, std::string why) {
    const auto head = desk.store.head();
    if (!head) return fail(head.error());
    const auto change = ports::rights_change(before, after, std::move(why), *head);
    return change ? desk.store.commit({desk.clock.now(), {}}, *change) : Result<>();
}

// A date that is in doubt ends nothing.
void forget_old_periods(const Desk& desk, RegisterBook& book) {
    if (desk.clock_jumped_ahead) return;
    const auto today = std::chrono::sys_days{money_day(desk)};
    std::vector<std::string> old;
    for (const auto& pot : book.pots) {
        const auto span = span_of(pot.id.period);
        if (span && std::chrono::sys_days{span->last} + kept_after_end < today) old.push_back(pot.id.period);
    }
    for (const auto& period : old) forget_period(book, period);
}

Result<Taken> take_rights(Desk& desk, const Amount& amount) {
    desk.short_of = {};
    if (amount == Amount{}) return Taken{};
    const auto limit = limit_in_force(desk);
    if (!limit) return fail(limit.error());
    const auto shares = shares_budget(desk);
    if (!shares) return fail(shares.error());
    const Charge charge{pot_of(desk, *limit), amount};
    auto tried = try_to_take(desk, charge, *limit);
    if (!tried) return fail(tried.error());
    if (!*shares && (!tried->taken || tried->limit_is_new)) {
        MAKEGOOD_TRY(serve_itself_here(desk));
        tried = try_to_take(desk, charge, *limit);
        if (!tried) return fail(tried.error());
    }
    if (tried->taken) return *std::move(tried->taken);
    desk.short_of = amount;
    return fail(ErrorKind::refused, sentence(desk, tried->taken.error(), amount, *shares));
}

Result<> rights_follow_limit(Desk& desk) {
    const auto shares = shares_budget(desk);
    if (!shares) return fail(shares.error());
    const auto id = pot_now(desk);
    if (!id) return fail(id.error());
    const auto rights = desk.store.rights();
    if (!rights) return fail(rights.error());
    if (*shares || !find(rights->book, *id)) return {};
    return serve_itself_here(desk);
}

}  // namespace makegood::service
