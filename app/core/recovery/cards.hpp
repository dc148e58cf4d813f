// The parts from which compose makes its answer.
#pragma once
#include <vector>

#include "app/core/recovery/compose.hpp"

namespace makegood::core::recovery {

// All that is given to compose, under one name.
struct Case {
    const Policy& policy;
    const incident::Incident& incident;
    const catalogue::Catalogue& articles;
    std::optional<catalogue::Row> article;
    const budget::Period& money;
    const Currency& currency;
    const Draw& draw;
    Detail detail = Detail::all;
};

// Whether an offer may be a card. Remembers when it was only the period's money that said no, or that it is
// to last for later customers too, or which limit it was.
class Purse {
  public:
    Purse(const Policy& policy, const budget::Period& money, std::optional<Money> most_now,
          std::span<const budget::LimitLeft> limits)
        : guards_(policy.guards), money_(money), most_now_(most_now), limits_(limits) {}
    bool allows(OfferKind kind, Money cost, Money worth);
    bool was_too_small() const { return left_out_ != budget::Amount{}; }
    const budget::Amount& left_out() const { return left_out_; }
    bool was_kept() const { return was_kept_; }
    const budget::LimitLeft* refused_by() const { return refused_by_; }  // nullptr: none did

  private:
    const gesture::Guards& guards_;
    const budget::Period& money_;
    std::optional<Money> most_now_;
    std::span<const budget::LimitLeft> limits_;
    const budget::LimitLeft* refused_by_ = nullptr;  // the first
    budget::Amount left_out_;
    bool was_kept_ = false;
};

// At most `places` of the substitutes, which come nearest first. The first card is the one with the greatest
// benefit that the rules and the money allow (larger, better brand, organic), free where the policy allows
// it; what the owner put first comes before all, if only for the same price. The second is the nearest, the
// third one of another brand where there is one. Never two flavours of one line.
std::vector<Offer> goods_cards(const Case& given, std::span<const substitute::Substitute> substitutes,
                               std::size_t places, Purse& purse);

// The gestures that fit the incident; `free` ones or those that cost something and fit the purse.
std::vector<gesture::Fitting> fitting_free(const Case& given);
std::vector<gesture::Fitting> fitting_paid(const Case& given, Purse& purse);

// At most `places` of them as offers: those for this very situation first, then in kind, then acceptable;
// chance decides within a group that has more than there are places.
std::vector<Offer> gesture_offers(const Case& given, const std::vector<gesture::Fitting>& fits,
                                  std::size_t places);

}  // namespace makegood::core::recovery
