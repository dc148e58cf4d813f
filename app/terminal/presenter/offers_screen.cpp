#include "app/terminal/presenter/offers_screen.hpp"

#include <algorithm>

#include "app/terminal/presenter/failure_screen.hpp"
#include "app/terminal/presenter/given_screen.hpp"
#include "app/terminal/presenter/screen_words.hpp"
#include "app/terminal/presenter/tasks.hpp"

namespace makegood::terminal::presenter {
namespace {

using core::incident::Kind;
using core::recovery::Offer;
using service::WhyNot;

constexpr std::size_t most_cards = 3, most_free = 4;

std::string line_of(const service::Reported& reported, const core::incident::Incident& incident) {
    if (incident.kind == Kind::delight) return words::surprise_line;
    if (incident.kind == Kind::stock_out)
        return words::joined(
            {words::is_out_of_stock, reported.times > 1 ? words::nth_time(reported.times) : ""});
    std::vector<std::string> parts{words::severity(incident.severity), reported.article_name};
    for (std::string& chip : context_words(incident.context)) parts.push_back(std::move(chip));
    return words::joined(parts);
}

std::string place_of(const Offer& offer, const Facts& facts) {
    if (!offer.place.empty() || offer.paper != core::gesture::Paper::voucher || offer.valid_days <= 0)
        return offer.place;
    return words::valid_until(base::add_days(facts.today(), offer.valid_days), facts.today());
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
    for (const Offer& offer : reported.cards)
        if (view.cards.size() < most_cards) view.cards.push_back(card_of(offer, facts));
    if (!view.cards.empty()) view.cards.front().best = true;
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

void OffersPage::left(Stage& stage) {
    if (!closed_) stage.backend.close_incident(reported_.incident, "left", stage.by(), [](Result<>) {});
}

void OffersPage::touched(const std::string& id, Stage& stage) {
    // Other cards stand there than those that the finger was meant for.
    if (renewed_at_ && stage.facts.steady - *renewed_at_ < stage.facts.setup.double_touch) return;
    if (id.starts_with("no:")) return decline({OfferId(id.substr(3)), WhyNot::not_wanted, {}}, stage);
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
        return stage.show_form(form_->sheet(false));
    }
    if (error.kind != ErrorKind::needs_approval) return stage.tell(error);
    ask_for_signature(offer, error.sentence, stage);
}

void OffersPage::ask_for_signature(const OfferId& offer, const std::string& why, Stage& stage) {
    const auto ask = [this, &stage, offer, why](Result<std::vector<ports::Person>> people) {
        if (!people) return stage.tell(people.error());
        if (people->empty()) return stage.tell({ErrorKind::needs_approval, words::nobody_signs, {}});
        form_.emplace(std::move(*people), why);
        to_be_signed_ = offer;
        stage.show_form(form_->sheet(false));
    };
    stage.backend.approvers(offer, stage.by(), stage.work<std::vector<ports::Person>>(ask));
}

void OffersPage::form_touched(const std::string& id, Stage& stage) {
    const auto approval = form_->touched(id);
    stage.show_form(form_->sheet(approval.has_value()));
    if (approval) give(to_be_signed_, approval, stage);
}

void OffersPage::decline(const service::Decline& said, Stage& stage) {
    const auto& cards = reported_.cards;
    const auto card =
        std::find_if(cards.begin(), cards.end(), [&](const Offer& each) { return each.id == said.offer; });
    if (card != cards.end()) declined_ = *card;
    stage.backend.decline(said, stage.by(),
                          stage.work<service::Reported>(
                              [this, &stage, first = card != cards.end()](Result<service::Reported> renewed) {
                                  if (!renewed) return stage.tell(renewed.error());
                                  reported_ = std::move(*renewed);
                                  renewed_at_ = stage.facts.steady;
                                  if (first && !declined_.article.empty()) ask_why_not(stage);
                              }));
}

// It counts already; the reason makes the next ones better.
void OffersPage::ask_why_not(Stage& stage) {
    Sheet sheet{
        .title = words::why_not_title(declined_.title), .text = words::why_not_text, .other = words::go_on};
    sheet.choices = {{"other-brand", {}, words::other_brand, false, {}},
                     {"other-size", {}, words::other_size, false, {}},
                     {"needs", {}, words::needs, false, {}}};
    stage.show_sheet(std::move(sheet), [this, &stage](const std::string& why) {
        if (why == "needs") return ask_needs(stage);
        decline({declined_.id, *service::why_not_from_word(why), {}}, stage);
    });
}

void OffersPage::ask_needs(Stage& stage) {
    Sheet sheet{.title = words::needs_title, .text = words::needs_text, .other = words::go_on};
    for (const auto need : service::common_needs())
        sheet.choices.push_back({std::string(need), {}, words::need(need), false, {}});
    stage.show_sheet(std::move(sheet), [this, &stage](const std::string& need) {
        decline({declined_.id, WhyNot::needs, {need}}, stage);
    });
}

void OffersPage::ask_why(Stage& stage) {
    Sheet sheet{.title = words::why_title, .text = words::why_text, .other = words::back_to_offers};
    sheet.choices = {{"none-of-these", {}, words::why_not_wanted, false, {}},
                     {"left", {}, words::why_left, false, {}},
                     {"in-error", {}, words::why_in_error, false, {}}};
    stage.show_sheet(std::move(sheet), [this, &stage](const std::string& why) {
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
