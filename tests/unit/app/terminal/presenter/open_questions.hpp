// What a fake backend was asked and has not answered yet.
#pragma once
#include <deque>
#include <utility>

#include "app/base/check.hpp"
#include "app/terminal/presenter/backend_answer.hpp"

namespace makegood::terminal::presenter {

// The questions of one method that are still open, oldest first.
template <class T>
class Open {
  public:
    void ask(Answer<T> answer) { open_.push_back(std::move(answer)); }
    std::size_t count() const { return open_.size(); }
    // Answers the oldest, or the one at `place`.
    void answer(Result<T> result, std::size_t place = 0) {
        MAKEGOOD_CHECK(place < open_.size());
        const Answer<T> answer = std::move(open_[place]);
        open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(place));
        answer(std::move(result));
    }

  private:
    std::deque<Answer<T>> open_;
};

}  // namespace makegood::terminal::presenter
