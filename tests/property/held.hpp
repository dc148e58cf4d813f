// A property as a Catch2 assertion: RapidCheck prints the seed and the smallest counterexample it found.
#pragma once
#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <string>

namespace makegood::tests {

template <class Property>
void holds(const std::string& what, Property&& property) {
    INFO("RapidCheck printed how to repeat this (RC_PARAMS)");
    CHECK(rc::check(what, std::forward<Property>(property)));
}

}  // namespace makegood::tests
