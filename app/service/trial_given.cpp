#include "app/service/trial_given.hpp"

#include <algorithm>

namespace makegood::service {

std::string TrialGiven::key_of(const Named& named, const PersonId& by, core::recovery::OfferKind kind,
                               const std::string& customer) {
    constexpr char between = '\x1f';
    std::string key;
    if (named.by) key += by.text();
    key += between;
    if (named.kind) key += static_cast<char>('a' + static_cast<int>(kind));
    key += between;
    if (named.customer) key += customer;
    return key;
}

void TrialGiven::Sums::add(const ports::PastGift& gift, Day day) {
    auto& given = of[key_of(named, gift.by, gift.kind, gift.customer)][day];
    (gift.is_spent ? given.spent : given.reserved) += gift.amount;
}

void TrialGiven::add(const ports::PastGift& gift) {
    const auto span = core::budget::span_of(gift.period);
    if (!span || span->first != span->last) return;
    const Day day{span->first};
    all_.emplace_back(day, gift);
    for (auto& sums : asked_) sums.add(gift, day);
}

TrialGiven::Sums& TrialGiven::sums_of(const Named& named) {
    const auto known = std::find_if(asked_.begin(), asked_.end(),
                                    [&](const Sums& sums) { return sums.named == named; });
    if (known != asked_.end()) return *known;
    auto& fresh = asked_.emplace_back(Sums{named, {}});
    for (const auto& [day, gift] : all_) fresh.add(gift, day);
    return fresh;
}

ports::Store::Given TrialGiven::of(const ports::Store::GivenBy& whose) {
    const Named named{whose.by.has_value(), whose.kind.has_value(), !whose.customer.empty()};
    const auto& sums = sums_of(named).of;
    ports::Store::Given given;
    const auto found = sums.find(key_of(named, whose.by.value_or(PersonId()),
                                        whose.kind.value_or(core::recovery::OfferKind{}), whose.customer));
    if (found == sums.end()) return given;
    for (auto at = found->second.lower_bound(Day{whose.days.first});
         at != found->second.end() && at->first <= Day{whose.days.last}; ++at) {
        given.reserved += at->second.reserved;
        given.spent += at->second.spent;
    }
    return given;
}

}  // namespace makegood::service
