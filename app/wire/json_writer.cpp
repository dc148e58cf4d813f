#include "app/wire/json_writer.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "app/base/check.hpp"
#include "app/wire/utf8.hpp"

namespace makegood::wire {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// Each byte that belongs to no character becomes U+FFFD, so that what is written is always JSON.
std::string readable(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        std::size_t length = std::min<std::size_t>(4, text.size());
        while (length > 0 && !is_utf8(text.substr(0, length))) --length;
        out += length > 0 ? text.substr(0, length) : replacement;
        text.remove_prefix(std::max<std::size_t>(1, length));
    }
    return out;
}

boost::json::string string_of(std::string_view text) {
    return boost::json::string(is_utf8(text) ? std::string(text) : readable(text));
}

void write_pretty(std::string& out, const boost::json::value& value, std::size_t level);

void new_line(std::string& out, std::size_t level) {
    out.append(1, '\n').append(level * 2, ' ');
}

void write_pretty(std::string& out, const boost::json::object& object, std::size_t level) {
    out += '{';
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member != object.begin()) out += ',';
        new_line(out, level + 1);
        out.append(boost::json::serialize(member->key())).append(": ");
        write_pretty(out, member->value(), level + 1);
    }
    new_line(out, level);
    out += '}';
}

void write_pretty(std::string& out, const boost::json::array& array, std::size_t level) {
    out += '[';
    for (std::size_t i = 0; i < array.size(); ++i) {
        if (i > 0) out += ',';
        new_line(out, level + 1);
        write_pretty(out, array[i], level + 1);
    }
    new_line(out, level);
    out += ']';
}

void write_pretty(std::string& out, const boost::json::value& value, std::size_t level) {
    if (const auto* object = value.if_object(); object != nullptr && !object->empty())
        return write_pretty(out, *object, level);
    if (const auto* array = value.if_array(); array != nullptr && !array->empty())
        return write_pretty(out, *array, level);
    out += boost::json::serialize(value);
}

}  // namespace

struct Json::Impl {
    boost::json::value value;
};

Json::Json() : impl_(std::make_unique<Impl>()) {}
Json::Json(bool value) : impl_(std::make_unique<Impl>(Impl{value})) {}
Json::Json(std::int64_t value) : impl_(std::make_unique<Impl>(Impl{value})) {}
Json::Json(double value) : impl_(std::make_unique<Impl>(Impl{value})) {}
Json::Json(std::string_view value) : impl_(std::make_unique<Impl>(Impl{string_of(value)})) {}
Json::Json(const Json& other) : impl_(std::make_unique<Impl>(*other.impl_)) {}
Json::Json(Json&&) noexcept = default;
Json& Json::operator=(Json other) noexcept {
    impl_.swap(other.impl_);
    return *this;
}
Json::~Json() = default;

Json Json::object(const Members& members) {
    Json json;
    json.impl_->value.emplace_object();
    for (const auto& [key, value] : members) json.set(key, value);
    return json;
}

Json Json::array(const std::vector<Json>& elements) {
    Json json;
    json.impl_->value.emplace_array();
    for (const auto& element : elements) json.push(element);
    return json;
}

Json& Json::set(std::string_view key, const Json& value) {
    MAKEGOOD_CHECK(impl_->value.is_object());
    impl_->value.get_object().insert_or_assign(string_of(key), value.impl_->value);
    return *this;
}

Json& Json::push(const Json& value) {
    MAKEGOOD_CHECK(impl_->value.is_array());
    impl_->value.get_array().push_back(value.impl_->value);
    return *this;
}

std::string Json::text() const {
    return boost::json::serialize(impl_->value);
}

std::string Json::pretty() const {
    std::string out;
    write_pretty(out, impl_->value, 0);
    return out;
}

}  // namespace makegood::wire
