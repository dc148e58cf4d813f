#include "app/main/office/hub_limits.hpp"

#include "app/config/policy.hpp"
#include "app/main/register_parts.hpp"

namespace makegood::main {
namespace {

Result<std::vector<core::budget::LimitRule>> read_limits(const ports::StorePolicy& policy,
                                                         const std::string& currency_code) {
    const auto currency = Currency::from_code(currency_code);
    if (!currency) return fail(currency.error());
    auto files = config::policy_texts(config::policy_files(shipped_config() / "policy"));
    if (!files) return fail(files.error());
    files->emplace_back("policy", policy.document.text);
    config::Reading reading;
    reading.amounts.currency = *currency;
    const auto settings = config::read_policy(*files, reading);
    if (!settings) return fail(settings.error());
    return config::rules_of(settings->limits);
}

}  // namespace

std::vector<core::budget::LimitRule> HubLimits::of(const std::string& store) {
    auto& known = known_[store];
    const auto newest = office_.newest_policy(store);
    if (!newest || !*newest || (*newest)->version == known.version) return known.limits;
    const auto currency = office_.currency_of(store);
    if (!currency) return known.limits;
    auto limits = read_limits(**newest, *currency);
    if (limits) known = {(*newest)->version, std::move(*limits)};
    return known.limits;
}

}  // namespace makegood::main
