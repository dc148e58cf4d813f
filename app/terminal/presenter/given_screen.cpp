#include "app/terminal/presenter/given_screen.hpp"

#include <algorithm>

#include "app/service/print_queue.hpp"
#include "app/terminal/presenter/keyboards.hpp"
#include "app/terminal/presenter/screen_words.hpp"
#include "app/terminal/presenter/search_screen.hpp"
#include "app/terminal/presenter/tasks.hpp"

namespace makegood::terminal::presenter {
namespace {

using core::gesture::Paper;
using ports::JobState;
using ports::PrinterState;

bool came_out(const PaperState& paper) {
    return paper.needed && paper.known && !paper.job;
}

std::string paper_words(const PaperState& paper, Paper kind) {
    if (!paper.needed) return {};
    if (kind == Paper::voucher) return came_out(paper) ? words::voucher_printed : words::voucher_waits;
    return came_out(paper) ? words::sticker_printed : words::sticker_waits;
}

std::string title_of(const core::recovery::Offer& offer) {
    const bool free_goods = offer.kind == core::recovery::OfferKind::free_substitute;
    return free_goods ? offer.title + words::free_suffix : offer.title;
}

std::string undone_words(const PaperState& paper, Paper kind) {
    if (!paper.needed) return words::undone;
    if (paper.job == JobState::queued) return words::undone_nothing_printed;
    return kind == Paper::voucher ? words::undone_voucher : words::undone_sticker;
}

std::string waiting_words(PrinterState printer) {
    switch (printer) {
        case PrinterState::paper_out:
            return words::paper_out;
        case PrinterState::cover_open:
            return words::paper_cover;
        case PrinterState::failed:
        case PrinterState::no_answer:
        case PrinterState::busy_elsewhere:
            return words::paper_waits;
        case PrinterState::unknown:
        case PrinterState::ready:
        case PrinterState::printing:
        case PrinterState::paper_low:
            return words::paper_going;
    }
    return {};
}

}  // namespace

PaperState paper_state(const std::optional<PrintJobId>& job, const std::optional<Status>& status,
                       bool known) {
    PaperState paper{.needed = job.has_value(), .known = known && status};
    if (!job || !paper.known) return paper;
    const auto row = std::find_if(status->jobs.begin(), status->jobs.end(),
                                  [&](const ports::PrintJobRow& open) { return open.id == *job; });
    if (row == status->jobs.end()) return paper;
    paper.job = row->state;
    paper.held_up = service::waits_for(status->jobs, *row).has_value();
    return paper;
}

std::string paper_caption(const PaperState& paper, PrinterState printer) {
    if (!paper.needed) return words::paper_none;
    if (!paper.known) return words::paper_going;
    if (!paper.job) return words::paper_got;
    if (*paper.job == JobState::unsure) return words::paper_unsure;
    if (paper.held_up) return words::paper_held_up;
    const std::string waiting = waiting_words(printer);
    if (*paper.job == JobState::sending && waiting == words::paper_going) return words::paper_printing;
    return waiting;
}

std::string GivenPage::title() const {
    return words::done;
}

PaperState GivenPage::paper(const Stage& stage) const {
    return paper_state(given_.job, stage.facts.status, status_known_);
}

Body GivenPage::body(const Stage& stage) const {
    const Facts& facts = stage.facts;
    const PrinterState printer = facts.status ? facts.status->printer.state : PrinterState::unknown;
    Given view{.title = title_of(given_.offer),
               .line = words::joined(
                   {given_.offer.place, paper_words(paper(stage), given_.offer.paper),
                    facts.status && facts.status->sync.set_up ? words::recorded : words::recorded_here}),
               .say_caption = words::say_it,
               .sentence = words::quoted(given_.offer.sentence),
               .next = words::next_customer,
               .paper = picture_,
               .paper_caption = paper_caption(paper(stage), printer)};
    if (facts.steady < undo_until_)
        view.undo = words::undo_in(undo_until_ - facts.steady);
    else
        view.undo_unavailable = words::undo_over;
    return view;
}

void GivenPage::shown(Stage& stage) {
    undo_until_ = stage.facts.steady + std::max(Duration{}, given_.undo_until - stage.facts.now);
    stage.refresh();
    if (!given_.job) return;
    stage.backend.preview(*given_.job, stage.here<Bitmap>([this](Result<Bitmap> picture) {
        if (picture) picture_ = std::move(*picture);
    }));
}

void GivenPage::touched(const std::string& id, Stage& stage) {
    if (id == "next") return go_home(stage);
    if (id == "undo") undo(stage);
}

void GivenPage::undo(Stage& stage) {
    if (stage.facts.steady >= undo_until_) return stage.say(words::undo_over);
    stage.backend.undo(given_.recovery, stage.by(), stage.work<void>([this, &stage](Result<> undone) {
        if (!undone) return stage.tell(undone.error());
        stage.say(undone_words(paper(stage), given_.offer.paper));
        stage.refresh();
        go_home(stage);
    }));
}

void GivenPage::typed(char32_t key, Stage& stage) {
    if (key == U'\n') return go_home(stage);
    if (!printable(key) || key == U' ') return;
    std::string text;
    type(text, key);
    stage.go(std::make_unique<SearchPage>(text));
}

void GivenPage::scanned(const std::string& code, Stage& stage) {
    take_scan(code, stage);
}

}  // namespace makegood::terminal::presenter
