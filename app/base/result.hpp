// Errors as values. Every operation that can fail for a reason outside the program answers a Result;
// programming errors are assertions and stay on in release (see check.hpp).
#pragma once
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace makegood::base {

// The closed set of kinds. Each border maps them once: exit code, HTTP status, screen.
enum class ErrorKind {
    refused,    // a rule says no (budget, guard, state); nothing is wrong with the machine
    needs_approval,  // above the tier of who asks: somebody with more authority can sign for it
    bad_input,  // what a person or file gave can't be used
    not_found,  // the named thing does not exist here
    busy,       // somebody else holds it; trying again later can help
    failed,     // the machine failed: disk, network, printer, damaged data
};

// sentence: for the person, complete, with a way out. detail: for the log; may be empty.
struct Error {
    ErrorKind kind;
    std::string sentence;
    std::string detail;
};

// A T or an Error. Result<void> says only whether it worked. Never ignore one.
template <class T = void>
class [[nodiscard]] Result : public tl::expected<T, Error> {
  public:
    using tl::expected<T, Error>::expected;
    Result() = default;
};

inline tl::unexpected<Error> fail(ErrorKind kind, std::string sentence, std::string detail = {}) {
    return tl::unexpected<Error>(Error{kind, std::move(sentence), std::move(detail)});
}
inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

// 0 done, 1 refused by a rule, 2 wrong use, 3 the machine failed.
int exit_code(ErrorKind kind);

}  // namespace makegood::base

namespace makegood {
using base::Error;
using base::ErrorKind;
using base::fail;
using base::Result;
}  // namespace makegood

// Passes an error of `expression` up; for Results whose value is not needed.
#define MAKEGOOD_TRY(expression)                                                        \
    do {                                                                                \
        if (auto outcome_ = (expression); !outcome_) return ::makegood::fail(outcome_.error()); \
    } while (false)
