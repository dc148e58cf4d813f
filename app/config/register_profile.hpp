// kiosk-config/registers/*.toml: how an existing register reads a voucher.
#pragma once
#include "app/config/shop_file.hpp"

namespace makegood::config {

// The number range of this register: the profile's, with what shop.toml sets itself on top. bad_input when it
// does not fit in an EAN-13.
Result<core::voucher::NumberRange> read_register_profile(std::string_view text, const std::string& file,
                                                         const ShopFile& shop, Reading& reading);

}  // namespace makegood::config
