#include "app/wire/hub_messages.hpp"

#include <array>
#include <boost/json.hpp>

#include "app/wire/message_reader.hpp"

namespace makegood::wire {
namespace {

using namespace core::budget;
namespace json = boost::json;

constexpr std::size_t key_limit = 200, period_limit = 40, word_limit = 40, device_size = 16, hash_limit = 64;
constexpr std::uint64_t epoch_limit = 0xffff'ffff, sequence_limit = (std::uint64_t{1} << 53) - 1;
constexpr std::uint64_t most_money = static_cast<std::uint64_t>(base::money_limit);
constexpr std::array<std::string_view, 3> recall_words{"stock", "customer", "owner"};

std::string drawn(std::uint64_t number) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text(16, '0');
    for (int i = 15; i >= 0; --i, number >>= 4) text[static_cast<std::size_t>(i)] = digits[number & 15];
    return text;
}

std::uint64_t take_drawn(MessageReader& reader, const char* key) {
    const auto digits = reader.hex(key, 8);
    std::uint64_t number = 0;
    for (const char digit : digits)
        number = number << 4 | static_cast<std::uint64_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
    return number;
}

std::uint32_t take_epoch(MessageReader& reader, const char* key, std::uint64_t least = 1) {
    return static_cast<std::uint32_t>(reader.number(key, least, epoch_limit));
}

json::value json_of(const Amount& amount) {
    return json::array{amount.cost.minor(), amount.worth.minor()};
}

Amount take_amount(MessageReader& reader, const char* key) {
    const auto two = reader.numbers(key, 2, most_money);
    return {Money::minor(static_cast<std::int64_t>(two[0])), Money::minor(static_cast<std::int64_t>(two[1]))};
}

void put_pot(json::object& object, const PotId& pot) {
    object["key"] = pot.key;
    object["period"] = pot.period;
}

PotId take_pot(MessageReader& reader) {
    auto key = reader.text("key", key_limit);
    return {std::move(key), reader.text("period", period_limit)};
}

void put_limit(json::object& object, Money cost, const std::optional<Money>& worth) {
    object["limit_cost"] = cost.minor();
    if (worth) object["limit_worth"] = worth->minor();
}

PotLimit take_limit(MessageReader& reader) {
    const auto money = [&](const char* key) {
        return Money::minor(static_cast<std::int64_t>(reader.number(key, 0, most_money)));
    };
    PotLimit limit{money("limit_cost"), {}};
    if (reader.has("limit_worth")) limit.worth = money("limit_worth");
    return limit;
}

json::object json_of(const PotStatement& stated) {
    json::object object;
    put_pot(object, stated.pot);
    object["granted"] = json_of(stated.figures.granted);
    object["returned"] = json_of(stated.figures.returned);
    object["used"] = json_of(stated.figures.used);
    object["freed"] = json_of(stated.figures.freed);
    object["promised"] = json_of(stated.promised);
    object["released"] = json_of(stated.released);
    object["want"] = json_of(stated.want);
    object["at_once"] = json_of(stated.at_once);
    return object;
}

PotStatement take_statement(MessageReader& reader) {
    PotStatement stated{take_pot(reader), {}, {}, {}, {}, {}};
    auto& figures = stated.figures;
    figures.granted = take_amount(reader, "granted");
    figures.returned = take_amount(reader, "returned");
    figures.used = take_amount(reader, "used");
    figures.freed = take_amount(reader, "freed");
    stated.promised = take_amount(reader, "promised");
    stated.released = take_amount(reader, "released");
    stated.want = take_amount(reader, "want");
    stated.at_once = take_amount(reader, "at_once");
    return stated;
}

json::object json_of(const PotAnswer& answer) {
    json::object object;
    put_pot(object, answer.pot);
    object["granted"] = json_of(answer.granted);
    object["in_force"] = json_of(answer.in_force);
    object["freed"] = json_of(answer.freed);
    put_limit(object, answer.limit.cost, answer.limit.worth);
    const auto word = recall_words[static_cast<std::size_t>(answer.recall.reason)];
    object["recall"] = json_of(answer.recall.amount);
    object["recall_for"] = json::string_view(word.data(), word.size());
    return object;
}

PotAnswer take_answer(MessageReader& reader) {
    PotAnswer answer{take_pot(reader), {}, {}, {}, {}, {}};
    answer.granted = take_amount(reader, "granted");
    answer.in_force = take_amount(reader, "in_force");
    answer.freed = take_amount(reader, "freed");
    answer.limit = take_limit(reader);
    answer.recall.amount = take_amount(reader, "recall");
    const auto word = reader.text("recall_for", word_limit);
    for (std::size_t i = 0; i < recall_words.size(); ++i)
        if (recall_words[i] == word) answer.recall.reason = static_cast<RecallFor>(i);
    return answer;
}

OwnDays take_own_days(MessageReader& reader) {
    const auto days = reader.number("days", 1, longest_own_period);
    const auto from = base::parse_date(reader.text("from", word_limit));
    if (!from) reader.miss("from must be a date like 2026-01-05");
    return {static_cast<std::int32_t>(days), from ? *from : CivilDate{std::chrono::sys_days{}}};
}

ports::HubRule take_rule(MessageReader& reader) {
    ports::HubRule rule{reader.text("key", key_limit), {}};
    const auto kind = period_kind_from_word(reader.text("per", word_limit));
    const auto limit = take_limit(reader);
    if (!kind) reader.miss("per must be day, week, month or own");
    rule.limit = {kind.value_or(PeriodKind::day), limit.cost, limit.worth};
    if (rule.limit.kind == PeriodKind::own) rule.limit.own = take_own_days(reader);
    return rule;
}

template <class Message>
Result<Message> checked(const MessageReader& reader, Message message) {
    MAKEGOOD_TRY(reader.outcome());
    return message;
}

}  // namespace

std::string encode(const Knock& knock) {
    return json::serialize(json::object{{"device", knock.device.text()}, {"nonce", drawn(knock.nonce)}});
}

std::string encode(const ports::HubWelcome& message) {
    json::array rules, pots;
    for (const auto& rule : message.rules) {
        const auto per = word(rule.limit.kind);
        json::object object{{"key", rule.key}, {"per", json::string_view(per.data(), per.size())}};
        put_limit(object, rule.limit.cost, rule.limit.worth);
        if (rule.limit.kind == PeriodKind::own) {
            object["days"] = rule.limit.own.days;
            object["from"] = base::format_date(rule.limit.own.from);
        }
        rules.push_back(std::move(object));
    }
    for (const auto& abroad : message.pots) {
        json::object object{{"out", json_of(abroad.out)}, {"still_out", json_of(abroad.still_out)}};
        put_pot(object, abroad.pot);
        pots.push_back(std::move(object));
    }
    const auto& welcome = message.welcome;
    json::object all{{"nonce", drawn(welcome.nonce)},  {"challenge", drawn(welcome.challenge)},
                     {"hub_epoch", welcome.hub_epoch}, {"prove_at", welcome.prove_at},
                     {"rules", std::move(rules)},      {"pots", std::move(pots)}};
    if (!message.customer_secret.empty()) all["customer_secret"] = message.customer_secret;
    return json::serialize(all);
}

std::string encode(const Hello& hello) {
    json::array pots;
    for (const auto& stated : hello.pots) pots.push_back(json_of(stated));
    return json::serialize(json::object{{"device", hello.device.text()},
                                        {"epoch", hello.epoch},
                                        {"hub_epoch", hello.hub_epoch},
                                        {"sequence", hello.at.sequence},
                                        {"head", hello.at.head},
                                        {"proof", hello.proof},
                                        {"marker_fits", hello.marker_fits},
                                        {"challenge", drawn(hello.challenge)},
                                        {"nonce", drawn(hello.nonce)},
                                        {"pots", std::move(pots)}});
}

std::string encode(const Answer& answer) {
    json::array pots;
    for (const auto& each : answer.pots) pots.push_back(json_of(each));
    return json::serialize(json::object{{"nonce", drawn(answer.nonce)},
                                        {"challenge", drawn(answer.challenge)},
                                        {"hub_epoch", answer.hub_epoch},
                                        {"epoch", answer.epoch},
                                        {"prove_at", answer.prove_at},
                                        {"renewed", answer.renewed},
                                        {"pots", std::move(pots)}});
}

Result<Knock> decode_knock(std::string_view text) {
    MessageReader reader(text, "knock", rights_limit);
    Knock knock{DeviceId(reader.hex("device", device_size)), take_drawn(reader, "nonce")};
    return checked(reader, std::move(knock));
}

Result<ports::HubWelcome> decode_rights_welcome(std::string_view text) {
    MessageReader reader(text, "welcome", rights_limit);
    ports::HubWelcome message;
    auto& welcome = message.welcome;
    welcome.nonce = take_drawn(reader, "nonce");
    welcome.challenge = take_drawn(reader, "challenge");
    welcome.hub_epoch = take_epoch(reader, "hub_epoch");
    welcome.prove_at = reader.number("prove_at", 0, sequence_limit);
    reader.list("rules", most_pots, [&](MessageReader& each) { message.rules.push_back(take_rule(each)); });
    reader.list("pots", most_pots, [&](MessageReader& each) {
        ports::PotAbroad abroad{take_pot(each), {}, {}};
        abroad.out = take_amount(each, "out");
        abroad.still_out = take_amount(each, "still_out");
        message.pots.push_back(std::move(abroad));
    });
    if (reader.has("customer_secret")) message.customer_secret = reader.hex("customer_secret", 32);
    return checked(reader, std::move(message));
}

Result<Hello> decode_rights_hello(std::string_view text) {
    MessageReader reader(text, "greeting", rights_limit);
    Hello hello;
    hello.device = DeviceId(reader.hex("device", device_size));
    hello.epoch = take_epoch(reader, "epoch");
    hello.hub_epoch = take_epoch(reader, "hub_epoch");
    hello.at = {reader.number("sequence", 0, sequence_limit), reader.text("head", hash_limit, 0)};
    hello.proof = reader.text("proof", hash_limit, 0);
    hello.marker_fits = reader.truth("marker_fits");
    hello.challenge = take_drawn(reader, "challenge");
    hello.nonce = take_drawn(reader, "nonce");
    reader.list("pots", most_pots, [&](MessageReader& each) { hello.pots.push_back(take_statement(each)); });
    return checked(reader, std::move(hello));
}

Result<Answer> decode_rights_answer(std::string_view text) {
    MessageReader reader(text, "answer", rights_limit);
    Answer answer;
    answer.nonce = take_drawn(reader, "nonce");
    answer.challenge = take_drawn(reader, "challenge");
    answer.hub_epoch = take_epoch(reader, "hub_epoch");
    answer.epoch = take_epoch(reader, "epoch");
    answer.prove_at = reader.number("prove_at", 0, sequence_limit);
    answer.renewed = reader.truth("renewed");
    reader.list("pots", most_pots, [&](MessageReader& each) { answer.pots.push_back(take_answer(each)); });
    return checked(reader, std::move(answer));
}

}  // namespace makegood::wire
