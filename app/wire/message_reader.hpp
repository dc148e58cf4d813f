// Reads the fields of one small JSON object; remembers the first that is missing or out of bounds.
#pragma once
#include <boost/json.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/result.hpp"
#include "app/base/time_values.hpp"

namespace makegood::wire {

class MessageReader {
  public:
    // `what` names the message in the sentence of the error.
    MessageReader(std::string_view json, std::string_view what, std::size_t limit);

    std::string text(const char* key, std::size_t longest, std::size_t shortest = 1);
    std::string hex(const char* key, std::size_t bytes);
    std::uint64_t number(const char* key, std::uint64_t least, std::uint64_t most);
    Instant time(const char* key);
    bool truth(const char* key);
    bool has(const char* key) const { return object_.if_contains(key) != nullptr; }
    // As many whole numbers, each at most `most`.
    std::vector<std::uint64_t> numbers(const char* key, std::size_t count, std::uint64_t most);
    // Calls `each` for every object of the list, which has `longest` at most.
    void list(const char* key, std::size_t longest, const std::function<void(MessageReader&)>& each);
    // What was read can't be what was meant.
    void miss(const std::string& why);

    // What was read so far is good.
    Result<> outcome() const;

  private:
    MessageReader(boost::json::object object, std::string what)
        : what_(std::move(what)), object_(std::move(object)) {}
    const boost::json::value* find(const char* key);
    // nullopt: not a whole number from `least` to `most`.
    static std::optional<std::uint64_t> whole(const boost::json::value& value, std::uint64_t least,
                                              std::uint64_t most);

    std::string what_, problem_;
    boost::json::object object_;
};

}  // namespace makegood::wire
