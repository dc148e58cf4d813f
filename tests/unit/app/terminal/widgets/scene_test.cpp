#include <cairo.h>

#include <catch2/catch.hpp>
#include <vector>

#include "app/terminal/widgets/icons.hpp"
#include "app/terminal/widgets/painter.hpp"

using namespace makegood::terminal::widgets;

namespace {

Control tile(std::string id, Rect box, std::string name = "Tile") {
    Control control;
    control.id = std::move(id);
    control.box = box;
    control.role = Role::button;
    control.name = std::move(name);
    control.shapes.push_back(Panel{.box = box, .radius = 4, .fill = Paint::accent});
    return control;
}

std::vector<unsigned char> picture(const Scene& scene, const Attention& attention) {
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 200, 100);
    cairo_t* cr = cairo_create(surface);
    paint(cr, scene, light_theme(), 1, attention);
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    const unsigned char* bytes = cairo_image_surface_get_data(surface);
    std::vector<unsigned char> copy(bytes, bytes + 100 * cairo_image_surface_get_stride(surface));
    cairo_surface_destroy(surface);
    return copy;
}

}  // namespace

TEST_CASE("a touch finds the topmost pressable, and nothing under a sheet") {
    Scene scene;
    scene.controls = {tile("below", {0, 0, 100, 100}), tile("above", {50, 0, 100, 100})};
    CHECK(scene.at(10, 10)->id == "below");
    CHECK(scene.at(60, 10)->id == "above");
    CHECK(scene.at(160, 10) == nullptr);
    scene.covered = 1;
    CHECK(scene.at(10, 10) == nullptr);
    CHECK(scene.at(60, 10)->id == "above");
    scene.controls[1].role = Role::label;
    CHECK(scene.at(60, 10) == nullptr);
}

TEST_CASE("names of pressables are made unique, others stay") {
    Scene scene;
    scene.controls = {tile("a", {}, "Kept"), tile("b", {}, "Kept"), tile("c", {}, "Kept")};
    scene.controls[2].role = Role::label;
    scene.make_names_unique();
    CHECK(scene.controls[0].name == "Kept");
    CHECK(scene.controls[1].name == "Kept, 2");
    CHECK(scene.controls[2].name == "Kept");
}

TEST_CASE("what lies under a sheet takes no name from what is on it") {
    Scene scene;
    scene.controls = {tile("a", {}, "Save"), tile("b", {}, "Save"), tile("c", {}, "Save")};
    scene.covered = 1;
    scene.make_names_unique();
    CHECK(scene.controls[1].name == "Save");
    CHECK(scene.controls[2].name == "Save, 2");
}

TEST_CASE("a press and the keyboard's ring can be seen") {
    Scene scene;
    scene.controls = {tile("a", {20, 20, 80, 60})};
    const auto calm = picture(scene, {});
    CHECK(calm == picture(scene, {}));
    CHECK(calm != picture(scene, {.pressed = "a", .focused = ""}));
    CHECK(calm != picture(scene, {.pressed = "", .focused = "a"}));
    CHECK(calm == picture(scene, {.pressed = "elsewhere", .focused = ""}));
}

TEST_CASE("every icon stays inside its square and draws something of its own") {
    std::vector<std::vector<unsigned char>> seen;
    for (std::string_view name : icon_names()) {
        INFO(name);
        cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 104, 104);
        cairo_t* cr = cairo_create(surface);
        cairo_translate(cr, 20, 20);
        draw_icon(cr, name, 64);
        cairo_destroy(cr);
        cairo_surface_flush(surface);
        const unsigned char* bytes = cairo_image_surface_get_data(surface);
        const int stride = cairo_image_surface_get_stride(surface);
        std::size_t inside = 0, outside = 0;
        for (int y = 0; y < 104; ++y)
            for (int x = 0; x < 104; ++x)
                (x >= 20 && x < 84 && y >= 20 && y < 84 ? inside : outside) += bytes[y * stride + x] > 0;
        CHECK(inside > 100);
        CHECK(outside == 0);
        seen.emplace_back(bytes, bytes + 104 * stride);
        cairo_surface_destroy(surface);
        for (std::size_t i = 0; i + 1 < seen.size(); ++i) CHECK(seen[i] != seen.back());
    }
}
