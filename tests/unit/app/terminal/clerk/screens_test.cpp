// Every screen of the storybook, measured on four real screens.
#include <catch2/catch.hpp>
#include <set>

#include "app/terminal/clerk/screen_scene.hpp"
#include "tests/gui/storybook/stories.hpp"

using namespace makegood;
using namespace makegood::terminal::widgets;
using tests::gui::stories;
using tests::gui::Story;

namespace {

struct Display {
    const char* name;
    Size pixels;
    double inches;
    Scale scale() const { return scale_for(pixels, density_of(pixels, inches)); }
};

const Display displays[] = {{"1280x800 on 10.1 inches", {1280, 800}, 10.1},
                            {"1024x600 on 10.1 inches", {1024, 600}, 10.1},
                            {"1366x768 on 15.6 inches", {1366, 768}, 15.6},
                            {"1920x1080 on 21.5 inches", {1920, 1080}, 21.5}};

template <class Check>
void on_every_screen(Check check) {
    for (const Display& display : displays)
        for (const Story& story : stories()) {
            const Scale scale = display.scale();
            const Scene scene = terminal::clerk::compose(story.screen, scale);
            INFO(story.name << " at " << display.name);
            REQUIRE_FALSE(scene.controls.empty());
            check(scene, scale);
        }
}

bool inside(const Rect& box, const Size& room) {
    return box.x > -0.01 && box.y > -0.01 && box.right() < room.width + 0.01 &&
           box.bottom() < room.height + 0.01;
}

// "Not this one" stands on top of its card: who touches it does not touch the card.
bool stands_on(const Control& below, const Control& above) {
    const Rect &outer = below.box, &inner = above.box;
    return above.id.starts_with("no:") && below.id == "card:" + above.id.substr(3) && inner.x >= outer.x &&
           inner.y >= outer.y && inner.right() <= outer.right() && inner.bottom() <= outer.bottom();
}

}  // namespace

TEST_CASE("everything pressable is at least 15 mm wide and high") {
    on_every_screen([](const Scene& scene, const Scale& scale) {
        for (const Control& control : scene.controls) {
            if (!control.pressable()) continue;
            INFO(control.id << " " << control.box.width << " x " << control.box.height << " units");
            CHECK(control.box.width * scale.factor / scale.pixels_per_mm >= touch_mm);
            CHECK(control.box.height * scale.factor / scale.pixels_per_mm >= touch_mm);
        }
    });
}

TEST_CASE("pressables do not overlap, and everything is inside the window") {
    on_every_screen([](const Scene& scene, const Scale& scale) {
        std::vector<const Control*> pressables;
        for (std::size_t i = 0; i < scene.controls.size(); ++i) {
            const Control& control = scene.controls[i];
            INFO(control.id);
            CHECK(inside(control.box, scale.room));
            for (const Shape& shape : control.shapes)
                CHECK(inside(std::visit([](const auto& one) { return one.box; }, shape), scale.room));
            if (i >= scene.covered && control.pressable()) pressables.push_back(&control);
        }
        for (std::size_t i = 0; i < pressables.size(); ++i)
            for (std::size_t j = i + 1; j < pressables.size(); ++j) {
                if (stands_on(*pressables[i], *pressables[j])) continue;
                INFO(pressables[i]->id << " and " << pressables[j]->id);
                CHECK_FALSE(pressables[i]->box.shrunk(0.01).overlaps(pressables[j]->box.shrunk(0.01)));
            }
    });
}

TEST_CASE("a finger that slips past the cross of a card does not give it", "[offers]") {
    on_every_screen([](const Scene& scene, const Scale&) {
        for (std::size_t i = scene.covered; i < scene.controls.size(); ++i) {
            const Control& no = scene.controls[i];
            if (!no.id.starts_with("no:")) continue;
            const Rect card = scene.find("card:" + no.id.substr(3))->box;
            INFO(no.id);
            const auto hit = [&](double x, double y) { return scene.at(x, y) == &no; };
            CHECK(hit(card.right() - 1, no.box.middle_y()));
            CHECK(hit(no.box.middle_x(), card.bottom() - 1));
            CHECK(hit(card.right() - 1, card.bottom() - 1));
        }
    });
}

TEST_CASE("no text is cut, but for long names that may be") {
    on_every_screen([](const Scene& scene, const Scale&) {
        for (const Control& control : scene.controls)
            for (const Shape& shape : control.shapes) {
                const auto* text = std::get_if<Text>(&shape);
                if (!text || text->style.may_shorten) continue;
                INFO(control.id << ": " << text->text << " in " << text->box.width << " x "
                                << text->box.height);
                CHECK_FALSE(fit_text(text->text, text->style, {text->box.width, text->box.height}).cut);
            }
    });
}

TEST_CASE("texts of one control stay apart") {
    on_every_screen([](const Scene& scene, const Scale&) {
        for (const Control& control : scene.controls) {
            std::vector<const Text*> texts;
            for (const Shape& shape : control.shapes)
                if (const auto* text = std::get_if<Text>(&shape)) texts.push_back(text);
            for (std::size_t i = 0; i < texts.size(); ++i)
                for (std::size_t j = i + 1; j < texts.size(); ++j) {
                    INFO(control.id << ": " << texts[i]->text << " / " << texts[j]->text);
                    CHECK_FALSE(texts[i]->box.shrunk(1).overlaps(texts[j]->box.shrunk(1)));
                }
        }
    });
}

TEST_CASE("ids are unique, and so are the names of what can be pressed now") {
    on_every_screen([](const Scene& scene, const Scale&) {
        std::set<std::string> ids, names;
        for (std::size_t i = 0; i < scene.controls.size(); ++i) {
            const Control& control = scene.controls[i];
            INFO(control.id << " " << control.name);
            CHECK(ids.insert(control.id).second);
            if (control.readable()) CHECK_FALSE((control.name.empty() && control.role != Role::status));
            if (i >= scene.covered && control.pressable()) CHECK(names.insert(control.name).second);
        }
    });
}

TEST_CASE("the sentence, the price and the money left can be read") {
    const Scale scale = displays[0].scale();
    const auto reads = [&](const char* story, const std::string& text) {
        const Scene scene = terminal::clerk::compose(tests::gui::story_named(story)->screen, scale);
        for (const Control& control : scene.controls)
            if (control.readable() && !control.pressable() && control.name == text) return true;
        return false;
    };
    CHECK(reads("offers", "“I am sorry it is gone again. Please take the large one, it is on us.”"));
    CHECK(reads("offers", "Pays nothing, costs us $4.10"));
    CHECK(reads("home", "Left today $86.40 of $150"));
    CHECK(reads("home-no-money", "Signed out in 20 seconds. Touch anything to stay."));
    CHECK_FALSE(reads("home", "Pays nothing"));
}

TEST_CASE("money left and news are written large enough to be seen") {
    const auto sizes = [](const Scene& scene, const char* id) {
        std::vector<double> all;
        const Control* control = scene.find(id);
        if (!control) return all;
        for (const Shape& shape : control->shapes)
            if (const auto* text = std::get_if<Text>(&shape))
                all.push_back(fit_text(text->text, text->style, {text->box.width, text->box.height}).size);
        return all;
    };
    on_every_screen([&](const Scene& scene, const Scale&) {
        for (const double size : sizes(scene, "budget")) CHECK(size >= 15);
        for (const double size : sizes(scene, "lamp:printer")) CHECK(size >= 15);
        for (const double size : sizes(scene, "strip")) CHECK(size >= 18);
        if (const Control* strip = scene.find("strip")) CHECK(strip->box.height >= 48);
    });
}

TEST_CASE("nothing moves when something is chosen, typed, refused or over") {
    const Scale scale = displays[0].scale();
    const auto boxes_stay = [&](const terminal::presenter::Screen& one,
                                const terminal::presenter::Screen& other) {
        const Scene before = terminal::clerk::compose(one, scale),
                    after = terminal::clerk::compose(other, scale);
        for (const Control& control : before.controls)
            if (control.pressable())
                if (const Control* same = after.find(control.id)) {
                    INFO(control.id);
                    CHECK(same->box == control.box);
                }
    };
    const auto screen = [](const char* name) { return tests::gui::story_named(name)->screen; };
    boxes_stay(screen("search-empty"), screen("search"));
    boxes_stay(screen("sign-in"), screen("sign-in-refused"));
    boxes_stay(screen("given"), screen("given-undo-over"));
    boxes_stay(screen("home"), screen("home-no-money"));
    auto signed_by = screen("signature");
    signed_by.sheet->signature->message = "That PIN is not right. 4 tries are left before a wait.";
    for (auto& reason : signed_by.sheet->choices) reason.chosen = !reason.chosen;
    boxes_stay(screen("signature"), signed_by);
    boxes_stay(screen("offers"), screen("offers-one"));
    boxes_stay(screen("offers-one"), screen("offers-needs"));
    boxes_stay(screen("unmet"), screen("unmet-words"));
    auto chosen = screen("failure");
    for (auto& chip : std::get<terminal::presenter::Failure>(chosen.body).context) chip.chosen = !chip.chosen;
    boxes_stay(screen("failure"), chosen);
}

TEST_CASE("what can't be written down yet stands in its place and says why") {
    on_every_screen([](const Scene& scene, const Scale&) {
        if (!scene.find("typed") || scene.find("action")) return;  // a name is typed too
        const Control* write_down = scene.find("write-down");
        REQUIRE(write_down);
        CHECK(write_down->pressable());
        CHECK(write_down->unavailable == !write_down->description.empty());
    });
    const auto* empty = tests::gui::story_named("search-empty");
    const Scene scene = terminal::clerk::compose(empty->screen, displays[0].scale());
    CHECK(scene.find("write-down")->description == "Type what was asked for; two letters at least.");
}

TEST_CASE("what is chosen on a sheet is known without seeing it") {
    const Scene scene =
        terminal::clerk::compose(tests::gui::story_named("sheet-needs")->screen, displays[0].scale());
    for (const char* id : {"sheet:vegan", "sheet:nuts", "sheet:halal"}) {
        const Control* need = scene.find(id);
        REQUIRE(need);
        INFO(id);
        CHECK(need->role == Role::toggle);
        CHECK(need->checked == (need->id != "sheet:halal"));
    }
    CHECK(scene.find("sheet")->role == Role::button);
    const Scene asking =
        terminal::clerk::compose(tests::gui::story_named("sheet-choices")->screen, displays[0].scale());
    CHECK(asking.find("sheet:left")->role == Role::button);
}
