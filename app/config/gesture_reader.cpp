#include "app/config/gesture_reader.hpp"

#include <algorithm>

#include "app/core/incident/incident.hpp"

namespace makegood::config {
namespace {

using core::gesture::Gesture;
using core::gesture::Nature;
using core::gesture::Paper;
namespace incident = core::incident;

using Words = std::vector<std::string_view>;

const Words kinds{"stock-out", "service-failure", "delight"};
const Words severities{"nuisance", "spoiled-visit", "spoiled-day"};
const Words natures{"product", "money", "attention", "promise"};
const Words papers{"none", "sticker", "voucher"};
const Words placeholders{"article", "worth", "due", "days", "again"};

Words failure_words() {
    Words words;
    for (const auto failure : incident::all_failures()) words.push_back(incident::word(failure));
    return words;
}

Words chip_words() {
    Words words;
    for (const auto& chip : incident::context_words()) words.push_back(chip.word);
    return words;
}

void read_context(Section& section, std::string_view key, incident::Context& context) {
    section.words(key, chip_words(), [&](std::string_view word) {
        for (const auto& chip : incident::context_words())
            if (chip.word == word) context.*chip.flag = true;
    });
}

void read_wording(Section& section, Gesture& gesture) {
    section.text("title", gesture.title, 60);
    section.text("label", gesture.label, 40);
    section.text("detail", gesture.detail, 100);
    section.text("sentence", gesture.sentence, 240);
}

void read_occasion(Section& section, Gesture& gesture) {
    section.words("for", kinds, [&](auto word) { gesture.kinds.push_back(*incident::kind_from_word(word)); });
    section.words("failures", failure_words(),
                  [&](auto word) { gesture.failures.push_back(*incident::failure_from_word(word)); });
    section.word(
        "from", severities, [&](auto word) { gesture.from = *incident::severity_from_word(word); }, "");
    section.word(
        "to", severities, [&](auto word) { gesture.to = *incident::severity_from_word(word); }, "");
    read_context(section, "only_when", gesture.only_when);
    read_context(section, "not_when", gesture.not_when);
}

void read_value(Section& section, Gesture& gesture) {
    section.word(
        "nature", natures, [&](auto word) { gesture.nature = *core::gesture::nature_from_word(word); }, "");
    section.word(
        "paper", papers, [&](auto word) { gesture.paper = *core::gesture::paper_from_word(word); }, "");
    Money worth;
    section.money("worth", worth);
    if (section.has("worth")) gesture.fixed_worth = worth;
    Percent share;
    section.percent("share_of_loss", share, 1, 150);
    if (section.has("share_of_loss")) gesture.share_of_loss = share;
    section.money("least_worth", gesture.least_worth);
    section.money("most_worth", gesture.most_worth);
    section.percent("cost_share", gesture.cost_share, 0, 100);
    section.integer("valid_days", gesture.valid_days, 1, 3650);
    section.integer("due_hours", gesture.due_hours, 1, 24 * 366);
    section.integer("chance_weight", gesture.chance_weight, 1, 1000);
}

void check_placeholders(Section& section, std::string_view key, std::string_view text) {
    for (auto open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
        const auto close = text.find('}', open);
        const auto name = text.substr(open + 1, close == text.npos ? text.npos : close - open - 1);
        if (close != text.npos &&
            std::find(placeholders.begin(), placeholders.end(), name) != placeholders.end())
            continue;
        section.refuse(key, "{" + std::string(name.substr(0, 20)) + "} can't be filled in." +
                                did_you_mean(name, placeholders));
    }
}

void check(Section& section, const Gesture& gesture, const Reading& reading, std::size_t problems_before) {
    if (reading.problems.size() > problems_before) return;  // what follows would only echo them
    const auto refuse = [&](std::string_view key, std::string sentence) {
        section.refuse(key, "The gesture \"" + gesture.id.text() + "\" " + std::move(sentence));
    };
    const auto refuse_both = [&](std::string_view key, std::string_view other, std::string sentence) {
        section.refuse_both(key, other, "The gesture \"" + gesture.id.text() + "\" " + std::move(sentence));
    };
    for (const auto& [key, text] : {std::pair{"title", gesture.title},
                                    {"label", gesture.label},
                                    {"detail", gesture.detail},
                                    {"sentence", gesture.sentence}})
        check_placeholders(section, key, text);
    if (gesture.title.empty() || gesture.sentence.empty())
        refuse("title", "needs a title and a sentence to say.");
    if (gesture.kinds.empty()) refuse("for", "needs for = [...]: stock-out, service-failure or delight.");
    if (gesture.from > gesture.to) refuse_both("from", "to", "begins above its end: change from or to.");
    if (gesture.fixed_worth && gesture.share_of_loss)
        refuse_both("worth", "share_of_loss", "has both worth and share_of_loss; keep one.");
    if (gesture.most_worth > Money{} && gesture.least_worth > gesture.most_worth)
        refuse_both("least_worth", "most_worth", "is worth at least more than at most: exchange the two.");
    for (const auto& chip : incident::context_words())
        if (gesture.only_when.*chip.flag && gesture.not_when.*chip.flag)
            refuse_both("only_when", "not_when",
                        "is for only_when and not_when of \"" + std::string(chip.word) +
                            "\", so it could never be offered: take it out of one.");
    if (gesture.fixed_worth && *gesture.fixed_worth == Money{})
        refuse("worth", "is worth nothing; leave worth away when it costs nothing.");
    if (gesture.nature == Nature::money && gesture.free())
        refuse("nature", "gives money but does not say how much: set worth or share_of_loss.");
    if (gesture.paper == Paper::voucher && gesture.free())
        refuse("paper", "prints a voucher but has no worth: set worth, or paper = \"none\".");
    if (gesture.nature == Nature::promise && gesture.due_hours == 0)
        refuse("nature", "is a promise; say by when: due_hours = 48.");
    if (gesture.nature != Nature::promise && gesture.due_hours > 0)
        refuse("due_hours", "has due_hours but is no promise: set nature = \"promise\".");
}

std::string summary(const Gesture& gesture, const Currency& currency) {
    std::string text = "\"" + gesture.title + "\", " + std::string(core::gesture::word(gesture.nature));
    if (gesture.fixed_worth) text += ", worth " + format_plain(*gesture.fixed_worth, currency);
    if (gesture.share_of_loss) text += ", worth " + shown_percent(*gesture.share_of_loss) + " of the loss";
    if (gesture.free()) text += ", costs nothing";
    return text;
}

void take_out(Section& section, Reading& reading, const std::string& id, std::vector<Gesture>& library,
              std::vector<Gesture>::iterator old) {
    Words ids;
    for (const auto& gesture : library) ids.push_back(gesture.id.text());
    if (old == library.end())
        return section.refuse("id",
                              "There is no gesture \"" + id + "\" to switch off." + did_you_mean(id, ids));
    library.erase(old);
    reading.effective.erase("gesture." + id);
}

}  // namespace

void read_gesture(Reading& reading, const Value& table, std::vector<Gesture>& library) {
    const auto problems_before = reading.problems.size();
    Section section(reading, &table, "gesture", true);
    std::string id;
    bool off = false;
    section.text("id", id, 40);
    section.yes_no("off", off);
    Gesture gesture;
    gesture.id = GestureId(id);
    read_wording(section, gesture);
    read_occasion(section, gesture);
    read_value(section, gesture);
    section.close();
    if (id.empty()) return section.refuse("id", "A gesture needs a name of its own: id = \"coffee\".");
    const auto old = std::find_if(library.begin(), library.end(),
                                  [&](const Gesture& other) { return other.id == gesture.id; });
    if (off) return take_out(section, reading, id, library, old);
    check(section, gesture, reading, problems_before);
    if (reading.problems.size() > problems_before) return;
    const std::string key = "gesture." + id;
    if (const auto before = reading.effective.find(key);
        before != reading.effective.end() && before->second.file == reading.file)
        return section.refuse("id", "The gesture \"" + id +
                                        "\" stands in this file twice; the first is in line " +
                                        std::to_string(before->second.line) + ". Keep one of them.");
    reading.effective[key] = {key, summary(gesture, reading.amounts.currency), reading.file, section.line()};
    if (old != library.end())
        *old = std::move(gesture);
    else
        library.push_back(std::move(gesture));
}

}  // namespace makegood::config
