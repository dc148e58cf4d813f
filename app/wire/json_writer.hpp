// A small JSON document for answers: ordered keys, integers only, no floating point for money.
// Nothing of the JSON library shows here.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace makegood::wire {

// A JSON value (RFC 8259). Copies share nothing. Text must be UTF-8; other bytes become U+FFFD.
class Json {
  public:
    Json();  // null
    Json(bool value);
    Json(std::int64_t value);
    Json(std::uint64_t value) : Json(static_cast<std::int64_t>(value)) {}
    Json(int value) : Json(static_cast<std::int64_t>(value)) {}
    Json(double value);  // scores and shares only
    Json(std::string_view value);
    Json(const char* value) : Json(std::string_view(value)) {}
    Json(const std::string& value) : Json(std::string_view(value)) {}
    Json(const Json&);
    Json(Json&&) noexcept;
    Json& operator=(Json) noexcept;
    ~Json();

    using Members = std::vector<std::pair<std::string, Json>>;
    static Json object(const Members& members = {});  // keys keep their order
    static Json array(const std::vector<Json>& elements = {});

    Json& set(std::string_view key, const Json& value);  // of an object; a key that is there is replaced
    Json& push(const Json& value);                       // of an array

    std::string text() const;    // on one line
    std::string pretty() const;  // two spaces a level, for people

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace makegood::wire
