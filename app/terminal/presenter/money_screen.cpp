#include "app/terminal/presenter/money_screen.hpp"

#include <algorithm>
#include <array>

#include "app/terminal/presenter/manager_words.hpp"
#include "app/terminal/presenter/money_lists.hpp"
#include "app/terminal/presenter/tasks.hpp"

namespace makegood::terminal::presenter {
namespace {

constexpr std::array<const char*, 4> list_ids{"gestures", "clerks", "latest", "waiting"};

}  // namespace

std::string MoneyPage::title() const {
    return words::todays_money;
}

void MoneyPage::shown(Stage& stage) {
    load(stage);
}

void MoneyPage::load(Stage& stage) {
    if (stage.facts.status) {
        as_of_ = stage.facts.status->money;
        as_of_waiting_ = stage.facts.status->waiting;
    }
    stage.backend.glance(stage.here<service::MoneyAtAGlance>([this](auto glance) {
        if (glance)
            glance_ = std::move(*glance);
        else
            trouble_ = glance.error().sentence;
    }));
    stage.backend.waiting_approvals(stage.here<Waiting>([this](auto waiting) {
        if (waiting) waiting_ = std::move(*waiting);
    }));
}

// It takes a moment longer and is looked at seldom, so it is asked for when it is.
void MoneyPage::load_people(Stage& stage) {
    stage.backend.same_work(stage.here<People>([this, &stage](auto people) {
        if (people)
            people_ = std::move(*people);
        else
            stage.tell(people.error());
    }));
}

// Another register or the hub changed something, or this one gave.
void MoneyPage::status_changed(Stage& stage) {
    const auto& status = *stage.facts.status;
    if (as_of_ != status.money || as_of_waiting_ != status.waiting) load(stage);
}

Body MoneyPage::body(const Stage& stage) const {
    if (!glance_) {
        if (trouble_.empty()) return TodaysMoney{.icon = "clock", .message = words::asking};
        return TodaysMoney{.icon = "exclamation", .message = trouble_};
    }
    const auto& currency = stage.facts.setup.currency;
    return TodaysMoney{.figures = figures_of(*glance_, currency),
                       .chart = chart_of(*glance_, currency),
                       .list = list_of(stage)};
}

std::vector<MoneyLine> MoneyPage::lines(const Stage& stage) const {
    const auto& setup = stage.facts.setup;
    switch (list_) {
        case List::gestures:
            return gesture_lines(*glance_, setup.currency);
        case List::clerks:
            return people_ ? clerk_lines(*people_, setup.currency) : std::vector<MoneyLine>();
        case List::latest:
            return latest_lines(*glance_, setup);
        case List::waiting:
            return waiting_lines(waiting_, setup);
    }
    return {};
}

std::string MoneyPage::list_message() const {
    switch (list_) {
        case List::clerks:
            return people_ ? words::nobody_yet : words::asking;
        case List::waiting:
            return words::nothing_waits;
        default:
            return words::nothing_today;
    }
}

MoneyList MoneyPage::list_of(const Stage& stage) const {
    MoneyList list;
    const std::array<std::string, 4> texts{words::by_gesture, words::by_clerk, words::latest,
                                           words::waiting(waiting_.size())};
    for (std::size_t i = 0; i < texts.size(); ++i)
        list.tabs.push_back({list_ids[i], texts[i], i == static_cast<std::size_t>(list_)});
    const auto all = lines(stage);
    put_page(list, all, page_);
    if (all.empty())
        list.message = list_message();
    else if (list_ == List::clerks)
        list.message = words::nobody_compared;
    return list;
}

void MoneyPage::show_list(List list, Stage& stage) {
    if (list_ == list) return;
    list_ = list;
    page_ = 0;
    if (list == List::clerks) load_people(stage);
}

void MoneyPage::touched(const std::string& id, Stage& stage) {
    if (!glance_) return;
    for (std::size_t i = 0; i < list_ids.size(); ++i)
        if (id == std::string("list:") + list_ids[i]) return show_list(static_cast<List>(i), stage);
    if (id == "more") page_ = (page_ + 1) % money_pages(lines(stage));
    if (id.starts_with("line:")) ask_about(OfferId(id.substr(5)), stage);
}

void MoneyPage::scanned(const std::string& code, Stage& stage) {
    take_scan(code, stage);
}

void MoneyPage::ask_about(const OfferId& offer, Stage& stage) {
    const auto found =
        std::find_if(waiting_.begin(), waiting_.end(),
                     [&](const service::WaitingApproval& each) { return each.offer == offer; });
    if (found == waiting_.end()) return;
    const auto cost = words::costs_us(found->cost, stage.facts.setup.currency);
    Sheet sheet{
        .title = found->title,
        .text = words::asks_for(words::asked_at(found->name, stage.facts.setup.time_of_day(found->at)),
                                found->cause.empty() ? words::no_reason : found->cause, cost),
        .other = words::not_now};
    sheet.choices = {{.id = "sign", .icon = {}, .text = words::sign},
                     {.id = "refuse", .icon = {}, .text = words::refuse_it}};
    stage.show_sheet(std::move(sheet), [this, about = *found, &stage](const std::string& answer) {
        answer == "sign" ? ask_to_sign(about, stage) : refuse(about, stage);
    });
}

void MoneyPage::ask_to_sign(const service::WaitingApproval& about, Stage& stage) {
    stage.backend.approvers(about.offer, about.asked_by,
                            stage.work<std::vector<ports::Person>>([this, about, &stage](auto people) {
                                if (!people) return stage.tell(people.error());
                                if (people->empty())
                                    return stage.tell({ErrorKind::needs_approval, words::nobody_signs, {}});
                                form_.emplace(std::move(*people),
                                              words::costs_us(about.cost, stage.facts.setup.currency),
                                              words_for_gifts(words::back_to_money));
                                to_be_signed_ = about;
                                stage.show_form(form_->sheet(false));
                            }));
}

void MoneyPage::form_touched(const std::string& id, Stage& stage) {
    const auto approval = form_->touched(id);
    stage.show_form(form_->sheet(approval.has_value()));
    if (approval) sign(*approval, stage);
}

// It is given by who asked for it, and signed for.
void MoneyPage::sign(const service::Approval& approval, Stage& stage) {
    stage.backend.give(to_be_signed_.offer, to_be_signed_.asked_by, approval,
                       stage.work<service::Given>([this, &stage](Result<service::Given> given) {
                           if (given) {
                               stage.take_sheet();
                               stage.say(words::is_given(given->offer.title));
                               return load(stage);
                           }
                           form_->refused(given.error().sentence);
                           stage.show_form(form_->sheet(false));
                       }));
}

void MoneyPage::refuse(const service::WaitingApproval& about, Stage& stage) {
    stage.backend.turn_down(about.offer, stage.by(), stage.work<void>([this, &stage](Result<> done) {
        done ? stage.say(words::is_turned_down) : stage.tell(done.error());
        load(stage);
    }));
}

}  // namespace makegood::terminal::presenter
