#include "app/terminal/presenter/tasks.hpp"

#include <algorithm>
#include <charconv>

#include "app/terminal/presenter/home_screen.hpp"
#include "app/terminal/presenter/offers_screen.hpp"
#include "app/terminal/presenter/paper_screen.hpp"
#include "app/terminal/presenter/screen_words.hpp"

namespace makegood::terminal::presenter {
namespace {

// What is not found while the articles are still being read may be found in a moment.
void not_reported(const Error& error, Stage& stage) {
    const bool too_early = stage.facts.status && stage.facts.status->loading;
    if (too_early && error.kind != ErrorKind::failed)
        stage.say(words::articles_loading);
    else
        stage.tell(error);
}

// Shows the offers; an answer that nobody waits for any more leaves no open case behind.
Answer<service::Reported> shows_offers(const core::incident::Incident& incident, Stage& stage) {
    return stage.work<service::Reported>(
        [&stage, incident](Result<service::Reported> reported) {
            if (!reported) return not_reported(reported.error(), stage);
            stage.go(std::make_unique<OffersPage>(std::move(*reported), incident));
        },
        [&stage, by = stage.by()](Result<service::Reported> reported) {
            if (reported) stage.backend.close_incident(reported->incident, "left", by, [](Result<>) {});
        });
}

bool digits_only(const std::string& code) {
    return std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

void go_home(Stage& stage) {
    if (stage.by().empty() || !stage.question_is_due())
        stage.go(std::make_unique<HomePage>());
    else
        stage.go(std::make_unique<PaperPage>(*stage.job_in_doubt()));
}

void start_stock_out(const std::string& code, Stage& stage) {
    stage.backend.report_stock_out(code, 1, stage.by(), shows_offers({}, stage));
}

void start_failure(const core::incident::Incident& incident, Stage& stage) {
    stage.backend.report_failure(incident, stage.by(), shows_offers(incident, stage));
}

bool is_voucher(const std::string& code, const core::voucher::NumberRange& range) {
    if (code.starts_with("MG1.") || code.starts_with("MG-")) return true;
    if (code.size() != 13 || !digits_only(code) || range.prefix.empty() || !code.starts_with(range.prefix))
        return false;
    std::uint64_t number = 0;
    std::from_chars(code.data() + range.prefix.size(), code.data() + 12, number);
    return number >= range.first && number <= range.last;
}

void take_scan(const std::string& code, Stage& stage) {
    if (is_voucher(code, stage.facts.setup.range))
        show_voucher(code, stage);
    else
        start_stock_out(code, stage);
}

}  // namespace makegood::terminal::presenter
