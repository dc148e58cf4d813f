#include "app/terminal/presenter/presenter.hpp"

#include <algorithm>

#include "app/terminal/presenter/event_clock.hpp"
#include "app/terminal/presenter/home_screen.hpp"
#include "app/terminal/presenter/key_sorter.hpp"
#include "app/terminal/presenter/keyboards.hpp"
#include "app/terminal/presenter/paper_screen.hpp"
#include "app/terminal/presenter/screen_page.hpp"
#include "app/terminal/presenter/screen_words.hpp"
#include "app/terminal/presenter/sections.hpp"
#include "app/terminal/presenter/sign_in_screen.hpp"
#include "app/terminal/presenter/tasks.hpp"
#include "app/terminal/presenter/top_bar.hpp"

namespace makegood::terminal::presenter {
namespace {
constexpr Duration status_every = seconds(1);
constexpr Duration same_scan_within = seconds(2);  // a scanner that reads a code twice

bool answers_sheet(const std::string& id) {
    return id == "sheet" || id == "sheet-other" || id.starts_with("sheet:");
}

}  // namespace

// Which page is current, and what reaches it.
class Presenter::Parts {
  public:
    Parts(Backend& backend, Setup setup, ScanDecoder decode, std::function<void()> changed)
        : keys_(std::move(decode), setup.burst_gap),
          changed_(std::move(changed)),
          stage_(backend, std::move(setup), [this] { settle(); }) {
        stage_.status_taken = [this] {
            if (page_) page_->status_changed(stage_);
        };
    }

    void start(Instant now, Duration steady);
    void touched(const std::string& id, Duration steady);
    void key(char32_t key, Duration steady);
    void key(char32_t pressed, Duration steady, std::int64_t event_ms) {
        key(pressed, event_clock_.when(event_ms, steady));
    }
    void scanned(const std::string& code, Duration steady);
    void status(const Status& status);
    void tick(Instant now, Duration steady);
    bool keys_wait() const { return keys_.waiting(); }
    const Screen& screen() const { return screen_; }

  private:
    void settle();
    void change_page();
    Screen draw() const;
    std::string strip() const;
    bool came_too_soon(const std::string& id, Duration steady) const;
    void somebody_is_here(Duration steady);
    void sheet_or_page_touched(const std::string& id);
    void page_touched(const std::string& id);
    void section_touched(const std::string& section);
    void typed(const std::u32string& keys);
    void type_one(char32_t key);
    void take(const std::string& code);
    void answer_sheet(const std::string& id);
    void form_touched(const std::string& id);
    void show_lamp(const Lamp& lamp, bool printer);
    void ask_person();
    void ask_sign_out();
    void sign_out(std::string prompt = {});
    void sign_out_idle();
    bool goes_on_with_kept_work() const;
    void take_up_kept_work();
    bool about_to_sign_out() const;
    void watch_idle();
    void watch_paper();

    KeySorter keys_;
    EventClock event_clock_;
    std::function<void()> changed_;
    Stage stage_;
    std::unique_ptr<Page> page_;
    // Of a clerk who was signed out because nobody touched anything.
    struct Kept {
        std::unique_ptr<Page> page;
        ports::Person whose;
    };
    std::optional<Kept> kept_;
    Screen screen_;
    Duration last_input_{}, last_touch_{}, page_since_{}, sheet_left_{}, status_asked_{};
    std::string last_scan_;
    Duration last_scan_at_{};
};

void Presenter::Parts::start(Instant now, Duration steady) {
    stage_.facts.now = now;
    stage_.facts.steady = last_input_ = status_asked_ = steady;
    last_touch_ = steady - stage_.facts.setup.double_touch;
    last_scan_at_ = steady - same_scan_within;
    stage_.go(std::make_unique<SignInPage>());
    stage_.refresh();
    settle();
}

void Presenter::Parts::settle() {
    change_page();
    Screen drawn = draw();
    if (drawn == screen_) return;
    screen_ = std::move(drawn);
    if (changed_) changed_();
}

// Makes the page that was asked for current.
void Presenter::Parts::change_page() {
    while (auto next = stage_.take_next()) {
        if (goes_on_with_kept_work()) {
            take_up_kept_work();
            continue;
        }
        if (page_) page_->left(stage_);
        page_ = std::move(next);
        stage_.page_changed();
        page_since_ = stage_.facts.steady;
        page_->shown(stage_);
    }
}

bool Presenter::Parts::goes_on_with_kept_work() const {
    return kept_ && !stage_.by().empty();
}

// Instead of going home. It was shown before, so it begins nothing anew.
void Presenter::Parts::take_up_kept_work() {
    page_ = std::move(kept_->page);
    stage_.page_changed();
    page_since_ = stage_.facts.steady;
    const bool own = kept_->whose.id == stage_.by();
    stage_.say(own ? words::goes_on : words::goes_on_with(kept_->whose.name));
    kept_.reset();
}

Screen Presenter::Parts::draw() const {
    Screen drawn{.top = top_bar_of(stage_.facts), .body = page_->body(stage_), .sheet = stage_.sheet()};
    if (page_->has_way_back()) drawn.back = words::home;
    drawn.strip = strip();
    drawn.title = page_->title();
    if (!page_->section().empty()) drawn.sections = section_tabs(page_->section());
    return drawn;
}

std::string Presenter::Parts::strip() const {
    if (about_to_sign_out()) return words::idle_warning;
    if (std::string said = stage_.strip(); !said.empty()) return said;
    if (stage_.by().empty()) return {};
    const bool asking = dynamic_cast<const PaperPage*>(page_.get()) != nullptr;
    if (stage_.job_in_doubt() && !asking) return words::look_at_paper;
    const bool at_rest = dynamic_cast<const HomePage*>(page_.get()) != nullptr;
    return at_rest ? news_at_rest(stage_.facts) : std::string();
}

void Presenter::Parts::somebody_is_here(Duration steady) {
    stage_.facts.steady = last_input_ = std::max(stage_.facts.steady, steady);
}

// A finger that bounces means what stood there before: not the page or the sheet that has come since, nor
// what a sheet covered.
bool Presenter::Parts::came_too_soon(const std::string& id, Duration steady) const {
    const Duration bounce = stage_.facts.setup.double_touch;
    if (answers_sheet(id)) return stage_.sheet() && steady - stage_.sheet_since() < bounce;
    const bool other_than_touched = std::max(page_since_, sheet_left_) >= last_touch_;
    return page_->careful() && other_than_touched && steady - last_touch_ < bounce;
}

void Presenter::Parts::touched(const std::string& id, Duration steady) {
    const bool stray = came_too_soon(id, steady);
    last_touch_ = steady;
    somebody_is_here(steady);
    if (!stray) {
        stage_.clear_strip();
        sheet_or_page_touched(id);
    }
    settle();
}

void Presenter::Parts::sheet_or_page_touched(const std::string& id) {
    const bool of_form = answers_sheet(id) || id.starts_with("key:") || id.starts_with("signer:");
    if (stage_.has_form() && of_form) return form_touched(id);
    answers_sheet(id) ? answer_sheet(id) : page_touched(id);
}

// An open sheet gives way to the next thing that is touched.
void Presenter::Parts::page_touched(const std::string& id) {
    if (stage_.sheet()) stage_.take_sheet();
    if (id == "lamp:printer") return show_lamp(screen_.top.printer, true);
    if (id == "lamp:sync") return show_lamp(screen_.top.sync, false);
    if (stage_.working()) {
        if (stage_.working_long()) stage_.say(words::still_recording);
        return;
    }
    if (id == "sign-out") return ask_person();
    if (id.starts_with("section:")) return section_touched(id.substr(8));
    if (id.starts_with("key:")) return type_one(first_character(id.substr(4)));
    page_->touched(id, stage_);
    if (id == "back" && page_->has_way_back()) go_home(stage_);
}

// From one of the manager's screens to another.
void Presenter::Parts::section_touched(const std::string& section) {
    if (!page_->section().empty() && page_->section() != section) stage_.go(section_page(section));
}

void Presenter::Parts::form_touched(const std::string& id) {
    if (stage_.working()) return;
    if (id == "sheet-other")
        stage_.take_sheet();
    else
        page_->form_touched(id, stage_);
}

void Presenter::Parts::answer_sheet(const std::string& id) {
    if (!stage_.sheet()) return;
    const Sheet sheet = *stage_.sheet();
    const auto answered = stage_.take_sheet();
    sheet_left_ = stage_.facts.steady;
    const bool chosen = std::any_of(sheet.choices.begin(), sheet.choices.end(),
                                    [&](const Choice& choice) { return "sheet:" + choice.id == id; });
    if (!answered) return;
    if (chosen) answered(id.substr(6));
    if (id == "sheet" && !sheet.action.empty()) answered(id);
}

void Presenter::Parts::show_lamp(const Lamp& lamp, bool printer) {
    Sheet sheet{.title = lamp.text, .text = lamp.detail, .action = words::all_right};
    const auto job = stage_.job_in_doubt();
    const bool can_look = printer && job && !page_->in_flow() && !stage_.by().empty();
    if (!can_look) return stage_.show_sheet(std::move(sheet));
    sheet.action = words::look_now;
    sheet.other = words::not_now;
    stage_.show_sheet(std::move(sheet),
                      [this, job](const std::string&) { stage_.go(std::make_unique<PaperPage>(*job)); });
}

// What the initials are for: a manager has more to do there than to sign out.
void Presenter::Parts::ask_person() {
    const auto& person = stage_.facts.person;
    if (!person) return;
    if (!may_manage(*person)) return ask_sign_out();
    stage_.show_sheet(manager_sheet(person->name, page_->in_flow()), [this](const std::string& answer) {
        answer == "sign-out" ? sign_out() : stage_.go(section_page(answer));
    });
}

void Presenter::Parts::ask_sign_out() {
    stage_.show_sheet({.title = words::sign_out_title,
                       .text = page_->in_flow() ? words::sign_out_in_flow : words::sign_out_text,
                       .action = words::sign_out,
                       .other = words::stay},
                      [this](const std::string&) { sign_out(); });
}

// The page is left while its clerk is still known: what it closes bears their name.
void Presenter::Parts::sign_out(std::string prompt) {
    kept_.reset();
    stage_.go(std::make_unique<SignInPage>(std::move(prompt)));
    change_page();
    stage_.facts.person.reset();
}

// The customer may still stand there: whoever signs in next goes on with them.
void Presenter::Parts::sign_out_idle() {
    if (!page_->in_flow()) return sign_out();
    Kept kept{std::move(page_), *stage_.facts.person};
    sign_out(words::case_is_kept(kept.whose.name));
    kept_ = std::move(kept);
}

void Presenter::Parts::key(char32_t key, Duration steady) {
    somebody_is_here(steady);
    stage_.clear_strip();
    const KeySorter::Sorted sorted = keys_.key(key, steady);
    typed(sorted.typed);
    if (sorted.scan) take(*sorted.scan);
    settle();
}

void Presenter::Parts::typed(const std::u32string& keys) {
    for (const char32_t key : keys) {
        type_one(key);
        settle();
    }
}

// A sheet gives way to typing. Enter answers it only when there is nothing to choose: it may be the end
// of a scan that came too slowly.
void Presenter::Parts::type_one(char32_t key) {
    if (key == 0) return;
    if (stage_.has_form()) {
        std::string text;
        if (key != U'\b') type(text, key);
        return form_touched(key == U'\x1b' ? "sheet-other" : "key:" + (key == U'\b' ? "\b" : text));
    }
    if (const auto& sheet = stage_.sheet()) {
        if (key == U'\x1b') return answer_sheet("sheet-other");
        const bool only_told = sheet->other.empty() && sheet->choices.empty();
        if (key == U'\n') return only_told ? answer_sheet("sheet") : void();
        stage_.take_sheet();
    }
    if (stage_.working()) return;
    if (key == U'\x1b' && page_->has_way_back()) return go_home(stage_);
    page_->typed(key, stage_);
}

void Presenter::Parts::scanned(const std::string& code, Duration steady) {
    somebody_is_here(steady);
    stage_.clear_strip();
    take(code);
    settle();
}

void Presenter::Parts::take(const std::string& code) {
    const Duration now = stage_.facts.steady;
    const bool again = code == last_scan_ && now - last_scan_at_ < same_scan_within;
    last_scan_at_ = now;
    if (code.empty() || again) return;
    last_scan_ = stage_.working() ? std::string() : code;
    if (stage_.working()) return stage_.say(words::scan_again);
    if (stage_.has_form()) return stage_.say(words::finish_this);
    if (stage_.sheet()) stage_.take_sheet();
    page_->scanned(code, stage_);
}

void Presenter::Parts::status(const Status& status) {
    stage_.take_status(status);
    settle();
}

void Presenter::Parts::tick(Instant now, Duration steady) {
    stage_.facts.now = now;
    stage_.facts.steady = steady;
    typed(keys_.flush(steady));
    if (steady - status_asked_ >= status_every && !stage_.refreshing()) {
        status_asked_ = steady;
        stage_.refresh();
    }
    watch_idle();
    watch_paper();
    settle();
}

bool Presenter::Parts::about_to_sign_out() const {
    const Duration limit = stage_.facts.setup.idle;
    if (stage_.by().empty() || limit == Duration{}) return false;
    return stage_.facts.steady - last_input_ >= limit - stage_.facts.setup.idle_warning;
}

void Presenter::Parts::watch_idle() {
    const Duration idle = stage_.facts.steady - last_input_;
    if (!about_to_sign_out() || idle < stage_.facts.setup.idle || stage_.working()) return;
    sign_out_idle();
    stage_.say(words::signed_out_idle);
}

void Presenter::Parts::watch_paper() {
    const auto after = page_->question_after();
    if (!after || stage_.by().empty() || stage_.sheet() || stage_.working()) return;
    if (stage_.facts.steady - last_input_ >= *after && stage_.question_is_due()) go_home(stage_);
}

Presenter::Presenter(Backend& backend, Setup setup, ScanDecoder decode, std::function<void()> changed)
    : parts_(std::make_unique<Parts>(backend, std::move(setup), std::move(decode), std::move(changed))) {}
Presenter::~Presenter() = default;
void Presenter::start(Instant now, Duration steady) {
    parts_->start(now, steady);
}
const Screen& Presenter::screen() const {
    return parts_->screen();
}
void Presenter::touched(const Touched& touched, Duration steady) {
    parts_->touched(touched.id, steady);
}
void Presenter::key(char32_t key, Duration steady) {
    parts_->key(key, steady);
}
void Presenter::key(char32_t key, Duration steady, std::int64_t event_ms) {
    parts_->key(key, steady, event_ms);
}
bool Presenter::keys_wait() const {
    return parts_->keys_wait();
}
void Presenter::scanned(const std::string& code, Duration steady) {
    parts_->scanned(code, steady);
}
void Presenter::status(const Status& status) {
    parts_->status(status);
}
void Presenter::tick(Instant now, Duration steady) {
    parts_->tick(now, steady);
}

}  // namespace makegood::terminal::presenter
