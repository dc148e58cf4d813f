#include "app/terminal/clerk/views.hpp"

namespace makegood::terminal::clerk {
namespace {

namespace type = widgets::type;
using widgets::Across;
using widgets::Down;

constexpr double beside = 18;  // the words of each

TextStyle tab_style(bool chosen) {
    TextStyle style = chosen ? title_style(2, 14) : caption_style(2);
    if (chosen) style.size = type::body;
    style.across = Across::centre;
    style.down = Down::middle;
    return style;
}

// As its words want it; what is left over is shared, what is missing is taken from all alike.
std::vector<double> shares_of(const std::vector<presenter::SectionTab>& tabs, double touch, double room) {
    std::vector<double> shares;
    double sum = 0;
    for (const auto& tab : tabs) {
        const double words = widgets::text_width(tab.text, type::body, type::heading) + beside;
        shares.push_back(std::max(touch, words));
        sum += shares.back();
    }
    if (sum <= room) return shares;
    const double spare = sum - touch * static_cast<double>(tabs.size());
    const double part = std::max(0.0, room - (sum - spare)) / spare;
    for (double& share : shares) share = touch + (share - touch) * part;
    return shares;
}

}  // namespace

void add_sections(Board& board, const Rect& box, const std::vector<presenter::SectionTab>& tabs) {
    const auto shares = shares_of(tabs, board.touch, box.width);
    double x = box.x;
    for (std::size_t i = 0; i < tabs.size(); ++i) {
        const Rect place{x, box.y, shares[i], box.height};
        Control tab = pressable("section:" + tabs[i].id, place, Role::toggle, tabs[i].text);
        tab.checked = tabs[i].chosen;
        write(tab, place.shrunk(4, 12), tabs[i].text, tab_style(tabs[i].chosen));
        if (tabs[i].chosen)
            tab.shapes.push_back(widgets::Panel{.box = {place.middle_x() - 14, place.bottom() - 20, 28, 4},
                                                .radius = 2,
                                                .fill = Paint::accent});
        board.add(std::move(tab));
        x = place.right();
    }
}

}  // namespace makegood::terminal::clerk
