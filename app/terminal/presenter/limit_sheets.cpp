#include "app/terminal/presenter/limit_sheets.hpp"

#include <array>

#include "app/terminal/presenter/rules_limits.hpp"
#include "app/terminal/presenter/rules_words.hpp"
#include "app/terminal/presenter/screen_words.hpp"

namespace makegood::terminal::presenter {
namespace {

constexpr std::array whoms{"clerk", "kind", "incident", "customer"};
// What costs nothing needs no limit.
constexpr std::array kinds{"free-substitute", "same-price-substitute", "gift", "amount-off", "attention"};

const std::vector<std::vector<std::string>>& usual_ones() {
    static const std::vector<std::vector<std::string>> all{{"clerk"},    {"kind"},          {"incident"},
                                                           {"customer"}, {"clerk", "kind"}, {}};
    return all;
}

std::string unquoted(const std::string& written) {
    return written.size() < 2 ? written : written.substr(1, written.size() - 2);
}

}  // namespace

LimitSheets::LimitSheets(LimitLine limit, Ways ways, Stage& stage)
    : limit_(std::move(limit)), ways_(std::move(ways)), stage_(stage) {}

void LimitSheets::begin() {
    is_new() ? ask_whom_of_new() : ask_what();
}

void LimitSheets::ask_what() {
    const auto& currency = stage_.facts.setup.currency;
    Sheet sheet{.title = words::limit_title(limit_),
                .text = words::limit_in_words(limit_, currency),
                .other = words::back_to_rules};
    sheet.choices = {{.id = "cost", .text = words::limit_cost_choice},
                     {.id = "worth", .text = words::limit_worth_choice},
                     {.id = "each", .text = words::limit_whom_choice}};
    if (!is_for(limit_, "kind")) sheet.choices.push_back({.id = "kind", .text = words::limit_kind_choice});
    if (!is_for(limit_, "incident"))
        sheet.choices.push_back({.id = "per", .text = words::limit_period_choice});
    sheet.choices.push_back({.id = "out", .text = words::limit_out_choice});
    stage_.show_sheet(std::move(sheet), [this](const std::string& chosen) {
        if (chosen == "cost") return ask_number(Asked::cost);
        if (chosen == "worth") return ask_number(Asked::worth);
        if (chosen == "each") return ask_whom(false);
        if (chosen == "kind") return ask_kind();
        if (chosen == "per") return ask_period();
        ways_.out();
    });
}

void LimitSheets::ask_whom_of_new() {
    Sheet sheet{.title = words::add_limit,
                .text = words::limit_whom_text,
                .action = {},
                .other = words::back_to_rules};
    for (std::size_t i = 0; i < usual_ones().size(); ++i)
        sheet.choices.push_back({.id = std::to_string(i), .text = words::limit_whose(usual_ones()[i])});
    stage_.show_sheet(std::move(sheet), [this](const std::string& chosen) {
        limit_.per = "day";
        for (const auto& whom : usual_ones().at(static_cast<std::size_t>(std::stoi(chosen))))
            limit_ = with_each(limit_, whom, true);
        is_for(limit_, "incident") ? ask_number(Asked::cost) : ask_period();
    });
}

// Marked and unmarked until it is confirmed.
void LimitSheets::ask_whom(bool again) {
    Sheet sheet{.title = words::limit_whom_choice,
                .text = words::limit_whoms_text,
                .action = words::all_right,
                .other = words::back_to_rules};
    for (const char* whom : whoms)
        sheet.choices.push_back(
            {.id = whom, .text = words::limit_whose({whom}), .chosen = is_for(limit_, whom)});
    const auto answered = [this](const std::string& answer) {
        if (answer == "sheet") return ways_.changed(limit_);
        limit_ = with_each(limit_, answer, !is_for(limit_, answer));
        ask_whom(true);
    };
    again ? stage_.mark_sheet(std::move(sheet), answered) : stage_.show_sheet(std::move(sheet), answered);
}

void LimitSheets::ask_kind() {
    Sheet sheet{.title = words::limit_kind_choice,
                .text = words::limit_kind_text,
                .other = words::back_to_rules,
                .choices = {{.id = "all", .text = words::all_kinds, .chosen = limit_.kind.empty()}}};
    for (const char* kind : kinds)
        sheet.choices.push_back({.id = kind, .text = words::limit_kind(kind), .chosen = limit_.kind == kind});
    stage_.show_sheet(std::move(sheet), [this](const std::string& chosen) {
        LimitLine next = limit_;
        next.kind = chosen == "all" ? std::string() : chosen;
        take(std::move(next));
    });
}

void LimitSheets::ask_period() {
    Sheet sheet{
        .title = words::limit_period_choice, .text = words::limit_period_text, .other = words::back_to_rules};
    for (const char* per : {"day", "week", "month"})
        sheet.choices.push_back({.id = per,
                                 .text = words::as_sentence(words::per_text(per)),
                                 .chosen = !is_new() && limit_.per == per});
    sheet.choices.push_back({.id = "days", .text = words::own_days, .chosen = !limit_.from.empty()});
    stage_.show_sheet(std::move(sheet), [this](const std::string& chosen) {
        if (chosen == "days") return ask_number(Asked::days);
        LimitLine next = limit_;
        next.per = chosen;
        next.from.clear();
        take(std::move(next));
    });
}

std::string LimitSheets::now(Asked what) const {
    const auto& written = what == Asked::cost    ? limit_.cost
                          : what == Asked::worth ? limit_.worth
                          : limit_.from.empty()  ? limit_.from
                                                 : limit_.per;
    if (!written.empty()) return words::now_is(words::in_money(written, stage_.facts.setup.currency));
    return what == Asked::worth ? words::now_is(words::no_limit) : std::string();
}

void LimitSheets::ask_number(Asked what) {
    asked_ = what;
    const RuleInfo& info = what == Asked::cost    ? limit_cost_info()
                           : what == Asked::worth ? limit_worth_info()
                                                  : own_days_info();
    number_.emplace(info, now(what), std::string(), false, stage_.facts.setup.currency);
    stage_.show_form(number_->sheet());
}

void LimitSheets::touched(const std::string& id) {
    if (!number_) return;
    if (id == "sheet" || id == "key:\n") return take_number();
    if (id == "sheet:none") {
        LimitLine next = limit_;
        next.worth.clear();
        stage_.take_sheet();
        return take(std::move(next));
    }
    number_->touched(id);
    stage_.show_form(number_->sheet());
}

void LimitSheets::take_number() {
    const std::string today = base::format_date(stage_.facts.today()), days = number_->text() + " days";
    auto why = number_->problem();
    if (why.empty() && asked_ == Asked::days)
        if (const auto period = core::budget::period_from_words(days, today); !period)
            why = period.error().sentence;
    if (!why.empty()) {
        number_->say(why);
        return stage_.show_form(number_->sheet());
    }
    LimitLine next = limit_;
    if (asked_ == Asked::cost) next.cost = unquoted(number_->written());
    if (asked_ == Asked::worth) next.worth = unquoted(number_->written());
    if (asked_ == Asked::days) {
        if (next.per != days || next.from.empty()) next.from = today;
        next.per = days;
    }
    stage_.take_sheet();
    take(std::move(next));
}

// A new one is asked for on, until its amount is said.
void LimitSheets::take(LimitLine next) {
    limit_ = std::move(next);
    if (is_new() && limit_.cost.empty()) return ask_number(Asked::cost);
    ways_.changed(limit_);
}

}  // namespace makegood::terminal::presenter
