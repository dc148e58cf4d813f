#include "app/config/policy_document.hpp"

#include <algorithm>

namespace makegood::config {
namespace {

// Of a document, beside what every policy file must keep to. `line`: of its section [policy], 0: it has none.
void check_head(const DocumentHead& head, const Document& document, int line, Problems& problems) {
    const auto must_say = [&](const char* sentence) { problems.push_back({document.name, line, sentence}); };
    if (head.version == 0)
        must_say(
            "It does not say which version it is; write version = 1 under [policy], and one more each time.");
    if (head.store.empty())
        must_say("It does not say for which store it is; write store = \"Corner Market\" under [policy].");
}

int line_of_head(const Document& document) {
    Problems ignored;
    const auto table = parse_toml(document.text, document.name, ignored);
    const auto head = table.entries.find("policy");
    return head == table.entries.end() ? 0 : head->second.line;
}

}  // namespace

Result<CheckedDocument> check_document(const Document& document, const std::filesystem::path& shipped,
                                       const Currency& currency) {
    CheckedDocument checked;
    if (document.text.size() > longest_document) {
        checked.problems.push_back({document.name, 0,
                                    "It is larger than " + std::to_string(longest_document / 1024) +
                                        " KiB; leave out what is as shipped."});
        return checked;
    }
    auto files = policy_texts(policy_files(shipped / "policy"));
    if (!files) return fail(files.error());
    files->emplace_back(document.name, document.text);
    Reading reading;
    reading.amounts.currency = currency;
    const auto settings = read_policy(*files, reading);
    checked.problems = std::move(reading.problems);
    checked.head = reading.head;
    check_head(checked.head, document, line_of_head(document), checked.problems);
    std::stable_sort(checked.problems.begin(), checked.problems.end(),
                     [](const Problem& a, const Problem& b) { return a.line < b.line; });
    return checked;
}

Error all_of(const std::vector<Problem>& problems) {
    Error error{ErrorKind::bad_input, {}, {}};
    for (const auto& problem : problems)
        error.sentence += (error.sentence.empty() ? "" : "\n") + problem.text();
    return error;
}

}  // namespace makegood::config
