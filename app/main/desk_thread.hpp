// The one thread that uses the desk and its database. Everybody else posts work to it.
#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

#include "app/service/desk.hpp"

namespace makegood::main {

class DeskThread {
  public:
    using Task = std::function<void(service::Desk&)>;

    // The desk must outlive the thread and be used by nobody else meanwhile.
    explicit DeskThread(service::Desk& desk);
    // Finishes what was posted, then stops.
    ~DeskThread();
    DeskThread(const DeskThread&) = delete;
    DeskThread& operator=(const DeskThread&) = delete;

    // Never blocks. Tasks run in the order of posting.
    void post(Task task);

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
    void run(service::Desk& desk);

    std::mutex mutex_;
    std::condition_variable work_;
    std::deque<Task> tasks_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace makegood::main
