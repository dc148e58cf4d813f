// Values of the domain as columns, and back.
#pragma once
#include <optional>
#include <string>
#include <utility>

#include "app/ports/store.hpp"
#include "db/engine/query.hpp"
#include "db/terminal/places.hpp"

namespace makegood::db::terminal {

template <std::integral Integer>
void put(engine::Query& query, Integer value) {
    query.bind(static_cast<std::int64_t>(value));
}
template <class Enum>
requires std::is_enum_v<Enum>
void put(engine::Query& query, Enum value) {
    query.bind(static_cast<std::int64_t>(value));
}
// Texts that are named elsewhere are not copied: they must outlive the statement.
inline void put(engine::Query& query, const std::string& text) {
    query.bind(text);
}
inline void put(engine::Query& query, std::string&& text) {
    query.bind(std::move(text));
}
template <class Tag>
void put(engine::Query& query, const base::TextId<Tag>& id) {
    if constexpr (letter_of<base::TextId<Tag>> != 0) {
        query.bind(place_of(id.text()));
    } else {
        query.bind(id.text());
    }
}
inline void put(engine::Query& query, Money money) {
    query.bind(money.minor());
}
inline void put(engine::Query& query, Instant instant) {
    query.bind(instant.time_since_epoch().count());
}
inline void put(engine::Query& query, CivilDate date) {
    query.bind(base::format_date(date));
}
// Two columns; a limit that has no period of its own has nothing there.
inline void put(engine::Query& query, const core::budget::OwnDays& own) {
    query.bind(std::int64_t{own.days});
    query.bind(own.days == 0 ? 0 : std::int64_t{std::chrono::sys_days{own.from}.time_since_epoch().count()});
}
inline void put(engine::Query& query, std::nullptr_t) {
    query.bind(nullptr);
}
template <class T>
void put(engine::Query& query, const std::optional<T>& value) {
    value ? put(query, *value) : void(query.bind(nullptr));
}

template <class... Values>
engine::Query& put_all(engine::Query& query, Values&&... values) {
    (put(query, std::forward<Values>(values)), ...);
    return query;
}

template <class Integer>
requires std::integral<Integer> || std::is_enum_v<Integer>
void take(engine::Query& row, Integer& value) {
    value = static_cast<Integer>(row.take_integer());
}
inline void take(engine::Query& row, std::string& text) {
    text = row.take_text();
}
template <class Tag>
void take(engine::Query& row, base::TextId<Tag>& id) {
    using Id = base::TextId<Tag>;
    if constexpr (letter_of<Id> != 0) {
        id = Id(id_at(letter_of<Id>, row.take_integer()));
    } else {
        id = Id(row.take_text());
    }
}
inline void take(engine::Query& row, Money& money) {
    money = Money::minor(row.take_integer());
}
inline void take(engine::Query& row, Instant& instant) {
    instant = Instant{Duration{row.take_integer()}};
}
inline void take(engine::Query& row, CivilDate& date) {
    date = base::parse_date(row.take_text()).value_or(CivilDate{});
}
inline void take(engine::Query& row, core::budget::OwnDays& own) {
    own.days = static_cast<std::int32_t>(row.take_integer());
    const std::chrono::days since_1970(row.take_integer());
    own.from = own.days == 0 ? CivilDate{} : CivilDate{std::chrono::sys_days{since_1970}};
}
template <class T>
void take(engine::Query& row, std::optional<T>& value) {
    value.reset();
    if (row.is_null()) return row.skip();
    take(row, value.emplace());
}

template <class... Values>
void take_all(engine::Query& row, Values&... values) {
    (take(row, values), ...);
}

}  // namespace makegood::db::terminal
