// Reads the fields of one small JSON object; remembers the first that is missing or out of bounds.
#pragma once
#include <boost/json.hpp>
#include <cstdint>
#include <string>
#include <string_view>

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

    // What was read so far is good.
    Result<> outcome() const;

  private:
    const boost::json::value* find(const char* key);
    void miss(const std::string& why);

    std::string what_, problem_;
    boost::json::object object_;
};

}  // namespace makegood::wire
