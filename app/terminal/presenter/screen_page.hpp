// One screen's state: what it shows now, and what it does with what people do.
#pragma once
#include <optional>
#include <string>

#include "app/terminal/presenter/stage.hpp"
#include "app/terminal/presenter/view_model.hpp"

namespace makegood::terminal::presenter {

using Body = decltype(Screen::body);

class Page {
  public:
    virtual ~Page() = default;

    virtual Body body(const Stage& stage) const = 0;
    virtual std::string title() const { return {}; }
    // Of the manager's screens, the one that is marked in the bar; empty: none of them.
    virtual std::string section() const { return {}; }
    virtual bool has_way_back() const { return true; }  // to home

    virtual void shown(Stage&) {}  // once, when it has become the current page
    virtual void left(Stage&) {}   // once, when another page becomes current
    virtual void touched(const std::string& id, Stage& stage) = 0;
    virtual void typed(char32_t, Stage&) {}
    virtual void scanned(const std::string& code, Stage& stage) = 0;
    // What was touched or typed ("key:7") on a sheet that stays (Stage::show_form).
    virtual void form_touched(const std::string&, Stage&) {}
    virtual void status_changed(Stage&) {}

    // A customer's case is open: nothing interrupts, and it is kept when its clerk is signed out.
    virtual bool in_flow() const { return false; }
    // How long nobody must have touched anything before a question about paper may take its place.
    virtual std::optional<Duration> question_after() const { return std::nullopt; }
    // A stray second touch would cost something here.
    virtual bool careful() const { return false; }
};

}  // namespace makegood::terminal::presenter
