#include "app/terminal/presenter/rules_words.hpp"

#include "app/terminal/presenter/screen_words.hpp"

namespace makegood::terminal::presenter::words {
namespace {

// "day" -> "a day"; what is written in another way is shown so.
std::string per_text(const std::string& per) {
    const bool known = per == "day" || per == "week" || per == "month";
    return known ? "a " + per : per;
}

std::string number(std::uint64_t value) {
    return std::to_string(value);
}

}  // namespace

std::string version_note(std::uint64_t version) {
    return version == 0 ? "As shipped, with what the shop's own file says. Nothing was published yet."
                        : "In force: version " + number(version) + ".";
}

std::string many_changes(std::size_t count) {
    if (count == 0) return no_changes;
    return number(count) + (count == 1 ? " change" : " changes");
}

std::string about(std::string_view word, std::string_view what) {
    return std::string(word) + ": " + std::string(what);
}

std::string was(std::string_view value) {
    return "was " + std::string(value);
}

std::string now_is(std::string_view value) {
    return "Now " + std::string(value);
}

std::string as_shipped(std::string_view written) {
    return "As shipped: " + std::string(written);
}

std::string from_to(std::string_view title, std::string_view from, std::string_view to) {
    return std::string(title) + ": " + std::string(from) + " → " + std::string(to);
}

std::string put_right_first(std::string_view title) {
    return "First put right what is wrong: " + std::string(title) + ".";
}

std::string changes_of(std::string_view name) {
    return "These are the changes of " + std::string(name) + ". They are not saved yet.";
}

std::string saved(std::uint64_t version, bool budget) {
    if (version == 0) return "Saved. The budget is in force.";
    return "Saved. Version " + number(version) + (budget ? " and the budget are" : " is") + " in force.";
}

std::string rules_moved(std::uint64_t version) {
    return "Somebody else changed the rules (version " + number(version) +
           "). Your changes now stand on theirs: look at them once more.";
}

std::string per_word(core::budget::PeriodKind kind) {
    return as_sentence(core::budget::word(kind));
}

std::string limit_title(const LimitLine& limit) {
    const std::string whose = limit.each.empty() ? "The store" : "Each " + limit.each;
    const std::string what = limit.kind.empty() ? "" : limit.kind;
    return joined({whose, what, limit.per.empty() ? "" : per_text(limit.per)});
}

std::string limit_amount(const LimitLine& limit) {
    return limit.cost.empty() ? limit.worth : limit.cost;
}

std::string limit_line(const LimitLine& limit) {
    if (limit.cost.empty()) return "of worth to customers";
    return limit.worth.empty() ? "of cost" : "of cost, and " + limit.worth + " of worth";
}

std::string trying(int percent) {
    return "The cases are run again under your rules: " + std::to_string(percent) + " %";
}

std::string was_number(std::string_view number) {
    return "was " + std::string(number);
}

std::string not_given_any_more(std::int64_t count) {
    return count == 0 ? std::string() : std::to_string(count) + " not given any more";
}

std::string version(std::uint64_t value) {
    return "Version " + number(value);
}

std::string put_back_title(std::uint64_t value) {
    return "Put version " + number(value) + " back?";
}

std::string put_back_text() {
    return "It becomes the next version, and is in force from then on. Nothing is lost: what holds now stays "
           "in "
           "this list, and can be put back in the same way. The budget stays as it is.";
}

}  // namespace makegood::terminal::presenter::words
