#include "app/config/settings.hpp"

#include <stdlib.h>

#include <catch2/catch.hpp>
#include <fstream>

using namespace makegood;
using namespace makegood::config;
namespace fs = std::filesystem;

namespace {

// A folder of its own for each test, gone afterwards.
class Folder {
  public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "makegood-config-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()));
        path_ = name;
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const fs::path& path() const { return path_; }
    void write(const fs::path& file, const std::string& text) const {
        fs::create_directories((path_ / file).parent_path());
        std::ofstream(path_ / file) << text;
    }
    Layers layers() const { return {"kiosk-config", path_}; }

  private:
    fs::path path_;
};

const std::string shop = "[shop]\nstore = \"Corner Market\"\ncurrency = \"JPY\"\n";

}  // namespace

TEST_CASE("A new shop works with what is shipped") {
    const Folder folder;
    ShopFile file;
    file.store = "Corner Market";
    file.currency = *Currency::from_code("JPY");
    folder.write("shop.toml", shop_file_text(file));
    folder.write("policy/own.toml", own_policy_text("Corner Market"));
    const auto settings = load_settings(folder.layers());
    if (!settings) WARN(settings.error().detail);
    REQUIRE(settings);
    CHECK(settings->range == core::voucher::NumberRange{"29", 1, 9'999'999'999});
    CHECK(settings->policy.policy.gestures.size() >= 10);
    CHECK(settings->policy.policy.most_free_goods_cost == Money::minor(1200));
    CHECK(check_settings(folder.layers()).empty());
}

TEST_CASE("The shop's own files go before the shipped ones and explain says so") {
    const Folder folder;
    folder.write("shop.toml", shop + "[register]\nfirst = 1000\nlast = 1999\n");
    folder.write("policy/own.toml", "[limits]\ncards = 2\n");
    const auto settings = load_settings(folder.layers());
    REQUIRE(settings);
    CHECK(settings->policy.policy.cards == 2);
    CHECK(settings->range == core::voucher::NumberRange{"29", 1000, 1999});
    const auto of = [&](const std::string& key) {
        for (const auto& effective : settings->effective)
            if (effective.key == key) return effective;
        FAIL("not explained: " << key);
        return Effective{};
    };
    CHECK(of("limits.cards").file == (folder.path() / "policy/own.toml").string());
    CHECK(of("limits.free_options").file == "kiosk-config/policy/policy.toml");
    CHECK(of("register.prefix").file == "kiosk-config/registers/in-store-29.toml");
    CHECK(of("register.first").file == (folder.path() / "shop.toml").string());
    CHECK(of("screen.theme").file == "built in");
    CHECK(of("shop.store").value == "\"Corner Market\"");
}

TEST_CASE("No shop is another answer than a broken one") {
    const Folder folder;
    const auto none = load_settings(folder.layers());
    REQUIRE_FALSE(none);
    CHECK(none.error().kind == ErrorKind::not_found);
    CHECK(none.error().sentence.find("init --store NAME --currency CUR") != std::string::npos);
    CHECK(check_settings(folder.layers()).size() == 1);
}

TEST_CASE("A check finds the problems of all files at once") {
    const Folder folder;
    folder.write("shop.toml", shop + "[register]\nprefix = \"29000000000\"\n");
    folder.write("policy/own.toml", "[limits]\ncards = 9\nmost_cost_each = \"2.50\"\n");
    const auto problems = check_settings(folder.layers());
    REQUIRE(problems.size() == 3);
    CHECK(problems[0].find("The prefix of the voucher numbers") != std::string::npos);
    CHECK(problems[1].find("limits.cards = 9") != std::string::npos);
    CHECK(problems[2].find("JPY, which has no decimals") != std::string::npos);
}

TEST_CASE("A profile that is not there is refused with where to look") {
    const Folder folder;
    folder.write("shop.toml", shop + "[register]\nprofile = \"mine\"\n");
    const auto settings = load_settings(folder.layers());
    REQUIRE_FALSE(settings);
    CHECK(settings.error().sentence.find("There is no register profile \"mine\"") != std::string::npos);
    folder.write("registers/mine.toml", "[numbers]\nprefix = \"28\"\nlast = 99\n");
    REQUIRE(load_settings(folder.layers()));
    CHECK(load_settings(folder.layers())->range == core::voucher::NumberRange{"28", 1, 99});
}

TEST_CASE("Every shipped profile has a range that can be used") {
    for (const auto& file : policy_files("kiosk-config/registers")) {
        CAPTURE(file.string());
        const Folder folder;
        folder.write("shop.toml", shop + "[register]\nprofile = \"" + file.stem().string() + "\"\n");
        CHECK(load_settings(folder.layers()));
    }
}

TEST_CASE("A file that is no settings file is refused") {
    const Folder folder;
    folder.write("shop.toml", std::string(2 * 1024 * 1024, 'x'));
    CHECK(load_settings(folder.layers()).error().sentence.find("too large") != std::string::npos);
    fs::remove(folder.path() / "shop.toml");
    fs::create_directory(folder.path() / "shop.toml");
    CHECK(load_settings(folder.layers()).error().sentence.find("is a folder") != std::string::npos);
}
