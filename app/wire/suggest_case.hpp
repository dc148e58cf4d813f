// Lines of `makegood suggest --batch`: cases to rank, and what was ranked.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/base/result.hpp"
#include "app/wire/json_writer.hpp"

namespace makegood::wire {

inline constexpr std::size_t longest_case = 1024 * 1024;  // bytes
inline constexpr std::size_t most_in_case = 20'000;       // articles

// {"case": "7", "article": "995242", "among": ["1029743", …], "bought": ["908531", …]}
struct SuggestCase {
    Json name;  // "case": a text or whole number, given back as it is; null where there is none
    std::string article;
    std::vector<std::string> among;
    std::vector<std::string> bought;  // by this customer before; may be missing
};

// Numbers of articles may be texts or whole numbers. bad_input with the reason; unknown keys are passed over.
Result<SuggestCase> read_suggest_case(std::string_view line);
// {"case": "7", "ranked": ["1029743", …]}
std::string ranked_line(const SuggestCase& asked, const std::vector<std::string>& ranked);

}  // namespace makegood::wire
