#include "app/terminal/clerk/views.hpp"

namespace makegood::terminal::clerk {
namespace {

namespace type = widgets::type;

Rect add_card(Board& board, const Rect& box) {
    Control card;
    card.id = "card";
    card.box = box;
    card.shapes.push_back(panel(box, Look::plain));
    board.add(std::move(card));
    return box.shrunk(44, std::min(44.0, box.height * 0.06));
}

void add_head(Board& board, Rect& rest, const char* icon, Paint paint, const std::string& title,
              const std::string& line) {
    const double side = 76, gap = 26;
    TextStyle large{.size = 40, .weight = type::heading, .max_lines = 3, .min_size = 24, .may_shorten = true};
    TextStyle small = caption_style(3);
    const double width = rest.width - side - gap, most = rest.height * 0.3;
    const double title_height = widgets::fit_text(title, large, {width, most}).height;
    const double line_height = line.empty() ? 0 : widgets::fit_text(line, small, {width, 70}).height;
    const Rect head = cut_top(rest, std::max(side, title_height + line_height + 6), 40);
    Control sign;
    sign.id = "sign";
    sign.box = {head.x, head.y + std::max(0.0, (head.height - side) / 2 - line_height / 2), side, side};
    mark(sign, sign.box, icon, paint);
    board.add(std::move(sign));
    const Rect words{head.x + side + gap, head.y + (head.height - title_height - line_height - 6) / 2, width,
                     title_height + 1};
    board.label("done", words, title, large, Role::heading);
    board.label("how", {words.x, words.bottom() + 5, width, line_height + 1}, line, small);
}

void add_sentence(Board& board, Rect rest, const std::string& caption, const std::string& sentence) {
    if (sentence.empty()) return;
    board.label("say", cut_top(rest, 24, 12), caption, caption_style());
    TextStyle style{.size = type::title, .max_lines = 9, .min_size = 20};
    const Rect room{rest.x + 32, rest.y, rest.width - 32, rest.height};
    const double height =
        std::min(room.height, widgets::fit_text(sentence, style, {room.width, room.height}).height);
    Control bar;
    bar.id = "bar";
    bar.box = {rest.x, rest.y, 6, height};
    bar.shapes.push_back(widgets::Panel{.box = bar.box, .radius = 0, .fill = Paint::accent});
    board.add(std::move(bar));
    board.label("sentence", room, sentence, style);
}

void add_undo(Board& board, const Rect& box, const presenter::Given& model) {
    const bool over = model.undo.empty();
    const std::string& text = over ? model.undo_word : model.undo;
    Control& undo = board.add(button("undo", box, text, over ? Look::unavailable : Look::quiet));
    undo.name = model.undo_word;
    undo.description = over ? model.undo_unavailable : model.undo;
}

}  // namespace

void add_body(Board& board, const presenter::Given& model) {
    const std::vector<Rect> halves = widgets::columns(board.content, {712, 480}, widgets::space::card_gap);
    Rect rest = add_card(board, halves[0]);
    const Rect foot = cut_bottom(rest, std::max(board.touch, 76.0), 20);
    add_head(board, rest, "check", Paint::accent, model.title, model.line);
    add_sentence(board, rest, model.say_caption, model.sentence);
    const std::vector<Rect> pair = widgets::grid(foot, 2, 1, 18);
    board.add(button("next", pair[0], model.next, Look::accent));
    add_undo(board, pair[1], model);
    add_paper(board, halves[1], model.paper, model.paper_caption, model.paper_caption);
}

// The three answers stand one under the other, so that nobody touches the wrong one in passing.
void add_body(Board& board, const presenter::PaperQuestion& model) {
    const std::vector<Rect> halves = widgets::columns(board.content, {712, 480}, widgets::space::card_gap);
    Rect rest = add_card(board, halves[0]);
    const double height = std::max(board.touch, 76.0);
    board.add(button("later", cut_bottom(rest, height, 16), model.later, Look::quiet));
    Control torn = button("torn", cut_bottom(rest, height, 16), model.torn, Look::quiet);
    Control whole = button("whole", cut_bottom(rest, height, 20), model.whole, Look::accent);
    add_head(board, rest, "exclamation", Paint::warm, model.title, model.line);
    board.add(std::move(whole));
    board.add(std::move(torn));
    add_paper(board, halves[1], model.paper, model.line.empty() ? model.title : model.line, {});
}

}  // namespace makegood::terminal::clerk
