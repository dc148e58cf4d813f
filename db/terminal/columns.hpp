// Values of the domain as columns, and back.
#pragma once
#include <optional>
#include <string>
#include <utility>

#include "app/ports/score.hpp"
#include "app/ports/store.hpp"
#include "db/engine/query.hpp"

namespace makegood::db::terminal {

void put(engine::Query& query, const core::recovery::Offer& offer);
void put(engine::Query& query, const core::incident::Incident& incident);
void take(engine::Query& row, core::recovery::Offer& offer);
void take(engine::Query& row, core::incident::Incident& incident);

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
    query.bind(id.text());
}
template <class Tag>
void put(engine::Query& query, base::TextId<Tag>&& id) {
    query.bind(std::string(id.text()));
}
inline void put(engine::Query& query, Money money) {
    query.bind(money.minor());
}
inline void put(engine::Query& query, Percent percent) {
    query.bind(percent.basis_points());
}
inline void put(engine::Query& query, Instant instant) {
    query.bind(instant.time_since_epoch().count());
}
inline void put(engine::Query& query, CivilDate date) {
    query.bind(base::format_date(date));
}
inline void put(engine::Query& query, double score) {
    query.bind(ports::score_millionths(score));
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
    id = base::TextId<Tag>(row.take_text());
}
inline void take(engine::Query& row, Money& money) {
    money = Money::minor(row.take_integer());
}
inline void take(engine::Query& row, Percent& percent) {
    percent = Percent::basis_points(row.take_integer());
}
inline void take(engine::Query& row, Instant& instant) {
    instant = Instant{Duration{row.take_integer()}};
}
inline void take(engine::Query& row, double& score) {
    score = ports::score_from_millionths(row.take_integer());
}
inline void take(engine::Query& row, CivilDate& date) {
    date = base::parse_date(row.take_text()).value_or(CivilDate{});
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

// Calls `f` with the parts of an offer, or of an incident, in the order of their columns.
template <class Offer, class F>
void with_offer_columns(Offer& offer, F&& f) {
    f(offer.id, offer.kind, offer.article, offer.gesture, offer.quantity, offer.title, offer.label,
      offer.detail, offer.reason, offer.sentence, offer.place, offer.pays, offer.cost, offer.worth,
      offer.paper, offer.voucher_value, offer.valid_days, offer.due_hours, offer.score, offer.probability);
}
template <class Incident, class F>
void with_incident_columns(Incident& incident, F&& f) {
    f(incident.kind, incident.failure, incident.severity, incident.context.in_a_hurry,
      incident.context.special_day, incident.context.happened_before, incident.context.with_children,
      incident.context.not_our_fault, incident.article, incident.quantity, incident.loss);
}

inline void put(engine::Query& query, const core::recovery::Offer& offer) {
    with_offer_columns(offer, [&](const auto&... parts) { put_all(query, parts...); });
}
inline void put(engine::Query& query, const core::incident::Incident& incident) {
    with_incident_columns(incident, [&](const auto&... parts) { put_all(query, parts...); });
}
inline void take(engine::Query& row, core::recovery::Offer& offer) {
    with_offer_columns(offer, [&](auto&... parts) { take_all(row, parts...); });
}
inline void take(engine::Query& row, core::incident::Incident& incident) {
    with_incident_columns(incident, [&](auto&... parts) { take_all(row, parts...); });
}

}  // namespace makegood::db::terminal
