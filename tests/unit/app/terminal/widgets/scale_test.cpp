#include "app/terminal/widgets/scale.hpp"

#include <catch2/catch.hpp>

using namespace makegood::terminal::widgets;

namespace {

struct Screen {
    Size pixels;
    double inches, least_factor, most_factor;
};

}  // namespace

TEST_CASE("the scale follows the real size of the screen") {
    const Screen screens[] = {
        {{1280, 800}, 10.1, 0.999, 1.001},  // the reference
        {{1024, 600}, 10.1, 0.78, 0.79},    // fewer pixels, the same millimetres
        {{1366, 768}, 15.6, 0.80, 0.90},    // larger: some of it becomes larger type, the rest air
        {{1920, 1080}, 21.5, 1.00, 1.15},  {{2560, 1600}, 10.1, 1.99, 2.01},
        {{800, 480}, 10.1, 0.0, 0.70},  // too small for all of it
    };
    for (const Screen& screen : screens) {
        const double density = density_of(screen.pixels, screen.inches);
        const Scale scale = scale_for(screen.pixels, density);
        INFO(screen.pixels.width << "x" << screen.pixels.height << " factor " << scale.factor);
        CHECK(scale.factor >= screen.least_factor);
        CHECK(scale.factor <= screen.most_factor);
        CHECK(scale.room.width >= 1159.9);
        CHECK(scale.room.height >= 689.9);
        CHECK(scale.touch() * scale.factor / density >= touch_mm);
    }
}

TEST_CASE("cuts leave the rest and lose nothing") {
    Rect rest{10, 20, 100, 60};
    CHECK(cut_top(rest, 20, 5) == Rect{10, 20, 100, 20});
    CHECK(cut_bottom(rest, 10, 5) == Rect{10, 70, 100, 10});
    CHECK(cut_left(rest, 30) == Rect{10, 45, 30, 20});
    CHECK(cut_right(rest, 30) == Rect{80, 45, 30, 20});
    CHECK(rest == Rect{40, 45, 40, 20});
    cut_top(rest, 1000);
    CHECK(rest.height == 0);
}

TEST_CASE("grids and columns fill their box") {
    const Rect box{0, 0, 100, 50};
    const auto cells = grid(box, 3, 2, 5);
    REQUIRE(cells.size() == 6);
    CHECK(cells.back().right() == Approx(100));
    CHECK(cells.back().bottom() == Approx(50));
    CHECK_FALSE(cells[0].overlaps(cells[1]));
    const auto unequal = columns(box, {3, 1}, 20);
    CHECK(unequal[0].width == Approx(60));
    CHECK(unequal[1].right() == Approx(100));
}
