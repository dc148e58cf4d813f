// What went wrong for a customer.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/base/money.hpp"
#include "app/base/text_id.hpp"

namespace makegood::core::incident {

enum class Kind : std::uint8_t { stock_out, service_failure, delight };

// The eight tiles of "Something went wrong".
enum class Failure : std::uint8_t {
    wrong_price, wrong_or_damaged, waited_too_long, not_treated_well,
    promise_not_kept, order_or_delivery, billing_or_equipment, something_else,
};

enum class Severity : std::uint8_t { nuisance, spoiled_visit, spoiled_day };

// What the clerk can say about the situation with one touch each (R8).
struct Context {
    bool in_a_hurry = false;
    bool special_day = false;
    bool happened_before = false;
    bool with_children = false;
    bool not_our_fault = false;  // a supplier, courier or partner failed; made good here, charged back there (R11)
    friend bool operator==(const Context&, const Context&) = default;
};

struct Incident {
    Kind kind = Kind::stock_out;
    Failure failure = Failure::something_else;  // of a service failure only
    Severity severity = Severity::nuisance;
    Context context;
    ArticleNumber article;   // the missing or wrong one; may be empty for a failure
    std::int64_t quantity = 1;
    std::optional<Money> loss;  // what the customer lost in money, where it is known
    friend bool operator==(const Incident&, const Incident&) = default;
};

// Words of files and of the command line: "stock-out", "waited-too-long", "spoiled-visit", "in-a-hurry".
std::string_view word(Kind kind);
std::string_view word(Failure failure);
std::string_view word(Severity severity);
std::optional<Kind> kind_from_word(std::string_view word);
std::optional<Failure> failure_from_word(std::string_view word);
std::optional<Severity> severity_from_word(std::string_view word);

}  // namespace makegood::core::incident
