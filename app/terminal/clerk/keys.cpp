#include <algorithm>

#include "app/terminal/clerk/board.hpp"

namespace makegood::terminal::clerk {
namespace {

using presenter::Key;

int span_of(const std::vector<Key>& row) {
    int sum = 0;
    for (const Key& key : row) sum += key.span;
    return sum;
}

// Keys that do something rather than type stand back; the one that goes on is the accent of the pad.
Look look_of_key(const Key& key) {
    if (key.insert == "\n") return Look::accent;
    return key.insert == "\b" || key.insert == " " ? Look::quiet : Look::plain;
}

const char* icon_of_key(const Key& key) {
    if (key.insert == "\b") return "rub-out";
    return key.insert == "\n" && key.label.size() < 2 ? "enter" : nullptr;
}

Control make_key(const Key& key, const Rect& box) {
    Control control = pressable("key:" + key.insert, box, Role::key, key.name.empty() ? key.label : key.name);
    const Look look = look_of_key(key);
    control.shapes.push_back(panel(box, look, widgets::corner::key));
    if (const char* icon = icon_of_key(key)) {
        mark(control, centred(box, 34, 34), icon, ink_of(look));
        return control;
    }
    TextStyle style = strong_style();
    style.size = key.label.size() > 4 ? widgets::type::body : 28;
    style.paint = ink_of(look);
    style.across = widgets::Across::centre;
    style.down = widgets::Down::middle;
    write(control, box.shrunk(4), key.label, style);
    return control;
}

}  // namespace

void add_keys(Board& board, const Rect& box, const std::vector<std::vector<Key>>& rows, double gap) {
    int widest = 1;
    for (const auto& row : rows) widest = std::max(widest, span_of(row));
    const double unit = (box.width + gap) / widest;
    const std::vector<Rect> lines =
        widgets::grid(box, 1, std::max<int>(1, static_cast<int>(rows.size())), gap);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        double x = box.x + unit * (widest - span_of(rows[i])) / 2;
        for (const Key& key : rows[i]) {
            board.add(make_key(key, {x, lines[i].y, unit * key.span - gap, lines[i].height}));
            x += unit * key.span;
        }
    }
}

}  // namespace makegood::terminal::clerk
