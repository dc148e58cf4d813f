#include "tests/gui/storybook/money_stories.hpp"

#include "tests/gui/storybook/join_stories.hpp"
#include "tests/gui/storybook/props.hpp"

namespace makegood::tests::gui {
namespace {

using namespace terminal::presenter;

constexpr const char* chart_note =
    "Solid: given. Pale: likely to come. Dots: what each hour can have so that the last customer has the "
    "same "
    "chance as the first.";

std::vector<ListTab> tabs(const std::string& chosen, const std::string& waiting = "Waiting") {
    std::vector<ListTab> all{
        {"gestures", "Gestures"}, {"clerks", "Clerks"}, {"latest", "Latest"}, {"waiting", waiting}};
    for (auto& tab : all) tab.chosen = tab.id == chosen;
    return all;
}

HourChart chart() {
    const double given[] = {0.1, 0.23, 0.14, 0.4, 0.3, 0.52, 0.26, 0.35},
                 allowed[] = {0.2, 0.3, 0.42, 0.66, 0.6, 0.55, 0.5, 0.72, 0.9, 1.0, 0.8, 0.45};
    HourChart chart{"By the hour, and what is still to come", "up to $14.20 an hour", {}, chart_note};
    for (int at = 0; at < 12; ++at) {
        const auto hour = std::to_string(9 + at);
        HourBar bar{hour, hour + ":00: $4.10 given, $0.00 likely to come, $6.00 allowed", 0, 0, allowed[at]};
        if (at < 8) bar.given = given[at];
        if (at == 7) bar.to_come = 0.2;
        if (at > 7) bar.to_come = allowed[at] * 0.8;
        chart.hours.push_back(bar);
    }
    return chart;
}

Figure left(const char* number, const char* of, double spent, double reserved, const char* line = "") {
    Figure figure{"Left today", number, line};
    figure.aside = of;
    figure.has_meter = true;
    figure.spent_share = spent;
    figure.reserved_share = reserved;
    figure.needs_care = *line != 0;
    return figure;
}

TodaysMoney usual() {
    TodaysMoney money;
    money.figures = {{"Given today", "$46.90", "19 recoveries"},
                     {"Reserved", "$16.70", "5 vouchers not yet used"},
                     {"Likely of that", "$8.20", "52 % come back"},
                     left("$86.40", "of $150", 0.31, 0.11)};
    money.chart = chart();
    money.list = {tabs("gestures"),
                  {{"Another one, free", "9 times", "$31.20", "worth $74.40"},
                   {"Gift", "4 times", "$8.10", "worth $21.60"},
                   {"Amount off", "5 times", "$7.60", "worth $7.60"},
                   {"Promise", "once", "$0.00", "worth $0.00"}},
                  {},
                  {}};
    return money;
}

void add_lists(std::vector<Story>& all) {
    TodaysMoney money = usual();
    money.list = {tabs("clerks"),
                  {{"Ayşe Demir", "34 cases, 21 made good", "$1.80 a case", "about as others, $1.95"},
                   {"Ben Carter", "61 cases, 52 made good", "$3.10 a case", "more than others, $2.05"},
                   {"Christiane Weber", "8 cases, 3 made good", "", "too few to compare"},
                   {"Jonas Lind", "40 cases, 12 made good", "$0.90 a case", "less than others, $1.90"}},
                  {},
                  "For the same kind of case in the same hours, in four weeks."};
    all.push_back({"money-clerks", managers(money, "Today’s money", "money"), true});
    money.list = {tabs("latest"),
                  {{"Virgin coconut oil 800 ml", "16:07 · Coconut oil 400 ml · Ann", "$4.10", "worth $9.49"},
                   {"Voucher over $5.00", "15:58 · Waited too long · Ben, Maria", "$5.00", "worth $5.00"},
                   {long_name, std::string("15:31 · ") + long_name + " · Ann", "$6.20", "worth $11.10"},
                   {"Bar of chocolate", "15:02 · a surprise · from the command line", "$0.80", "worth $1.99"},
                   {"Coffee at the bar", "14:40 · Not treated well · Ann", "$0.45", "worth $2.20"}},
                  "14 more",
                  {}};
    all.push_back({"money-latest", managers(money, "Today’s money", "money")});
    money.list = {tabs("waiting", "Waiting: 2"),
                  {{"Voucher over $25.00", "Ann asked at 16:02 · Order or delivery", "$25.00", "worth $25.00",
                    "o1-17.1"},
                   {long_name, "Maximiliane Oberhuber-Schwarzenberger asked at 15:44 · Wrong or damaged",
                    "$18.40", "worth $39.90", "o1-12.2"}},
                  {},
                  {}};
    Screen waiting = managers(money, "Today’s money", "money");
    all.push_back({"money-waiting", waiting, true});
    waiting.sheet = Sheet{.title = "Voucher over $25.00",
                          .text = "Ann asked at 16:02, for Order or delivery. It costs us $25.00.",
                          .other = "Not now"};
    waiting.sheet->choices = {{"sign", "", "Sign"}, {"refuse", "", "Say no"}};
    all.push_back({"money-sign", waiting});
}

void add_extremes(std::vector<Story>& all) {
    TodaysMoney money = usual();
    money.figures = {{"Given today", "$0.00", "no recovery"},
                     {"Reserved", "$0.00", "no voucher is out"},
                     {"Likely of that", "$0.00", ""},
                     left("$150.00", "of $150", 0, 0)};
    money.chart = {"By the hour, and what is still to come",
                   {},
                   {},
                   "Nothing is given yet, and nothing is known of this day’s hours."};
    money.list = {tabs("gestures"), {}, {}, "Nothing was given today."};
    all.push_back({"money-nothing", managers(money, "Today’s money", "money"), true});
    money.figures = {{"Given this month", "12,345,678.950 KWD", "20,418 recoveries today"},
                     {"Reserved", "1,016,704.125 KWD", "15,204 vouchers not yet used"},
                     {"Likely of that", "508,352.062 KWD", "50 % come back"},
                     left("0.000 KWD", "of 13,000,000 KWD", 0.95, 0.05, "362,383.075 KWD still out")};
    money.chart = chart();
    money.chart.aside = "up to 1,204,000.500 KWD an hour";
    money.chart.hours.clear();
    for (int hour = 0; hour < 24; ++hour)
        money.chart.hours.push_back(
            {std::to_string(hour), std::to_string(hour) + ":00: much", 0.04 * hour, 0, 1.0 - 0.04 * hour});
    money.list = {
        tabs("clerks", "Waiting: 30"),
        {{"Maximiliane Oberhuber-Schwarzenberger zu Hohenfels", "1,402 cases, 1,398 made good",
          "1,204.105 KWD a case", "about as others, 1,198.440 KWD"},
         {"Friedrich-Wilhelm Graf von Donnersmarck", "1 case, 0 made good", "", "too few to compare"},
         {"Zoë Ng", "640 cases, 512 made good", "3,410.000 KWD a case", "more than others, 1,190.125 KWD"},
         {"Ülkü Şahin", "620 cases, 12 made good", "0.010 KWD a case", "less than others, 1,190.125 KWD"},
         {"p-7f3a9c21", "44 cases, 12 made good", "1,100.000 KWD a case", "about as others, 1,190.125 KWD"}},
        "9 more",
        "For the same kind of case in the same hours, in four weeks."};
    Screen extreme = managers(money, "Today’s money", "money");
    all.push_back({"money-extreme", extreme});
    extreme.body = TodaysMoney{.icon = "clock", .message = "One moment"};
    all.push_back({"money-asking", extreme});
}

Registers shared() {
    Registers view;
    view.figures = {{"May be spent here", "$15.90", "at this register"},
                    {"Used here", "$4.10", "2026-11-22"},
                    {"In force", "$150.00", "the store’s limit"},
                    {"Still out", "$0.00", "nothing beyond the limit"}};
    view.title = "Register 2";
    view.line = "b6f0d85725634e147017c201ed03fca9 · epoch 1";
    view.state = "The hub was heard at 16:04.";
    view.pots_title = "Rights";
    view.pots = {{"Now · 2026-11-22", "$4.10 of $20.00 used", "holds $15.90", 0.2},
                 {"2026-11-23", "$0.00 of $10.00 used", "holds $10.00", 0},
                 {"2026-11-21", "$31.80 of $40.00 used", "holds $8.20", 0.8}};
    return view;
}

}  // namespace

std::vector<SectionTab> section_tabs() {
    return {{"money", "Today’s money"},
            {"rules", "Rules"},
            {"causes", "Causes"},
            {"people", "People"},
            {"registers", "Registers"}};
}

Screen managers(decltype(Screen::body) body, std::string title, const std::string& section) {
    Screen screen = screen_of(std::move(body), std::move(title));
    screen.top.sign_out = "Manage, or sign out";
    if (section.empty()) return screen;
    screen.sections = section_tabs();
    for (auto& tab : screen.sections) tab.chosen = tab.id == section;
    return screen;
}

void add_money(std::vector<Story>& all) {
    all.push_back({"money", managers(usual(), "Today’s money", "money"), true});
    add_lists(all);
    add_extremes(all);
}

void add_registers(std::vector<Story>& all) {
    Registers view = shared();
    all.push_back({"registers", managers(view, "Registers", "registers"), true});
    view.figures[0].number = "$0.00";
    view.figures[3] = {"Still out", "$42.50", "until it is spent or expires"};
    view.figures[3].needs_care = true;
    view.trouble = true;
    view.state =
        "Frozen. This register’s folder was put back from an older copy, so it spends nothing until the "
        "store’s hub "
        "has seen it. Connect it to the hub; it goes on by itself. What costs nothing can be given "
        "meanwhile.";
    view.pots[0].line = "$4.10 of $20.00 used · $20.00 lost to a copy";
    all.push_back({"registers-frozen", managers(view, "Registers", "registers"), true});
    view = shared();
    view.alone = true;
    view.state = "This is the only register: the whole budget is its own, and nobody has to be asked.";
    view.figures[0].number = "1,204,583.750 KWD";
    view.pots.clear();
    view.pots_message = "No rights yet: they come with the first gift.";
    view.title = "Kassa 14 im Untergeschoss neben der Feinkostabteilung";
    all.push_back({"registers-alone", managers(view, "Registers", "registers")});
    add_hub(all, shared());
}

}  // namespace makegood::tests::gui
