// What is wrong with a command line, in a sentence that names the help of the very command.
#pragma once
#include "app/base/result.hpp"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace makegood::cli {

// `app` has just thrown `problem`. bad_input.
Error wrong_use(const CLI::App& app, const CLI::ParseError& problem);

}  // namespace makegood::cli
