#include "db/terminal/places.hpp"

#include <charconv>

#include "db/terminal/journal.hpp"

namespace makegood::db::terminal {
namespace {

constexpr std::size_t bar_digits = 13;

// Takes a number, written as we write it, off the front of `text`.
bool take_number(std::string_view& text, std::uint64_t& number) {
    const auto end = text.data() + text.size();
    const auto found = std::from_chars(text.data(), end, number);
    if (found.ec != std::errc() || text.front() == '0') return false;
    text.remove_prefix(static_cast<std::size_t>(found.ptr - text.data()));
    return true;
}

std::int64_t number_of(std::string_view digits) {
    std::int64_t number = 0;
    const auto found = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool whole = found.ec == std::errc() && found.ptr == digits.data() + digits.size();
    return whole && digits.size() == bar_digits - 1 && number >= 0 ? number : no_place;
}

}  // namespace

std::int64_t place_of(std::string_view id) {
    std::uint64_t epoch = 0, sequence = 0;
    if (id.empty()) return no_place;
    id.remove_prefix(1);
    if (!take_number(id, epoch) || !id.starts_with('-')) return no_place;
    id.remove_prefix(1);
    if (!take_number(id, sequence) || !(id.empty() || id.starts_with('.'))) return no_place;
    if (epoch >> (63 - sequence_bits) != 0 || sequence >> sequence_bits != 0) return no_place;
    return journal_place(static_cast<std::uint32_t>(epoch), sequence);
}

std::string id_at(char letter, std::int64_t place) {
    return letter + std::to_string(place >> sequence_bits) + '-' + std::to_string(sequence_at(place));
}

std::int64_t number_in(const VoucherSerial& serial) {
    const std::string_view text = serial.text();
    const auto middle = text.rfind('-');
    if (!text.starts_with("MG-") || middle < 3) return no_place;
    return number_of(std::string(text.substr(3, middle - 3)).append(text.substr(middle + 1)));
}

std::int64_t number_in(std::string_view ean13) {
    return ean13.size() == bar_digits ? number_of(ean13.substr(0, bar_digits - 1)) : no_place;
}

}  // namespace makegood::db::terminal
