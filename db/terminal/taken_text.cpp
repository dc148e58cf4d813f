#include "db/terminal/taken_text.hpp"

#include <sstream>

#include "db/terminal/contradiction.hpp"

namespace makegood::db::terminal {
namespace {

core::budget::Charge charge_of(const std::string& line) {
    std::istringstream in(line);
    std::int64_t cost = -1, worth = -1;
    core::budget::Charge charge;
    in >> cost >> worth >> charge.pot.period;
    std::getline(in.ignore(1), charge.pot.key);
    if (!in || cost < 0 || worth < 0) throw Contradiction("took rights of a form that is none");
    charge.amount = {Money::minor(cost), Money::minor(worth)};
    return charge;
}

}  // namespace

std::string text_of(const core::budget::Taken& taken) {
    auto text = std::to_string(taken.epoch) + ' ' + std::to_string(taken.hub_epoch);
    for (const auto& charge : taken.charges)
        text += '\n' + std::to_string(charge.amount.cost.minor()) + ' ' +
                std::to_string(charge.amount.worth.minor()) + ' ' + charge.pot.period + ' ' + charge.pot.key;
    return text;
}

core::budget::Taken taken_of(const std::string& text) {
    std::istringstream in(text);
    std::string line;
    core::budget::Taken taken;
    std::getline(in, line);
    std::istringstream first(line);
    if (!(first >> taken.epoch >> taken.hub_epoch))
        throw Contradiction("took rights of an epoch that is none");
    while (std::getline(in, line)) taken.charges.push_back(charge_of(line));
    return taken;
}

}  // namespace makegood::db::terminal
