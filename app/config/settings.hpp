// All settings of one register: read, checked and explained.
#pragma once
#include <optional>

#include "app/config/policy.hpp"
#include "app/config/shop_file.hpp"

namespace makegood::config {

// Where settings come from; what the shop's own folder says goes before what was shipped.
struct Layers {
    std::filesystem::path shipped;  // kiosk-config: policy/*.toml, registers/*.toml
    std::filesystem::path data;     // the shop's folder: shop.toml, policy/*.toml, registers/*.toml
    // The policy document that was put into force: then what stands in data/policy does not count.
    std::optional<Document> policy = std::nullopt;
};

struct Settings {
    ShopFile shop;
    core::voucher::NumberRange range;
    PolicySettings policy;
    std::vector<Effective> effective;  // by key
};

// not_found when there is no shop.toml (says how to make a shop); bad_input with file, line and way out.
Result<Settings> load_settings(const Layers& layers);

// shop.toml alone, with the same errors.
Result<ShopFile> load_shop(const Layers& layers);

// Every problem of all files at once, each with file and line; empty when they can be used.
std::vector<std::string> check_settings(const Layers& layers);

}  // namespace makegood::config
