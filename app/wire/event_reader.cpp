#include "app/wire/event_reader.hpp"

namespace makegood::wire {

const boost::json::value* EventReader::take(std::string_view key) {
    key_ = key;
    if (!problem_.empty()) return nullptr;
    if (next_ == end_ || std::string_view(next_->key()) != key) {
        problem_ = "\"" + std::string(key) + "\" is not where it belongs";
        return nullptr;
    }
    return &(next_++)->value();
}

bool EventReader::is_next(std::string_view key) const {
    return next_ != end_ && std::string_view(next_->key()) == key;
}

void EventReader::finish() {
    if (problem_.empty() && next_ != end_)
        problem_ = "\"" + std::string(next_->key()).substr(0, 40) + "\" is not known";
}

void EventReader::miss(std::string_view what) {
    if (problem_.empty()) problem_ = "\"" + std::string(key_) + "\" must be " + std::string(what);
}

std::int64_t EventReader::integer(const Value& value, std::int64_t greatest) {
    const auto* number = value.if_int64();
    if (number != nullptr && is_writable(*number, greatest)) return *number;
    miss("a whole number within its limit");
    return 0;
}

std::string_view EventReader::text(const Value& value, std::size_t longest) {
    const auto* text = value.if_string();
    if (text != nullptr && text->size() <= longest) return *text;
    miss("a text of at most " + std::to_string(longest) + " bytes");
    return {};
}

void EventReader::score(std::string_view key, double& value) {
    static constexpr auto greatest = static_cast<std::int64_t>(ports::greatest_score) * 1'000'000;
    if (const auto* found = take(key)) value = ports::score_from_millionths(integer(*found, greatest));
}

void EventReader::read(const Value& value, bool& out) {
    if (const auto* truth = value.if_bool()) {
        out = *truth;
    } else {
        miss("true or false");
    }
}

void EventReader::read(const Value& value, Instant& out) {
    const auto* count = value.if_int64();
    if (count == nullptr || !is_writable(Instant{Duration{*count}})) return miss("microseconds since 1970");
    out = Instant{Duration{*count}};
}

void EventReader::read(const Value& value, CivilDate& out) {
    const auto date = base::parse_date(text(value, longest_id));
    if (!date) return miss("a date like 2026-11-22");
    out = *date;
}

}  // namespace makegood::wire
