#include "app/cli/rank_cases.hpp"

#include <algorithm>
#include <fstream>

#include "app/service/suggestions.hpp"
#include "app/wire/suggest_case.hpp"

namespace makegood::cli {
namespace {

// So many are ranked before others may use the desk again.
constexpr std::size_t cases_at_once = 64;

struct Line {
    std::uint64_t number = 0;
    std::string text;
};

// The next lines that are not empty; none at the end.
std::vector<Line> next_lines(std::istream& file, std::uint64_t& number) {
    std::vector<Line> lines;
    for (std::string text; lines.size() < cases_at_once && std::getline(file, text);) {
        ++number;
        if (text.ends_with('\r')) text.pop_back();
        const bool empty = text.find_first_not_of(" \t") == text.npos;
        if (!empty) lines.push_back({number, std::move(text)});
    }
    return lines;
}

Result<std::string> ranked(const service::Desk& desk, const std::string& line) {
    const auto asked = wire::read_suggest_case(line);
    if (!asked) return fail(asked.error());
    const auto order = service::rank(desk, asked->article, asked->among, asked->bought);
    if (!order) return fail(order.error());
    return wire::ranked_line(*asked, *order);
}

std::string told(std::uint64_t line, const std::string& reason, bool json) {
    if (json) return wire::Json::object({{"line", line}, {"reason", reason}}).text() + "\n";
    return fmt::format("Line {}: {}\n", line, reason);
}

}  // namespace

Result<> rank_cases(const std::string& file, const Call& call) {
    std::ifstream cases(call.path(file), std::ios::binary);
    if (!cases)
        return fail(
            ErrorKind::not_found,
            "The file \"" + file + "\" can't be opened. Name a file of cases, one JSON object a line.");
    std::uint64_t number = 0, bad = 0;
    for (auto lines = next_lines(cases, number); !lines.empty(); lines = next_lines(cases, number)) {
        std::string out, err;
        MAKEGOOD_TRY(call.machine().with_desk([&](service::Desk& desk) -> Result<> {
            for (const auto& line : lines) {
                const auto answer = ranked(desk, line.text);
                if (answer)
                    out += *answer + "\n";
                else
                    err += told(line.number, answer.error().sentence, call.json);
                bad += answer ? 0 : 1;
            }
            return {};
        }));
        if (!out.empty()) call.output.out(out);
        if (!err.empty()) call.output.err(err);
    }
    if (cases.bad())
        return fail(
            ErrorKind::failed,
            "\"" + file + "\" can't be read to its end. Name a file of cases, one JSON object a line.");
    if (bad == 0) return {};
    return fail(ErrorKind::bad_input,
                fmt::format("{} of {} lines could not be ranked; the reasons stand above. The others were.",
                            bad, number));
}

}  // namespace makegood::cli
