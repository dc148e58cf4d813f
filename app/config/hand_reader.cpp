#include "app/config/hand_reader.hpp"

namespace makegood::config {
namespace {

using core::substitute::HandLine;
using core::substitute::Subject;
using What = Subject::What;

const std::vector<std::string_view> verbs{"pin", "rank", "forbid"};
constexpr std::size_t longest_name = 200;

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    if (first == text.npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

// "Food > Oils > Olive oil" -> its levels, widest first; empty where one of them is.
std::vector<std::string> levels_of(std::string_view path) {
    std::vector<std::string> levels;
    for (std::size_t begin = 0; begin <= path.size();) {
        const auto end = std::min(path.find('>', begin), path.size());
        levels.push_back(trimmed(path.substr(begin, end - begin)));
        if (levels.back().empty()) return {};
        begin = end + 1;
    }
    return levels;
}

// One of "article", "brand" and "category", each with what stands before its name. `named` counts them.
Subject read_subject(Section& section, const std::string& before, int& named) {
    Subject subject;
    const auto take = [&](const char* key, What what) {
        std::string name;
        section.text(before + key, name, longest_name);
        if (!section.has(before + key)) return;
        ++named;
        subject.what = what;
        subject.words = what == What::category ? levels_of(name) : std::vector{trimmed(name)};
        if (subject.words.empty() || subject.words.front().empty())
            section.refuse(before + key,
                           what == What::category
                               ? "Write the category with all its levels, as in \"Food > Oils > Olive oil\"."
                               : "Write which one, or take the line out.");
    };
    take("article", What::article);
    take("brand", What::brand);
    take("category", What::category);
    return subject;
}

std::optional<HandLine> read_hand_line(Reading& reading, const Value& table) {
    const auto problems_before = reading.problems.size();
    Section section(reading, &table, "instead", true);
    HandLine line;
    section.word(
        "do", verbs,
        [&](std::string_view word) {
            line.verb = word == "pin"    ? HandLine::Verb::pin
                        : word == "rank" ? HandLine::Verb::rank
                                         : HandLine::Verb::forbid;
        },
        "");
    if (!section.has("do"))
        section.refuse("do", "Say what to do: do = \"pin\" (offer it first), \"rank\" or \"forbid\".");
    int missing = 0, offered = 0;
    line.missing = read_subject(section, "missing_", missing);
    line.substitute = read_subject(section, "", offered);
    section.integer("place", line.place, 1, 1000);
    if (missing > 1)
        section.refuse("missing_article", "Keep one of missing_article, missing_brand and missing_category.");
    if (offered != 1)
        section.refuse("article", "Name what is offered, with one of article, brand and category.");
    if (section.has("place") && line.verb != HandLine::Verb::rank)
        section.refuse("place", "Only what is ranked has a place: write do = \"rank\", or take place out.");
    section.close();
    if (reading.problems.size() > problems_before) return std::nullopt;
    return line;
}

// What two lines speak of, as one text.
std::string subjects_of(const HandLine& line) {
    std::string key;
    for (const auto* subject : {&line.missing, &line.substitute}) {
        key += std::to_string(static_cast<int>(subject->what));
        for (const auto& word : subject->words) key += '\0' + word;
        key += '\n';
    }
    return key;
}

}  // namespace

std::vector<HandLine> read_hand_lines(Reading& reading, const std::vector<Value>& tables) {
    std::vector<HandLine> lines;
    std::map<std::string, std::pair<HandLine, int>> before;  // with the line in the file
    for (const auto& table : tables) {
        auto line = read_hand_line(reading, table);
        if (!line) continue;
        const auto [first, is_new] = before.try_emplace(subjects_of(*line), *line, table.line);
        if (!is_new && first->second.first != *line)
            reading.problems.push_back({reading.file, table.line,
                                        "This says something else of the same articles than line " +
                                            std::to_string(first->second.second) + ". Keep one of the two."});
        else
            lines.push_back(std::move(*line));
    }
    return lines;
}

}  // namespace makegood::config
