#include "app/terminal/presenter/paper_screen.hpp"

#include "app/terminal/presenter/screen_words.hpp"
#include "app/terminal/presenter/tasks.hpp"

namespace makegood::terminal::presenter {

std::string PaperPage::title() const {
    return words::paper_title;
}

Body PaperPage::body(const Stage&) const {
    return PaperQuestion{.title = words::paper_question(job_.voucher ? job_.voucher->text() : std::string()),
                         .line = words::paper_line,
                         .paper = picture_,
                         .whole = words::paper_whole,
                         .torn = words::paper_torn,
                         .later = words::paper_later};
}

void PaperPage::shown(Stage& stage) {
    stage.backend.preview(job_.id, stage.here<Bitmap>([this](Result<Bitmap> picture) {
        if (picture) picture_ = std::move(*picture);
    }));
}

// Somebody else may have answered, from the command line.
void PaperPage::status_changed(Stage& stage) {
    const auto job = stage.job_in_doubt();
    if (!job || job->id != job_.id) go_home(stage);
}

void PaperPage::touched(const std::string& id, Stage& stage) {
    if (id == "whole") return answer(true, stage);
    if (id == "torn") return answer(false, stage);
    if (id != "later" && id != "back") return;
    stage.put_off(job_.id);
    go_home(stage);
}

void PaperPage::answer(bool whole, Stage& stage) {
    const auto answered = stage.work<void>([this, whole, &stage](Result<> done) {
        if (!done) return stage.tell(done.error());
        stage.say(whole ? words::paper_counts : words::paper_again);
        stage.put_off(job_.id);  // the status may still name it for a moment
        stage.refresh();
        go_home(stage);
    });
    stage.backend.answer_print(job_.id, whole, stage.by(), answered);
}

// A customer has come: the paper can wait.
void PaperPage::scanned(const std::string& code, Stage& stage) {
    stage.put_off(job_.id);
    take_scan(code, stage);
}

}  // namespace makegood::terminal::presenter
