// Offers: concrete proposals with cost, worth, reason and sentence.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "app/base/money.hpp"
#include "app/base/text_id.hpp"
#include "app/core/gesture/gesture.hpp"

namespace makegood::core::recovery {

enum class OfferKind : std::uint8_t {
    free_substitute,        // the customer pays nothing; sticker
    same_price_substitute,  // the customer pays the missing one's price; voucher for the difference, if any
    gift,
    amount_off,
    attention,
    promise,
};

struct Offer {
    OfferId id;
    OfferKind kind = OfferKind::attention;
    ArticleNumber article;  // of a substitute
    GestureId gesture;      // of a gesture
    std::int64_t quantity = 1;
    std::string title, label,
        detail;  // "Virgin coconut oil 800 ml" / "Twice as large, free" / "Kokora · 800 ml instead of 400 ml"
    std::string reason, sentence;
    std::string place;          // where it stands, with how many are there
    std::optional<Money> pays;  // what the customer still pays; nullopt: does not apply
    Money cost, worth;
    gesture::Paper paper = gesture::Paper::none;
    Money voucher_value;  // of a voucher
    int valid_days = 0;   // of a voucher
    int due_hours = 0;    // of a promise
    double score = 0;
    Percent probability = Percent::whole(100);  // with which it was drawn into this answer
    bool costs_nothing() const { return cost == Money{}; }
    friend bool operator==(const Offer&, const Offer&) = default;
};

std::string_view word(OfferKind kind);
std::optional<OfferKind> offer_kind_from_word(std::string_view word);

}  // namespace makegood::core::recovery
