// What a stranger's scanner reads on our pictures: zbar's.
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <optional>
#include <set>

#include "app/printing/draw.hpp"
#include "tests/unit/app/printing/sample_pieces.hpp"

using namespace makegood;
using namespace makegood::printing;

namespace {

using Codes = std::set<std::string>;

// "EAN-13:2900000000179", ...; nothing when zbarimg is not installed.
std::optional<Codes> codes_on(const Bitmap& picture) {
    std::string name = (std::filesystem::temp_directory_path() / "makegood-XXXXXX.png").string();
    const int file = ::mkstemps(name.data(), 4);
    REQUIRE(file >= 0);
    ::close(file);
    std::ofstream(name, std::ios::binary) << to_png(picture);
    FILE* reader = ::popen(("zbarimg -q --nodbus " + name + " 2>/dev/null").c_str(), "r");
    REQUIRE(reader != nullptr);
    Codes codes;
    char line[4096];
    while (::fgets(line, sizeof line, reader) != nullptr) {
        const std::string text(line);
        codes.insert(text.substr(0, text.find('\n')));
    }
    const int status = ::pclose(reader);
    std::filesystem::remove(name);
    constexpr int not_installed = 127, nothing_found = 4;
    if (WEXITSTATUS(status) == not_installed) {
        WARN("skipped: zbarimg (Debian package zbar-tools) is not installed");
        return {};
    }
    REQUIRE((WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == nothing_found));
    return codes;
}

constexpr PaperSize papers[] = {{576, 8}, {384, 8}, {512, 8}, {832, 11.8}};

}  // namespace

TEST_CASE("a scanner reads both codes of a voucher, on every paper") {
    const auto text = tests::voucher_text();
    for (const auto& paper : papers) {
        INFO(paper.width_dots << " dots");
        const auto codes = codes_on(draw(voucher(text), paper).value());
        if (!codes) return;
        CHECK(*codes == Codes{"EAN-13:" + text.ean13, "QR-Code:" + text.qr});
    }
}

TEST_CASE("a scanner finds nothing on a sticker or a copy") {
    for (const auto& paper : papers) {
        for (const auto& document : {sticker(tests::sticker_text()), voucher_copy(tests::voucher_text())}) {
            INFO(document.title << ", " << paper.width_dots << " dots");
            const auto codes = codes_on(draw(document, paper).value());
            if (!codes) return;
            CHECK(codes->empty());
        }
    }
}

TEST_CASE("numbers of every kind are read as they are") {
    for (const auto* digits :
         {"0000000000000", "2012345678903", "4006381333931", "9780201379624", "9999999999994"}) {
        INFO(digits);
        const auto codes = codes_on(draw({"", {Ean13{digits}}}, {384, 8}).value());
        if (!codes) return;
        // zbar names a number with a leading zero by the older standard.
        CHECK(codes->size() == 1);
        CHECK(codes->begin()->find(std::string(digits).substr(1)) != std::string::npos);
    }
}
