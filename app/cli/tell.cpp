#include "app/cli/tell.hpp"

#include <algorithm>

namespace makegood::cli {
namespace {

std::string_view word(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::refused:
            return "refused";
        case ErrorKind::needs_approval:
            return "needs-approval";
        case ErrorKind::bad_input:
            return "bad-input";
        case ErrorKind::not_found:
            return "not-found";
        case ErrorKind::busy:
            return "busy";
        case ErrorKind::failed:
            break;
    }
    return "failed";
}

std::vector<wire::Json> lines_of(const std::string& text) {
    std::vector<wire::Json> lines;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        lines.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

}  // namespace

int tell(const Error& error, bool json, const Output& output) {
    const int code = base::exit_code(error.kind);
    if (!json) {
        output.err(error.sentence + "\n");
        return code;
    }
    const auto problems = lines_of(error.sentence);
    auto document =
        wire::Json::object({{"error", word(error.kind)}, {"sentence", problems.front()}, {"exit", code}});
    if (problems.size() > 1) document.set("problems", wire::Json::array(problems));
    output.err(document.text() + "\n");
    return code;
}

void tell_warning(const std::string& sentence, bool json, const Output& output) {
    output.err((json ? wire::Json::object({{"warning", sentence}}).text() : sentence) + "\n");
}

bool asks_for_json(const std::vector<std::string>& arguments) {
    return std::find(arguments.begin(), arguments.end(), "--json") != arguments.end();
}

}  // namespace makegood::cli
