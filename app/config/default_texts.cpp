#include <fmt/format.h>

#include "app/config/edit_document.hpp"
#include "app/config/shop_file.hpp"

namespace makegood::config {
namespace {

std::string number_or_comment(std::string_view key, const std::optional<std::uint64_t>& value,
                              std::uint64_t example) {
    return value ? fmt::format("{} = {}\n", key, *value) : fmt::format("# {} = {}\n", key, example);
}

}  // namespace

std::string shop_file_text(const ShopFile& shop) {
    std::string text =
        "# This shop and this register. After a change: makegood --data DIR config check\n\n[shop]\n";
    text += "store = " + toml_text(shop.store) + "\nregister = " + toml_text(shop.register_name) + '\n';
    text += "currency = " + toml_text(shop.currency.code()) + "  # of all its money; it stays\n";
    text += "time_zone = " + toml_text(shop.time_zone) + "  # like \"Europe/Paris\"\n\n";
    text += "[register]\n# How the existing register reads a voucher: a file of the folder registers.\n";
    text += "profile = " + toml_text(shop.profile) + '\n';
    text += "# Numbers of this register only, so that no two registers print the same one:\n";
    text += shop.prefix ? "prefix = " + toml_text(*shop.prefix) + '\n' : "# prefix = \"29\"\n";
    text += number_or_comment("first", shop.first, 1) + number_or_comment("last", shop.last, 999'999);
    text +=
        "# In-store codes that carry a price or weight, a letter a digit: I article, P price, W weight, V "
        "check\n"
        "# digit of the price, C check digit, X any. Several with commas between them.\n"
        "# embedded_codes = \"2XIIIIIPPPPPC\"\n";
    text +=
        "\n[printer]\n# \"tcp://192.168.1.50:9100\", \"usb:/dev/usb/lp0\", "
        "\"serial:/dev/ttyUSB0?baud=9600\",\n";
    text += "# \"file:/folder\" (pieces become files) or \"none\".\n";
    text += "connection = " + toml_text(shop.printer) + '\n';
    text += fmt::format("width_dots = {}  # 576 for paper of 80 mm, 384 for 58 mm\n", shop.width_dots);
    text +=
        "# What the printer can prove: \"process-id\" (most Epson TM), \"status\", \"asked\", or \"none\"\n"
        "# (many clones: after each voucher you are asked whether it came out whole).\n";
    text += "proof = " + toml_text(shop.printer_proof) + '\n';
    text +=
        "\n[screen]\n# Measured with a ruler: pixels across the screen over its width in mm. 0: ask the "
        "screen.\n";
    text += fmt::format("pixels_per_mm = {}\n", shop.pixels_per_mm);
    text += fmt::format("theme = \"{}\"  # or \"{}\"\n", shop.theme == Theme::dark ? "dark" : "light",
                        shop.theme == Theme::dark ? "light" : "dark");
    text += fmt::format("sign_out_seconds = {}  # without a touch\n",
                        std::chrono::duration_cast<std::chrono::seconds>(shop.sign_out_after).count());
    text += "\n[sync]\n# Where the nights are sent; empty: nowhere.\nhead_office = " +
            toml_text(shop.head_office) + '\n';
    return text;
}

std::string own_policy_text(std::string_view store) {
    return R"(# Your own rules. What you write here goes before the shipped policy; what you leave out stays as shipped.
# All settings with their values and the files that set them: makegood --data DIR config explain
#
# Once you have published them, only what was published counts, each time under a greater version:
# makegood --data DIR policy publish

[policy]
version = 1
store = )" +
           toml_text(store) + R"(

# [money]
# usual_gift = "3.00"          # all amounts like "2 gifts" are counted in this
#
# [limits]
# most_free_goods_cost = "5 gifts"
#
# A gesture with the id of a shipped one takes its place; `off = true` takes it out:
#
# [[gesture]]
# id = "coffee"
# off = true
)";
}

}  // namespace makegood::config
