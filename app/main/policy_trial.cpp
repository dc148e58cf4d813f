// Rules that are tried and not saved.
#include "app/config/edit_document.hpp"
#include "app/main/policy_door.hpp"
#include "app/main/try_rules.hpp"

namespace makegood::main {

// The likeliest reading that can be used.
Result<std::string> PolicyDoor::with_value(const std::string& text, const std::string& key,
                                           const std::string& value) {
    const auto readings = readings_of(keeper_, key, value);
    if (!readings) return fail(readings.error());
    std::optional<Error> refused;
    for (const auto& reading : *readings) {
        auto changed = config::set_value(text, key, reading);
        if (!changed) return changed;
        const auto settings = keeper_.settings_by({"what is tried", *changed});
        if (settings) return changed;
        if (!refused) refused = settings.error();
    }
    return fail(*refused);
}

Result<std::string> PolicyDoor::text_of(service::Desk& desk, const cli::TriedRules& tried) {
    if (tried.text) return *tried.text;
    if (tried.file.empty()) return keeper_.text_to_start_from(desk);
    auto text = config::read_settings_file(tried.file);
    if (!text) return text;
    const auto checked = keeper_.check(desk, {tried.file, *text});
    return checked ? text : fail(checked.error());
}

Result<service::Settings> PolicyDoor::settings_of(service::Desk& desk, const cli::TriedRules& tried) {
    if (!tried.text && tried.file.empty() && tried.set.empty()) return desk.settings;
    auto text = text_of(desk, tried);
    for (const auto& [key, value] : tried.set) {
        if (!text) break;
        text = with_value(*text, key, value);
    }
    if (!text) return fail(text.error());
    return keeper_.settings_by({tried.file.empty() ? "what is tried" : tried.file, *text});
}

Result<service::WhatIf> PolicyDoor::what_if(const cli::TriedRules& tried, const service::Progress& progress) {
    auto settings = desk_.ask([&](service::Desk& desk) { return settings_of(desk, tried); });
    if (!settings) return fail(settings.error());
    return try_rules(desk_, past_, {std::move(*settings), tried.budget}, tried.days, progress);
}

}  // namespace makegood::main
