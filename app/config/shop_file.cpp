#include "app/config/shop_file.hpp"

namespace makegood::config {
namespace {

using std::chrono::duration_cast;
using std::chrono::seconds;

void read_shop(Section section, ShopFile& shop) {
    section.text("store", shop.store, longest_store_name);
    section.text("register", shop.register_name, longest_register_name);
    section.text("time_zone", shop.time_zone, 60);
    std::string code = shop.currency.code();
    section.text("currency", code);
    if (const auto currency = Currency::from_code(code))
        shop.currency = *currency;
    else if (section.has("currency"))
        section.refuse("currency", currency.error().sentence);
    section.close();
}

// "20IIIIIPPPPPC, 21IIIIIWWWWWC"
void read_embedded_codes(Section& section, ShopFile& shop) {
    std::string list;
    section.text("embedded_codes", list);
    for (std::size_t begin = 0; begin < list.size();) {
        const auto end = std::min(list.find(',', begin), list.size());
        const auto layout = core::catalogue::EmbeddedLayout::parse(list.substr(begin, end - begin));
        if (!layout) return section.refuse("embedded_codes", layout.error().sentence);
        shop.embedded_codes.push_back(*layout);
        begin = end + 1;
    }
}

void read_register(Section section, ShopFile& shop) {
    section.text("profile", shop.profile, 60);
    if (shop.profile.empty() || shop.profile.find_first_of("/\\") != std::string::npos)
        section.refuse("profile",
                       "register.profile names a file of the folder registers, without \".toml\" and path.");
    section.optional_text("prefix", shop.prefix);
    section.optional_integer("first", shop.first, 9'999'999'999);
    section.optional_integer("last", shop.last, 9'999'999'999);
    read_embedded_codes(section, shop);
    section.close();
}

void read_printer(Section section, ShopFile& shop) {
    section.text("connection", shop.printer);
    if (const auto connection = parse_connection(shop.printer); !connection)
        section.refuse("connection", connection.error().sentence);
    section.integer("width_dots", shop.width_dots, 200, 2000);
    section.word(
        "proof", {"process-id", "status", "asked", "none"}, [&](auto word) { shop.printer_proof = word; },
        shop.printer_proof);
    section.close();
}

void read_screen(Section section, ShopFile& shop) {
    section.number("pixels_per_mm", shop.pixels_per_mm, 0, 100);
    section.word(
        "theme", {"light", "dark"},
        [&](auto word) { shop.theme = word == "dark" ? Theme::dark : Theme::light; },
        shop.theme == Theme::dark ? "dark" : "light");
    int after = static_cast<int>(duration_cast<seconds>(shop.sign_out_after).count());
    section.integer("sign_out_seconds", after, 15, 3600);
    shop.sign_out_after = seconds(after);
    section.close();
}

void read_sync(Section section, ShopFile& shop) {
    section.text("head_office", shop.head_office);
    const auto& url = shop.head_office;
    if (!url.empty() && !url.starts_with("http://") && !url.starts_with("https://"))
        section.refuse(
            "head_office",
            "sync.head_office must begin with https:// (or http://), or be empty when there is none.");
    section.close();
}

void read_all(const Value* table, Reading& reading, ShopFile& shop) {
    Section file(reading, table, "");
    read_shop(file.section("shop"), shop);
    read_register(file.section("register"), shop);
    read_printer(file.section("printer"), shop);
    read_screen(file.section("screen"), shop);
    read_sync(file.section("sync"), shop);
    file.close();
}

constexpr std::uint64_t stretch = 100'000'000, numbered = 49, all_stretches = 99;

std::uint64_t number_in(const std::string& name) {
    std::uint64_t number = 0;
    for (const char c : name)
        if (c >= '0' && c <= '9')
            number = std::min(number * 10 + static_cast<std::uint64_t>(c - '0'), stretch);
    return number;
}

std::uint64_t mixed(const std::string& name) {
    std::uint64_t hash = 0xcbf29ce484222325;  // FNV-1a
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return hash;
}

}  // namespace

void number_vouchers_by_name(ShopFile& shop) {
    auto place = number_in(shop.register_name);
    if (place < 1 || place > numbered)
        place = numbered + 1 + mixed(shop.register_name) % (all_stretches - numbered);
    shop.first = (place - 1) * stretch + 1;
    shop.last = place * stretch;
}

Result<ShopFile> read_shop_file(std::string_view text, const std::string& name, Reading& reading) {
    const auto problems_before = reading.problems.size();
    ShopFile shop;
    reading.file.clear();
    read_all(nullptr, reading, shop);
    reading.file = name;
    const Value table = parse_toml(text, name, reading.problems);
    read_all(&table, reading, shop);
    const bool sound = reading.problems.size() == problems_before;
    if (sound && shop.store.empty())
        reading.problems.push_back(
            {name, 0, "The shop has no name; write store = \"Corner Market\" under [shop]."});
    if (sound && shop.currency == Currency())
        reading.problems.push_back(
            {name, 0, "The currency is not set; write currency = \"USD\" under [shop]."});
    if (reading.problems.size() > problems_before) return fail(as_error(reading.problems));
    reading.amounts.currency = shop.currency;
    return shop;
}

}  // namespace makegood::config
