#include "app/wire/message_reader.hpp"

#include "app/wire/digest.hpp"

namespace makegood::wire {
namespace {

constexpr std::size_t deepest = 8;

}  // namespace

MessageReader::MessageReader(std::string_view json, std::string_view what, std::size_t limit) : what_(what) {
    if (json.size() > limit) {
        miss("it is longer than " + std::to_string(limit) + " bytes");
        return;
    }
    boost::json::parse_options options;
    options.max_depth = deepest;
    boost::json::error_code problem;
    boost::json::value value = boost::json::parse({json.data(), json.size()}, problem, {}, options);
    if (!problem && value.is_object())
        object_ = std::move(value.as_object());
    else
        miss("it is not one JSON object");
}

std::string MessageReader::text(const char* key, std::size_t longest, std::size_t shortest) {
    const auto* value = find(key);
    if (value == nullptr) return {};
    const auto* text = value->if_string();
    if (text == nullptr || text->size() > longest || text->size() < shortest) {
        miss(std::string(key) + " must be a text of " + std::to_string(shortest) + " to " +
             std::to_string(longest) + " bytes");
        return {};
    }
    return {text->data(), text->size()};
}

std::string MessageReader::hex(const char* key, std::size_t bytes) {
    std::string digits = text(key, bytes * 2, bytes * 2);
    if (!digits.empty() && !from_hex(digits, bytes))
        miss(std::string(key) + " must be lower-case hexadecimal digits");
    return digits;
}

std::uint64_t MessageReader::number(const char* key, std::uint64_t least, std::uint64_t most) {
    const auto* value = find(key);
    if (value == nullptr) return least;
    const auto number = whole(*value, least, most);
    if (!number) {
        miss(std::string(key) + " must be a whole number from " + std::to_string(least) + " to " +
             std::to_string(most));
        return least;
    }
    return *number;
}

std::optional<std::uint64_t> MessageReader::whole(const boost::json::value& value, std::uint64_t least,
                                                  std::uint64_t most) {
    if (!value.is_number() || value.is_double()) return std::nullopt;
    boost::json::error_code problem;
    const auto number = value.to_number<std::uint64_t>(problem);
    if (problem || number < least || number > most) return std::nullopt;
    return number;
}

bool MessageReader::truth(const char* key) {
    const auto* value = find(key);
    const auto* truth = value ? value->if_bool() : nullptr;
    if (value && !truth) miss(std::string(key) + " must be true or false");
    return truth && *truth;
}

std::vector<std::uint64_t> MessageReader::numbers(const char* key, std::size_t count, std::uint64_t most) {
    std::vector<std::uint64_t> all(count, 0);
    const auto* value = find(key);
    const auto* array = value ? value->if_array() : nullptr;
    bool good = array && array->size() == count;
    for (std::size_t at = 0; good && at < count; ++at) {
        const auto number = whole((*array)[at], 0, most);
        good = number.has_value();
        all[at] = number.value_or(0);
    }
    if (value && !good)
        miss(std::string(key) + " must be " + std::to_string(count) + " whole numbers from 0 to " +
             std::to_string(most));
    return all;
}

void MessageReader::list(const char* key, std::size_t longest,
                         const std::function<void(MessageReader&)>& each) {
    const auto* value = find(key);
    if (value == nullptr) return;
    const auto* array = value->if_array();
    if (array == nullptr || array->size() > longest)
        return miss(std::string(key) + " must be a list of at most " + std::to_string(longest));
    for (const auto& element : *array) {
        const auto* object = element.if_object();
        if (object == nullptr) return miss(std::string(key) + " must be a list of objects");
        MessageReader inside(*object, what_);
        each(inside);
        if (!inside.problem_.empty()) return miss(inside.problem_);
    }
}

Instant MessageReader::time(const char* key) {
    const auto instant = base::parse_instant(text(key, 27, 27));
    if (!instant) {
        miss(std::string(key) + " must be a time like 2026-11-22T14:07:00.000000Z");
        return {};
    }
    return *instant;
}

Result<> MessageReader::outcome() const {
    if (problem_.empty()) return {};
    return fail(ErrorKind::bad_input, "The " + what_ + " can't be read: " + problem_ +
                                          ". Use versions of Makegood that fit each other on both sides.");
}

const boost::json::value* MessageReader::find(const char* key) {
    const auto* value = object_.if_contains(key);
    if (value == nullptr) miss(std::string(key) + " is missing");
    return value;
}

void MessageReader::miss(const std::string& why) {
    if (problem_.empty()) problem_ = why;
}

}  // namespace makegood::wire
