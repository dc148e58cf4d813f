#include "app/core/budget/rights_alone.hpp"

#include "app/base/check.hpp"

namespace makegood::core::budget {

tl::expected<Heard, HubRefusal> serve_itself(HubBook& hub, RegisterBook& book, std::span<const Want> wants,
                                             const Alone& alone) {
    HubDesk desk;
    Exchange exchange;
    const auto welcome = answer(desk, hub, knock(exchange, book, alone.draw()), alone.draw());
    if (!welcome) return tl::unexpected(welcome.error());
    if (!hear(exchange, book, *welcome)) return tl::unexpected(HubRefusal::other_hub);
    auto heard = Heard::ignored;
    // The first Hello asks, the second one puts into force what was promised to it.
    for (const auto now : {wants, std::span<const Want>{}}) {
        const auto said =
            hello(exchange, book, alone.at, alone.hash_at(exchange.prove_at), alone.draw(), now);
        const auto answered = answer(desk, hub, said, alone.draw(), alone.left, alone.rules);
        if (!answered) return tl::unexpected(answered.error());
        heard = hear(exchange, book, *answered);
        MAKEGOOD_CHECK(heard != Heard::ignored);
        if (heard == Heard::renewed) break;
    }
    return heard;
}

}  // namespace makegood::core::budget
