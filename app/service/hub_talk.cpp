#include "app/service/hub_talk.hpp"

#include <algorithm>

#include "app/service/at_counter.hpp"
#include "app/service/clock_watch.hpp"

namespace makegood::service {
namespace {

using namespace core::budget;

constexpr auto looked_back = std::chrono::hours(8);
constexpr std::int64_t minutes_a_day = 24 * 60;

std::int64_t minutes_in(Duration time) {
    return std::max<std::int64_t>(0, std::chrono::duration_cast<std::chrono::minutes>(time).count());
}

// By what was given of late, also before this process began.
Result<Use> use_of_late(Desk& desk) {
    const auto now = desk.clock.now();
    const auto given = desk.store.given_since(now - looked_back);
    if (!given) return fail(given.error());
    Use use;
    auto last = now - looked_back;
    for (const auto& each : *given) {
        use = with(after(use, minutes_in(each.at - last)), each.amount);
        last = std::max(last, each.at);
    }
    return after(use, minutes_in(now - last));
}

CivilDate day_after(const PotId& pot) {
    return CivilDate{std::chrono::sys_days{span_of(pot.period)->last} + std::chrono::days(1)};
}

// The pots of the store's budget, and the day by which those of limits run.
struct Running {
    PotId today, next;
    CivilDate day;
};
Result<Running> running_pots(Desk& desk) {
    auto today = pot_now(desk);
    if (!today) return fail(today.error());
    const auto limit = desk.store.limit();
    if (!limit) return fail(limit.error());
    PotId next{today->key, period_of(**limit, day_after(*today))};
    return Running{std::move(*today), std::move(next), money_day(desk)};
}

// nullptr: it is none of a limit, or one of a limit that is no more.
const LimitRule* limit_of(const Desk& desk, const PotId& id) {
    return rule_of(desk.settings.limits, id.key);
}

// Who worked here works here again: pots of limits go on from period to period. Customers come and go.
void open_next_limit_pots(const Desk& desk, RegisterBook& book, const Running& running) {
    std::vector<PotId> wanted;
    for (const auto& pot : book.pots) {
        const auto* rule = limit_of(desk, pot.id);
        if (!rule || rule->each.customer) continue;
        const PotId now{pot.id.key, period_of(rule->limit, running.day)};
        wanted.push_back(now);
        wanted.push_back({now.key, period_of(rule->limit, day_after(now))});
    }
    for (const auto& id : wanted)
        if (book.pots.size() < most_shared_pots) open_pot(book, id);
}

std::int64_t minutes_left(const Desk& desk, const PotId& pot) {
    const auto span = span_of(pot.period);
    const auto end = std::chrono::sys_days{span->last} + std::chrono::days(1);
    const auto days = (end - std::chrono::sys_days{money_day(desk)}).count();
    return days * minutes_a_day;
}

Need need_of(const Desk& desk, const PotId& id, const Use& use) {
    return need(use, minutes_left(desk, id), {}, at_counter(desk));
}

Wish wish_for(const Desk& desk, const RegisterPot& pot, const Use& use, const Amount& on_screen) {
    auto figures = pot.figures;
    figures.granted = pot.promised;
    const auto last_held = figures.granted - figures.returned;
    return wish(figures, last_held, need_of(desk, pot.id, use), on_screen, {});
}

enum class When { now, next, never };
When when(const Desk& desk, const Running& running, const PotId& id) {
    if (id == running.today) return When::now;
    if (id == running.next) return When::next;
    const auto* rule = limit_of(desk, id);
    if (!rule) return When::never;
    const PotId now{id.key, period_of(rule->limit, running.day)};
    if (id == now) return When::now;
    return id.period == period_of(rule->limit, day_after(now)) ? When::next : When::never;
}

// Of the next period its part is enough.
std::vector<Want> wants(const Desk& desk, const RegisterBook& book, const Running& running, const Use& use) {
    std::vector<Want> all;
    for (const auto& pot : book.pots) {
        const auto time = when(desk, running, pot.id);
        if (time == When::never || (time == When::next && pot.promised != Amount{})) continue;
        const auto wished = wish_for(desk, pot, use, time == When::now ? at_counter(desk).on_screen : Amount{});
        if (wished.amount != Amount{}) all.push_back({pot.id, wished.amount, wished.at_once});
    }
    return all;
}

// What a customer waits for is said in each Hello of a talk: without it, the hub takes them for gone.
void only_at_once(std::vector<Want>& wants) {
    for (auto& each : wants) each.amount = each.at_once;
    std::erase_if(wants, [](const Want& each) { return each.amount == Amount{}; });
}

bool give_back_what_is_idle(const Desk& desk, RegisterBook& book, const PotId& id, const Use& use) {
    const auto* pot = find(book, id);
    const bool idle = use.idle_minutes >= SharingRules{}.idle_minutes && use.per_hour != Amount{};
    if (!pot || !idle) return false;
    return give_up(book, id, spare(pot->figures, need_of(desk, id, use), {}, true)) != Amount{};
}

Result<> take_over(Desk& desk, const std::vector<ports::HubRule>& rules) {
    for (const auto& rule : rules) {
        if (rule.key != "store") continue;
        const auto limit = desk.store.limit();
        if (!limit) return fail(limit.error());
        if (*limit == rule.limit) return {};
        return desk.store.commit({desk.clock.now(), {}},
                                 ports::BudgetSet{rule.limit, period_of(rule.limit, money_day(desk))});
    }
    return fail(ErrorKind::refused,
                "The store's hub has no budget yet. Set one there: makegood-server budget set --data DIR "
                "--limit AMOUNT --per day.");
}

}  // namespace

Result<Knock> knock_at_hub(Desk& desk) {
    const auto rights = desk.store.rights();
    if (!rights) return fail(rights.error());
    desk.talk = {};
    return knock(desk.exchange, rights->book, draw(desk.random));
}

Result<> hear_welcome(Desk& desk, const ports::HubWelcome& message) {
    MAKEGOOD_TRY(watch_clock(desk));
    MAKEGOOD_TRY(take_over(desk, message.rules));
    if (desk.customers && !message.customer_secret.empty())
        MAKEGOOD_TRY(desk.customers->take_over(message.customer_secret));
    const auto before = desk.store.rights();
    if (!before) return fail(before.error());
    const auto running = running_pots(desk);
    if (!running) return fail(running.error());
    auto after = *before;
    if (!hear(desk.exchange, after.book, message.welcome))
        return fail(ErrorKind::refused,
                    "What answers is not the hub that this register deals with now: it was replaced by "
                    "another. Enrol at the new one: makegood sync --enrol URL --code CODE.");
    forget_old_periods(desk, after.book);
    open_pot(after.book, running->today);
    open_pot(after.book, running->next);
    open_next_limit_pots(desk, after.book, *running);
    const auto committed = commit_rights(desk, *before, after, "pots");
    if (!committed) {
        hang_up(desk.exchange);
        return committed;
    }
    for (const auto& abroad : message.pots)
        if (abroad.pot == running->today)
            MAKEGOOD_TRY(note_still_out(desk, abroad.pot.period, abroad.still_out.cost));
    return {};
}

Result<std::optional<Hello>> hello_to_hub(Desk& desk) {
    if (!can_hello(desk.exchange)) return std::optional<Hello>();
    const auto before = desk.store.rights();
    if (!before) return fail(before.error());
    const auto running = running_pots(desk);
    if (!running) return fail(running.error());
    const auto use = use_of_late(desk);
    if (!use) return fail(use.error());
    const bool more = desk.talk.hellos == 0 || desk.talk.gave_up || waits_for_hello(before->book);
    if (!more) return std::optional<Hello>();
    auto after = *before;
    // What is idle is given back once in a talk, and never together with asking for more.
    if (desk.talk.hellos == 0 && give_back_what_is_idle(desk, after.book, running->today, *use))
        MAKEGOOD_TRY(commit_rights(desk, *before, after, "returned"));
    const auto head = desk.store.head();
    if (!head) return fail(head.error());
    std::string proof;
    if (desk.exchange.prove_at > 0 && desk.exchange.prove_at <= head->sequence) {
        const auto event = desk.store.segment(desk.exchange.prove_at, 1);
        if (!event) return fail(event.error());
        proof = event->front().hash;
    }
    auto wanted = wants(desk, after.book, *running, *use);
    if (desk.talk.hellos > 0) only_at_once(wanted);
    ++desk.talk.hellos;
    desk.talk.gave_up = false;
    return std::optional(hello(desk.exchange, after.book, {head->sequence, head->hash}, std::move(proof),
                               draw(desk.random), wanted));
}

Result<> hear_answer(Desk& desk, const Answer& answer) {
    const auto before = desk.store.rights();
    if (!before) return fail(before.error());
    const auto use = use_of_late(desk);
    if (!use) return fail(use.error());
    auto after = *before;
    std::vector<std::pair<PotId, Recall>> recalls;
    const auto heard = hear(desk.exchange, after.book, answer, &recalls);
    if (heard == Heard::ignored)
        return fail(ErrorKind::failed, "The hub's answer is of another talk; nothing was changed by it.");
    for (const auto& [id, recall] : recalls) {
        const auto* pot = find(after.book, id);
        const auto spared = spare(pot->figures, need_of(desk, id, *use), recall, false);
        desk.talk.gave_up |= give_up(after.book, id, spared) != Amount{};
    }
    if (heard == Heard::renewed) desk.talk.hellos = 0;
    const auto committed = commit_rights(desk, *before, after, "hub");
    if (!committed) hang_up(desk.exchange);
    if (!committed) return committed;
    desk.short_of = {};
    desk.heard_from_hub = desk.clock.now();
    return {};
}

Result<bool> needs_hub(Desk& desk) {
    const auto rights = desk.store.rights();
    if (!rights) return fail(rights.error());
    const auto running = running_pots(desk);
    if (!running) return true;
    const auto use = use_of_late(desk);
    if (!use) return fail(use.error());
    const auto& book = rights->book;
    return book.frozen || waits_for_hello(book) || !find(book, running->today) ||
           !wants(desk, book, *running, *use).empty();
}

}  // namespace makegood::service
