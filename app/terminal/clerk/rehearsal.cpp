#include "app/terminal/clerk/rehearsal.hpp"

#include <cairo.h>

#include <cmath>
#include <string_view>

#include "app/terminal/clerk/screen_scene.hpp"
#include "app/terminal/widgets/painter.hpp"

namespace makegood::terminal::clerk {
namespace {

constexpr std::size_t screens = 3;
constexpr std::string_view letters = "eatoinsrhlducmfpgwybvkxzjqAOESTICMPBNLRDWFGHVKUYJQXZ0123456789.,-%$";

// So many letters from a place on, in groups that look like words to whoever sets them.
std::string some_letters(std::size_t from, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        if (i % 7 == 6) text += ' ';
        text += letters[(from + i) % letters.size()];
    }
    return text;
}

presenter::Screen offers(std::size_t number) {
    const std::size_t from = number * letters.size() / screens;
    presenter::Offers model;
    model.title = model.line = model.free_caption = some_letters(from, 20);
    for (std::size_t place = 0; place < 3; ++place) {
        presenter::Card card{.id = std::to_string(place), .best = place == 0};
        card.title = card.label = card.action = some_letters(from, 14);
        card.initial = card.title.substr(0, 1);
        card.sentence = some_letters(from, letters.size());
        card.detail = card.reason = card.place = some_letters(from, 28);
        card.pays = card.pays_word = some_letters(from, 6);
        card.cost = some_letters(from, 12);
        model.cards.push_back(std::move(card));
        model.free.push_back({std::to_string(place), some_letters(from, 18), some_letters(from, 24)});
    }
    presenter::Screen screen;
    screen.body = std::move(model);
    return screen;
}

}  // namespace

Rehearsal::Rehearsal(const widgets::Theme& theme, const widgets::Scale& scale)
    : theme_(theme), scale_(scale) {}

bool Rehearsal::step() {
    if (control_ == scene_.controls.size()) {
        if (screen_ == screens) return false;
        scene_ = compose(offers(screen_++), scale_);
        control_ = 0;
        return true;
    }
    for (const widgets::Shape& shape : scene_.controls[control_++].shapes) draw(shape);
    return true;
}

// Through a window of one pixel: all is prepared as always, and next to nothing is drawn.
void Rehearsal::draw(const widgets::Shape& shape) const {
    widgets::Scene alone;
    widgets::Control& control = alone.controls.emplace_back();
    control.id = "rehearsed";
    control.shapes.push_back(shape);
    const widgets::Rect box = widgets::reach(shape);
    cairo_surface_t* pixel = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1);
    cairo_t* cr = cairo_create(pixel);
    cairo_translate(cr, -std::floor(box.middle_x() * scale_.factor),
                    -std::floor(box.middle_y() * scale_.factor));
    widgets::paint(cr, alone, theme_, scale_.factor, {});
    cairo_destroy(cr);
    cairo_surface_destroy(pixel);
}

}  // namespace makegood::terminal::clerk
