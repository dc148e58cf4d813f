#include <catch2/catch.hpp>

#include "app/terminal/presenter/trouble_screen.hpp"

using namespace makegood;
using namespace makegood::terminal::presenter;

TEST_CASE("trouble: the whole sentence and two ways on, for every kind", "[presenter]") {
    for (const ErrorKind kind : {ErrorKind::refused, ErrorKind::bad_input, ErrorKind::not_found,
                                 ErrorKind::busy, ErrorKind::failed}) {
        const Error error{kind, "Line 3 of shop.toml is not finished. Write what is right of the \"=\"."};
        const auto view = std::get<Trouble>(trouble_screen(error, false).body);
        CHECK(view.text.starts_with(error.sentence));
        CHECK(view.again == "Try again");
        CHECK(view.close == "Close");
        CHECK_FALSE(view.busy);
        CHECK(passes_by_itself(error) == (kind == ErrorKind::busy));
        CHECK((view.text == error.sentence) == (kind != ErrorKind::busy));
    }
}

TEST_CASE("trouble: while it is tried, that is said", "[presenter]") {
    const auto view = std::get<Trouble>(trouble_screen({ErrorKind::failed, "The disk is full."}, true).body);
    CHECK(view.busy);
    CHECK(view.again == "One moment");
    CHECK(view.text == "The disk is full.");
}
