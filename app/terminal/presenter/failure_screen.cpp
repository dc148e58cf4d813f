#include "app/terminal/presenter/failure_screen.hpp"

#include <array>

#include "app/terminal/presenter/screen_words.hpp"
#include "app/terminal/presenter/tasks.hpp"

namespace makegood::terminal::presenter {
namespace {

using core::incident::Context;
using core::incident::Severity;
using Kind = core::incident::Failure;

struct KindTile {
    Kind kind;
    const char* icon;
};
constexpr std::array<KindTile, 8> kinds{{{Kind::wrong_price, "tag"},
                                         {Kind::wrong_or_damaged, "broken-box"},
                                         {Kind::waited_too_long, "hourglass"},
                                         {Kind::not_treated_well, "speech"},
                                         {Kind::promise_not_kept, "handshake"},
                                         {Kind::order_or_delivery, "truck"},
                                         {Kind::billing_or_equipment, "card"},
                                         {Kind::something_else, "dots"}}};

struct Face {
    Severity severity;
    const char* icon;
};
constexpr std::array<Face, 3> faces{{{Severity::nuisance, "face-mild"},
                                     {Severity::spoiled_visit, "face-sad"},
                                     {Severity::spoiled_day, "face-upset"}}};

struct Chip {
    const char *id, *text;
    bool Context::*chosen;
};
constexpr std::array<Chip, 5> chips{{{"in-a-hurry", "In a hurry", &Context::in_a_hurry},
                                     {"special-day", "Special day", &Context::special_day},
                                     {"happened-before", "Happened before", &Context::happened_before},
                                     {"with-children", "With children", &Context::with_children},
                                     {"not-our-fault", "Not our fault", &Context::not_our_fault}}};

}  // namespace

Failure failure_of(const FailureForm& form) {
    Failure view{.action = words::make_it_good, .unavailable = form.kind ? "" : words::kind_first};
    for (const auto& [kind, icon] : kinds)
        view.kinds.push_back(
            {std::string(core::incident::word(kind)), icon, words::failure(kind), form.kind == kind, {}});
    for (const auto& [severity, icon] : faces)
        view.severities.push_back({std::string(core::incident::word(severity)),
                                   icon,
                                   words::severity(severity),
                                   form.severity == severity,
                                   {}});
    for (const Chip& chip : chips)
        view.context.push_back({chip.id, {}, chip.text, form.context.*chip.chosen, {}});
    if (form.article) view.article = form.article->name;
    return view;
}

FailureForm with(FailureForm form, const std::string& id) {
    const std::string what = id.substr(0, id.find(':')),
                      which = id.substr(std::min(id.size(), what.size() + 1));
    if (what == "kind")
        if (const auto kind = core::incident::failure_from_word(which)) form.kind = kind;
    if (what == "severity") form.severity = core::incident::severity_from_word(which).value_or(form.severity);
    if (what != "context") return form;
    for (const Chip& chip : chips)
        if (which == chip.id) form.context.*chip.chosen = !(form.context.*chip.chosen);
    return form;
}

std::vector<std::string> context_words(const Context& context) {
    std::vector<std::string> chosen;
    for (const Chip& chip : chips)
        if (context.*chip.chosen) chosen.emplace_back(chip.text);
    return chosen;
}

std::string FailurePage::title() const {
    return words::joined({words::went_wrong, form_.article ? form_.article->name : std::string()});
}

void FailurePage::touched(const std::string& id, Stage& stage) {
    form_ = with(std::move(form_), id);
    if (id != "action") return;
    if (!form_.kind) return stage.say(words::kind_first);
    start_failure({.kind = core::incident::Kind::service_failure,
                   .failure = *form_.kind,
                   .severity = form_.severity,
                   .context = form_.context,
                   .article = form_.article ? form_.article->number : ArticleNumber{}},
                  stage);
}

void FailurePage::scanned(const std::string& code, Stage& stage) {
    if (is_voucher(code, stage.facts.setup.range)) return stage.say(words::voucher_is_no_article);
    stage.backend.article(code, stage.work<service::Found>([this, &stage](Result<service::Found> found) {
        if (!found) return stage.tell(found.error());
        form_.article = std::move(*found);
        stage.say(words::about_article(form_.article->name));
    }));
}

}  // namespace makegood::terminal::presenter
