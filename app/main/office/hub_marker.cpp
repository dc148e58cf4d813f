#include "app/main/office/hub_marker.hpp"

#include "app/main/boot_marker.hpp"

namespace makegood::main {
namespace {

constexpr std::size_t key_digits = 32;

Result<> remember(ports::HubStore& store, const std::string& place) {
    const auto before = store.hub();
    if (!before) return fail(before.error());
    auto after = *before;
    after.marker_file = place;
    return store.save_hub(*before, after);
}

}  // namespace

Result<std::string> renew_hub_marker(ports::HubStore& store, server::receiver::RightsCounter& rights,
                                     const std::string& key, const std::filesystem::path& data_folder) {
    const MarkerOwner owner{
        "hub-" + key.substr(0, key_digits),
        [&]() -> Result<std::string> {
            const auto state = store.hub();
            if (!state) return fail(state.error());
            return state->marker_file;
        },
        [&](const std::string& place) { return remember(store, place); },
        [&](std::optional<std::uint64_t> outside) -> Result<std::optional<std::uint64_t>> {
            const auto number = rights.start(outside);
            if (!number) return fail(number.error());
            return std::optional(*number);
        }};
    MAKEGOOD_TRY(renew_boot_marker(owner, data_folder));
    const auto now = rights.now();
    if (!now) return fail(now.error());
    if (!now->halted) return std::string();
    return std::string(
        "This hub's folder was put back from an older copy, so it grants nothing more. Its owner lets it go "
        "on "
        "with: makegood-server --data DIR replace-hub.");
}

}  // namespace makegood::main
