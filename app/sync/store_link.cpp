#include "app/sync/store_link.hpp"

#include <optional>

namespace makegood::sync {
namespace {

Result<ports::SyncLink::Facts> read_facts(ports::Store& store) {
    auto shop = store.shop();
    if (!shop) return fail(shop.error());
    auto head = store.head();
    if (!head) return fail(head.error());
    const auto acknowledged = store.acknowledged();
    if (!acknowledged) return fail(acknowledged.error());
    return ports::SyncLink::Facts{shop->device, head->epoch, head->sequence, std::move(head->hash),
                                  *acknowledged};
}

}  // namespace

template <class Ask>
auto StoreLink::ask(Ask question) {
    if (!on_owner_) return question();
    std::optional<decltype(question())> answer;
    on_owner_([&] { answer = question(); });
    if (!answer)
        answer = fail(ErrorKind::failed, "The register is closing; its events are sent at the next start.");
    return std::move(*answer);
}

Result<ports::SyncLink::Facts> StoreLink::facts() {
    return ask([this] { return read_facts(store_); });
}

Result<std::vector<ports::StoredEvent>> StoreLink::segment(std::uint64_t first, std::size_t limit) {
    return ask([=, this] { return store_.segment(first, limit); });
}

Result<> StoreLink::set_acknowledged(std::uint64_t sequence) {
    return ask([=, this] { return store_.set_acknowledged(sequence); });
}

}  // namespace makegood::sync
