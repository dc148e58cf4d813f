// Reads the fields of an event from JSON. Strict: exactly the keys that are asked for, in that order, each
// of its type and within its limit.
#pragma once
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ports/score.hpp"
#include "app/wire/event_limits.hpp"
#include "app/wire/event_words.hpp"

namespace makegood::wire {

class EventReader {
  public:
    template <class T>
    using Ref = T&;

    // `problem` takes the first thing that does not fit, in words; it is shared with the parts inside.
    EventReader(const boost::json::object& object, std::string& problem)
        : next_(object.begin()), end_(object.end()), problem_(problem) {}

    template <class T>
    void operator()(std::string_view key, T& value) {
        if (const auto* found = take(key)) read(*found, value);
    }
    // A value that is left out where it is empty.
    template <class T>
    void if_any(std::string_view key, T& value) {
        if (is_next(key)) (*this)(key, value);
    }
    bool is_next(std::string_view key) const;
    void score(std::string_view key, double& value);
    // The value of the next key as it is; nullptr when it is missing.
    const boost::json::value* take(std::string_view key);
    // Nothing may be left over.
    void finish();

  private:
    using Value = boost::json::value;

    void miss(std::string_view what);
    std::int64_t integer(const Value& value, std::int64_t greatest);
    std::string_view text(const Value& value, std::size_t longest);

    void read(const Value& value, bool& out);
    template <std::integral Integer>
    void read(const Value& value, Integer& out) {
        const auto number = integer(value, greatest_count);
        if (!std::in_range<Integer>(number)) return miss("a smaller number");
        out = static_cast<Integer>(number);
    }
    void read(const Value& value, std::string& out) { out = text(value, longest_text); }
    template <class Tag>
    void read(const Value& value, base::TextId<Tag>& out) {
        out = base::TextId<Tag>(std::string(text(value, longest_id)));
    }
    void read(const Value& value, Money& out) { out = Money::minor(integer(value, base::money_limit)); }
    void read(const Value& value, Percent& out) {
        out = Percent::basis_points(integer(value, greatest_count));
    }
    void read(const Value& value, Instant& out);
    void read(const Value& value, CivilDate& out);
    template <class Enum>
    requires std::is_enum_v<Enum>
    void read(const Value& value, Enum& out) {
        const auto position = position_of(EventWords<Enum>::list, text(value, longest_id));
        if (!position) return miss("a known word");
        out = static_cast<Enum>(*position);
    }
    template <class T>
    void read(const Value& value, std::optional<T>& out) {
        if (!value.is_null()) read(value, out.emplace());
    }
    template <class T>
    void read(const Value& value, std::vector<T>& out) {
        const auto* array = value.if_array();
        if (array == nullptr || array->size() > most_offers) return miss("a list of at most 64");
        out.resize(array->size());
        for (std::size_t i = 0; i < array->size(); ++i) read((*array)[i], out[i]);
    }
    template <class T>
    requires std::is_aggregate_v<T>
    void read(const Value& value, T& out) {
        const auto* object = value.if_object();
        if (object == nullptr) return miss("an object");
        EventReader inside(*object, problem_);
        fields(inside, out);
        inside.finish();
    }

    boost::json::object::const_iterator next_, end_;
    std::string_view key_;
    std::string& problem_;
};

}  // namespace makegood::wire
