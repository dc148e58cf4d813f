// How the backend answers; see backend.hpp.
#pragma once
#include <functional>

#include "app/base/result.hpp"

namespace makegood::terminal::presenter {

template <class T = void>
using Answer = std::function<void(Result<T>)>;

}  // namespace makegood::terminal::presenter
