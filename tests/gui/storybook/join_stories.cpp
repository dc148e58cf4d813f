#include "tests/gui/storybook/join_stories.hpp"

#include "app/terminal/presenter/keyboards.hpp"
#include "app/terminal/presenter/manager_words.hpp"
#include "tests/gui/storybook/money_stories.hpp"

namespace makegood::tests::gui {
namespace {

using namespace terminal::presenter;

Screen joining(decltype(Screen::body) body) {
    return managers(std::move(body), words::join_hub, "registers");
}

JoinHub form() {
    return {.lead = words::join_lead,
            .fields = {{"address", words::hub_address, "", words::address_hint, true},
                       {"code", words::one_time_code, "", words::code_hint}},
            .keyboard = address_keyboard(words::next)};
}

void add_forms(std::vector<Story>& all) {
    JoinHub typed = form();
    all.push_back({"join", joining(typed), true});
    typed.keyboard = address_keyboard(words::join);
    typed.fields[0] = {"address", words::hub_address, "hub.corner-market.example:8443", "", false};
    typed.fields[1] = {"code", words::one_time_code, "7K3QM-0ZT", "", true};
    all.push_back({"join-typed", joining(typed), true});
    typed.fields[0].text =
        "https://kassenserver-untergeschoss.filiale-0471.corner-market-of-hohenfels.example:18443";
    typed.fields[1].text = "7K3QM-0ZT4W";
    all.push_back({"join-long", joining(typed)});
}

void add_words(std::vector<Story>& all) {
    HubWord word{.digits = "482 915",
                 .title = words::compare,
                 .line = words::compare_line,
                 .state = words::waits_until("14:03", "14:13"),
                 .other = words::give_up};
    all.push_back({"join-digits", joining(word), true});
    word.state = words::hub_out_of_reach("14:05");
    word.trouble = true;
    all.push_back({"join-unreached", joining(word)});
    all.push_back({"join-asking", joining(HubWord{.icon = "clock",
                                                  .title = words::asking_hub,
                                                  .line = words::asking_line,
                                                  .other = words::give_up})});
    const auto ended = [](const char* icon, const char* title, const char* line) {
        return joining(HubWord{.icon = icon, .title = title, .line = line, .action = words::all_right});
    };
    all.push_back({"join-joined", ended("check", words::joined_title, words::joined_line), true});
    all.push_back(
        {"join-refused", ended("exclamation", words::turned_away_title, words::turned_away_line), true});
    all.push_back({"join-expired", ended("hourglass", words::expired_title, words::expired_line)});
}

}  // namespace

void add_hub(std::vector<Story>& all, const Registers& shared) {
    Registers view = shared;
    view.facts = {{words::hub, "hub.corner-market.example:8443"},
                  {words::member_since, "22 November, 09:12"},
                  {words::last_contact, "16:04"},
                  {words::still_to_send, "3 records"}};
    all.push_back({"registers-member", managers(view, "Registers", "registers"), true});
    view.state = words::unreached_since("15:47");
    view.trouble = true;
    view.facts[0].value = "kassenserver-untergeschoss.filiale-0471.corner-market-of-hohenfels.example:18443";
    view.facts[3].value = words::records(12408);
    all.push_back({"registers-unreached", managers(view, "Registers", "registers")});
    view = shared;
    view.alone = true;
    view.state = words::alone;
    view.pots.clear();
    view.pots_message = words::no_pots;
    view.join = words::join_hub;
    all.push_back({"registers-join", managers(view, "Registers", "registers"), true});
    view.state = words::expired_title + std::string(". ") + words::alone;
    view.trouble = true;
    view.join_unavailable =
        "Only the owner may join a register to the shop's hub, or give that up. Ask them.";
    all.push_back({"registers-join-manager", managers(view, "Registers", "registers")});
    add_forms(all);
    add_words(all);
}

}  // namespace makegood::tests::gui
