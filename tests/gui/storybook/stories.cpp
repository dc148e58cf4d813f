#include "tests/gui/storybook/stories.hpp"

#include "tests/gui/storybook/props.hpp"

namespace makegood::tests::gui {
namespace {

using namespace terminal::presenter;

Screen screen_of(decltype(Screen::body) body, std::string title = {}, std::string back = "Home") {
    Screen screen;
    screen.top = top_bar();
    screen.title = std::move(title);
    screen.back = std::move(back);
    screen.body = std::move(body);
    return screen;
}

Screen nobody_yet(SignIn body) {
    Screen screen = screen_of(std::move(body), "Who is here?", "");
    screen.top.initials = screen.top.person = screen.top.left_text = screen.top.of_text = "";
    return screen;
}

SignIn sign_in() {
    SignIn model;
    model.people = {{"p1", "Maria", "MA", true},
                    {"p2", "Jonas", "JO"},
                    {"p3", "Ayşe", "AY"},
                    {"p4", "Ben", "BE"},
                    {"p5", "Christiane", "CH"}};
    model.prompt = "Touch your name, then your PIN";
    model.digits = 3;
    model.keyboard = digits();
    return model;
}

Home home() {
    Home model;
    model.field_hint = "Scan an article or a voucher, or type what is missing";
    model.tiles = {{"stock-out", "shelf", "Out of stock", "Find something better, now", "", true},
                   {"failure", "exclamation", "Something went wrong", "Make it good in three touches"},
                   {"surprise", "gift", "Surprise someone", "For no reason at all"},
                   {"promises", "clock", "Promises due", "The next call is due at 16:00", "3"}};
    return model;
}

Search search(std::string text) {
    Search model;
    model.write_down = "Not sold here? Write it down";
    model.write_down_name = "Not sold here: write down “" + text + "”";
    if (text.size() < 2) {
        model.write_down_name = model.write_down;
        model.write_down_unavailable = "Type what was asked for; two letters at least.";
    }
    model.text = std::move(text);
    model.hint = "Scan it, or type two letters";
    model.keyboard = letters();
    return model;
}

void add_sign_in(std::vector<Story>& all) {
    all.push_back({"sign-in", nobody_yet(sign_in()), true});
    SignIn refused = sign_in();
    refused.digits = 0;
    refused.message = "That PIN is not Maria’s. Two more tries, then wait a minute.";
    all.push_back({"sign-in-refused", nobody_yet(refused)});
    SignIn many = sign_in();
    many.people.clear();
    for (int i = 0; i < 14; ++i)
        many.people.push_back(
            {"p" + std::to_string(i),
             i == 3 ? "Maximiliane Oberhuber-Schwarzenberger" : "Person " + std::to_string(i + 1),
             "P" + std::to_string(i + 1)});
    all.push_back({"sign-in-many", nobody_yet(many)});
    SignIn empty = sign_in();
    empty.people.clear();
    empty.digits = 0;
    empty.prompt =
        "Nobody is known at this register yet. The manager adds people on the command line with: makegood "
        "people add.";
    all.push_back({"sign-in-nobody", nobody_yet(empty)});
}

void add_home(std::vector<Story>& all) {
    all.push_back({"home", screen_of(home(), "", ""), true});
    Screen broke = screen_of(home(), "", "");
    broke.top.left_text = "$0.00";
    broke.top.spent_share = 0.86;
    broke.top.reserved_share = 0.14;
    broke.top.printer = {Health::bad, "Paper out", "Put in a roll; it goes on by itself."};
    broke.top.sync = {Health::attention, "Not reached since 14:07", "Head office not reached since 14:07."};
    std::get<Home>(broke.body).tiles[2].unavailable = "The money for surprises is used up today.";
    broke.strip = "Signed out in 20 seconds. Touch anything to stay.";
    all.push_back({"home-no-money", broke});
    Screen dinars = screen_of(home(), "", "");
    dinars.top.left_caption = "Left this month";
    dinars.top.left_text = "1186.400 KWD";
    dinars.top.of_text = "of 1500 KWD";
    dinars.top.printer = {Health::attention, "Look at the paper", "The printer is not sure."};
    dinars.strip = "Undone. Tear up the voucher.";
    all.push_back({"home-dinars", dinars, true});
    Screen warned = screen_of(home(), "", "");
    warned.strip =
        "The clock of this register says 2027-03-01, but it last worked on 2026-11-22. Set the clock, or say "
        "that it is right: makegood clock confirm. Until then no voucher expires.";
    all.push_back({"home-warned", warned});
    Screen german = screen_of(home(), "", "");
    german.top.store = "Lebensmittelgenossenschaft Oberschwaben-Allgäu eG";
    german.top.place = "Kasse 12";
    german.top.left_caption = "Übrig diesen Monat";
    german.top.left_text = "1.086,40 €";
    german.top.of_text = "von 1.500 €";
    auto& body = std::get<Home>(german.body);
    body.field_hint = "Artikel oder Gutschein scannen, oder tippen, was fehlt";
    body.tiles[0].title = "Ausverkauft";
    body.tiles[1].title = "Unannehmlichkeitsentschädigung";
    body.tiles[1].line = "Mit drei Berührungen wieder gutmachen, ohne dass jemand fragen muss";
    body.tiles[2].title = "Jemanden überraschen";
    body.tiles[3].title = "Fällige Versprechen";
    body.tiles[3].badge = "128";
    all.push_back({"home-german", german});
}

void add_search(std::vector<Story>& all) {
    all.push_back({"search-empty", screen_of(search(""), "Out of stock")});
    Search found = search("coco");
    found.found = {{"100101", "Coconut oil 400 ml", "Kokora · $5.99 · Aisle 7 · none left", "C"},
                   {"100102", "Virgin coconut oil 800 ml", "Kokora · $9.79 · Aisle 7 · 14 there", "C"},
                   {"100103", "Organic coconut oil 400 ml", "Suncrest · $6.84 · Aisle 7 · 6 there", "O"},
                   {"100201", "Coconut milk 400 ml", "Palmleaf · $2.19 · Aisle 4 · none left", "C"},
                   {"100202", "Coconut flakes 200 g", "Harvest Lane · $3.49 · Aisle 5 · 11 there", "C"},
                   {"100203", "Cocoa powder 250 g", "Montesolo · $4.29 · Aisle 5 · none left", "C"}};
    all.push_back({"search", screen_of(found, "Out of stock"), true});
    Search nothing = search("xylophon");
    nothing.message = "Nothing here is called “xylophon”. Scan it, or try another word.";
    all.push_back({"search-nothing", screen_of(nothing, "Out of stock")});
    Screen asked = screen_of(nothing, "Out of stock");
    asked.sheet = Sheet{"Write down “xylophon”?",
                        "For the list of what to order. Nothing is offered for it.",
                        "Write it down",
                        "Not now",
                        {}};
    all.push_back({"search-write-down", asked});
    Search wide = search("bio-dinkel-vollkorn");
    wide.keyboard = german_letters();
    for (int i = 0; i < 4; ++i)
        wide.found.push_back({"7" + std::to_string(i), long_name,
                              "Oberschwäbische Naturkostmühle · 12,99 € · Gang 14, zweites Regal · keine da",
                              "B"});
    wide.message = "More begin with this. Type another letter.";
    all.push_back({"search-long", screen_of(wide, "Ausverkauft")});
}

void add_failure(std::vector<Story>& all) {
    Failure chosen = failure();
    chosen.kinds[2].chosen = chosen.severities[1].chosen = chosen.context[0].chosen = true;
    all.push_back({"failure", screen_of(chosen, "Something went wrong"), true});
    Failure empty = failure();
    empty.unavailable = "First touch what went wrong.";
    empty.kinds[4].unavailable = "No promise is known for this customer.";
    empty.article = "Scan it if it is about an article";
    all.push_back({"failure-empty", screen_of(empty, "Something went wrong")});
    Failure german = chosen;
    const char* kinds[] = {"Falscher Preis",
                           "Falsch oder beschädigt",
                           "Zu lange gewartet",
                           "Unfreundlich behandelt",
                           "Versprechen nicht eingehalten",
                           "Bestellung oder Lieferung",
                           "Abrechnung, Kassenausstattung",
                           "Etwas anderes"};
    for (std::size_t i = 0; i < german.kinds.size(); ++i) german.kinds[i].text = kinds[i];
    german.severities[1].text = "Hat den ganzen Einkauf verdorben";
    const char* context[] = {"In Eile", "Besonderer Tag", "Schon passiert", "Mit Kindern",
                             "Nicht unsere Schuld"};
    for (std::size_t i = 0; i < german.context.size(); ++i) german.context[i].text = context[i];
    german.action = "Wieder gutmachen";
    german.article = long_name;
    all.push_back({"failure-german", screen_of(german, "Etwas ist schiefgegangen")});
}

void add_offers(std::vector<Story>& all) {
    all.push_back({"offers", screen_of(offers()), true});
    Offers broke = offers();
    broke.cards.clear();
    broke.note =
        "The money for today is given out. What you see below costs nothing and is still worth something to "
        "them.";
    Screen screen = screen_of(broke);
    std::get<Offers>(screen.body)
        .free.insert(std::get<Offers>(screen.body).free.begin(),
                     {"o1-17.9", "We order it for you", "And bring it to your door, at no charge"});
    screen.top.left_text = "$0.00";
    screen.top.spent_share = 0.9;
    screen.top.reserved_share = 0.1;
    all.push_back({"offers-no-money", screen});
    Offers one = offers();
    one.cards.resize(1);
    one.note = "Nothing else on the shelves does the same for no more money.";
    one.free.resize(3);
    all.push_back({"offers-one", screen_of(one)});
    Offers needing = one;
    needing.line = "is out of stock · 4th time · gluten-free · lactose-free · vegan · halal · without nuts";
    needing.note = "Nothing else on the shelf is known to fit what was said.";
    needing.change_needs = "Change what it must be";
    all.push_back({"offers-needs", screen_of(needing), true});
    needing.cards.clear();
    needing.line = "is out of stock · halal";
    all.push_back({"offers-none", screen_of(needing)});
    Offers wordy = offers();
    wordy.title = long_name;
    for (Card& card : wordy.cards) {
        card.title = long_name;
        card.sentence = long_sentence;
        card.label = "Doppelt so groß, geschenkt";
        card.detail = "Oberschwäbische Naturkostmühle · 1,5 kg statt 750 g";
        card.place = "Gang 14, zweites Regal von unten, hinter der Obsttheke · 114 da";
        card.pays_word = "Zahlt";
        card.pays = "1.234,99 €";
        card.cost = "kostet uns 1.004,10 €";
        card.action = "Dieses geben";
    }
    wordy.free[1] = {"o1-17.5", "Filiale Unterschleißheim hat noch sechs",
                     "Sie halten es bis 20:00 Uhr zurück"};
    all.push_back({"offers-long", screen_of(wordy)});
    Offers busy = offers();
    busy.busy = true;
    all.push_back({"offers-busy", screen_of(busy)});
}

void add_given(std::vector<Story>& all) {
    all.push_back({"given", screen_of(given(), "Done", ""), true});
    Given over = given();
    over.undo.clear();
    over.undo_unavailable = "The time to undo is over: it counts as given.";
    over.paper.reset();
    over.paper_caption = "Waiting for paper. Put in a roll; it goes on by itself.";
    Screen late = screen_of(over, "Done", "");
    late.top.printer = {Health::bad, "Paper out", "Put in a roll; it goes on by itself."};
    late.strip = "The printer waits for paper.";
    all.push_back({"given-undo-over", late});
    Given wordy = given();
    wordy.title = std::string(long_name) + ", geschenkt";
    wordy.sentence = long_sentence;
    wordy.paper = slip(576, 1400);
    all.push_back({"given-long", screen_of(wordy, "Done", "")});
    PaperQuestion question;
    question.title = "Did voucher 7K2M-91QX come out whole?";
    question.line = "The printer went silent while it printed. Look at the paper.";
    question.paper = slip(576, 620);
    question.whole = "It is whole";
    question.torn = "It is torn or missing: print a new one";
    question.later = "Ask me later";
    Screen unsure = screen_of(question, "Look at the paper", "");
    unsure.top.printer = {Health::attention, "Look at the paper", "The printer is not sure about one piece."};
    all.push_back({"paper-question", unsure, true});
}

void add_promises(std::vector<Story>& all) {
    Promises due;
    due.lines = {
        {"m1-18", "Call Mrs. Okafor about the coconut oil", "was due 13:30", true, "Kept"},
        {"m1-21", "Keep one jar back for Mr. Lindqvist", "by 16:00", false, "Kept"},
        {"m1-22", "Send the invoice again to the bakery", "by tomorrow 10:00", false, "Kept"},
        {"m1-25",
         "Tell Hill Street that nobody comes for the six jars they hold for us until eight o’clock tonight",
         "by Thursday 20:00", false, "Kept"}};
    due.message = "2 more come after these.";
    all.push_back({"promises", screen_of(due, "Promises due"), true});
    Promises none;
    none.message = "Nothing is due.";
    all.push_back({"promises-none", screen_of(none, "Promises due")});
}

void add_unmet(std::vector<Story>& all) {
    const std::string instead = "taken instead";
    Unmet list;
    list.lines = {
        {"128×", long_name, "asked for 128 times, 1640 pieces · 96 left without · cost us $1,204.10", instead,
         std::string("12 × ") + long_name},
        {"7×", "Coconut oil 400 ml", "asked for 7 times, 9 pieces · 3 left without · cost us $12.40", instead,
         "4 × Virgin coconut oil 800 ml"},
        {"5×", "Red curry paste 110 g", "asked for 5 times, 5 pieces · cost us $4.15", instead,
         "3 × Green curry paste 110 g"},
        {"2×", "Lemonade 1.5 L", "asked for 2 times, 6 pieces · 2 left without · cost us nothing", instead,
         "nothing"},
        {"1×", "Smoked salmon 200 g", "asked for once, 1 piece · cost us $1.50", instead,
         "1 × Smoked trout 125 g"}};
    list.lines.insert(list.lines.begin() + 2, {"6×", "oat milk barista", "asked for 6 times, not sold here"});
    list.lines.pop_back();
    list.message = "In the last 30 days";
    list.more = "14 more";
    Screen full = screen_of(list, "What to order");
    full.top.sign_out = "What to order, or sign out";
    all.push_back({"unmet", full, true});
    list.lines = {{"3×", "rooibos tea", "asked for 3 times, not sold here"},
                  {"1×", std::string(long_sentence).substr(0, 196), "asked for once, not sold here"}};
    list.more = "Back to the first";
    full.body = list;
    all.push_back({"unmet-words", full});
    Screen none = full;
    none.body = Unmet{.icon = "check", .message = "Nothing was missing in the last 30 days."};
    all.push_back({"unmet-none", none});
}

void add_sheets(std::vector<Story>& all) {
    Screen told = screen_of(home(), "", "");
    told.top.printer = {Health::bad, "Cover open", "Close the cover; it goes on by itself."};
    told.sheet = Sheet{"Cover open",
                       "Close the cover of the printer; it goes on by itself. 2 pieces wait.",
                       "All right",
                       "",
                       {}};
    all.push_back({"sheet", told, true});
    Screen out = screen_of(offers());
    out.sheet =
        Sheet{"Sign out?", "This customer’s case is closed without giving anything.", "Sign out", "Stay", {}};
    all.push_back({"sheet-two-ways", out});
    Screen why = screen_of(offers());
    why.sheet = Sheet{"Why none of these?",
                      "One touch helps to offer something better next time.",
                      "",
                      "Back to the offers",
                      {{"not-wanted", "", "Nothing fitted"},
                       {"left", "", "The customer left"},
                       {"error", "", "Recorded in error"}}};
    all.push_back({"sheet-choices", why});
    Screen needs = screen_of(offers());
    needs.sheet = Sheet{"What must it be?",
                        "What is not known to be so is left out.",
                        "Go on",
                        "",
                        {{"gluten-free", "", "Gluten-free"},
                         {"lactose-free", "", "Lactose-free"},
                         {"vegan", "", "Vegan", true},
                         {"halal", "", "Halal"},
                         {"kosher", "", "Kosher"},
                         {"nuts", "", "Without nuts", true}}};
    all.push_back({"sheet-needs", needs, true});
    Screen lengthy = screen_of(failure(), "Something went wrong");
    lengthy.sheet = Sheet{"The register needs help",
                          std::string(long_sentence) + " " + long_sentence + " " + long_sentence,
                          "All right",
                          "Not now",
                          {}};
    all.push_back({"sheet-long", lengthy});
}

void add_trouble(std::vector<Story>& all) {
    Trouble broken{.title = "This register can’t start yet",
                   .text =
                       "In shop.toml, line 12: \"clerk-budget\" is not known. Did you mean \"clerk_budget\"? "
                       "Correct the line, then try again.",
                   .again = "Try again",
                   .close = "Close"};
    Screen screen;
    screen.body = broken;
    all.push_back({"trouble", screen, true});
    broken.text = std::string(long_sentence) + " " + long_sentence + " " + long_sentence;
    broken.again = "One moment";
    broken.busy = true;
    screen.body = broken;
    all.push_back({"trouble-trying", screen});
}

std::vector<Story> make_stories() {
    std::vector<Story> all;
    add_sign_in(all);
    add_home(all);
    add_search(all);
    add_failure(all);
    add_offers(all);
    add_given(all);
    add_promises(all);
    add_unmet(all);
    add_sheets(all);
    add_trouble(all);
    return all;
}

}  // namespace

const std::vector<Story>& stories() {
    static const std::vector<Story> all = make_stories();
    return all;
}

const Story* story_named(const std::string& name) {
    for (const Story& story : stories())
        if (story.name == name) return &story;
    return nullptr;
}

}  // namespace makegood::tests::gui
