// The one thread that uses the desk and its database. Everybody else posts work to it.
#pragma once
#include <functional>
#include <future>
#include <memory>

#include "app/main/work_thread.hpp"
#include "app/service/desk.hpp"

namespace makegood::main {

class DeskThread {
  public:
    using Task = std::function<void(service::Desk&)>;

    // The desk must outlive the thread and be used by nobody else meanwhile. What was posted is
    // finished before the thread stops.
    explicit DeskThread(service::Desk& desk) : desk_(desk) {}

    // Never blocks. Tasks run in the order of posting.
    void post(Task task) {
        thread_.post([this, task = std::move(task)] { task(desk_); });
    }

    // Runs `question` on the desk thread and waits for what it returns. Never call it from the desk
    // thread itself, nor from the thread of a window.
    template <class Question>
    auto ask(Question question) -> std::invoke_result_t<Question, service::Desk&> {
        using Answer = std::invoke_result_t<Question, service::Desk&>;
        auto task = std::make_shared<std::packaged_task<Answer(service::Desk&)>>(std::move(question));
        auto answer = task->get_future();
        post([task](service::Desk& desk) { (*task)(desk); });
        return answer.get();
    }

  private:
    service::Desk& desk_;
    WorkThread thread_;
};

}  // namespace makegood::main
