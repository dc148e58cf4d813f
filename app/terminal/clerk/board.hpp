// Where views put their controls: the scene that grows, the room below the top bar, and the blocks that all
// screens are built of.
#pragma once
#include <optional>
#include <string>

#include "app/terminal/presenter/view_model.hpp"
#include "app/terminal/widgets/control.hpp"
#include "app/terminal/widgets/scale.hpp"

namespace makegood::terminal::clerk {

using widgets::centred;
using widgets::Control;
using widgets::cut_bottom;
using widgets::cut_left;
using widgets::cut_right;
using widgets::cut_top;
using widgets::Paint;
using widgets::Rect;
using widgets::Role;
using widgets::TextStyle;

struct Board {
    widgets::Scene& scene;
    double touch;  // smallest side of anything pressable, in units
    Rect window;   // all of it
    Rect content;  // below the top bar, inside the edges

    Control& add(Control control) { return scene.controls.emplace_back(std::move(control)); }
    // A text that is only read by the tree; a card that is pressed as a whole draws it.
    void read_aloud(std::string id, const Rect& box, std::string text);
    // A text that is drawn and read.
    void label(std::string id, const Rect& box, const std::string& text, const TextStyle& style,
               Role role = Role::label);
};

// The four sizes, with the way each gives in: first wrapping, then shrinking.
TextStyle title_style(int lines = 1, double smallest = widgets::type::body);
TextStyle body_style(int lines = 1);
TextStyle strong_style(int lines = 1);
TextStyle caption_style(int lines = 1);  // muted

enum class Look : std::uint8_t { accent, quiet, plain, outlined, chosen, unavailable };

// Panel and ink of a pressable thing.
Look look_of(bool accent, bool unavailable);
Paint fill_of(Look look);
Paint ink_of(Look look);
widgets::Panel panel(const Rect& box, Look look, double radius = widgets::corner::card);

// Of a dot, which always has a word beside it.
Paint paint_of(presenter::Health health);

void write(Control& control, const Rect& box, const std::string& text, const TextStyle& style);
void mark(Control& control, const Rect& box, const std::string& icon, Paint paint);
// A square with a letter where there is no picture.
void initial(Control& control, const Rect& box, const std::string& letter);

Control pressable(std::string id, const Rect& box, Role role, std::string name, std::string description = {});
// A button with its words in the middle.
Control button(std::string id, const Rect& box, const std::string& text, Look look);
// The same drawn on another control, which is the real target.
void draw_button(Control& on, const Rect& box, const std::string& text, Look look);

// What stands where there is nothing to list: a sign, and why in large words.
void add_nothing(Board& board, const std::string& icon, const std::string& message);

// Rows of keys that fill the box; every key reports "key:" and what it inserts.
void add_keys(Board& board, const Rect& box, const std::vector<std::vector<presenter::Key>>& rows,
              double gap);

// What is typed, with a caret; the hint stands there until the first letter.
void add_typed(Board& board, const Rect& box, const std::string& icon, const std::string& text,
               const std::string& hint);

// Somebody to touch, reported as `kind`, a colon and their id.
void add_person(Board& board, const std::string& kind, const Rect& box, const presenter::PersonTile& person);
// What was entered shows as dots; how many a PIN has stays a secret.
void add_entered(Board& board, const Rect& box, int digits, bool busy);

// The card at the right that shows what the printer got; `name` is read where the picture is seen.
void add_paper(Board& board, const Rect& box, const std::optional<Bitmap>& paper, const std::string& name,
               const std::string& caption);

}  // namespace makegood::terminal::clerk
