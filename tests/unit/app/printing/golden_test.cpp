// Pictures that somebody has looked at and approved. MAKEGOOD_APPROVE=1 takes the new ones.
#include <cairo.h>
#include <stdlib.h>
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>

#include "app/printing/draw.hpp"
#include "tests/unit/app/printing/sample_pieces.hpp"

using namespace makegood;
using namespace makegood::printing;

namespace {

const std::filesystem::path approved_folder = "tests/golden/paper";

struct FreeSurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};

// Cairo reads grey PNG as RGB: any channel will do.
std::optional<Bitmap> read_png(const std::filesystem::path& file) {
    const std::unique_ptr<cairo_surface_t, FreeSurface> surface(
        cairo_image_surface_create_from_png(file.c_str()));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return {};
    Bitmap picture{
        cairo_image_surface_get_width(surface.get()), cairo_image_surface_get_height(surface.get()), {}};
    picture.bits.resize(static_cast<std::size_t>(picture.row_bytes() * picture.height));
    const auto* dots = cairo_image_surface_get_data(surface.get());
    const auto stride = cairo_image_surface_get_stride(surface.get());
    for (std::int32_t y = 0; y < picture.height; ++y) {
        for (std::int32_t x = 0; x < picture.width; ++x) {
            if (dots[y * stride + 4 * x] >= 128) continue;
            picture.bits[static_cast<std::size_t>(y * picture.row_bytes() + x / 8)] |=
                static_cast<std::uint8_t>(0x80 >> (x % 8));
        }
    }
    return picture;
}

std::int64_t different_dots(const Bitmap& one, const Bitmap& other) {
    std::int64_t count = 0;
    for (std::int32_t y = 0; y < one.height; ++y) {
        for (std::int32_t x = 0; x < one.width; ++x) count += one.black(x, y) != other.black(x, y) ? 1 : 0;
    }
    return count;
}

void save(const std::filesystem::path& file, const Bitmap& picture) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream stream(file, std::ios::binary);
    stream << to_png(picture);
    REQUIRE(stream.flush());
}

void compare(const std::string& name, const Bitmap& picture) {
    const auto approved_file = approved_folder / (name + ".png");
    if (::getenv("MAKEGOOD_APPROVE") != nullptr) return save(approved_file, picture);
    const auto now_file = std::filesystem::temp_directory_path() / "makegood-paper" / (name + ".png");
    save(now_file, picture);
    const auto approved = read_png(approved_file);
    INFO("drawn now: " << now_file << "; look at it, then approve it with MAKEGOOD_APPROVE=1");
    REQUIRE(approved);
    CHECK(approved->width == picture.width);
    REQUIRE(approved->height == picture.height);
    // Another version of a font renderer moves single dots of curves, nothing else.
    const auto dots = static_cast<std::int64_t>(picture.width) * picture.height;
    CHECK(different_dots(*approved, picture) * 1000 <= dots * 3);
    std::filesystem::remove(now_file);
}

}  // namespace

TEST_CASE("pieces look as they were approved") {
    for (const std::int32_t width : {576, 384}) {
        const PaperSize paper{width, 8};
        const auto suffix = "-" + std::to_string(width);
        compare("sticker" + suffix, draw(sticker(tests::sticker_text()), paper).value());
        compare("voucher" + suffix, draw(voucher(tests::voucher_text()), paper).value());
        compare("copy" + suffix, draw(voucher_copy(tests::voucher_text()), paper).value());
    }
}

TEST_CASE("a picture survives PNG dot by dot") {
    Bitmap picture{19, 3, {0x80, 0x01, 0x20, 0x55, 0xAA, 0x40, 0, 0, 0}};
    const auto file = std::filesystem::temp_directory_path() / "makegood-paper" / "dots.png";
    save(file, picture);
    const auto back = read_png(file);
    std::filesystem::remove(file);
    REQUIRE(back);
    CHECK(back->width == 19);
    CHECK(back->height == 3);
    CHECK(different_dots(*back, picture) == 0);
}
