#include "app/sync/ended_link.hpp"

#include <optional>

namespace makegood::sync {

template <class Ask>
auto EndedLink::ask(Ask question) {
    std::optional<decltype(question())> answer;
    on_owner_([&] { answer = question(); });
    if (!answer)
        answer = fail(ErrorKind::failed, "The register is closing; its events are sent at the next start.");
    return std::move(*answer);
}

Result<ports::SyncLink::Facts> EndedLink::facts() {
    return ask([this]() -> Result<Facts> {
        const auto acknowledged = epochs_.acknowledged(end_.epoch);
        if (!acknowledged) return fail(acknowledged.error());
        return Facts{device_, end_.epoch, end_.sequence, end_.hash, *acknowledged};
    });
}

Result<std::vector<ports::StoredEvent>> EndedLink::segment(std::uint64_t first, std::size_t limit) {
    return ask([=, this] { return epochs_.segment(end_.epoch, first, limit); });
}

Result<> EndedLink::set_acknowledged(std::uint64_t sequence) {
    return ask([=, this] { return epochs_.set_acknowledged(end_.epoch, sequence); });
}

}  // namespace makegood::sync
