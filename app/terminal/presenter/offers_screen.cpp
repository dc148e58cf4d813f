#include "app/terminal/presenter/offers_screen.hpp"

#include <algorithm>

#include "app/terminal/presenter/failure_screen.hpp"
#include "app/terminal/presenter/given_screen.hpp"
#include "app/terminal/presenter/manager_words.hpp"
#include "app/terminal/presenter/tasks.hpp"

namespace makegood::terminal::presenter {
namespace {

using core::incident::Kind;
using core::recovery::Offer;
using service::WhyNot;

constexpr std::size_t most_cards = 3, most_free = 4;

std::string line_of(const service::Reported& reported, const core::incident::Incident& incident) {
    if (incident.kind == Kind::delight) return words::surprise_line;
    std::vector<std::string> parts;
    if (incident.kind == Kind::stock_out) {
        parts = {words::is_out_of_stock, reported.times > 1 ? words::nth_time(reported.times) : ""};
    } else {
        parts = {words::severity(incident.severity), reported.article_name};
        for (std::string& chip : context_words(incident.context)) parts.push_back(std::move(chip));
    }
    for (const std::string& need : reported.wishes.needs) parts.push_back(words::need(need));
    return words::joined(parts);
}

std::string place_of(const Offer& offer, const Facts& facts) {
    if (!offer.place.empty() || offer.paper != core::gesture::Paper::voucher || offer.valid_days <= 0)
        return offer.place;
    return words::valid_until(base::add_days(facts.today(), offer.valid_days), facts.today());
}

using Needs = std::vector<std::string>;

bool among(const Needs& needs, std::string_view need) {
    return std::find(needs.begin(), needs.end(), need) != needs.end();
}

Needs toggled(Needs needs, const std::string& need) {
    if (std::erase(needs, need) == 0) needs.push_back(need);
    return needs;
}

// Those of `needs` that are not in `others`.
Needs without(Needs needs, const Needs& others) {
    std::erase_if(needs, [&](const std::string& need) { return among(others, need); });
    return needs;
}

Sheet needs_sheet(const Needs& chosen) {
    Sheet sheet{.title = words::needs_title, .text = words::needs_text, .action = words::go_on};
    for (const auto need : service::common_needs())
        sheet.choices.push_back(
            {std::string(need), {}, words::as_sentence(words::need(need)), among(chosen, need), {}});
    return sheet;
}

// Whether the card in this place is one that was not shown before.
bool another_stands(std::size_t place, const std::vector<Offer>& before, const std::vector<Offer>& now) {
    return place < now.size() && std::none_of(before.begin(), before.end(),
                                              [&](const Offer& offer) { return offer.id == now[place].id; });
}

}  // namespace

Card card_of(const Offer& offer, const Facts& facts) {
    Card card{.id = offer.id.text(),
              .label = offer.label,
              .initial = words::initial(offer.title),
              .title = offer.title,
              .detail = offer.detail,
              .sentence = words::quoted(offer.sentence),
              .place = place_of(offer, facts),
              .cost = words::costs_us(offer.cost, facts.setup.currency),
              .reason = words::as_sentence(offer.reason),
              .action = words::give_this,
              .no = words::not_this_one};
    if (!offer.pays) return card;
    card.pays_word = words::pays;
    card.pays = *offer.pays == Money{} ? words::nothing : base::format(*offer.pays, facts.setup.currency);
    return card;
}

Offers offers_of(const service::Reported& reported, const core::incident::Incident& incident,
                 const Facts& facts) {
    Offers view{.title = reported.title,
                .line = line_of(reported, incident),
                .note = reported.note,
                .free_caption = words::free_caption};
    if (!reported.wishes.needs.empty()) view.change_needs = words::change_needs;
    for (const Offer& offer : reported.cards)
        if (view.cards.size() < most_cards) view.cards.push_back(card_of(offer, facts));
    if (!view.cards.empty()) view.cards.front().best = true;
    // A surprise is drawn by lot: whoever may say no draws until the dearest comes.
    if (incident.kind == Kind::delight)
        for (Card& card : view.cards) card.no.clear();
    for (const Offer& offer : reported.free)
        if (view.free.size() < most_free) view.free.push_back({offer.id.text(), offer.title, offer.detail});
    view.free.push_back({"none", words::none_of_these, words::tell_us_why});
    return view;
}

Body OffersPage::body(const Stage& stage) const {
    Offers view = offers_of(reported_, incident_, stage.facts);
    view.busy = stage.working();
    return view;
}

void OffersPage::shown(Stage& stage) {
    if (stage.facts.status) available_ = stage.facts.status->money.available_cost();
}

// Something was left out for want of money, and nobody is in the middle of a touch.
bool OffersPage::may_be_renewed(const Stage& stage) const {
    const bool nobody_waits = !stage.working() && !stage.sheet() && !closed_ && !renewing_;
    return nobody_waits && !reported_.note.empty() && incident_.kind != Kind::delight;
}

// Money came, from the hub or from what was undone: the cards that it pays for come by themselves.
void OffersPage::status_changed(Stage& stage) {
    const auto now = stage.facts.status->money.available_cost();
    if (now <= available_ || !may_be_renewed(stage)) {
        available_ = std::min(available_, now);
        return;
    }
    available_ = now;
    renewing_ = true;
    stage.backend.renew(reported_.incident, stage.by(),
                        stage.here<service::Reported>([this, &stage](Result<service::Reported> offers) {
                            renewing_ = false;
                            // A touch that was faster has the word.
                            if (!offers || stage.working() || closed_) return;
                            const bool others = offers->cards != reported_.cards;
                            reported_ = std::move(*offers);
                            if (others) renewed_at_ = stage.facts.steady;
                        }));
}

void OffersPage::left(Stage& stage) {
    if (!closed_) stage.backend.close_incident(reported_.incident, "left", stage.by(), [](Result<>) {});
}

void OffersPage::touched(const std::string& id, Stage& stage) {
    // Other cards stand there than those that the finger was meant for.
    if (renewed_at_ && stage.facts.steady - *renewed_at_ < stage.facts.setup.double_touch) return;
    if (id.starts_with("no:")) return say_no(OfferId(id.substr(3)), stage);
    if (id == "needs" && !reported_.wishes.needs.empty()) return ask_needs(stage);
    if (id == "free:none") return ask_why(stage);
    if (id.starts_with("card:") || id.starts_with("free:")) give(OfferId(id.substr(5)), {}, stage);
}

void OffersPage::give(const OfferId& offer, const std::optional<service::Approval>& approval, Stage& stage) {
    closed_ = true;  // should the answer not come, giving decides and not leaving
    if (!approval) form_.reset();
    stage.backend.give(offer, stage.by(), approval,
                       stage.work<service::Given>(
                           [this, &stage, offer](Result<service::Given> given) {
                               if (given) return stage.go(std::make_unique<GivenPage>(std::move(*given)));
                               closed_ = false;
                               not_given(offer, given.error(), stage);
                           },
                           [&stage](Result<service::Given> given) {
                               if (given) stage.say(words::given_after_all(given->offer.title));
                           }));
    stage.refresh();
}

void OffersPage::not_given(const OfferId& offer, const Error& error, Stage& stage) {
    if (form_ && stage.has_form()) {
        form_->refused(error.sentence);
        return stage.show_form(form_sheet(false));
    }
    if (error.kind != ErrorKind::needs_approval) return stage.tell(error);
    ask_for_signature(offer, error.sentence, stage);
}

void OffersPage::ask_for_signature(const OfferId& offer, const std::string& why, Stage& stage) {
    const auto ask = [this, &stage, offer, why](Result<std::vector<ports::Person>> people) {
        if (!people) return stage.tell(people.error());
        if (people->empty()) return stage.tell({ErrorKind::needs_approval, words::nobody_signs, {}});
        form_.emplace(std::move(*people), why, words_for_gifts(words::back_to_offers));
        to_be_signed_ = offer;
        stage.show_form(form_sheet(false));
    };
    stage.backend.approvers(offer, stage.by(), stage.work<std::vector<ports::Person>>(ask));
}

void OffersPage::form_touched(const std::string& id, Stage& stage) {
    if (id == "sheet:wait") return let_wait(stage);
    const auto approval = form_->touched(id);
    stage.show_form(form_sheet(approval.has_value()));
    if (approval) give(to_be_signed_, approval, stage);
}

Sheet OffersPage::form_sheet(bool busy) const {
    Sheet sheet = form_->sheet(busy);
    sheet.signature->wait = words::wait_for_it;
    return sheet;
}

// The case stays open until somebody who may has looked at it.
void OffersPage::let_wait(Stage& stage) {
    stage.backend.ask_approval(to_be_signed_, stage.by(), stage.work<void>([this, &stage](Result<> done) {
        if (!done) {
            form_->refused(done.error().sentence);
            return stage.show_form(form_sheet(false));
        }
        closed_ = true;
        stage.say(words::waits_now);
        go_home(stage);
    }));
}

void OffersPage::say_no(const OfferId& offer, Stage& stage) {
    if (incident_.kind == Kind::delight) return;
    const auto& cards = reported_.cards;
    const auto card =
        std::find_if(cards.begin(), cards.end(), [&](const Offer& each) { return each.id == offer; });
    if (card == cards.end()) return;
    declined_ = *card;
    const auto place = static_cast<std::size_t>(card - cards.begin());
    decline({offer, WhyNot::not_wanted, {}}, stage, [this, &stage, place, before = cards] {
        if (!declined_.article.empty()) ask_why_not(another_stands(place, before, reported_.cards), stage);
    });
}

void OffersPage::decline(const service::Decline& said, Stage& stage, std::function<void()> renewed) {
    stage.backend.decline(said, stage.by(),
                          stage.work<service::Reported>(
                              [this, &stage, renewed = std::move(renewed)](Result<service::Reported> offers) {
                                  if (!offers) return stage.tell(offers.error());
                                  reported_ = std::move(*offers);
                                  renewed_at_ = stage.facts.steady;
                                  if (renewed) renewed();
                              }));
}

// It counts already; the reason makes the next ones better.
void OffersPage::ask_why_not(bool another, Stage& stage) {
    Sheet sheet{.title = words::why_not_title(declined_.title),
                .text = another ? words::another_stands_there : words::no_counts,
                .other = words::go_on};
    sheet.choices = {{"other-brand", {}, words::other_brand, false, {}},
                     {"other-size", {}, words::other_size, false, {}},
                     {"needs", {}, words::needs, false, {}}};
    stage.show_sheet(std::move(sheet), [this, &stage](const std::string& why) {
        if (why == "needs") return ask_needs(stage);
        decline({declined_.id, *service::why_not_from_word(why), {}}, stage);
    });
}

void OffersPage::ask_needs(Stage& stage) {
    const Needs& said = reported_.wishes.needs;
    stage.show_sheet(needs_sheet(said), needs_answer(said, stage));
}

// Each touch chooses a need or takes it back; all of them are said at once.
Stage::SheetAnswer OffersPage::needs_answer(std::vector<std::string> chosen, Stage& stage) {
    return [this, &stage, chosen = std::move(chosen)](const std::string& answer) {
        if (answer == "sheet") return must_be(chosen, stage);
        const Needs now = toggled(chosen, answer);
        stage.mark_sheet(needs_sheet(now), needs_answer(now, stage));
    };
}

void OffersPage::must_be(const std::vector<std::string>& needs, Stage& stage) {
    const Needs& said = reported_.wishes.needs;
    service::Decline change{declined_.id, WhyNot::needs, without(needs, said), without(said, needs)};
    if (!change.needs.empty() || !change.not_needed.empty()) decline(change, stage);
}

void OffersPage::ask_why(Stage& stage) {
    Sheet sheet{.title = words::why_title, .text = words::why_text, .other = words::back_to_offers};
    sheet.choices = {{"none-of-these", {}, words::why_not_wanted, false, {}},
                     {"left", {}, words::why_left, false, {}},
                     {"in-error", {}, words::why_in_error, false, {}}};
    if (!reported_.wishes.needs.empty())
        sheet.choices.push_back({"needs", {}, words::change_needs, false, {}});
    stage.show_sheet(std::move(sheet), [this, &stage](const std::string& why) {
        if (why == "needs") return ask_needs(stage);
        stage.backend.close_incident(reported_.incident, why, stage.by(),
                                     stage.work<void>([this, &stage](Result<> done) {
                                         if (!done) return stage.tell(done.error());
                                         closed_ = true;
                                         stage.say(words::nothing_given);
                                         go_home(stage);
                                     }));
    });
}

void OffersPage::scanned(const std::string& code, Stage& stage) {
    for (const auto* offers : {&reported_.cards, &reported_.free})
        for (const Offer& offer : *offers)
            if (offer.article.text() == code) return stage.say(words::on_a_card(offer.title));
    take_scan(code, stage);
}

}  // namespace makegood::terminal::presenter
