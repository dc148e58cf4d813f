// Makes the offers of one incident from substitutes and gestures. Pure; chance is passed in.
#pragma once
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "app/core/budget/budget.hpp"
#include "app/core/budget/limits.hpp"
#include "app/core/budget/rights.hpp"
#include "app/core/catalogue/catalogue.hpp"
#include "app/core/incident/incident.hpp"
#include "app/core/recovery/offer.hpp"
#include "app/core/recovery/wishes.hpp"
#include "app/core/substitute/hand.hpp"
#include "app/core/substitute/suggest.hpp"

namespace makegood::core::recovery {

// The owner's rules, as read from kiosk-config/policy.
struct Policy {
    substitute::Rules substitutes;
    std::vector<substitute::HandLine> hand;  // the owner's, the strongest first
    gesture::Guards guards;
    std::vector<gesture::Gesture> gestures;
    int cards = 3;                  // at most so many offers that cost money or goods
    int free_options = 4;           // shown below; at least two always
    Money most_free_goods_cost;     // a substitute is given free up to this cost of goods
    bool paces = true;              // leave offers out while money is scarce (budget/pacing.hpp)
    int difference_valid_days = 7;  // of a voucher that brings a dearer substitute down to the price
    // {name} {size} {brand} of the substitute; {again}: " again" when it happened before, else nothing.
    std::string sentence_free_larger =
        "I am sorry it is gone{again}. Please take the large one, it is on us.";
    std::string sentence_free_equal = "I am sorry it is gone{again}. Please take this one, it is on us.";
    std::string sentence_same_price = "Please take this one, and pay no more than for the other.";
};

// Uniform in [0, bound); bound > 0.
using Draw = std::function<std::uint64_t(std::uint64_t bound)>;

struct Offers {
    std::vector<Offer> cards;  // best first; each fits the money that is left
    std::vector<Offer> free;   // cost nothing; at least two
    std::string note;          // why there are fewer cards than usual; else empty
    budget::Amount left_out;   // the dearest that was left out only because less money is left than it costs
};

// What is asked for: an answer for people; the same with no words but titles and the note; only its cards, with
// no words at all.
enum class Detail : std::uint8_t { all, titles, costs };

// Ids are left empty: the caller numbers cards then free options. `article` is the missing or wrong one,
// `substitutes` are of it, best first. A stock-out gets the best substitute free, the next for the same
// price, then a gesture; a failure gets gestures only, in kind before acceptable; a surprise is a single one.
// Where more fit than there are places, chance decides by weight, and the offer records how likely it was
// (R5, R17). No article twice; what does not fit the money is left out, and the note says so. `wishes` have
// been heeded in `substitutes` and `policy`; the note says when nothing is known to fit them. What costs more
// than `most_now` is left out so that money remains for those who come later, and so is what one of `limits`
// does not allow; the note then says which.
Offers compose(const Policy& policy, const incident::Incident& incident, const catalogue::Catalogue& articles,
               std::optional<catalogue::Row> article, std::span<const substitute::Substitute> substitutes,
               const budget::Period& money, const Currency& currency, const Draw& draw,
               const Wishes& wishes = {}, std::optional<Money> most_now = {},
               std::span<const budget::LimitLeft> limits = {}, Detail detail = Detail::all);

}  // namespace makegood::core::recovery
