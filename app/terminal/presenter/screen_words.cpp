#include "app/terminal/presenter/screen_words.hpp"

#include <fmt/format.h>

#include <array>

namespace makegood::terminal::presenter::words {

using core::incident::Failure;
using core::incident::Severity;
using ports::PrinterState;

std::string nothing_found(std::string_view text) {
    return fmt::format("Nothing here is called “{}”. Scan it, or try another word.", text);
}

std::string write_down(std::string_view text) {
    return fmt::format("Not sold here: write down “{}”", text);
}

std::string ask_write_down(std::string_view text) {
    return fmt::format("Write down “{}”?", text);
}

std::string written_down(std::string_view text) {
    return fmt::format("“{}” is written down, as something to order.", text);
}

std::string left_on_shelf(std::int64_t pieces) {
    return pieces <= 0 ? std::string("none left") : fmt::format("{} there", pieces);
}

std::string about_article(std::string_view name) {
    return fmt::format("It is about {}.", name);
}

std::string failure(Failure failure) {
    switch (failure) {
        case Failure::wrong_price:
            return "Wrong price";
        case Failure::wrong_or_damaged:
            return "Wrong or damaged";
        case Failure::waited_too_long:
            return "Waited too long";
        case Failure::not_treated_well:
            return "Not treated well";
        case Failure::promise_not_kept:
            return "Promise not kept";
        case Failure::order_or_delivery:
            return "Order or delivery";
        case Failure::billing_or_equipment:
            return "Billing, equipment";
        case Failure::something_else:
            return "Something else";
    }
    return {};
}

std::string severity(Severity severity) {
    switch (severity) {
        case Severity::nuisance:
            return "A nuisance";
        case Severity::spoiled_visit:
            return "Spoiled the visit";
        case Severity::spoiled_day:
            return "Spoiled the day";
    }
    return {};
}

std::string nth_time(std::int64_t times) {
    const std::int64_t tens = times % 100 / 10, ones = times % 10;
    const char* ending = tens == 1 ? "th" : ones == 1 ? "st" : ones == 2 ? "nd" : ones == 3 ? "rd" : "th";
    return fmt::format("{}{} time", times, ending);
}

std::string costs_us(Money cost, const Currency& currency) {
    return cost == Money{} ? "costs us nothing" : "costs us " + base::format(cost, currency);
}

std::string valid_until(CivilDate date, CivilDate today) {
    return "Valid until " + short_date(date, today);
}

std::string case_is_kept(std::string_view name) {
    return fmt::format("{}’s customer is kept. Touch your name, then your PIN, and go on.", name);
}

std::string goes_on_with(std::string_view name) {
    return fmt::format("This customer was with {}. You go on with them.", name);
}

std::string needs_role(core::budget::Role role) {
    return fmt::format("Needs {} {}", role == core::budget::Role::owner ? "the" : "a", word(role));
}

std::string why_not_title(std::string_view title) {
    return fmt::format("Why not {}?", title);
}

std::string need(std::string_view word) {
    return word == "nuts" ? std::string("without nuts") : std::string(word);
}

std::string on_a_card(std::string_view title) {
    return fmt::format("“{}” is on a card here. Touch the card to give it.", title);
}

std::string given_after_all(std::string_view title) {
    return fmt::format("“{}” was given after all; it took longer than usual.", title);
}

std::string undo_in(Duration left) {
    const auto whole = std::chrono::floor<std::chrono::seconds>(left).count();
    return fmt::format("Undo · {}:{:02}", whole / 60, whole % 60);
}

std::string paper_question(std::string_view voucher) {
    return voucher.empty() ? std::string("Did the sticker come out whole?")
                           : fmt::format("Did voucher {} come out whole?", voucher);
}

std::string due_by(std::string_view time) {
    return fmt::format("by {}", time);
}
std::string was_due(std::string_view time) {
    return fmt::format("was due {}", time);
}
std::string next_due(std::string_view time) {
    return fmt::format("The next is due at {}", time);
}
std::string first_was_due(std::string_view time) {
    return fmt::format("The first was due at {}", time);
}
std::string kept_promise(std::string_view what) {
    return fmt::format("Kept: {}.", what);
}
std::string more_promises(std::size_t count) {
    return fmt::format("{} more come after these.", count);
}

std::string times_sign(std::int64_t times) {
    return fmt::format("{}×", times);
}

namespace {
std::string so_often(std::int64_t times) {
    return times == 1 ? std::string("once") : fmt::format("{} times", times);
}
}  // namespace

std::string asked_for(std::int64_t times, std::int64_t pieces) {
    return fmt::format("asked for {}, {} {}", so_often(times), pieces, pieces == 1 ? "piece" : "pieces");
}

std::string asked_and_not_sold(std::int64_t times) {
    return fmt::format("asked for {}, not sold here", so_often(times));
}

std::string left_without(std::int64_t times) {
    return times == 0 ? std::string() : fmt::format("{} left without", times);
}

std::string cost_us(Money cost, const Currency& currency) {
    return cost == Money{} ? "cost us nothing" : "cost us " + base::format(cost, currency);
}

std::string several(std::int64_t times, std::string_view what) {
    return fmt::format("{} × {}", times, what);
}

std::string and_more(std::size_t count) {
    return fmt::format("{} more", count);
}

std::string of_the_last(int days) {
    return fmt::format("Asked for and not there in the last {} days", days);
}

std::string nothing_to_order(int days) {
    return fmt::format("Nothing was missing in the last {} days.", days);
}

std::string role(core::budget::Role role) {
    return as_sentence(core::budget::word(role));
}

std::string waits(Duration left) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(left).count();
    if (seconds <= 90) return "Waits " + std::to_string(seconds) + " seconds";
    return "Waits " + std::to_string((seconds + 59) / 60) + " minutes";
}

std::string new_pin_of(std::string_view name) {
    return "A new PIN for " + std::string(name) + "?";
}

std::string pin_in_groups(std::string_view pin) {
    const auto half = pin.size() / 2;
    return std::string(pin.substr(0, half)) + ' ' + std::string(pin.substr(half));
}

std::string pin_is_told_once(std::string_view name) {
    return "This is the PIN of " + std::string(name) +
           ". It is shown only now: let them learn it, and nobody else. A new one can always be made.";
}

std::string take_out_whom(std::string_view name) {
    return "Take out " + std::string(name) + "?";
}

std::string is_taken_out(std::string_view name) {
    return std::string(name) + " can’t sign in any more.";
}

std::string can_sign_in_again(std::string_view name) {
    return std::string(name) + " can sign in again, with the PIN that they had.";
}

std::string is_now(std::string_view name, core::budget::Role now) {
    return std::string(name) + " is now: " + std::string(core::budget::word(now)) + ".";
}

std::string voucher_title(std::string_view serial) {
    return fmt::format("Voucher {}", serial);
}
std::string good_for(std::string_view value, std::string_view date) {
    return fmt::format("Good for {} until {}.", value, date);
}
std::string redeem(std::string_view value) {
    return fmt::format("Redeem {}", value);
}
std::string redeemed(std::string_view value) {
    return fmt::format("Redeemed: take {} off at the register.", value);
}
std::string voucher_replaced(std::string_view serial) {
    return fmt::format("This piece did not come out whole and was replaced. Ask the customer for {}.",
                       serial);
}
std::string voucher_expired(std::string_view date) {
    return fmt::format("It was good until {}. If that is unfair, touch Something went wrong.", date);
}

std::string left_caption(core::budget::PeriodKind kind) {
    switch (kind) {
        case core::budget::PeriodKind::day:
            return "Left today";
        case core::budget::PeriodKind::week:
            return "Left this week";
        case core::budget::PeriodKind::month:
            return "Left this month";
        case core::budget::PeriodKind::own:
            return "Left now";
    }
    return {};
}

std::string of_limit(std::string_view limit) {
    return fmt::format("of {}", limit);
}

std::string printer_lamp(PrinterState state) {
    switch (state) {
        case PrinterState::unknown:
            return "Printer not asked";
        case PrinterState::ready:
            return "Printer";
        case PrinterState::printing:
            return "Printing";
        case PrinterState::paper_low:
            return "Paper low";
        case PrinterState::paper_out:
            return "Paper out";
        case PrinterState::cover_open:
            return "Cover open";
        case PrinterState::failed:
            return "Printer stopped";
        case PrinterState::no_answer:
            return "No printer";
        case PrinterState::busy_elsewhere:
            return "Printer busy";
    }
    return {};
}

std::string printer_detail(PrinterState state) {
    switch (state) {
        case PrinterState::unknown:
            return "The printer has not been asked yet.";
        case PrinterState::ready:
            return "The printer is ready.";
        case PrinterState::printing:
            return "The printer is at work.";
        case PrinterState::paper_low:
            return "The paper is nearly used up. Keep a roll at hand.";
        case PrinterState::paper_out:
            return "Put in a roll; it goes on by itself.";
        case PrinterState::cover_open:
            return "Close the cover; it goes on by itself.";
        case PrinterState::failed:
            return "Switch the printer off and on; what waits is printed then.";
        case PrinterState::no_answer:
            return "Look at its plug and cable; what waits is printed as soon as it answers.";
        case PrinterState::busy_elsewhere:
            return "The printer serves another register; ours comes next.";
    }
    return {};
}

std::string pieces_wait(std::size_t pieces) {
    if (pieces == 0) return {};
    return pieces == 1 ? std::string("1 piece waits.") : fmt::format("{} pieces wait.", pieces);
}

std::string to_send(std::uint64_t events) {
    return fmt::format("{} to send", events);
}
std::string to_send_detail(std::uint64_t events) {
    return fmt::format("{} on the way to head office; nothing to do.", events);
}
std::string not_reached(std::string_view time) {
    return fmt::format("Not reached since {}", time);
}
std::string not_reached_detail(std::string_view time, std::uint64_t events) {
    return fmt::format(
        "Head office not reached since {}. {} to send; they are safe here and go by themselves when it "
        "answers.",
        time, events);
}

std::string error_title(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::refused:
            return "Not this time";
        case ErrorKind::needs_approval:
            return "This needs a signature";
        case ErrorKind::bad_input:
            return "That does not fit";
        case ErrorKind::not_found:
            return "Not found here";
        case ErrorKind::busy:
            return "Somebody else is at it";
        case ErrorKind::failed:
            return "The register needs help";
    }
    return {};
}

std::string short_money(Money amount, const Currency& currency) {
    std::string text = base::format(amount, currency);
    if (currency.exponent() == 0) return text;
    const std::string zeros = "." + std::string(static_cast<std::size_t>(currency.exponent()), '0');
    if (const auto at = text.find(zeros); at != std::string::npos) text.erase(at, zeros.size());
    return text;
}

std::string short_date(CivilDate date, CivilDate today) {
    static constexpr std::array<const char*, 12> months{"January",   "February", "March",    "April",
                                                        "May",       "June",     "July",     "August",
                                                        "September", "October",  "November", "December"};
    const auto days = std::chrono::sys_days(date) - std::chrono::sys_days(today);
    const std::string text =
        fmt::format("{} {}", unsigned(date.day()), months.at(unsigned(date.month()) - 1));
    const bool near = days.count() > -300 && days.count() < 330;
    return near ? text : fmt::format("{} {}", text, int(date.year()));
}

std::string quoted(std::string_view sentence) {
    if (sentence.empty() || sentence.starts_with("“")) return std::string(sentence);
    return fmt::format("“{}”", sentence);
}

std::string as_sentence(std::string_view words) {
    const auto first = initial(words);
    return first + std::string(words.substr(first.size()));
}

std::string initial(std::string_view title) {
    if (title.empty()) return {};
    const auto lead = static_cast<unsigned char>(title.front());
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    std::string letter(title.substr(0, length));
    if (lead >= 'a' && lead <= 'z') letter[0] = static_cast<char>(lead - 'a' + 'A');
    // U+00E0..U+00FE are the small letters of U+00C0..U+00DE.
    if (lead == 0xC3 && letter.size() == 2 && static_cast<unsigned char>(letter[1]) >= 0xA0)
        letter[1] = static_cast<char>(letter[1] - 0x20);
    return letter;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!text.empty()) text += dot;
        text += part;
    }
    return text;
}

}  // namespace makegood::terminal::presenter::words
