// What went wrong for a customer.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/base/money.hpp"
#include "app/base/text_id.hpp"

namespace makegood::core::incident {

enum class Kind : std::uint8_t { stock_out, service_failure, delight };

// The eight tiles of "Something went wrong".
enum class Failure : std::uint8_t {
    wrong_price,
    wrong_or_damaged,
    waited_too_long,
    not_treated_well,
    promise_not_kept,
    order_or_delivery,
    billing_or_equipment,
    something_else,
};

enum class Severity : std::uint8_t { nuisance, spoiled_visit, spoiled_day };

// What the clerk can say about the situation with one touch each (R8).
struct Context {
    bool in_a_hurry = false;
    bool special_day = false;
    bool happened_before = false;
    bool with_children = false;
    bool not_our_fault =
        false;  // a supplier, courier or partner failed; made good here, charged back there (R11)
    friend bool operator==(const Context&, const Context&) = default;
};

struct Incident {
    Kind kind = Kind::stock_out;
    Failure failure = Failure::something_else;  // of a service failure only
    Severity severity = Severity::nuisance;
    Context context;
    ArticleNumber article;  // the missing or wrong one; may be empty for a failure
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

// The context flags under their words, in the order of the chips: "in-a-hurry", "special-day",
// "happened-before", "with-children", "not-our-fault".
struct ContextWord {
    std::string_view word;
    bool Context::*flag;
};
std::span<const ContextWord> context_words();
// Every flag of `some` is set in `all`; and whether any flag is set in both.
bool holds_all(const Context& all, const Context& some);
bool share_any(const Context& one, const Context& other);

// Captions for people: "Waited too long", "Spoiled the visit".
std::string_view title(Failure failure);
std::string_view title(Severity severity);

// All values, in the order of the tiles.
std::span<const Failure> all_failures();

// What the loss is made of; a recovery should be of the same kind (R3).
enum class LossKind : std::uint8_t { goods, money, regard, open, none };
LossKind loss_kind(const Incident& incident);

}  // namespace makegood::core::incident
