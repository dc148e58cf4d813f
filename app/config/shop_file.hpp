// <data>/shop.toml: what this shop and this register are, and what is plugged in.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/time_values.hpp"
#include "app/config/section.hpp"
#include "app/core/catalogue/embedded_code.hpp"
#include "app/core/voucher/voucher.hpp"

namespace makegood::config {

enum class Theme : std::uint8_t { light, dark };

// Where a printer is reached.
struct Connection {
    enum class Kind : std::uint8_t { none, tcp, usb, serial, file };
    Kind kind = Kind::none;
    std::string target;  // host; device file; folder
    int port = 9100;     // of tcp
    int baud = 9600;     // of serial
    friend bool operator==(const Connection&, const Connection&) = default;
};
// "tcp://127.0.0.1:9100", "usb:/dev/usb/lp0", "serial:/dev/ttyUSB0?baud=9600", "file:/path/folder", "none".
Result<Connection> parse_connection(std::string_view text);

// In letters; they stand on every voucher and in the top bar.
inline constexpr std::size_t longest_store_name = 60, longest_register_name = 40;

struct ShopFile {
    std::string store;
    std::string register_name = "Register 1";
    Currency currency;
    std::string time_zone = "UTC";  // IANA name; whether it exists is asked where clocks are made

    std::string profile = "in-store-29";  // a file of kiosk-config/registers, without ".toml"
    // Set here, they go before those of the profile.
    std::optional<std::string> prefix;
    std::optional<std::uint64_t> first, last;

    std::string printer = "none";
    int width_dots = 576;
    // How far it can prove that a piece came out: "process-id", "status", "asked" or "none".
    std::string printer_proof = "process-id";

    // In-store codes with a price or weight, as the shop's scales print them; none: they are not read.
    std::vector<core::catalogue::EmbeddedLayout> embedded_codes;

    double pixels_per_mm = 0;  // 0: ask the screen
    Theme theme = Theme::light;
    Duration sign_out_after = std::chrono::minutes(2);

    std::string head_office;  // URL; empty: none
};

// Reads the text of shop.toml. bad_input with line and way out. Effective settings go to the reading.
Result<ShopFile> read_shop_file(std::string_view text, const std::string& file, Reading& reading);

// For a new register: a stretch of a hundred million numbers for its vouchers, the second one for "Register 2",
// so that no two registers of a store print the same number. Of a name without a number from 1 to 49 the
// letters decide which of the stretches behind those it is.
void number_vouchers_by_name(ShopFile& shop);

// shop.toml as `makegood init` writes it, with comments for the owner; read_shop_file reads it back.
std::string shop_file_text(const ShopFile& shop);
// policy/own.toml as `makegood init` writes it: no rule yet, and how to write one and publish them.
std::string own_policy_text(std::string_view store);

}  // namespace makegood::config
