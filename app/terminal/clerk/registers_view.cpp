#include "app/terminal/clerk/views.hpp"

namespace makegood::terminal::clerk {
namespace {

namespace type = widgets::type;

constexpr double gap = 20, figures_height = 164, meter_height = 10;
constexpr double fact_height = 46;
constexpr int most_pots = 4;

Rect add_card(Board& board, const std::string& id, const Rect& box, const std::string& title) {
    Control card;
    card.id = id;
    card.box = box;
    card.shapes.push_back(panel(box, Look::plain));
    board.add(std::move(card));
    Rect rest = box.shrunk(widgets::space::inside, 24);
    TextStyle style = strong_style();
    style.weight = type::heading;
    style.may_shorten = true;
    board.label(id + "-title", cut_top(rest, 32, 6), title, style, Role::heading);
    return rest;
}

// What it is at the left, and at the right how it is.
void add_fact(Board& board, const std::string& id, const Rect& box, const presenter::HubFact& fact) {
    Control row;
    row.id = id;
    row.box = box;
    row.role = Role::label;
    row.name = fact.name + ": " + fact.value;
    row.shapes.push_back(
        widgets::Panel{.box = {box.x, box.y, box.width, 2}, .radius = 1, .fill = Paint::sunk});
    Rect rest = box;
    TextStyle name = caption_style(), value = strong_style();
    name.down = value.down = widgets::Down::middle;
    value.across = widgets::Across::right;
    value.size = type::caption + 2;
    value.may_shorten = true;
    write(row, cut_left(rest, widgets::text_width(fact.name, type::caption, type::regular) + 8, 16),
          fact.name, name);
    write(row, rest, fact.value, value);
    board.add(std::move(row));
}

void add_register(Board& board, const Rect& box, const presenter::Registers& model) {
    Rect rest = add_card(board, "register", box, model.title);
    board.label("register-line", cut_top(rest, 26, 22), model.line, caption_style());
    if (!model.join.empty()) {
        const bool may = model.join_unavailable.empty();
        Control& join = board.add(button("join", cut_bottom(rest, std::max(board.touch, 76.0), 16),
                                         model.join, may ? Look::accent : Look::unavailable));
        join.description = model.join_unavailable;
    }
    if (!model.facts.empty()) {
        const double height = static_cast<double>(model.facts.size()) * fact_height;
        const auto lines =
            widgets::grid(cut_bottom(rest, height, 14), 1, static_cast<int>(model.facts.size()), 0);
        for (std::size_t i = 0; i < lines.size(); ++i)
            add_fact(board, "fact:" + std::to_string(i), lines[i], model.facts[i]);
    }
    Control state;
    state.id = "register-state";
    state.box = rest;
    state.role = Role::status;
    state.name = model.state;
    const double dot = 14;
    state.shapes.push_back(widgets::Panel{.box = {rest.x, rest.y + 9, dot, dot},
                                          .radius = dot / 2,
                                          .fill = model.trouble ? Paint::bad : Paint::accent});
    Rect words = rest;
    cut_left(words, dot, 14);
    write(state, words, model.state, model.trouble ? strong_style(8) : body_style(8));
    board.add(std::move(state));
}

void add_pot(Board& board, const std::string& id, const Rect& box, const presenter::PotLine& pot) {
    Control row;
    row.id = id;
    row.box = box;
    row.role = Role::label;
    row.name = pot.name + ", " + pot.line + ", " + pot.value;
    row.shapes.push_back(
        widgets::Panel{.box = {box.x, box.y, box.width, 2}, .radius = 1, .fill = Paint::sunk});
    Rect rest = box.shrunk(0, std::max(4.0, (box.height - 70) / 2));
    row.shapes.push_back(widgets::Meter{cut_bottom(rest, meter_height, 4), pot.used_share, 0});
    add_two_lines(row, rest, {pot.name, pot.line, pot.value, {}});
    board.add(std::move(row));
}

void add_pots(Board& board, const Rect& box, const presenter::Registers& model) {
    const Rect rest = add_card(board, "pots", box, model.pots_title);
    if (model.pots.empty()) return board.label("pots-message", rest, model.pots_message, body_style(3));
    const auto places = widgets::grid(rest, 1, most_pots, 0);
    for (std::size_t i = 0; i < std::min(places.size(), model.pots.size()); ++i)
        add_pot(board, "pot:" + std::to_string(i), places[i], model.pots[i]);
}

}  // namespace

void add_body(Board& board, const presenter::Registers& model) {
    if (model.figures.empty()) return add_nothing(board, model.icon, model.message);
    Rect rest = board.content;
    add_figures(board, cut_top(rest, figures_height, gap), model.figures);
    const auto halves = widgets::columns(rest, {48, 52}, gap);
    add_register(board, halves.front(), model);
    add_pots(board, halves.back(), model);
}

}  // namespace makegood::terminal::clerk
