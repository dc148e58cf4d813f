// What is wrong in a settings file, where, and how to mend it.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/result.hpp"

namespace makegood::config {

struct Problem {
    std::string file;
    int line = 0;  // from 1; 0: the whole file
    std::string sentence;
    // "policy.toml, line 12: …"
    std::string text() const;
};
using Problems = std::vector<Problem>;

// The first problem as a bad_input for the person, all of them for the log. `problems` is not empty; `rest`
// says where the others are told.
Error as_error(const Problems& problems, std::string_view rest = "`makegood config check` lists them all");

// The known word that is most like `word`, when it is so alike that it may have been meant; else empty.
std::string_view nearest(std::string_view word, std::span<const std::string_view> known);
// " Did you mean \"cards\"?" or " Known are: cards, free_options."
std::string did_you_mean(std::string_view word, std::span<const std::string_view> known);

}  // namespace makegood::config
