// The things that several stories show.
#pragma once
#include "app/terminal/presenter/view_model.hpp"

namespace makegood::tests::gui {

terminal::presenter::TopBar top_bar();
terminal::presenter::Screen screen_of(decltype(terminal::presenter::Screen::body) body,
                                      std::string title = {}, std::string back = "Home");
std::vector<std::vector<terminal::presenter::Key>> letters();
std::vector<std::vector<terminal::presenter::Key>> german_letters();
std::vector<std::vector<terminal::presenter::Key>> digits();
terminal::presenter::Failure failure();
terminal::presenter::Offers offers();
terminal::presenter::Given given();
terminal::presenter::Sheet signature();
// Paper with something like print on it.
Bitmap slip(int width, int height);

inline constexpr const char* long_name =
    "Bio-Dinkel-Vollkorn-Knuspermüsli mit Haselnusskrokant und Zartbitterschokolade 750 g";
inline constexpr const char* long_sentence =
    "“I am so sorry that it is gone again, and that you came all the way for it. Please take the large one, "
    "it "
    "is on us today, and thank you very much for telling me about it.”";

}  // namespace makegood::tests::gui
