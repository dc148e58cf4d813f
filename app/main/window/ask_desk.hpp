// Asked on the GUI thread, done on the desk thread, answered on the GUI thread again.
#pragma once
#include <atomic>
#include <functional>
#include <memory>

#include "app/main/register.hpp"
#include "app/terminal/presenter/backend_answer.hpp"

namespace makegood::main::window {

// Hands a function to the GUI thread; callable from any thread.
using Deliver = std::function<void(std::function<void()>)>;
// Set by the GUI thread when nobody waits for answers any more.
using StillThere = std::shared_ptr<std::atomic<bool>>;

template <class T>
void answer_later(const terminal::presenter::Answer<T>& answer, Result<T> result, const Deliver& deliver,
                  const StillThere& there) {
    deliver([answer, result = std::make_shared<Result<T>>(std::move(result)), there] {
        if (*there) answer(std::move(*result));
    });
}

template <class T>
void ask_desk(Register& machine, terminal::presenter::Answer<T> answer,
              std::function<Result<T>(service::Desk&)> ask, const Deliver& deliver, const StillThere& there) {
    machine.desk().post([answer = std::move(answer), ask = std::move(ask), deliver,
                         there](service::Desk& desk) { answer_later<T>(answer, ask(desk), deliver, there); });
}

}  // namespace makegood::main::window
