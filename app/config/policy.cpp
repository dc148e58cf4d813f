#include "app/config/policy.hpp"

#include <algorithm>

#include "app/config/gesture_reader.hpp"
#include "app/config/hand_reader.hpp"
#include "app/config/shop_file.hpp"

namespace makegood::config {
namespace {

struct Layer {
    std::string file;
    Value table;
};

void read_limits(Section section, core::recovery::Policy& policy) {
    section.integer("cards", policy.cards, 1, 3);
    section.integer("free_options", policy.free_options, 2, 4);
    section.money("most_free_goods_cost", policy.most_free_goods_cost);
    section.money("most_cost_each", policy.guards.most_cost_each);
    section.money("most_worth_money_each", policy.guards.most_worth_money_each);
    section.yes_no("pace", policy.paces);
    section.close();
}

void read_guards(Section section, core::gesture::Guards& guards) {
    section.percent("least_of_loss", guards.least_of_loss, 0, 150);
    section.percent("most_of_loss", guards.most_of_loss, 0, 150);
    section.percent("never_above", guards.never_above, 0, 150);
    section.percent("special_day_more", guards.special_day_more, 0, 100);
    if (guards.least_of_loss > guards.most_of_loss)
        section.refuse_both("least_of_loss", "most_of_loss", "is above", "exchange them.");
    if (guards.most_of_loss > guards.never_above)
        section.refuse_both("most_of_loss", "never_above", "is above",
                            "lower the first or raise the second.");
    section.close();
}

void read_substitutes(Section section, core::recovery::Policy& policy) {
    auto& rules = policy.substitutes;
    section.integer("keep_on_shelf", rules.keep_on_shelf, std::int64_t{0}, std::int64_t{1000});
    section.percent("smallest_size", rules.smallest_size, 1, 100);
    section.percent("largest_size", rules.largest_size, 100, 1000);
    section.integer("most_for_one", rules.most_for_one, std::int64_t{1}, std::int64_t{10});
    section.percent("dearest_shelf_price", rules.dearest_shelf_price, 100, 1000);
    section.percent("assumed_cost", rules.assumed_cost, 0, 100);
    section.integer("difference_valid_days", policy.difference_valid_days, 1, 365);
    section.close();
}

// A later one of two tiers must not be below the one before it.
void check_order(Section& section, const char* key, const char* above_key, const std::optional<Money>& amount,
                 const std::optional<Money>& above) {
    if (!section.has(key) && !section.has(above_key)) return;
    if (!above || (amount && *amount <= *above)) return;
    const std::string name = std::string("authority.") + key, other = std::string("authority.") + above_key;
    section.refuse(section.has(key) ? key : above_key,
                   amount ? name + " is above " + other + "; exchange them."
                          : other + " has a limit and " + name + " has none; give it one too.");
}

void read_authority(Section section, core::budget::Authority& authority) {
    section.optional_money("clerk", authority.clerk.cost);
    section.optional_money("clerk_worth", authority.clerk.worth);
    section.optional_money("supervisor", authority.supervisor.cost);
    section.optional_money("supervisor_worth", authority.supervisor.worth);
    section.optional_money("manager", authority.manager.cost);
    section.optional_money("manager_worth", authority.manager.worth);
    check_order(section, "clerk", "supervisor", authority.clerk.cost, authority.supervisor.cost);
    check_order(section, "supervisor", "manager", authority.supervisor.cost, authority.manager.cost);
    check_order(section, "clerk_worth", "supervisor_worth", authority.clerk.worth,
                authority.supervisor.worth);
    check_order(section, "supervisor_worth", "manager_worth", authority.supervisor.worth,
                authority.manager.worth);
    section.percent("large_raise", authority.large_raise, 0, 1000);
    section.close();
}

void read_words(Section& file, PolicySettings& settings) {
    auto sentences = file.section("sentences");
    sentences.text("free_larger", settings.policy.sentence_free_larger, 240);
    sentences.text("free_equal", settings.policy.sentence_free_equal, 240);
    sentences.text("same_price", settings.policy.sentence_same_price, 240);
    sentences.close();
    auto paper = file.section("paper");
    paper.text("voucher_note", settings.voucher_note);
    paper.text("sticker_note", settings.sticker_note);
    paper.close();
    auto counter = file.section("counter");
    int seconds =
        static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(settings.undo_time).count());
    counter.integer("undo_seconds", seconds, 0, 600);
    settings.undo_time = std::chrono::seconds(seconds);
    counter.close();
}

// The amount itself is known by now (find_usual_gift); here its places are checked.
void check_usual_gift(Section& file, const Reading& reading) {
    Money gift;
    file.quiet_section("usual_gift_in").money(reading.amounts.currency.code(), gift);
    auto money = file.quiet_section("money");
    money.money("usual_gift", gift);
    if (money.has("usual_gift") && gift == Money{})
        money.refuse("usual_gift", "money.usual_gift must be more than nothing.");
    money.close();
}

void check_currencies(const Value& table, Reading& reading) {
    const auto list = table.entries.find("usual_gift_in");
    if (list == table.entries.end()) return;
    for (const auto& [code, value] : list->second.entries)
        if (const auto currency = Currency::from_code(code); !currency)
            reading.problems.push_back({reading.file, value.line, currency.error().sentence});
}

// Of a document that can be published (policy_document.hpp); elsewhere it says nothing.
void read_head(Section section, DocumentHead& head) {
    head = {};  // each layer has its own
    section.integer("version", head.version, std::int64_t{1}, greatest_version);
    section.text("store", head.store, longest_store_name);
    section.close();
}

void read_layer(const Value* table, Reading& reading, PolicySettings& settings) {
    Section file(reading, table, "");
    read_head(file.has("policy") ? file.section("policy") : file.quiet_section("policy"), reading.head);
    check_usual_gift(file, reading);
    read_limits(file.section("limits"), settings.policy);
    read_guards(file.section("guards"), settings.policy.guards);
    read_substitutes(file.section("substitutes"), settings.policy);
    read_authority(file.section("authority"), settings.authority);
    read_words(file, settings);
    if (const auto* gestures = file.tables("gesture"))
        for (const auto& gesture : *gestures) read_gesture(reading, gesture, settings.policy.gestures);
    if (const auto* limits = file.tables("limit"))
        for (const auto& limit : *limits) read_limit(reading, limit, settings.limits);
    if (const auto* hand = file.tables("instead")) {
        const auto lines = read_hand_lines(reading, *hand);
        auto& all = settings.policy.hand;  // what a later file says goes before
        all.insert(all.begin(), lines.begin(), lines.end());
    }
    file.close();
}

const Value* entry_of(const Value& table, const std::string& section, const std::string& key) {
    const auto inside = table.entries.find(section);
    if (inside == table.entries.end()) return nullptr;
    const auto value = inside->second.entries.find(key);
    return value == inside->second.entries.end() ? nullptr : &value->second;
}

// Amounts of any file may be written in usual gifts, whichever file sets it: so it is looked up first. What
// an owner sets goes before the list by currency.
void find_usual_gift(const std::vector<Layer>& layers, Reading& reading) {
    const auto& currency = reading.amounts.currency;
    for (const bool own : {false, true})
        for (const auto& layer : layers) {
            const auto* value = own ? entry_of(layer.table, "money", "usual_gift")
                                    : entry_of(layer.table, "usual_gift_in", currency.code());
            const auto amount = value ? read_amount(value->text, {currency, {}}) : Money{};
            if (!amount || *amount == Money{}) continue;
            reading.amounts.usual_gift = *amount;
            reading.effective["usual_gift"] = {"usual_gift", '"' + format_plain(*amount, currency) + '"',
                                               layer.file, value->line};
        }
}

}  // namespace

Result<PolicyFiles> policy_texts(const std::vector<std::filesystem::path>& paths) {
    PolicyFiles files;
    for (const auto& path : paths) {
        auto text = read_settings_file(path);
        if (!text) return fail(text.error());
        files.emplace_back(path.string(), std::move(*text));
    }
    return files;
}

Result<PolicySettings> read_policy(const PolicyFiles& files, Reading& reading) {
    std::vector<Layer> layers;
    for (const auto& [name, text] : files) layers.push_back({name, parse_toml(text, name, reading.problems)});
    find_usual_gift(layers, reading);
    PolicySettings settings;
    settings.usual_gift = reading.amounts.usual_gift.value_or(Money{});
    reading.file.clear();
    read_layer(nullptr, reading, settings);
    for (const auto& layer : layers) {
        reading.file = layer.file;
        check_currencies(layer.table, reading);
        read_layer(&layer.table, reading, settings);
    }
    if (!reading.problems.empty()) return fail(as_error(reading.problems));
    return settings;
}

Result<PolicySettings> load_policy(const std::vector<std::filesystem::path>& files, Reading& reading) {
    const auto texts = policy_texts(files);
    if (!texts) return fail(texts.error());
    return read_policy(*texts, reading);
}

std::vector<std::filesystem::path> policy_files(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code fault;
    for (const auto& entry : std::filesystem::directory_iterator(folder, fault))
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace makegood::config
