#include "app/config/problem.hpp"

#include <algorithm>
#include <numeric>

#include "app/base/check.hpp"

namespace makegood::config {
namespace {

// Levenshtein 1966: how many letters must be added, dropped or changed.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
        }
    }
    return row.back();
}

}  // namespace

std::string Problem::text() const {
    return line > 0 ? file + ", line " + std::to_string(line) + ": " + sentence : file + ": " + sentence;
}

Error as_error(const Problems& problems, std::string_view rest) {
    MAKEGOOD_CHECK(!problems.empty());
    Error error{ErrorKind::bad_input, problems.front().text(), {}};
    if (problems.size() > 1)
        error.sentence += " (" + std::to_string(problems.size() - 1) + " more; " + std::string(rest) + ".)";
    for (const auto& problem : problems) error.detail += problem.text() + '\n';
    return error;
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> known) {
    std::string_view best;
    std::size_t least = std::max<std::size_t>(2, word.size() / 2) + 1;
    if (word.size() > 60) return best;
    for (const auto candidate : known) {
        const bool cut_short = word.size() >= 3 && candidate.starts_with(word);
        const auto apart = cut_short ? 1 : distance(word, candidate);
        if (apart < least) {
            least = apart;
            best = candidate;
        }
    }
    return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> known) {
    if (const auto best = nearest(word, known); !best.empty())
        return " Did you mean \"" + std::string(best) + "\"?";
    std::string list;
    for (const auto candidate : known) list.append(list.empty() ? "" : ", ").append(candidate);
    return " Known are: " + list + ".";
}

}  // namespace makegood::config
