// The store's library of gestures: kinds of recovery that are not a substitute. Read from policy files.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/money.hpp"
#include "app/base/text_id.hpp"
#include "app/core/incident/incident.hpp"

namespace makegood::core::gesture {

// What is given: matched in kind to what was lost (R3).
enum class Nature : std::uint8_t { product, money, attention, promise };
enum class Paper : std::uint8_t { none, sticker, voucher };

struct Gesture {
    GestureId id;
    std::string title;     // "A coffee on us"
    std::string label;     // short, on the card: "For the wait"
    std::string sentence;  // to say aloud
    std::string detail;    // second line on the card and what is printed
    Nature nature = Nature::attention;
    Paper paper = Paper::none;
    std::vector<incident::Kind> kinds;        // for which incidents
    std::vector<incident::Failure> failures;  // empty: all failures
    incident::Severity from = incident::Severity::nuisance;
    incident::Severity to = incident::Severity::spoiled_day;
    incident::Context only_when;           // only where every flag set here is set in the incident
    incident::Context not_when;            // never where any flag set here is set in the incident
    std::optional<Money> fixed_worth;      // a fixed worth, or
    std::optional<Percent> share_of_loss;  // a share of what was lost (money), 60-150 % (R4)
    Money least_worth, most_worth;         // limits of a share; most_worth of nothing: no limit of its own
    // Cost of one unit of worth; a coffee worth 300 may cost 20 %. A voucher always costs all of its worth.
    Percent cost_share = Percent::whole(100);
    int valid_days = 90;    // of a voucher
    int due_hours = 0;      // of a promise: when it must be kept, from now
    int chance_weight = 1;  // > 1: drawn more often among equals (R5)
    bool free() const { return !fixed_worth && !share_of_loss; }
    friend bool operator==(const Gesture&, const Gesture&) = default;
};

// Limits that hold whatever the library says (R2-R4). A cap of nothing lets nothing through.
struct Guards {
    Percent least_of_loss = Percent::whole(60);
    Percent most_of_loss = Percent::whole(120);
    Percent never_above = Percent::whole(150);
    Percent special_day_more = Percent::whole(20);  // of the loss, added to money on a special day (R8)
    Money most_cost_each;                           // owner's cap on the cost of one recovery
    Money most_worth_money_each;                    // owner's cap on money given at once
};

struct Fitting {
    const Gesture* gesture;
    Money cost, worth;
    std::string reason;   // why it fits: "for a long wait that spoiled the visit"
    bool in_kind = true;  // of the kind of the loss; else merely acceptable (R3)
};

// The gestures that may be offered for this incident, each with its cost and worth, guards applied.
// A gesture whose worth would break a guard is lowered to it or left out. Order of the library.
// - In kind (R3): goods do not settle a loss of money, money does not make a surprise, and money for a
//   lack of regard only when the day is spoiled.
// - Enough, not too much (R4): where the visit is spoiled and the loss known, money is 60-120 % of it;
//   never above 150 %. A share of an unknown loss is left out.
// - A repeated case never raises money (R7); whose fault it was changes nothing (R11).
std::vector<Fitting> fitting(const std::vector<Gesture>& library, const Guards& guards,
                             const incident::Incident& incident);
// The library must outlive the answer.
std::vector<Fitting> fitting(std::vector<Gesture>&&, const Guards&, const incident::Incident&) = delete;

// Two gestures that cost nothing and fit anything: what remains when a library has none left (R9).
const std::vector<Gesture>& always_possible();

std::string_view word(Nature nature);
std::optional<Nature> nature_from_word(std::string_view word);
std::string_view word(Paper paper);
std::optional<Paper> paper_from_word(std::string_view word);

}  // namespace makegood::core::gesture
