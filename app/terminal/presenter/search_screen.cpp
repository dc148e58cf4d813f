#include "app/terminal/presenter/search_screen.hpp"

#include <algorithm>

#include "app/terminal/presenter/keyboards.hpp"
#include "app/terminal/presenter/screen_words.hpp"
#include "app/terminal/presenter/tasks.hpp"

namespace makegood::terminal::presenter {
namespace {

constexpr std::size_t places = 5, longest_text = 40, least_letters = 2;

std::size_t letters(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return c != ' ' && (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
    }));
}

}  // namespace

ArticleLine line_of(const service::Found& found, const Currency& currency) {
    const std::string price = found.price ? base::format(*found.price, currency) : std::string();
    const std::string stock = found.stock ? words::left_on_shelf(*found.stock) : std::string();
    return {.id = found.number.text(),
            .name = found.name,
            .line = words::joined({found.brand, price, found.place, stock}),
            .initial = words::initial(found.name)};
}

std::string SearchPage::title() const {
    return words::out_of_stock;
}

Body SearchPage::body(const Stage& stage) const {
    Search view{
        .text = text_, .hint = words::search_hint, .message = message_, .keyboard = letter_keyboard()};
    view.write_down = words::not_sold_here;
    const bool can_write_down = letters(text_) >= least_letters;
    view.write_down_name = can_write_down ? words::write_down(text_) : words::not_sold_here;
    if (!can_write_down) view.write_down_unavailable = words::two_letters_first;
    for (const service::Found& found : found_)
        view.found.push_back(line_of(found, stage.facts.setup.currency));
    return view;
}

void SearchPage::shown(Stage& stage) {
    search(stage);
}

void SearchPage::search(Stage& stage) {
    message_.clear();
    if (letters(text_) < least_letters) return found_.clear();
    stage.backend.search(text_, stage.here<std::vector<service::Found>>([this, asked = text_](auto found) {
        if (asked != text_) return;  // typed on meanwhile
        found_.clear();
        if (!found) {
            message_ = found.error().sentence;
            return;
        }
        found_ = std::move(*found);
        if (found_.size() > places) found_.resize(places);
        if (found_.empty()) message_ = words::nothing_found(text_);
    }));
}

void SearchPage::touched(const std::string& id, Stage& stage) {
    if (id.starts_with("article:")) start_stock_out(id.substr(8), stage);
    if (id == "write-down") ask_write_down(stage);
}

// It can't be undone, and stands close to the keys.
void SearchPage::ask_write_down(Stage& stage) {
    if (letters(text_) < least_letters) return stage.say(words::two_letters_first);
    stage.show_sheet({.title = words::ask_write_down(text_),
                      .text = words::write_down_text,
                      .action = words::write_it_down,
                      .other = words::not_now},
                     [this, &stage](const std::string&) { write_down(stage); });
}

// Unmet demand too, though there is nothing to offer for it.
void SearchPage::write_down(Stage& stage) {
    stage.backend.record_words(text_, stage.by(), stage.work<std::string>([&stage](Result<std::string> kept) {
        if (!kept) return stage.tell(kept.error());
        stage.say(words::written_down(*kept));
        go_home(stage);
    }));
}

void SearchPage::typed(char32_t key, Stage& stage) {
    if (key == U'\n') {
        if (!found_.empty()) start_stock_out(found_.front().number.text(), stage);
        return;
    }
    const bool fits = printable(key) && text_.size() < longest_text && (key != U' ' || !text_.empty());
    if (key != U'\b' && !fits) return;
    type(text_, key);
    search(stage);
}

void SearchPage::scanned(const std::string& code, Stage& stage) {
    take_scan(code, stage);
}

}  // namespace makegood::terminal::presenter
