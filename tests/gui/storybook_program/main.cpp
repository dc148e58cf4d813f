// makegood-storybook: every screen in a real window. With --out it saves the window's pictures and ends;
// with --serve it shows the screens named on standard input, one a line, and tells what is pressed; else
// keys turn the pages.
#include <gtk/gtk.h>
#include <wx/app.h>
#include <wx/display.h>
#include <wx/evtloop.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "app/terminal/clerk/clerk_window.hpp"
#include "app/terminal/widgets/scale.hpp"
#include "app/terminal/widgets/scene_canvas.hpp"
#include "tests/gui/storybook/stories.hpp"

namespace makegood::tests::gui {
namespace {

using terminal::clerk::ClerkWindow;

struct Options {
    std::string out, size = "1280x800", theme = "light", screen;
    double inches = 10.1;
    bool main_only = false, serve = false, list = false;
};

// Keys report what they insert, which may be a new line.
std::string on_one_line(std::string text) {
    for (char& letter : text)
        if (letter == '\n' || letter == '\b') letter = letter == '\n' ? '$' : '<';
    return text;
}

class Book : public wxApp {
  public:
    bool OnInit() override {
        SetClassName("makegood-storybook");
        if (!read_options()) return false;
        if (options_.list) {
            for (const Story& story : stories()) std::cout << story.name << (story.main ? "\tmain\n" : "\n");
            return false;
        }
        open_window();
        if (!options_.out.empty())
            CallAfter([this] { save_all(); });
        else if (options_.serve)
            g_io_add_watch(g_io_channel_unix_new(0), GIOCondition(G_IO_IN | G_IO_HUP), &Book::hear, this);
        return true;
    }
    int OnExit() override { return code_; }
    int code() const { return code_; }

  private:
    bool read_options();
    void open_window();
    void save_all();
    void turn(int step);
    void show(const Story& story);
    static gboolean hear(GIOChannel* channel, GIOCondition, gpointer book);

    Options options_;
    ClerkWindow* window_ = nullptr;
    int width_ = 1280, height_ = 800, code_ = 0, page_ = 0;
};

bool Book::read_options() {
    CLI::App line("Shows every screen of the terminal with prepared data.");
    line.add_option("--out", options_.out, "save pictures into this folder and end");
    line.add_option("--size", options_.size, "WIDTHxHEIGHT in pixels");
    line.add_option("--inches", options_.inches, "diagonal of the pretended screen");
    line.add_option("--theme", options_.theme, "light, dark or high-contrast");
    line.add_option("--screen", options_.screen, "only this screen");
    line.add_flag("--main", options_.main_only, "only the main screens");
    line.add_flag("--serve", options_.serve, "show the screens named on standard input");
    line.add_flag("--list", options_.list, "name the screens and end");
    std::vector<std::string> words;
    for (int i = argc - 1; i > 0; --i) words.push_back(argv[i].utf8_string());
    try {
        line.parse(words);
    } catch (const CLI::ParseError& error) {
        code_ = line.exit(error) == 0 ? 0 : 2;
        return false;
    }
    const bool known = options_.screen.empty() || story_named(options_.screen);
    if (std::sscanf(options_.size.c_str(), "%dx%d", &width_, &height_) == 2 && known) return true;
    std::cerr << "Give --size as WIDTHxHEIGHT and --screen as one of the names that --list shows.\n";
    code_ = 2;
    return false;
}

void Book::open_window() {
    window_ = new ClerkWindow(
        {.title = "Makegood storybook",
         .theme = options_.theme,
         .pixels_per_mm = terminal::widgets::density_of({double(width_), double(height_)}, options_.inches),
         .width = width_,
         .height = height_});
    window_->on_touch([this](const terminal::presenter::Touched& touched) {
        std::cout << "touched " << on_one_line(touched.id) << std::endl;
        if (!options_.serve) turn(1);
    });
    window_->on_key([this](char32_t key, std::int64_t) {
        std::cout << "key " << static_cast<std::uint32_t>(key) << std::endl;
        if (!options_.serve) turn(key == U'\b' ? -1 : 1);
    });
    const Story* first = options_.screen.empty() ? &stories().front() : story_named(options_.screen);
    page_ = static_cast<int>(first - stories().data());
    show(*first);
    window_->Show();
}

void Book::show(const Story& story) {
    window_->show(story.screen);
}

void Book::turn(int step) {
    const int count = static_cast<int>(stories().size());
    page_ = (page_ + step + count) % count;
    show(stories()[static_cast<std::size_t>(page_)]);
}

void Book::save_all() {
    for (const Story& story : stories()) {
        if (!options_.screen.empty() && story.name != options_.screen) continue;
        if (options_.main_only && !story.main) continue;
        show(story);
        for (int i = 0; i < 3; ++i) wxYield();
        const std::string file = options_.out + "/" + story.name + ".png";
        if (window_->save_picture(file)) continue;
        std::cerr << "The picture could not be written to " << file
                  << ". Make the folder and try once more.\n";
        code_ = 3;
    }
    window_->Close();
}

gboolean Book::hear(GIOChannel* channel, GIOCondition, gpointer data) {
    auto* book = static_cast<Book*>(data);
    gchar* text = nullptr;
    if (g_io_channel_read_line(channel, &text, nullptr, nullptr, nullptr) != G_IO_STATUS_NORMAL) {
        book->CallAfter([book] { book->window_->Close(); });
        return FALSE;
    }
    const std::string name = g_strchomp(text);
    g_free(text);
    if (const Story* story = story_named(name)) {
        book->show(*story);
        // Behind what the canvas has still to tell the accessibility tree.
        book->window_->canvas().CallAfter([name] { std::cout << "shown " << name << std::endl; });
    } else {
        std::cout << "unknown " << name << std::endl;
    }
    return TRUE;
}

}  // namespace
}  // namespace makegood::tests::gui

int main(int argc, char** argv) {
    auto* book = new makegood::tests::gui::Book;
    wxApp::SetInstance(book);
    const int ended = wxEntry(argc, argv);
    return ended == -1 ? 0 : ended;
}
