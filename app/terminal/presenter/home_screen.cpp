#include "app/terminal/presenter/home_screen.hpp"

#include <algorithm>

#include "app/terminal/presenter/failure_screen.hpp"
#include "app/terminal/presenter/keyboards.hpp"
#include "app/terminal/presenter/promises_screen.hpp"
#include "app/terminal/presenter/screen_words.hpp"
#include "app/terminal/presenter/search_screen.hpp"
#include "app/terminal/presenter/tasks.hpp"

namespace makegood::terminal::presenter {
namespace {

std::string why_no_articles(const Facts& facts) {
    if (!facts.status || facts.status->articles > 0) return {};
    return facts.status->loading ? words::articles_loading : words::no_articles;
}

Tile promises_tile(const Facts& facts) {
    Tile tile{.id = "promises", .icon = "clock", .title = words::promises_due, .line = words::nothing_due};
    if (!facts.status || facts.status->promises.empty()) return tile;
    const auto& promises = facts.status->promises;
    tile.badge = std::to_string(promises.size());
    const Instant due = promises.front().due;
    const std::string time = time_of(due, facts);
    tile.line = due < facts.now ? words::first_was_due(time) : words::next_due(time);
    return tile;
}

void touched_tile(const std::string& id, Stage& stage) {
    const Home home = home_of(stage.facts);
    const auto tile =
        std::find_if(home.tiles.begin(), home.tiles.end(), [&](const Tile& t) { return t.id == id; });
    if (tile == home.tiles.end()) return;
    if (!tile->unavailable.empty()) return stage.say(tile->unavailable);
    if (id == "stock-out") stage.go(std::make_unique<SearchPage>(""));
    if (id == "failure") stage.go(std::make_unique<FailurePage>());
    if (id == "promises") stage.go(std::make_unique<PromisesPage>());
    if (id == "surprise") start_failure({.kind = core::incident::Kind::delight}, stage);
}

}  // namespace

Home home_of(const Facts& facts) {
    return {
        .field_hint = words::field_hint,
        .tiles = {{.id = "stock-out",
                   .icon = "shelf",
                   .title = words::out_of_stock,
                   .line = words::out_of_stock_line,
                   .accent = true,
                   .unavailable = why_no_articles(facts)},
                  {.id = "failure",
                   .icon = "exclamation",
                   .title = words::went_wrong,
                   .line = words::went_wrong_line},
                  {.id = "surprise", .icon = "gift", .title = words::surprise, .line = words::surprise_line},
                  promises_tile(facts)}};
}

void HomePage::touched(const std::string& id, Stage& stage) {
    if (id == "field") return touched_tile("stock-out", stage);
    if (id.starts_with("tile:")) touched_tile(id.substr(5), stage);
}

void HomePage::typed(char32_t key, Stage& stage) {
    if (!printable(key) || key == U' ') return;
    if (const std::string why = why_no_articles(stage.facts); !why.empty()) return stage.say(why);
    std::string text;
    type(text, key);
    stage.go(std::make_unique<SearchPage>(text));
}

void HomePage::scanned(const std::string& code, Stage& stage) {
    take_scan(code, stage);
}

}  // namespace makegood::terminal::presenter
