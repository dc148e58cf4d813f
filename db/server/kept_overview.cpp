#include "db/server/kept_overview.hpp"

namespace makegood::db::server {
namespace {

constexpr auto keep_for = std::chrono::seconds(60);
constexpr std::int64_t dear = 100'000;  // events; of fewer it is made in no time

}  // namespace

const ports::Overview* KeptOverview::at(Instant now) const {
    if (!kept_ || now < kept_->made || now - kept_->made >= keep_for) return nullptr;
    return &kept_->overview;
}

void KeptOverview::keep(const ports::Overview& overview, Instant now) {
    forget();
    std::int64_t events = 0;
    for (const auto& entry : overview.registers) events += entry.events;
    if (events >= dear) kept_ = {overview, now};
}

}  // namespace makegood::db::server
