// What pages work with: the facts, the backend, and the way to other pages. A change of page takes
// effect when the event at hand is done, so a page never disappears under its own feet. Answers for a
// page that is no longer shown go elsewhere or nowhere.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "app/terminal/presenter/facts.hpp"
#include "app/terminal/presenter/view_model.hpp"

namespace makegood::terminal::presenter {

class Page;

class Stage {
  public:
    // `settle` is called after each answer: pages change there.
    Stage(Backend& backend, Setup setup, std::function<void()> settle);
    ~Stage();
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    Backend& backend;
    Facts facts;
    PersonId by() const;  // who is signed in; empty: nobody

    void go(std::unique_ptr<Page> page);
    // The page to show next, once. The caller makes it current and calls page_changed.
    std::unique_ptr<Page> take_next();
    void page_changed();

    // Over the current page, until answered or the page changes. `answered` gets "sheet" or the id of a
    // choice; the quiet way out calls nothing.
    using SheetAnswer = std::function<void(const std::string& answer)>;
    void show_sheet(Sheet sheet, SheetAnswer answered = {});
    // The same sheet with other marks: who is at it need not look at it anew.
    void mark_sheet(Sheet sheet, SheetAnswer answered);
    void tell(const Error& error);
    const std::optional<Sheet>& sheet() const { return sheet_; }
    Duration sheet_since() const { return sheet_since_; }
    SheetAnswer take_sheet();

    // One line of news, until the next touch or for eight seconds.
    void say(std::string strip);
    std::string strip() const;
    void clear_strip();

    // Wraps an answer that only this page wants.
    template <class T>
    Answer<T> here(std::function<void(Result<T>)> wanted);
    // The same for what the person waits for: until it comes, or for ten seconds, touches are ignored.
    // `elsewhere` gets the answer when the page has changed meanwhile.
    template <class T>
    Answer<T> work(std::function<void(Result<T>)> wanted, std::function<void(Result<T>)> elsewhere = {});
    // Wraps an answer that is wanted whatever is shown.
    template <class T>
    Answer<T> always(std::function<void(Result<T>)> wanted);
    bool working() const;
    bool working_long() const;  // long enough to say so

    void refresh();  // asks for the status now
    bool refreshing() const { return statuses_asked_ > 0; }
    void take_status(const Status& status);
    std::function<void()> status_taken;

    // A paper question that was put off.
    void put_off(const PrintJobId& job);
    std::optional<ports::PrintJobRow> job_in_doubt() const;
    bool question_is_due() const;

  private:
    struct Alive {
        Stage* stage;
    };
    void answered(std::uint64_t work);

    std::function<void()> settle_;
    std::shared_ptr<Alive> alive_;
    std::uint64_t page_ = 0;
    std::unique_ptr<Page> next_;
    std::optional<Sheet> sheet_;
    SheetAnswer sheet_answer_;
    Duration sheet_since_{};
    std::string strip_;
    Duration strip_until_{};
    std::uint64_t works_ = 0, current_work_ = 0;  // 0: none
    Duration working_since_{};
    int statuses_asked_ = 0;
    PrintJobId put_off_;
    Duration put_off_until_{};
};

template <class T>
Answer<T> Stage::here(std::function<void(Result<T>)> wanted) {
    return [alive = std::weak_ptr(alive_), page = page_, wanted = std::move(wanted)](Result<T> result) {
        const auto stage = alive.lock();
        if (!stage || stage->stage->page_ != page) return;
        wanted(std::move(result));
        stage->stage->settle_();
    };
}

template <class T>
Answer<T> Stage::always(std::function<void(Result<T>)> wanted) {
    return [alive = std::weak_ptr(alive_), wanted = std::move(wanted)](Result<T> result) {
        const auto stage = alive.lock();
        if (!stage) return;
        wanted(std::move(result));
        stage->stage->settle_();
    };
}

template <class T>
Answer<T> Stage::work(std::function<void(Result<T>)> wanted, std::function<void(Result<T>)> elsewhere) {
    current_work_ = ++works_;
    working_since_ = facts.steady;
    return always<T>([this, work = current_work_, page = page_, wanted = std::move(wanted),
                      elsewhere = std::move(elsewhere)](Result<T> result) {
        answered(work);
        if (page_ == page)
            wanted(std::move(result));
        else if (elsewhere)
            elsewhere(std::move(result));
    });
}

}  // namespace makegood::terminal::presenter
