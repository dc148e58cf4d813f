#include "app/config/shop_file.hpp"

#include <catch2/catch.hpp>

using namespace makegood;
using namespace makegood::config;

namespace {

Result<ShopFile> read(const std::string& text) {
    Reading reading;
    return read_shop_file(text, "shop.toml", reading);
}

const std::string least = "[shop]\nstore = \"Corner Market\"\ncurrency = \"USD\"\n";

}  // namespace

TEST_CASE("registers of a store number their vouchers apart by their names") {
    const auto stretch = [](const char* name) {
        ShopFile shop;
        shop.register_name = name;
        number_vouchers_by_name(shop);
        CHECK(*shop.last == *shop.first + 99'999'999);
        CHECK(*shop.last <= 9'999'999'999);
        return *shop.first;
    };
    CHECK(stretch("Register 1") == 1);
    CHECK(stretch("Register 2") == 100'000'001);
    CHECK(stretch("Kasse 49") == 4'800'000'001);
    for (const char* name :
         {"Register", "Deli", "Register 0", "Register 50", "Register 99999999999999999999"})
        CHECK(stretch(name) > 4'900'000'000);
    CHECK(stretch("Deli") != stretch("Bakery"));
}

TEST_CASE("A shop needs a name and a currency; the rest has good values") {
    const auto shop = read(least);
    REQUIRE(shop);
    CHECK(shop->store == "Corner Market");
    CHECK(shop->currency.code() == "USD");
    CHECK(shop->time_zone == "UTC");
    CHECK(shop->printer == "none");
    CHECK(shop->width_dots == 576);
    CHECK(shop->theme == Theme::light);
    CHECK(shop->sign_out_after == std::chrono::minutes(2));
    CHECK_FALSE(shop->prefix);
}

TEST_CASE("What the default writer writes is read back") {
    ShopFile shop;
    shop.store = "Caf\xC3\xA9 \"Zur Post\" \\ \n 2";
    shop.register_name = "Register 7";
    shop.currency = *Currency::from_code("KWD");
    shop.time_zone = "Asia/Kuwait";
    shop.prefix = "2912";
    shop.first = 5;
    shop.last = 500;
    shop.printer = "serial:/dev/ttyUSB0?baud=19200";
    shop.width_dots = 384;
    shop.pixels_per_mm = 3.78;
    shop.theme = Theme::dark;
    shop.sign_out_after = std::chrono::seconds(45);
    shop.head_office = "https://office.example";
    const auto again = read(shop_file_text(shop));
    if (!again) WARN(again.error().sentence);
    REQUIRE(again);
    CHECK(again->store == shop.store);
    CHECK(again->register_name == shop.register_name);
    CHECK(again->currency == shop.currency);
    CHECK(again->time_zone == shop.time_zone);
    CHECK(again->prefix == shop.prefix);
    CHECK(again->first == shop.first);
    CHECK(again->last == shop.last);
    CHECK(again->printer == shop.printer);
    CHECK(again->width_dots == shop.width_dots);
    CHECK(again->pixels_per_mm == Approx(shop.pixels_per_mm));
    CHECK(again->theme == shop.theme);
    CHECK(again->sign_out_after == shop.sign_out_after);
    CHECK(again->head_office == shop.head_office);
}

TEST_CASE("A shop file that can't be used is refused with line and way out") {
    struct Case {
        std::string text, sentence;
    };
    const Case cases[] = {
        {"", "The shop has no name"},
        {"[shop]\nstore = \"A\"\n", "The currency is not set"},
        {"[shop]\nstore = \"A\"\ncurrency = \"QQQ\"\n", "shop.toml, line 3: "},
        {least + "curency = \"USD\"\n",
         "line 4: There is no setting \"curency\" in [shop]. Did you mean \"currency\"?"},
        {least + "[printer]\nconnection = \"lpt1\"\n", "line 5: \"lpt1\" is not a printer connection"},
        {least + "[printer]\nwidth_dots = 5\n", "from 200 to 2000"},
        {least + "[screen]\ntheme = \"drak\"\n", "Did you mean \"dark\"?"},
        {least + "[sync]\nhead_office = \"office\"\n", "must begin with https://"},
        {least + "[register]\nprofile = \"../x\"\n", "names a file of the folder registers"},
        {least + "[register]\nfirst = -1\n", "from 0 to 9999999999"},
        {least + "[register]\nprefix = 29\n", "text in quotes"},
        {least + "[register]\nembedded_codes = \"2XIIIIIPPPPPC, 21II\"\n",
         "one letter for each of 13 digits"},
        {"store = \xFF", "line 1: There are letters here that are not written in UTF-8"},
        {"store = ", "line 1: This does not follow the rules of TOML"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.text);
        const auto shop = read(each.text);
        REQUIRE_FALSE(shop);
        CHECK(shop.error().kind == ErrorKind::bad_input);
        CHECK(shop.error().sentence.find(each.sentence) != std::string::npos);
        if (shop.error().sentence.find(each.sentence) == std::string::npos) WARN(shop.error().sentence);
    }
}

TEST_CASE("Several layouts of codes with a price may be named") {
    const auto shop = read(least + "[register]\nembedded_codes = \"20IIIIIPPPPPC, 21IIIIIWWWWWC\"\n");
    REQUIRE(shop);
    CHECK(shop->embedded_codes.size() == 2);
}

TEST_CASE("Printer connections are taken apart") {
    using Kind = Connection::Kind;
    struct Case {
        std::string text;
        Connection connection;
    };
    const Case cases[] = {
        {"none", {}},
        {"tcp://127.0.0.1:9100", {Kind::tcp, "127.0.0.1", 9100, 9600}},
        {"tcp://printer", {Kind::tcp, "printer", 9100, 9600}},
        {"tcp://[::1]:91", {Kind::tcp, "::1", 91, 9600}},
        {"tcp://[::1]", {Kind::tcp, "::1", 9100, 9600}},
        {"usb:/dev/usb/lp0", {Kind::usb, "/dev/usb/lp0", 9100, 9600}},
        {"serial:/dev/ttyUSB0?baud=19200", {Kind::serial, "/dev/ttyUSB0", 9100, 19200}},
        {"serial:/dev/ttyS0", {Kind::serial, "/dev/ttyS0", 9100, 9600}},
        {"file:/tmp/pieces", {Kind::file, "/tmp/pieces", 9100, 9600}},
    };
    for (const auto& each : cases) {
        CAPTURE(each.text);
        const auto connection = parse_connection(each.text);
        REQUIRE(connection);
        CHECK(*connection == each.connection);
    }
    for (const char* text :
         {"", "tcp://", "tcp://host:", "tcp://host:0", "tcp://host:65536", "tcp://host:9x", "tcp://[::1",
          "tcp://[]:9100", "tcp://[::1]9100", "usb:", "usb:lp0", "serial:tty",
          "serial:/dev/ttyS0?baud=", "serial:/dev/ttyS0?speed=9", "file:folder", "NONE"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_connection(text));
    }
}

TEST_CASE("The shipped comment file for own rules sets nothing") {
    Problems problems;
    const auto own = parse_toml(own_policy_text("Joe's \"Corner\""), "own.toml", problems);
    REQUIRE(own.entries.size() == 1);
    CHECK(own.entries.at("policy").entries.at("store").text == "Joe's \"Corner\"");
    CHECK(problems.empty());
}
