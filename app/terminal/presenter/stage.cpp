#include "app/terminal/presenter/stage.hpp"

#include <algorithm>

#include "app/base/check.hpp"
#include "app/terminal/presenter/screen_page.hpp"
#include "app/terminal/presenter/screen_words.hpp"

namespace makegood::terminal::presenter {
namespace {
constexpr Duration strip_time = seconds(8);
constexpr Duration patience = seconds(10);  // then touches count again
constexpr Duration long_work = seconds(1);
constexpr Duration put_off_time = minutes(2);
}  // namespace

Stage::Stage(Backend& asked, Setup setup, std::function<void()> settle)
    : backend(asked), settle_(std::move(settle)), alive_(std::make_shared<Alive>(Alive{this})) {
    MAKEGOOD_CHECK(setup.time_of_day && setup.day);
    facts.setup = std::move(setup);
}

Stage::~Stage() = default;

PersonId Stage::by() const {
    return facts.person ? facts.person->id : PersonId{};
}

void Stage::go(std::unique_ptr<Page> page) {
    next_ = std::move(page);
}

std::unique_ptr<Page> Stage::take_next() {
    return std::exchange(next_, nullptr);
}

void Stage::page_changed() {
    ++page_;
    sheet_.reset();
    sheet_answer_ = {};
    current_work_ = 0;
}

void Stage::show_sheet(Sheet sheet, SheetAnswer answered) {
    mark_sheet(std::move(sheet), std::move(answered));
    sheet_since_ = facts.steady;
}

void Stage::mark_sheet(Sheet sheet, SheetAnswer answered) {
    sheet_ = std::move(sheet);
    sheet_answer_ = std::move(answered);
}

void Stage::tell(const Error& error) {
    show_sheet({.title = words::error_title(error.kind), .text = error.sentence, .action = words::all_right});
}

Stage::SheetAnswer Stage::take_sheet() {
    sheet_.reset();
    return std::exchange(sheet_answer_, {});
}

void Stage::say(std::string strip) {
    strip_ = std::move(strip);
    strip_until_ = facts.steady + strip_time;
}

std::string Stage::strip() const {
    return facts.steady < strip_until_ ? strip_ : std::string();
}

void Stage::clear_strip() {
    strip_.clear();
}

bool Stage::working() const {
    return current_work_ != 0 && facts.steady - working_since_ < patience;
}

bool Stage::working_long() const {
    return working() && facts.steady - working_since_ >= long_work;
}

void Stage::answered(std::uint64_t work) {
    if (current_work_ == work) current_work_ = 0;
}

void Stage::refresh() {
    ++statuses_asked_;
    backend.status(always<Status>([this](Result<Status> status) {
        --statuses_asked_;
        if (status)
            take_status(*status);
        else
            say(status.error().sentence);
    }));
}

void Stage::take_status(const Status& status) {
    facts.status = status;
    if (status_taken) status_taken();
}

void Stage::put_off(const PrintJobId& job) {
    put_off_ = job;
    put_off_until_ = facts.steady + put_off_time;
}

std::optional<ports::PrintJobRow> Stage::job_in_doubt() const {
    if (!facts.status) return std::nullopt;
    const auto& jobs = facts.status->jobs;
    const auto unsure = std::find_if(jobs.begin(), jobs.end(), [](const ports::PrintJobRow& job) {
        return job.state == ports::JobState::unsure;
    });
    return unsure == jobs.end() ? std::nullopt : std::optional(*unsure);
}

bool Stage::question_is_due() const {
    const auto job = job_in_doubt();
    return job && (job->id != put_off_ || facts.steady >= put_off_until_);
}

}  // namespace makegood::terminal::presenter
