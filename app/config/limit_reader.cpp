#include "app/config/limit_reader.hpp"

#include <algorithm>

#include "app/core/recovery/offer.hpp"

namespace makegood::config {
namespace {

using core::budget::Each;
using core::budget::LimitRule;

using Words = std::vector<std::string_view>;

struct EachWord {
    std::string_view word;
    bool Each::*flag;
};
constexpr EachWord each_words[] = {{"clerk", &Each::clerk},
                                   {"kind", &Each::kind},
                                   {"incident", &Each::incident},
                                   {"customer", &Each::customer}};

Words words_of_each() {
    Words words;
    for (const auto& each : each_words) words.push_back(each.word);
    return words;
}

Words kind_words() {
    using core::recovery::OfferKind;
    Words words;
    for (const auto kind : {OfferKind::free_substitute, OfferKind::same_price_substitute, OfferKind::gift,
                            OfferKind::amount_off, OfferKind::attention, OfferKind::promise})
        words.push_back(core::recovery::word(kind));
    return words;
}

void read_period(Section& section, core::budget::Limit& limit) {
    std::string per;
    CivilDate from{};
    section.text("per", per, 40);
    section.date("from", from);
    if (!section.has("per"))
        return section.refuse("per",
                              "Say for how long it holds: per = \"day\", \"week\", \"month\", or "
                              "\"14 days\" with from = 2026-01-05.");
    const auto date = from.ok() ? base::format_date(from) : std::string();
    const auto read = core::budget::period_from_words(per, date);
    if (!read) return section.refuse("per", "limit.per: " + read.error().sentence);
    limit.kind = read->kind;
    limit.own = read->own;
}

LimitRule read_rule(Section& section) {
    LimitRule rule;
    section.words("each", words_of_each(), [&](std::string_view word) {
        for (const auto& each : each_words)
            if (each.word == word) rule.each.*each.flag = true;
    });
    section.word(
        "kind", kind_words(), [&](std::string_view word) { rule.kind = word; }, "");
    section.money("cost", rule.limit.cost);
    section.optional_money("worth", rule.limit.worth);
    if (!rule.each.incident) {
        read_period(section, rule.limit);
    } else {
        std::string unused;
        section.text("per", unused, 40);
        if (section.has("per"))
            section.refuse("per", "A limit of each incident has no period: take per out, or incident.");
    }
    if (!section.has("cost"))
        section.refuse("cost", "Say how much it allows: cost = \"5 gifts\"; \"0\" allows nothing.");
    if (rule.each.kind && !rule.kind.empty())
        section.refuse_both("each", "kind", "Each kind and one kind alone is not both possible; keep one.");
    return rule;
}

// Whatever was said before of the same thing; nullptr: nothing.
const NamedLimit* other_of_same(const std::vector<NamedLimit>& limits, const std::string& id,
                                const LimitRule& rule) {
    const auto same = [&](const NamedLimit& each) {
        return each.id != id && core::budget::same_thing(each.rule, rule);
    };
    const auto place = std::find_if(limits.begin(), limits.end(), same);
    return place == limits.end() ? nullptr : &*place;
}

std::string where(const Reading& reading, const std::string& id) {
    const auto set = reading.effective.find("limit." + id);
    if (set == reading.effective.end()) return {};
    const auto& file = set->second.file;
    return " (line " + std::to_string(set->second.line) +
           (file == reading.file ? ")" : " of " + file.substr(file.rfind('/') + 1) + ")");
}

// Whether it may stand beside the others.
bool fits_in(Section& section, const Reading& reading, const std::vector<NamedLimit>& limits,
             const std::string& id, const LimitRule& rule) {
    const auto before = reading.effective.find("limit." + id);
    if (before != reading.effective.end() && before->second.file == reading.file)
        section.refuse("id", "The limit \"" + id + "\" stands in this file twice; the first is in line " +
                                 std::to_string(before->second.line) + ". Keep one of them.");
    else if (const auto* other = other_of_same(limits, id, rule))
        section.refuse("id", "The limits \"" + id + "\" and \"" + other->id + "\"" +
                                 where(reading, other->id) +
                                 " speak of the same thing and period. Keep one of them.");
    else if (limits.size() >= most_limits)
        section.refuse("id",
                       "There are more than " + std::to_string(most_limits) + " limits. Take some out.");
    else
        return true;
    return false;
}

void take_out(Section& section, Reading& reading, const std::string& id, std::vector<NamedLimit>& limits) {
    Words ids;
    for (const auto& each : limits) ids.push_back(each.id);
    if (std::erase_if(limits, [&](const NamedLimit& each) { return each.id == id; }) == 0)
        return section.refuse("id",
                              "There is no limit \"" + id + "\" to switch off." + did_you_mean(id, ids));
    reading.effective.erase("limit." + id);
}

}  // namespace

std::vector<LimitRule> rules_of(const std::vector<NamedLimit>& limits) {
    std::vector<LimitRule> rules;
    for (const auto& each : limits) rules.push_back(each.rule);
    return rules;
}

void read_limit(Reading& reading, const Value& table, std::vector<NamedLimit>& limits) {
    const auto problems_before = reading.problems.size();
    Section section(reading, &table, "limit", true);
    std::string id;
    bool off = false;
    section.text("id", id, 40);
    section.yes_no("off", off);
    if (id.empty()) section.refuse("id", "A limit needs a name of its own: id = \"each-clerk-a-day\".");
    if (off && !id.empty()) return take_out(section, reading, id, limits);
    const auto rule = read_rule(section);
    section.close();
    if (reading.problems.size() > problems_before) return;
    if (!fits_in(section, reading, limits, id, rule)) return;
    const std::string key = "limit." + id;
    const auto shown = core::budget::named(rule, "", rule.kind, reading.amounts.currency);
    reading.effective[key] = {key, '"' + shown + '"', reading.file, section.line()};
    const auto old =
        std::find_if(limits.begin(), limits.end(), [&](const NamedLimit& each) { return each.id == id; });
    if (old != limits.end())
        old->rule = rule;
    else
        limits.push_back({id, rule});
}

}  // namespace makegood::config
