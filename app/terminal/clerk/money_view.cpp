#include "app/terminal/clerk/views.hpp"

namespace makegood::terminal::clerk {
namespace {

namespace type = widgets::type;

constexpr double gap = 20, figures_height = 164, chip_height = 48, row_gap = 12;

// The whole height answers, not only the chip.
void add_tab(Board& board, const Rect& box, const presenter::ListTab& tab) {
    Control control = pressable("list:" + tab.id, box, Role::toggle, tab.text);
    control.checked = tab.chosen;
    const Rect chip = centred(box.shrunk(3, 0), box.width - 6, chip_height);
    control.shapes.push_back(widgets::Panel{.box = chip,
                                            .radius = chip_height / 2,
                                            .fill = tab.chosen ? Paint::tint : Paint::surface,
                                            .border = tab.chosen ? Paint::accent : Paint::none,
                                            .border_width = tab.chosen ? 3.0 : 0.0});
    TextStyle style = caption_style(2);
    style.weight = tab.chosen ? type::strong : type::regular;
    style.paint = tab.chosen ? Paint::ink : Paint::muted;
    style.across = widgets::Across::centre;
    style.down = widgets::Down::middle;
    style.min_size = 13;
    write(control, chip.shrunk(8, 2), tab.text, style);
    board.add(std::move(control));
}

void add_more(Board& board, const Rect& box, const std::string& more) {
    Control control = pressable("more", box, Role::button, more);
    const Rect chip = centred(box.shrunk(3, 0), box.width - 6, chip_height);
    control.shapes.push_back(panel(chip, Look::quiet, chip_height / 2));
    TextStyle style = caption_style(2);
    style.paint = Paint::ink;
    style.across = widgets::Across::centre;
    style.down = widgets::Down::middle;
    style.min_size = 13;
    write(control, chip.shrunk(8, 2), more, style);
    board.add(std::move(control));
}

std::string read_as(const presenter::MoneyLine& line) {
    std::string text = line.name;
    for (const auto* part : {&line.line, &line.value, &line.value_line})
        if (!part->empty()) text += ", " + *part;
    return text;
}

void add_line(Board& board, const std::string& id, const Rect& box, const presenter::MoneyLine& line) {
    Control row;
    row.id = id;
    row.box = box;
    row.role = Role::label;
    row.name = read_as(line);
    row.shapes.push_back(
        widgets::Panel{.box = {box.x, box.y, box.width, 2}, .radius = 1, .fill = Paint::sunk});
    add_two_lines(row, box.shrunk(0, std::max(2.0, (box.height - 50) / 2)), line);
    board.add(std::move(row));
}

void add_touched_line(Board& board, const Rect& box, const presenter::MoneyLine& line) {
    Control row = pressable("line:" + line.id, box, Role::button, read_as(line));
    row.shapes.push_back(panel(box, Look::quiet, widgets::corner::button));
    add_two_lines(row, box.shrunk(20, std::max(2.0, (box.height - 52) / 2)), line);
    board.add(std::move(row));
}

void add_lines(Board& board, Rect rest, const presenter::MoneyList& list) {
    TextStyle message = caption_style(2);
    if (list.lines.empty()) {
        message.across = widgets::Across::centre;
        message.down = widgets::Down::middle;
        return board.label("list-message", rest, list.message, message);
    }
    if (!list.message.empty()) {
        const double height = widgets::fit_text(list.message, message, {rest.width, 46}).height + 1;
        board.label("list-message", cut_bottom(rest, height, 8), list.message, message);
    }
    if (list.lines.front().id.empty()) {
        const auto places = widgets::grid(rest, 1, 5, 0);
        for (std::size_t i = 0; i < std::min(places.size(), list.lines.size()); ++i)
            add_line(board, "row:" + std::to_string(i), places[i], list.lines[i]);
        return;
    }
    const auto places = widgets::grid(rest, 1, 3, row_gap);
    for (std::size_t i = 0; i < std::min(places.size(), list.lines.size()); ++i)
        add_touched_line(board, places[i], list.lines[i]);
}

void add_list(Board& board, const Rect& box, const presenter::MoneyList& list) {
    Control card;
    card.id = "list";
    card.box = box;
    card.shapes.push_back(panel(box, Look::plain));
    board.add(std::move(card));
    Rect rest = box.shrunk(20, 4);
    rest.height -= 14;
    const Rect head = cut_top(rest, board.touch, 2);
    const int cells = static_cast<int>(list.tabs.size()) + 1;
    const auto places = widgets::grid(head, cells, 1, 0);
    for (std::size_t i = 0; i < list.tabs.size(); ++i) add_tab(board, places[i], list.tabs[i]);
    if (!list.more.empty()) add_more(board, places.back(), list.more);
    add_lines(board, rest.shrunk(8, 0), list);
}

}  // namespace

void add_body(Board& board, const presenter::TodaysMoney& model) {
    if (model.figures.empty()) return add_nothing(board, model.icon, model.message);
    Rect rest = board.content;
    add_figures(board, cut_top(rest, figures_height, gap), model.figures);
    const auto halves = widgets::columns(rest, {52, 48}, gap);
    add_hour_chart(board, halves.front(), model.chart);
    add_list(board, halves.back(), model.list);
}

}  // namespace makegood::terminal::clerk
