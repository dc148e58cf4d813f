#include "db/engine/query.hpp"

#include <SQLiteCpp/Column.h>

namespace makegood::db::engine {

Query& Query::bind(std::int64_t value) {
    statement_.bind(++bound_, value);
    return *this;
}

Query& Query::bind(const std::string& text) {
    statement_.bindNoCopy(++bound_, text);
    return *this;
}

Query& Query::bind(std::string&& text) {
    statement_.bind(++bound_, text);
    return *this;
}

Query& Query::bind(std::nullptr_t) {
    statement_.bind(++bound_);
    return *this;
}

Query& Query::bind_blob(std::string_view bytes) {
    statement_.bindNoCopy(++bound_, bytes.data(), static_cast<int>(bytes.size()));
    return *this;
}

bool Query::step() {
    taken_ = 0;
    return statement_.executeStep();
}

std::int64_t Query::run() {
    return statement_.exec();
}

std::int64_t Query::take_integer() {
    return statement_.getColumn(taken_++).getInt64();
}

std::string Query::take_text() {
    return statement_.getColumn(taken_++).getString();
}

std::string_view Query::take_view() {
    const auto column = statement_.getColumn(taken_++);
    const auto* bytes = static_cast<const char*>(column.getBlob());
    return bytes == nullptr ? std::string_view()
                            : std::string_view(bytes, static_cast<std::size_t>(column.getBytes()));
}

std::optional<std::int64_t> Query::take_optional_integer() {
    if (is_null()) return skip(), std::nullopt;
    return take_integer();
}

std::optional<std::string> Query::take_optional_text() {
    if (is_null()) return skip(), std::nullopt;
    return take_text();
}

}  // namespace makegood::db::engine
