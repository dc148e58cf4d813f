#include "app/terminal/clerk/screen_scene.hpp"

#include "app/terminal/clerk/views.hpp"

namespace makegood::terminal::clerk {

widgets::Scene compose(const presenter::Screen& screen, const widgets::Scale& scale) {
    namespace space = widgets::space;
    widgets::Scene scene;
    scene.controls.reserve(80);
    const Rect window{0, 0, scale.room.width, scale.room.height};
    Rect content = window;
    cut_top(content, std::max(space::top_bar, scale.touch()));
    // Only there may things move for news: what stands there is large, and stays while nothing is in hand.
    const bool home = std::holds_alternative<presenter::Home>(screen.body);
    cut_bottom(content, home ? foot_under(window, screen.strip) : space::foot);
    content = content.shrunk(space::edge, 0);
    Board board{scene, scale.touch(), window, content};
    if (!std::holds_alternative<presenter::Trouble>(screen.body)) add_top_bar(board, screen);
    std::visit([&](const auto& body) { add_body(board, body); }, screen.body);
    add_strip(board, screen.strip);
    if (screen.sheet) add_sheet(board, *screen.sheet);
    scene.make_names_unique();
    return scene;
}

}  // namespace makegood::terminal::clerk
