#include "app/base/time_values.hpp"

#include <cstdio>

namespace makegood::base {
namespace {

using namespace std::chrono;

// Reads exactly `width` digits at `position`; -1 when there are others.
int digits(std::string_view text, std::size_t position, std::size_t width) {
    int value = 0;
    for (std::size_t i = position; i < position + width; ++i) {
        if (i >= text.size() || text[i] < '0' || text[i] > '9') return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

tl::unexpected<Error> not_a(std::string_view what, std::string_view text, std::string_view example) {
    return fail(ErrorKind::bad_input, "\"" + std::string(text.substr(0, 40)) + "\" is not a " + std::string(what) +
                                          "; write it like " + std::string(example) + ".");
}

}  // namespace

std::string format_date(CivilDate date) {
    if (date.ok() && date.year() >= year{0} && date.year() <= year{9999}) {
        std::string text = "0000-00-00";
        auto rest = static_cast<unsigned>(static_cast<int>(date.year()));
        for (std::size_t i = 4; i-- > 0; rest /= 10) text[i] = static_cast<char>('0' + rest % 10);
        const auto write = [&](std::size_t at, unsigned number) {
            text[at] = static_cast<char>('0' + number / 10);
            text[at + 1] = static_cast<char>('0' + number % 10);
        };
        write(5, static_cast<unsigned>(date.month()));
        write(8, static_cast<unsigned>(date.day()));
        return text;
    }
    char out[16];
    std::snprintf(out, sizeof out, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return out;
}

Result<CivilDate> parse_date(std::string_view text) {
    const int y = digits(text, 0, 4), m = digits(text, 5, 2), d = digits(text, 8, 2);
    const bool shape = text.size() == 10 && text[4] == '-' && text[7] == '-' && y >= 0 && m >= 0 && d >= 0;
    const CivilDate date{year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
    if (!shape || !date.ok()) return not_a("date", text, "2026-11-22");
    return date;
}

std::string format_instant(Instant instant) {
    const auto day = floor<days>(instant);
    const auto since = (instant - day).count();
    char out[40];
    std::snprintf(out, sizeof out, "%sT%02d:%02d:%02d.%06dZ", format_date(CivilDate{day}).c_str(),
                  static_cast<int>(since / 3'600'000'000), static_cast<int>(since / 60'000'000 % 60),
                  static_cast<int>(since / 1'000'000 % 60), static_cast<int>(since % 1'000'000));
    return out;
}

Result<Instant> parse_instant(std::string_view text) {
    static constexpr std::string_view example = "2026-11-22T14:07:00.000000Z";
    const int h = digits(text, 11, 2), m = digits(text, 14, 2), s = digits(text, 17, 2), us = digits(text, 20, 6);
    const auto date = parse_date(text.substr(0, 10));
    const bool shape = text.size() == 27 && text[10] == 'T' && text[13] == ':' && text[16] == ':' && text[19] == '.' &&
                       text[26] == 'Z';
    if (!shape || !date || h < 0 || h > 23 || m < 0 || m > 59 || s < 0 || s > 59 || us < 0)
        return not_a("time", text, example);
    return Instant{sys_days{*date}} + hours{h} + minutes{m} + seconds{s} + microseconds{us};
}

CivilDate add_days(CivilDate date, int count) { return CivilDate{sys_days{date} + days{count}}; }

}  // namespace makegood::base
