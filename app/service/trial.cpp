#include "app/service/trial.hpp"

#include <algorithm>

#include "app/base/check.hpp"
#include "app/service/count_stock.hpp"
#include "app/service/decline.hpp"
#include "app/service/give.hpp"
#include "app/service/make_offers.hpp"
#include "app/service/past_reach.hpp"
#include "app/service/report.hpp"
#include "app/service/spending.hpp"
#include "app/service/trial_ports.hpp"
#include "app/service/voucher_use.hpp"

namespace makegood::service {
namespace {

using core::recovery::Offer;

constexpr std::size_t steps_between_progress = 64;
constexpr std::size_t steps_a_list = 2;  // takes as long, on average

// What a customer's case is like in this run.
struct Now {
    IncidentId id;
    std::vector<Offer> cards, free;
    std::optional<RecoveryId> recovery;
    core::recovery::Wishes wishes;
};

class Trial {
  public:
    Trial(const Past& past, const NewRules& rules)
        : past_(past),
          keeps_budget_(rules.budget.has_value()),
          before_(before_of(past, rules)),
          store_(before_),
          people_(past.people),
          clock_(past.clock),
          desk_{store_, people_, past.catalogues, clock_, random_, signer_, without_words(rules.settings)},
          now_(past.cases.size()),
          ends_(past.cases.size()) {}

    Result<> open();
    void list(std::size_t of) { list_substitutes(desk_, past_.cases[of].incident); }
    Result<> take(const Step& step);
    void forget(std::size_t of);
    std::vector<CaseEnd> ends() { return std::move(ends_); }

  private:
    static Settings without_words(Settings settings) {
        settings.words = false;
        return settings;
    }
    static Before before_of(const Past& past, const NewRules& rules) {
        auto before = past.before;
        if (rules.budget) before.limit = *rules.budget;
        return before;
    }

    Result<> on(const Step&, const step::Reported&);
    Result<> on(const Step&, const step::SaidNo&);
    Result<> on(const Step&, const step::Given&);
    Result<> on(const Step&, const step::Undone&);
    Result<> on(const Step&, const step::Closed&);
    Result<> on(const Step&, const step::Redeemed&);
    Result<> on(const Step&, const step::Voided&);
    Result<> on(const Step&, const step::Counted&);
    Result<> on(const Step&, const step::CatalogueCame&);
    Result<> on(const Step&, const step::LimitSet&);
    Result<> on(const Step&, const step::CameBack&);

    void note_offers(std::size_t of, Reported&& reported);
    const Offer* chosen(const Now& now, const Taken& then) const;
    Result<> give_it(const Step& step, const Offer& offer, const std::optional<Approval>& approval);
    void note_tier(const Step& step, Money cost, Money worth, const std::optional<Approval>& approval);
    Result<std::optional<VoucherSerial>> running_voucher(std::size_t of);

    const Past& past_;
    bool keeps_budget_;
    Before before_;
    TrialStore store_;
    TrialPeople people_;
    TrialClock clock_;
    TrialRandom random_;
    TrialSigner signer_;
    TrialCustomers customers_;
    Desk desk_;
    std::vector<Now> now_;
    std::vector<CaseEnd> ends_;
};

// Fails only where the past could not have gone on either.
Result<> unless_refused(Result<> result) {
    if (result || result.error().kind != ErrorKind::failed) return {};
    return result;
}

Result<> Trial::open() {
    desk_.shop = past_.before.shop;
    desk_.currency = past_.currency;
    desk_.customers = &customers_;
    clock_.set(past_.steps.front().at);
    desk_.given = {past_.shelf.given.begin(), past_.shelf.given.end()};
    desk_.counted = {past_.shelf.counted.begin(), past_.shelf.counted.end()};
    desk_.missing = {past_.shelf.missing.begin(), past_.shelf.missing.end()};
    const auto& policy = desk_.settings.policy;
    desk_.shortlists = past_.shortlists->of(policy.substitutes, policy.hand);
    return use_articles(desk_, past_.articles,
                        std::make_shared<core::substitute::Engine>(past_.articles, past_.learnt));
}

Result<> Trial::take(const Step& step) {
    clock_.set(step.at);
    MAKEGOOD_TRY(tick(desk_));
    return std::visit([&](const auto& what) { return on(step, what); }, step.what);
}

// Nothing more happens to a case: a month of offers is not kept.
void Trial::forget(std::size_t of) {
    if (ends_[of].not_run) return;
    store_.forget_offers(now_[of].id);
    now_[of].cards = {};
    now_[of].free = {};
}

void Trial::note_offers(std::size_t of, Reported&& reported) {
    auto& now = now_[of];
    now.id = std::move(reported.incident);
    now.cards = std::move(reported.cards);
    now.free = std::move(reported.free);
    now.wishes = std::move(reported.wishes);
    ends_[of].had_cards |= std::any_of(now.cards.begin(), now.cards.end(), is_card);
    ends_[of].why = std::move(reported.note);
}

Result<> Trial::on(const Step& step, const step::Reported& then) {
    const auto& past = past_.cases[step.of];
    random_.drawn_then(then.drawn);
    auto reported = past.incident.kind == core::incident::Kind::stock_out
                        ? report_stock_out(desk_, past.incident.article.text(), past.incident.quantity,
                                           step.by, past.customer)
                        : report_failure(desk_, past.incident, step.by, past.customer);
    if (!reported && reported.error().kind == ErrorKind::failed) return fail(reported.error());
    if (!reported) {
        ends_[step.of].not_run = true;
        return {};
    }
    note_offers(step.of, std::move(*reported));
    const auto& cards = now_[step.of].cards;
    const bool takes_first = !past.taken && !past.had_cards && !past.in_error;
    if (takes_first && !cards.empty() && is_card(cards.front())) return give_it(step, cards.front(), {});
    return {};
}

// Says the same of the card that is meant, where it is there.
Result<> Trial::on(const Step& step, const step::SaidNo& then) {
    auto& now = now_[step.of];
    const auto is_new = [&](const Offer& card) {
        const auto holds = [](const auto& list, const auto& value) {
            return std::find(list.begin(), list.end(), value) != list.end();
        };
        if (card.article.empty())
            return holds(then.wishes.not_gestures, card.gesture) &&
                   !holds(now.wishes.not_gestures, card.gesture);
        return holds(then.wishes.not_articles, card.article) && !holds(now.wishes.not_articles, card.article);
    };
    const auto card = std::find_if(now.cards.begin(), now.cards.end(), is_new);
    const auto why = why_not_from_word(then.why);
    if (ends_[step.of].not_run || card == now.cards.end() || !why || now.recovery) return {};
    Decline said{card->id, *why, {}, {}};
    for (const auto& need : then.wishes.needs)
        if (std::find(now.wishes.needs.begin(), now.wishes.needs.end(), need) == now.wishes.needs.end())
            said.needs.push_back(need);
    for (const auto& need : now.wishes.needs)
        if (std::find(then.wishes.needs.begin(), then.wishes.needs.end(), need) == then.wishes.needs.end())
            said.not_needed.push_back(need);
    random_.drawn_then(then.drawn);
    auto renewed = decline(desk_, said, step.by);
    if (renewed) note_offers(step.of, std::move(*renewed));
    return renewed ? Result<>() : unless_refused(fail(renewed.error()));
}

const Offer* Trial::chosen(const Now& now, const Taken& then) const {
    const auto find = [](const std::vector<Offer>& list, auto&& is) -> const Offer* {
        const auto found = std::find_if(list.begin(), list.end(), is);
        return found == list.end() ? nullptr : &*found;
    };
    const auto same = [&](const Offer& offer) { return then.is_same_thing(offer); };
    if (const auto* again = find(now.cards, same)) return again;
    if (const auto* again = find(now.free, same)) return again;
    if (const auto* alike = find(now.cards, [&](const Offer& card) { return card.kind == then.kind; }))
        return alike;
    return now.cards.empty() ? nullptr : &now.cards.front();
}

Result<> Trial::on(const Step& step, const step::Given& then) {
    auto& now = now_[step.of];
    if (ends_[step.of].not_run || now.recovery) return {};
    const auto* offer = chosen(now, then.taken);
    std::optional<Approval> approval;
    if (!then.approved_by.empty()) approval = Approval{then.approved_by, "000000", then.approved_why};
    if (offer != nullptr) MAKEGOOD_TRY(give_it(step, *offer, approval));
    if (now.recovery) return {};
    const auto& [cost, worth] = offer != nullptr ? std::pair(offer->cost, offer->worth)
                                                 : std::pair(then.taken.cost, then.taken.worth);
    note_tier(step, cost, worth, approval);
    return {};
}

// What is beyond somebody's authority they would not give with any money: that is the reason then, whatever
// else was short.
void Trial::note_tier(const Step& step, Money cost, Money worth, const std::optional<Approval>& approval) {
    const core::budget::Wanted wanted{core::budget::Act::give, cost, worth};
    const auto allowed = approval ? check_approval(desk_, *approval, step.by, wanted)
                                  : must_be_allowed(desk_, step.by, wanted);
    if (!allowed && allowed.error().kind == ErrorKind::needs_approval)
        ends_[step.of].why = allowed.error().sentence;
}

Result<> Trial::give_it(const Step& step, const Offer& offer, const std::optional<Approval>& approval) {
    auto given = give(desk_, offer.id, step.by, approval);
    auto& end = ends_[step.of];
    if (!given) {
        end.why = given.error().sentence;
        return unless_refused(fail(given.error()));
    }
    now_[step.of].recovery = given->recovery;
    if (is_card(offer)) end.taken = taken_of(offer);
    return {};
}

Result<> Trial::on(const Step& step, const step::Undone&) {
    auto& recovery = now_[step.of].recovery;
    if (!recovery) return {};
    const auto undone = undo(desk_, *recovery, step.by);
    if (!undone) return unless_refused(undone);
    recovery.reset();
    ends_[step.of].taken.reset();
    return {};
}

Result<> Trial::on(const Step& step, const step::Closed& then) {
    const auto& now = now_[step.of];
    if (ends_[step.of].not_run || now.recovery) return {};
    return unless_refused(close_incident(desk_, now.id, then.why, step.by));
}

Result<std::optional<VoucherSerial>> Trial::running_voucher(std::size_t of) {
    const auto& recovery = now_[of].recovery;
    if (!recovery) return std::optional<VoucherSerial>();
    auto row = store_.recovery(*recovery);
    if (!row) return fail(row.error());
    return (*row)->voucher;
}

Result<> Trial::on(const Step& step, const step::Redeemed&) {
    const auto serial = running_voucher(step.of);
    if (!serial) return fail(serial.error());
    if (!*serial) return {};
    const auto redeemed = redeem_voucher(desk_, (*serial)->text(), step.by);
    return redeemed ? Result<>() : unless_refused(fail(redeemed.error()));
}

Result<> Trial::on(const Step& step, const step::Voided& then) {
    const auto serial = running_voucher(step.of);
    if (!serial) return fail(serial.error());
    if (!*serial) return {};
    const auto voided = void_voucher(desk_, (*serial)->text(), then.why, step.by);
    return voided ? Result<>() : unless_refused(fail(voided.error()));
}

Result<> Trial::on(const Step& step, const step::Counted& then) {
    const auto counted = count_stock(desk_, then.article.text(), then.pieces, step.by);
    return counted ? Result<>() : unless_refused(fail(counted.error()));
}

Result<> Trial::on(const Step&, const step::CatalogueCame&) {
    store_.count_anew();
    forget_given(desk_);
    return {};
}

Result<> Trial::on(const Step&, const step::CameBack& then) {
    store_.give_back(then.gift);
    return {};
}

Result<> Trial::on(const Step&, const step::LimitSet& then) {
    if (keeps_budget_) return {};
    const auto set = set_budget(desk_, then.limit, console());
    return set ? Result<>() : Result<>(fail(set.error()));
}

}  // namespace

Taken taken_of(const Offer& offer) {
    return {offer.kind, offer.article, offer.gesture, offer.title, offer.cost, offer.worth};
}

bool is_card(const Offer& offer) {
    return !offer.costs_nothing() || !offer.article.empty();
}

Error stopped() {
    return {ErrorKind::busy, "It was stopped. Nothing was changed by it.", {}};
}

Result<std::vector<CaseEnd>> run_again(const Past& past, const NewRules& rules, const Progress& progress,
                                       ListsFirst lists) {
    MAKEGOOD_CHECK(reaches(past, rules));
    Trial trial(past, rules);
    MAKEGOOD_TRY(trial.open());
    const auto listing = past.asks.size() * steps_a_list, all = listing + past.steps.size();
    const auto goes_on = [&](std::size_t done) {
        return done % steps_between_progress != 0 || progress(static_cast<int>(100 * done / all));
    };
    for (std::size_t i = 0; i < past.asks.size(); ++i) {
        if (!goes_on(i * steps_a_list)) return fail(stopped());
        trial.list(past.asks[lists == ListsFirst::front ? i : past.asks.size() - 1 - i]);
    }
    for (std::size_t done = 0; done < past.steps.size(); ++done) {
        if (!goes_on(listing + done)) return fail(stopped());
        const auto& step = past.steps[done];
        MAKEGOOD_TRY(trial.take(step));
        if (step.of < past.cases.size() && past.cases[step.of].last_step == done) trial.forget(step.of);
    }
    return trial.ends();
}

}  // namespace makegood::service
