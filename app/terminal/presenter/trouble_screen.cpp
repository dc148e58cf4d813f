#include "app/terminal/presenter/trouble_screen.hpp"

#include "app/terminal/presenter/screen_words.hpp"

namespace makegood::terminal::presenter {

Screen trouble_screen(const Error& error, bool trying) {
    std::string text = error.sentence;
    if (passes_by_itself(error)) text += std::string(" ") + words::tries_by_itself;
    Screen screen;
    screen.body = Trouble{.title = words::can_not_start,
                          .text = std::move(text),
                          .again = trying ? words::asking : words::try_again,
                          .close = words::close,
                          .busy = trying};
    return screen;
}

bool passes_by_itself(const Error& error) {
    return error.kind == ErrorKind::busy;
}

}  // namespace makegood::terminal::presenter
