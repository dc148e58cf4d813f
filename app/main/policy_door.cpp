#include "app/main/policy_door.hpp"

#include <algorithm>

#include "app/config/edit_document.hpp"

namespace makegood::main {
namespace {

constexpr std::size_t most_versions = 1000;

cli::PolicyVersion version_of(const ports::PolicyRow& row) {
    return {row.published.version,
            row.published.digest,
            row.published.origin == ports::PolicyOrigin::store ? "store" : "head-office",
            row.published.signed_by,
            row.stamp.at,
            row.stamp.by};
}

Result<cli::PolicyVersion> now_in_force(PolicyKeeper& keeper) {
    const auto row = keeper.shelf().in_force();
    if (!row) return fail(row.error());
    return version_of(**row);
}

}  // namespace

Result<std::vector<std::string>> readings_of(PolicyKeeper& keeper, const std::string& key,
                                             const std::string& value) {
    const auto layers = keeper.layers();
    if (!layers) return fail(layers.error());
    const auto settings = config::load_settings(*layers);
    if (!settings) return fail(settings.error());
    const auto is_it = [&](const config::Effective& each) { return each.key == key; };
    const auto now = std::find_if(settings->effective.begin(), settings->effective.end(), is_it);
    const bool is_text = now != settings->effective.end() && now->value.starts_with('"');
    const bool is_quoted = value.starts_with('"') || value.starts_with('\'');
    std::vector<std::string> readings;
    if (is_quoted || (!is_text && config::set_value("", "a.b", value))) readings.push_back(value);
    if (!is_quoted) readings.push_back(config::toml_text(value));
    return readings;
}

Result<std::vector<cli::PolicyVersion>> PolicyDoor::history() {
    return desk_.ask([this](service::Desk&) -> Result<std::vector<cli::PolicyVersion>> {
        const auto rows = keeper_.shelf().history(most_versions);
        if (!rows) return fail(rows.error());
        std::vector<cli::PolicyVersion> versions;
        for (const auto& row : *rows) versions.push_back(version_of(row));
        return versions;
    });
}

Result<std::string> PolicyDoor::text() {
    return desk_.ask([this](service::Desk&) { return keeper_.text(); });
}

Result<cli::PolicySeen> PolicyDoor::check(const std::string& file) {
    auto text = config::read_settings_file(file);
    if (!text) return fail(text.error());
    return desk_.ask([&](service::Desk& desk) -> Result<cli::PolicySeen> {
        const auto checked = keeper_.check(desk, {file, std::move(*text)});
        if (!checked) return fail(checked.error());
        return cli::PolicySeen{static_cast<std::uint64_t>(checked->head.version), checked->head.store};
    });
}

Result<cli::PolicyVersion> PolicyDoor::publish(const std::string& named, const PersonId& by) {
    const auto file = named.empty() ? keeper_.file().string() : named;
    auto text = config::read_settings_file(file);
    if (!text) return fail(text.error());
    const auto signature = config::read_settings_file(file + ".sig");
    if (!signature && signature.error().kind != ErrorKind::not_found) return fail(signature.error());
    const auto shown = signature ? std::optional(*signature) : std::nullopt;
    return desk_.ask([&](service::Desk& desk) -> Result<cli::PolicyVersion> {
        MAKEGOOD_TRY(keeper_.publish(desk, {file, std::move(*text)}, shown, by));
        return now_in_force(keeper_);
    });
}

Result<cli::PolicyVersion> PolicyDoor::publish_next(service::Desk& desk, const std::string& text,
                                                    const PersonId& by) {
    MAKEGOOD_TRY(keeper_.publish_next(desk, text, by));
    return now_in_force(keeper_);
}

Result<cli::PolicyVersion> PolicyDoor::set(const std::string& key, const std::optional<std::string>& value,
                                           const PersonId& by) {
    return desk_.ask([&](service::Desk& desk) -> Result<cli::PolicyVersion> {
        if (key.starts_with("policy."))
            return fail(ErrorKind::bad_input,
                        "Version and store are not rules; the version rises by itself.");
        const auto text = keeper_.text_to_change(desk);
        if (!text) return fail(text.error());
        return value ? put_value(desk, *text, key, *value, by) : publish_without(desk, *text, key, by);
    });
}

Result<cli::PolicyVersion> PolicyDoor::put_value(service::Desk& desk, const std::string& text,
                                                 const std::string& key, const std::string& value,
                                                 const PersonId& by) {
    const auto readings = readings_of(keeper_, key, value);
    if (!readings) return fail(readings.error());
    std::optional<Error> refused;
    for (const auto& reading : *readings) {
        const auto changed = config::set_value(text, key, reading);
        if (!changed) return fail(changed.error());
        auto published = publish_next(desk, *changed, by);
        if (published || published.error().kind != ErrorKind::bad_input) return published;
        if (!refused) refused = published.error();
    }
    return fail(*refused);
}

Result<cli::PolicyVersion> PolicyDoor::publish_without(service::Desk& desk, const std::string& text,
                                                       const std::string& key, const PersonId& by) {
    const auto changed = config::take_out(text, key);
    return changed ? publish_next(desk, *changed, by) : fail(changed.error());
}

Result<cli::PolicyVersion> PolicyDoor::undo(const PersonId& by) {
    return desk_.ask([&](service::Desk& desk) -> Result<cli::PolicyVersion> {
        const auto rows = keeper_.shelf().history(2);
        if (!rows) return fail(rows.error());
        if (rows->size() < 2)
            return fail(ErrorKind::refused,
                        "There is no version before this one. `makegood policy history` lists "
                        "all that there were.");
        MAKEGOOD_TRY(keeper_.publish_again(desk, rows->back().published.version, by));
        return now_in_force(keeper_);
    });
}

}  // namespace makegood::main
