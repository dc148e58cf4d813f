#include "app/service/drawn.hpp"

#include "app/service/pin_rules.hpp"

namespace makegood::service {

std::string drawn_pin(ports::Random& random) {
    std::string pin;
    do {
        pin = std::to_string(1'000'000 + random.below(1'000'000)).substr(1);
    } while (is_obvious(pin));
    return pin;
}

std::string drawn_text(ports::Random& random, int digits) {
    static constexpr char each[] = "0123456789abcdefghjkmnpqrstvwxyz";
    std::string text;
    for (int i = 0; i < digits; ++i) text += each[random.below(32)];
    return text;
}

}  // namespace makegood::service
