#include "app/service/spend_rights.hpp"

#include <charconv>

#include "app/ports/rights_change.hpp"
#include "app/service/own_hub.hpp"

namespace makegood::service {
namespace {

using namespace core::budget;

const std::string shares_setting = "rights.shared", still_out_setting = "rights.still-out";
constexpr std::chrono::days kept_after_end{8};

// Of the store's own budget.
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

std::string why_short(Desk& desk, const Shortage& shortage, const ChargedPot& pot, const Amount& amount,
                      bool shares) {
    if (!pot.rule || shortage.what == ShortOf::frozen) return sentence(desk, shortage, amount, shares);
    const auto whose = core::budget::occasion_of(pot.id.key);
    LimitLeft left{{}, shortage.left.cost, {}, named(desk, *pot.rule, whose), shares};
    if (pot.rule->limit.worth) left.worth = shortage.left.worth;
    return why_not(left, amount.cost, amount.worth, desk.currency);
}

Result<ports::Rights> rights_of(Desk& desk, std::span<const ChargedPot> pots) {
    std::vector<PotId> ids;
    for (const auto& pot : pots) ids.push_back(pot.id);
    return desk.store.rights_of(ids);
}

// The limit was changed since this register took it in.
bool has_new_limit(const RegisterBook& book, const ChargedPot& charged) {
    const auto* pot = find(book, charged.id);
    return pot && pot->limit != PotLimit{charged.limit.cost, charged.limit.worth};
}

struct Tried {
    tl::expected<Taken, Shortage> taken;
    bool limit_is_new = false;  // to one of the pots
};
Result<Tried> try_to_take(Desk& desk, std::span<const ChargedPot> pots, const Amount& amount) {
    auto rights = rights_of(desk, pots);
    if (!rights) return fail(rights.error());
    std::vector<Charge> charges;
    for (const auto& pot : pots) charges.push_back({pot.id, amount});
    const bool limit_is_new = std::any_of(
        pots.begin(), pots.end(), [&](const ChargedPot& pot) { return has_new_limit(rights->book, pot); });
    return Tried{take(rights->book, charges), limit_is_new};
}

// So that the next talk with the hub asks for them.
Result<> open_pots(Desk& desk, std::span<const ChargedPot> pots) {
    const auto known = rights_of(desk, pots);
    if (!known) return fail(known.error());
    const auto is_known = [&](const ChargedPot& pot) { return find(known->book, pot.id) != nullptr; };
    if (std::all_of(pots.begin(), pots.end(), is_known)) return {};
    const auto before = desk.store.rights();
    if (!before) return fail(before.error());
    auto after = *before;
    for (const auto& pot : pots)
        if (after.book.pots.size() < most_shared_pots) open_pot(after.book, pot.id);
    return commit_rights(desk, *before, after, "pots");
}

}  // namespace

Result<> begin_anew_after_copy(Desk& desk) {
    const auto pots = charged_pots(desk, {});
    if (!pots) return fail(pots.error());
    return serve_itself_here(desk, {&pots->front(), 1});
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
    const auto limit = desk.store.limit();
    if (!limit) return fail(limit.error());
    if (!*limit) return fail(no_budget_is_set());
    return PotId{"store", period_of(**limit, money_day(desk))};
}

Result<> commit_rights(Desk& desk, const ports::Rights& before, const ports::Rights& after, std::string why) {
    const auto head = desk.store.head();
    if (!head) return fail(head.error());
    const auto changes = ports::rights_changes(before, after, std::move(why), *head);
    if (changes.empty()) return {};
    const std::vector<ports::Event> events(changes.begin(), changes.end());
    return desk.store.commit({desk.clock.now(), {}}, std::span(events));
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

Result<Taken> take_rights(Desk& desk, const Amount& amount, const Occasion& occasion) {
    desk.short_of = {};
    if (amount == Amount{}) return Taken{};
    const auto pots = charged_pots(desk, occasion);
    if (!pots) return fail(pots.error());
    const auto shares = shares_budget(desk);
    if (!shares) return fail(shares.error());
    auto tried = try_to_take(desk, *pots, amount);
    if (!tried) return fail(tried.error());
    if (!*shares && (!tried->taken || tried->limit_is_new)) {
        MAKEGOOD_TRY(serve_itself_here(desk, *pots));
        tried = try_to_take(desk, *pots, amount);
        if (!tried) return fail(tried.error());
    }
    if (tried->taken) return *std::move(tried->taken);
    if (*shares) MAKEGOOD_TRY(open_pots(desk, *pots));
    desk.short_of = amount;
    const auto& shortage = tried->taken.error();
    const auto pot = std::find_if(pots->begin(), pots->end(),
                                  [&](const ChargedPot& each) { return each.id == shortage.pot; });
    return fail(ErrorKind::refused, why_short(desk, shortage, *pot, amount, *shares));
}

Result<> make_ready(Desk& desk, const Occasion& who, std::span<const core::recovery::OfferKind> kinds) {
    auto pots = limit_pots(desk, who, kinds);
    if (pots.empty()) return {};
    const auto shares = shares_budget(desk);
    if (!shares) return fail(shares.error());
    if (*shares) return open_pots(desk, pots);
    auto store = charged_pots(desk, {});
    if (!store) return fail(store.error());
    pots.insert(pots.begin(), store->front());
    const auto rights = rights_of(desk, pots);
    if (!rights) return fail(rights.error());
    const bool ready = !rights->book.frozen && std::all_of(pots.begin(), pots.end(), [&](const auto& pot) {
        return find(rights->book, pot.id) && !has_new_limit(rights->book, pot);
    });
    return ready ? Result<>() : serve_itself_here(desk, pots);
}

Result<> rights_follow_limit(Desk& desk) {
    const auto shares = shares_budget(desk);
    if (!shares) return fail(shares.error());
    const auto pots = charged_pots(desk, {});
    if (!pots) return fail(pots.error());
    const auto& store = pots->front();
    const auto rights = desk.store.rights_of({&store.id, 1});
    if (!rights) return fail(rights.error());
    if (*shares || !find(rights->book, store.id)) return {};
    return serve_itself_here(desk, {&store, 1});
}

}  // namespace makegood::service
