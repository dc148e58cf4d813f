#include "app/terminal/presenter/manager_words.hpp"

#include <fmt/format.h>

namespace makegood::terminal::presenter::words {

using core::budget::PeriodKind;
using core::insight::Beside;
using core::recovery::OfferKind;

std::string given_caption(PeriodKind kind) {
    switch (kind) {
        case PeriodKind::day:
            return "Given today";
        case PeriodKind::week:
            return "Given this week";
        case PeriodKind::month:
            return "Given this month";
        case PeriodKind::own:
            return "Given in this period";
    }
    return {};
}

std::string recoveries(std::int64_t count, bool of_today) {
    const std::string text = count == 0   ? "no recovery"
                             : count == 1 ? "1 recovery"
                                          : fmt::format("{} recoveries", count);
    return of_today ? text : text + " today";
}

std::string vouchers_out(std::int64_t count) {
    if (count == 0) return "no voucher is out";
    return count == 1 ? std::string("1 voucher not yet used")
                      : fmt::format("{} vouchers not yet used", count);
}

std::string come_back(Percent part) {
    return fmt::format("{} % come back", (part.basis_points() + 50) / 100);
}

std::string still_out(std::string_view amount) {
    return fmt::format("{} still out", amount);
}

std::string up_to_an_hour(std::string_view amount) {
    return fmt::format("up to {} an hour", amount);
}

std::string hour_name(int hour, std::string_view given, std::string_view to_come, std::string_view allowed) {
    return fmt::format("{}:00: {} given, {} likely to come, {} allowed", hour, given, to_come, allowed);
}

std::string kind_of_gift(OfferKind kind) {
    switch (kind) {
        case OfferKind::free_substitute:
            return "Another one, free";
        case OfferKind::same_price_substitute:
            return "Another one, same price";
        case OfferKind::gift:
            return "Gift";
        case OfferKind::amount_off:
            return "Amount off";
        case OfferKind::attention:
            return "Attention";
        case OfferKind::promise:
            return "Promise";
    }
    return {};
}

std::string times(std::int64_t count) {
    return count == 1 ? std::string("once") : fmt::format("{} times", count);
}

std::string worth(std::string_view amount) {
    return fmt::format("worth {}", amount);
}

std::string cases(std::int64_t count, std::int64_t given) {
    return fmt::format("{}, {} made good", count == 1 ? "1 case" : fmt::format("{} cases", count), given);
}

std::string a_case(std::string_view amount) {
    return fmt::format("{} a case", amount);
}

std::string beside_others(Beside beside, std::string_view others) {
    switch (beside) {
        case Beside::too_few:
            return "too few to compare";
        case Beside::as_others:
            return fmt::format("about as others, {}", others);
        case Beside::more:
            return fmt::format("more than others, {}", others);
        case Beside::less:
            return fmt::format("less than others, {}", others);
    }
    return {};
}

std::string waiting(std::size_t count) {
    return count == 0 ? std::string("Waiting") : fmt::format("Waiting: {}", count);
}

std::string wait_for_you(std::size_t count) {
    return count == 1
               ? std::string("One gift waits for a signature. Touch your initials, then Today’s money.")
               : fmt::format("{} gifts wait for a signature. Touch your initials, then Today’s money.",
                             count);
}

std::string asked_at(std::string_view name, std::string_view time) {
    return fmt::format("{} asked at {}", name, time);
}

std::string asks_for(std::string_view asked, std::string_view cause, std::string_view cost) {
    return fmt::format("{}, for {}. It {}.", asked, cause, cost);
}

std::string is_given(std::string_view title) {
    return fmt::format("“{}” is signed for and given.", title);
}

std::string heard_at(std::string_view time) {
    return fmt::format("The hub was heard at {}.", time);
}

std::string unreached_since(std::string_view time) {
    return fmt::format("The hub can’t be reached since {}. What this register holds goes on.", time);
}

std::string records(std::uint64_t count) {
    if (count == 0) return "nothing";
    return count == 1 ? std::string("1 record") : fmt::format("{} records", count);
}

std::string waits_until(std::string_view since, std::string_view until) {
    return fmt::format("Waiting since {}, until {}", since, until);
}

std::string hub_out_of_reach(std::string_view since) {
    return fmt::format("The hub can’t be reached since {}. It is asked again and again.", since);
}

std::string device_line(std::string_view device, std::uint32_t epoch) {
    return fmt::format("{} · epoch {}", device, epoch);
}

std::string pot_name(std::string_view key, std::string_view period, bool running) {
    const std::string when = running ? fmt::format("Now{}{}", dot, period) : std::string(period);
    return key == "store" ? when : fmt::format("{}{}{}", when, dot, key);
}

std::string used_of(std::string_view used, std::string_view granted) {
    return fmt::format("{} of {} used", used, granted);
}

std::string holds(std::string_view amount) {
    return fmt::format("holds {}", amount);
}

std::string by_a_copy(std::string_view amount) {
    return fmt::format("{} lost to a copy", amount);
}

}  // namespace makegood::terminal::presenter::words
