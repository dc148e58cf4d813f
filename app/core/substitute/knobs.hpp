// The numbers of the score, all of them. Logarithms are natural; "kind" is the narrowest category.
#pragma once

namespace makegood::core::substitute {

struct Knobs {
    // Likeness by the catalogue alone.
    double maker = 0.3;    // the same brand
    double tier = 0.1;     // the same brand tier
    double price = 0.5;    // taken off at an endless price distance
    double size = 0.5;     // taken off at an endless size distance
    double half = 0.2;     // the distance (of logarithms) at which half of that is taken off
    double unknown = 0.5;  // how far apart two are of which one's price or size is not known, 0 to 1
    double words = 0.3;    // the same words in the name
    double wider = 2;      // taken off for every step up to the category that holds both: first the very kind
    double several = 0.25;  // taken off where more packages must be carried home than were asked

    // Receipts.
    double fade = 40;          // households that bought the missing one when the catalogue's say has halved
    double popularity = 0.25;  // weight of the logarithm of how many households buy it
    double unseen = 2.5;       // what nobody was seen to buy counts as so many times its kind's mean
    double smooth = 0.5;       // of the kind's mean, added to every popularity
    double pair = 2;           // households that bought both when the first such household's say has halved

    // Answers at the counter.
    double half_life_days = 90;  // an answer counts half after so many days
    double answers = 4;          // imagined answers at the shop's own rate, for every pair
    double answers_shop = 20;    // imagined answers at one half, for the shop's own rate

    // What the customer gains over the missing one, on the scale of the score.
    double larger = 1;           // clearly larger; and 1 for every doubling
    double largest = 4;          // times the size; beyond that nobody gains more
    double better_brand = 0.75;  // of a brand that people pay more for
    double organic = 0.75;       // where the missing one is not

    // What this customer bought before.
    double bought = 1;        // this very article
    double taste = 0.3;       // its maker, by its share in what they bought of the kind
    double taste_smooth = 2;  // imagined purchases of no maker
};

}  // namespace makegood::core::substitute
