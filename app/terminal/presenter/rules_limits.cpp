#include "app/terminal/presenter/rules_limits.hpp"

#include <algorithm>

#include "app/terminal/presenter/rules_view_of.hpp"
#include "app/terminal/presenter/rules_words.hpp"

namespace makegood::terminal::presenter {
namespace {

constexpr std::string_view prefix = "limit.";
constexpr std::size_t most_on_one_page = 5, most_beside_more = 4;

std::string quoted(const std::string& text) {
    return '"' + text + '"';
}

std::string list_of(const std::vector<std::string>& words) {
    if (words.size() == 1) return quoted(words.front());
    std::string list;
    for (const auto& word : words) list += (list.empty() ? "" : ", ") + quoted(word);
    return '[' + list + ']';
}

RuleField field_of(const LimitLine& limit, const RulesKnown& known, const Facts& facts) {
    const auto& currency = facts.setup.currency;
    RuleField field{.id = limit_key(limit.id),
                    .title = words::limit_title(limit),
                    .value = words::limit_amount(limit, currency),
                    .line = words::limit_line(limit, currency),
                    .changed = facts.drafts.now().changes.contains(limit_key(limit.id)),
                    .wrong = !limit.problem.empty(),
                    .unavailable = known.in_force.from_head_office ? words::from_head_office : ""};
    if (field.wrong)
        field.line = with_titles(limit.problem);
    else if (field.changed)
        if (const auto* before = limit_of(known.in_force.limits, field.id); before == nullptr)
            field.line = words::new_limit;
        else if (*before != limit)
            field.line = words::was(words::limit_in_words(*before, currency));
    return field;
}

RuleField field_of(const char* id, std::string title, std::string value, std::string unavailable) {
    return {.id = id,
            .title = std::move(title),
            .value = std::move(value),
            .unavailable = std::move(unavailable)};
}

}  // namespace

std::string limit_key(const std::string& id) {
    return std::string(prefix) + id;
}

bool is_limit_key(std::string_view key) {
    return key.starts_with(prefix);
}

std::string written_limit(const LimitLine& limit) {
    std::string text;
    const auto add = [&](const char* name, const std::string& value) {
        text += std::string(text.empty() ? "{ " : ", ") + name + " = " + value;
    };
    if (!limit.each.empty()) add("each", list_of(limit.each));
    if (!limit.kind.empty()) add("kind", quoted(limit.kind));
    if (!limit.per.empty()) add("per", quoted(limit.per));
    if (!limit.from.empty()) add("from", limit.from);
    if (!limit.cost.empty()) add("cost", quoted(limit.cost));
    if (!limit.worth.empty()) add("worth", quoted(limit.worth));
    return text + " }";
}

std::string new_limit_id(const LimitLine& limit, const std::vector<LimitLine>& beside) {
    std::string id = limit.each.empty() ? "all" : "each";
    for (const auto& whom : limit.each) id += '-' + whom;
    if (!limit.kind.empty()) id += '-' + limit.kind;
    if (!limit.per.empty()) id += "-a-" + limit.per;
    std::replace(id.begin(), id.end(), ' ', '-');
    const auto is_taken = [&](const std::string& name) {
        return std::any_of(beside.begin(), beside.end(),
                           [&](const LimitLine& each) { return each.id == name; });
    };
    if (!is_taken(id)) return id;
    for (int number = 2;; ++number)
        if (auto next = id + '-' + std::to_string(number); !is_taken(next)) return next;
}

bool is_for(const LimitLine& limit, std::string_view whom) {
    return std::find(limit.each.begin(), limit.each.end(), whom) != limit.each.end();
}

LimitLine with_each(LimitLine limit, std::string_view whom, bool is_meant) {
    std::erase(limit.each, whom);
    if (is_meant) limit.each.emplace_back(whom);
    if (is_for(limit, "kind")) limit.kind.clear();
    if (is_for(limit, "incident")) {
        limit.per.clear();
        limit.from.clear();
    } else if (limit.per.empty()) {
        limit.per = "day";
    }
    return limit;
}

const LimitLine* limit_of(const std::vector<LimitLine>& limits, std::string_view key) {
    const auto found = std::find_if(limits.begin(), limits.end(),
                                    [&](const LimitLine& each) { return limit_key(each.id) == key; });
    return found == limits.end() ? nullptr : &*found;
}

std::vector<RuleField> limit_fields(const RulesKnown& known, const Facts& facts) {
    const auto& limits = known.drafted.limits;
    const std::string fixed = known.in_force.from_head_office ? words::from_head_office : "";
    const bool all = limits.size() <= most_on_one_page;
    const std::size_t first = all || known.first_limit >= limits.size() ? 0 : known.first_limit;
    const std::size_t end = std::min(limits.size(), all ? most_on_one_page : first + most_beside_more);
    std::vector<RuleField> fields;
    for (std::size_t i = first; i < end; ++i) fields.push_back(field_of(limits[i], known, facts));
    if (!all) {
        const auto next = next_limits(first, limits.size());
        fields.push_back(field_of("limit-more", words::limits_shown(first, end, limits.size()),
                                  next == 0 ? words::first_limits : words::more_limits, {}));
    }
    fields.push_back(field_of("limit-add", words::add_limit,
                              limits.empty() ? words::first_limit : words::one_more, fixed));
    fields.back().line = words::add_limit_line;
    return fields;
}

std::size_t next_limits(std::size_t first, std::size_t count) {
    const auto next = first + most_beside_more;
    return next >= count ? 0 : next;
}

}  // namespace makegood::terminal::presenter
