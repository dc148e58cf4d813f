#include "app/terminal/presenter/manager_words.hpp"

namespace makegood::terminal::presenter::words {

using core::budget::PeriodKind;

std::string given_caption(PeriodKind kind) {
    switch (kind) {
        case PeriodKind::day:
            return "Given today";
        case PeriodKind::week:
            return "Given this week";
        case PeriodKind::month:
            return "Given this month";
    }
    return {};
}

}  // namespace makegood::terminal::presenter::words
