#include "app/terminal/clerk/rule_actions.hpp"
#include "app/terminal/clerk/views.hpp"

namespace makegood::terminal::clerk {
namespace {

namespace type = widgets::type;
using widgets::Across;
using widgets::Down;

constexpr double gap = 14, groups_width = 244, note_height = 28, row_height = 76, badge_side = 30;

void add_group(Board& board, const Rect& box, const presenter::RuleGroup& group) {
    const Look look = group.chosen ? Look::chosen : Look::plain;
    Control tab = pressable("group:" + group.id, box, Role::toggle, group.text, group.badge);
    tab.checked = group.chosen;
    tab.shapes.push_back(panel(box, look, widgets::corner::button));
    Rect words = box.shrunk(20, 6);
    if (!group.badge.empty()) {
        const Rect badge = centred(cut_right(words, badge_side, 8), badge_side, badge_side);
        tab.shapes.push_back(widgets::Panel{.box = badge, .radius = badge_side / 2, .fill = Paint::warm});
        TextStyle count{.size = type::caption,
                        .weight = type::heading,
                        .paint = Paint::warm_ink,
                        .across = Across::centre,
                        .down = Down::middle,
                        .min_size = 12};
        write(tab, badge.shrunk(2), group.badge, count);
    }
    TextStyle style = group.chosen ? strong_style(2) : body_style(2);
    style.down = Down::middle;
    write(tab, words, group.text, style);
    board.add(std::move(tab));
}

// On at the right, off at the left, and the word beside it.
void draw_switch(Control& card, const Rect& box, bool on) {
    const double side = box.height - 8;
    card.shapes.push_back(widgets::Panel{.box = box,
                                         .radius = box.height / 2,
                                         .fill = on ? Paint::accent : Paint::sunk,
                                         .border = on ? Paint::accent : Paint::muted,
                                         .border_width = 2});
    const double x = on ? box.right() - side - 4 : box.x + 4;
    card.shapes.push_back(widgets::Panel{.box = {x, box.y + 4, side, side},
                                         .radius = side / 2,
                                         .fill = on ? Paint::accent_ink : Paint::muted});
}

void draw_ground(Control& card, const presenter::RuleField& field) {
    widgets::Panel ground = panel(card.box, field.unavailable.empty() ? Look::plain : Look::outlined);
    if (field.changed || field.wrong) {
        ground.border = field.wrong ? Paint::bad : Paint::accent;
        ground.border_width = 3;
    }
    card.shapes.push_back(ground);
}

// What it is, what it says now, and what there is to say of that.
void add_field(Board& board, const Rect& box, const presenter::RuleField& field) {
    const std::string said = field.line.empty() ? field.value : field.value + ", " + field.line;
    Control card = pressable("rule:" + field.id, box, field.is_switch ? Role::toggle : Role::button,
                             field.title, field.unavailable.empty() ? said : said + ". " + field.unavailable);
    card.checked = field.is_switch && field.on;
    card.unavailable = !field.unavailable.empty();
    draw_ground(card, field);
    Rect rest = box.shrunk(22, std::min(16.0, box.height * 0.09));
    TextStyle title = caption_style();
    title.may_shorten = true;
    write(card, cut_top(rest, 23, 2), field.title, title);
    TextStyle line = caption_style(field.wrong ? 3 : 1);
    line.paint = field.wrong ? Paint::bad : Paint::muted;
    if (field.changed || field.wrong) line.weight = type::strong;
    line.min_size = 13;
    line.may_shorten = field.wrong;
    const double line_height = field.line.empty() ? 0 : field.wrong ? std::min(60.0, rest.height - 34) : 23;
    write(card, cut_bottom(rest, line_height, 2), field.line, line);
    if (field.is_switch) {
        const Rect place = cut_left(rest, 72, 14);
        draw_switch(card, centred(place, 72, 38), field.on);
    }
    TextStyle value{.size = field.wrong ? type::body : type::title,
                    .weight = type::heading,
                    .down = Down::middle,
                    .min_size = type::caption};
    if (card.unavailable) value.paint = Paint::muted;
    write(card, rest, field.value, value);
    board.add(std::move(card));
}

}  // namespace

void add_actions(Board& board, const Rect& box, const std::vector<presenter::RuleAction>& actions) {
    const auto places = widgets::grid(box, std::max<int>(1, static_cast<int>(actions.size())), 1, gap);
    for (std::size_t i = 0; i < actions.size(); ++i) {
        const auto& action = actions[i];
        const Look look = !action.unavailable.empty() ? Look::unavailable
                          : action.accent             ? Look::accent
                                                      : Look::plain;
        Control& added = board.add(button("do:" + action.id, places[i], action.text, look));
        added.name = action.name;
        added.description = action.unavailable;
    }
}

// Groups at the left, the fields of one of them at the right, each in its place whatever it says.
void add_body(Board& board, const presenter::RulesView& model) {
    if (model.groups.empty()) return add_nothing(board, model.icon, model.message);
    Rect rest = board.content;
    const auto tabs =
        widgets::grid(cut_left(rest, groups_width, 20), 1, static_cast<int>(model.groups.size()),
                      std::min(gap, (rest.height - 6 * board.touch) / 6));
    for (std::size_t i = 0; i < model.groups.size(); ++i) add_group(board, tabs[i], model.groups[i]);
    add_actions(board, cut_bottom(rest, std::max(row_height, board.touch), gap + 2), model.actions);
    TextStyle note = caption_style();
    note.down = Down::middle;
    note.may_shorten = true;
    board.label("note", cut_top(rest, note_height, 8), model.note, note, Role::status);
    const auto places = widgets::grid(rest, 2, 3, gap);
    for (std::size_t i = 0; i < std::min(places.size(), model.fields.size()); ++i)
        add_field(board, places[i], model.fields[i]);
    if (model.nothing.empty()) return;
    TextStyle nothing = title_style(4);
    nothing.across = Across::centre;
    nothing.down = Down::middle;
    board.label("message", rest.shrunk(40, 20), model.nothing, nothing);
}

}  // namespace makegood::terminal::clerk
