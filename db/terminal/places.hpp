// Ids that name the event which made their thing ("r1-18"), as places in the journal: eight bytes in a
// table, in the order in which they came.
#pragma once
#include <string>
#include <string_view>

#include "app/base/text_id.hpp"

namespace makegood::db::terminal {

inline constexpr std::int64_t no_place = -1;  // of an id that names no event; in no table

// "r1-18" -> epoch 1, event 18. Also of an offer, "o1-17.2": where its incident was reported.
std::int64_t place_of(std::string_view id);
// The other way round.
std::string id_at(char letter, std::int64_t place);

// The 12 digits that a voucher's bars begin with. no_place for a text that is not a serial or not 13 digits.
std::int64_t number_in(const VoucherSerial& serial);  // "MG-29-0000000017" -> 290000000017
std::int64_t number_in(std::string_view ean13);

// The letter of the ids that are kept as places; 0 for all others.
template <class Id>
inline constexpr char letter_of = 0;
template <>
inline constexpr char letter_of<IncidentId> = 'i';
template <>
inline constexpr char letter_of<RecoveryId> = 'r';
template <>
inline constexpr char letter_of<PrintJobId> = 'p';

}  // namespace makegood::db::terminal
