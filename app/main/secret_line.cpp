#include "app/main/secret_line.hpp"

#include <termios.h>
#include <unistd.h>

#include <cstdio>

namespace makegood::main {
namespace {

constexpr std::size_t longest = 200;

// Typing is not shown while this lives.
class Unseen {
  public:
    Unseen() : shown_(tcgetattr(STDIN_FILENO, &before_) == 0) {
        if (!shown_) return;
        termios unseen = before_;
        unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen);
    }
    ~Unseen() {
        if (shown_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;

  private:
    termios before_{};
    bool shown_;
};

// Byte by byte: what follows the line is not ours.
std::string first_line() {
    std::string line;
    char byte = 0;
    while (line.size() <= longest && ::read(STDIN_FILENO, &byte, 1) == 1 && byte != '\n') line += byte;
    return line.size() > longest ? std::string() : line;
}

}  // namespace

std::string read_secret_line() {
    if (isatty(STDIN_FILENO) == 0) return first_line();
    std::fputs("PIN or badge (not shown): ", stderr);
    const Unseen unseen;
    auto line = first_line();
    std::fputs("\n", stderr);
    return line;
}

}  // namespace makegood::main
