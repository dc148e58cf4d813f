// Every screen with prepared data, its extremes included: what reviewers look at, and what the tests of
// pictures, millimetres and names walk through.
#pragma once
#include <string>
#include <vector>

#include "app/terminal/presenter/view_model.hpp"

namespace makegood::tests::gui {

struct Story {
    std::string name;  // "home", "offers-no-money": also the picture's file name
    terminal::presenter::Screen screen;
    bool main = false;  // also approved in dark and on the small screen
};

const std::vector<Story>& stories();
// Null when there is none of this name.
const Story* story_named(const std::string& name);

}  // namespace makegood::tests::gui
