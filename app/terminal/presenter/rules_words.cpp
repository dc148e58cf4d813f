#include "app/terminal/presenter/rules_words.hpp"

#include "app/terminal/presenter/manager_words.hpp"
#include "app/terminal/presenter/screen_words.hpp"

namespace makegood::terminal::presenter::words {
namespace {

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

std::string per_word(const core::budget::Limit& limit) {
    if (limit.kind != core::budget::PeriodKind::own) return as_sentence(core::budget::word(limit.kind));
    return number(static_cast<std::uint64_t>(limit.own.days)) + (limit.own.days == 1 ? " day" : " days");
}

std::string per_text(const std::string& per) {
    const bool known = per == "day" || per == "week" || per == "month";
    return known ? "a " + per : per;
}

std::string in_money(const std::string& written, const Currency& currency) {
    const auto amount = base::parse_money(written, currency, '.');
    return amount ? base::format(*amount, currency) : written;
}

std::string limit_whose(const std::vector<std::string>& each) {
    std::string text;
    for (const auto& whom : each)
        text += (text.empty() ? "Each " : " and ") + (whom == "incident" ? std::string("case") : whom);
    return text.empty() ? "All together" : text;
}

std::string limit_kind(const std::string& kind) {
    const auto known = core::recovery::offer_kind_from_word(kind);
    return known ? kind_of_gift(*known) : kind;
}

std::string limit_title(const LimitLine& limit) {
    return joined({limit_whose(limit.each), limit_kind(limit.kind), per_text(limit.per)});
}

std::string limit_amount(const LimitLine& limit, const Currency& currency) {
    return in_money(limit.cost.empty() ? limit.worth : limit.cost, currency);
}

std::string limit_line(const LimitLine& limit, const Currency& currency) {
    if (limit.cost.empty()) return "of worth to customers";
    return limit.worth.empty() ? "of cost" : "of cost, and " + in_money(limit.worth, currency) + " of worth";
}

std::string limit_in_words(const LimitLine& limit, const Currency& currency) {
    const std::string per = limit.per.empty() ? std::string() : ' ' + per_text(limit.per);
    const std::string cost = limit_amount(limit, currency) + per;
    return limit.worth.empty() || limit.cost.empty() ? cost
                                                     : cost + ", worth " + in_money(limit.worth, currency);
}

std::string limits_shown(std::size_t first, std::size_t end, std::size_t count) {
    return number(first + 1) + " to " + number(end) + " of " + number(count);
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
