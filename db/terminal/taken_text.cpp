#include "db/terminal/taken_text.hpp"

#include <charconv>

#include "db/terminal/contradiction.hpp"

namespace makegood::db::terminal {
namespace {

// Up to `end`, which goes too; all of it where there is none.
std::string_view cut(std::string_view& rest, char end) {
    const auto at = rest.find(end);
    const auto first = rest.substr(0, at);
    rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
    return first;
}

template <class Number>
bool read(std::string_view text, Number& number) {
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc() && end == text.data() + text.size();
}

}  // namespace

std::string text_of(const core::budget::Taken& taken) {
    auto text = std::to_string(taken.epoch) + ' ' + std::to_string(taken.hub_epoch);
    for (const auto& charge : taken.charges) {
        text += '\n' + std::to_string(charge.amount.cost.minor());
        text += ' ' + std::to_string(charge.amount.worth.minor());
        (text += ' ') += charge.pot.period;
        (text += ' ') += charge.pot.key;
    }
    return text;
}

TakenReader::TakenReader(std::string_view text) : rest_(text) {
    auto epochs = cut(rest_, '\n');
    if (!read(cut(epochs, ' '), epoch_) || !read(epochs, hub_epoch_))
        throw Contradiction("took rights of an epoch that is none");
}

std::optional<ChargeText> TakenReader::next() {
    if (rest_.empty()) return std::nullopt;
    auto line = cut(rest_, '\n');
    std::int64_t cost = -1, worth = -1;
    const bool are_numbers = read(cut(line, ' '), cost) && read(cut(line, ' '), worth);
    const auto period = cut(line, ' ');
    if (!are_numbers || cost < 0 || worth < 0 || period.empty() || line.empty())
        throw Contradiction("took rights of a form that is none");
    return ChargeText{{Money::minor(cost), Money::minor(worth)}, period, line};
}

core::budget::Taken taken_of(std::string_view text) {
    TakenReader charges(text);
    core::budget::Taken taken{charges.epoch(), charges.hub_epoch(), {}};
    while (const auto charge = charges.next())
        taken.charges.push_back({{std::string(charge->key), std::string(charge->period)}, charge->amount});
    return taken;
}

}  // namespace makegood::db::terminal
