#include "app/main/desk_thread.hpp"

namespace makegood::main {

DeskThread::DeskThread(service::Desk& desk) : thread_([this, &desk] { run(desk); }) {}

DeskThread::~DeskThread() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    work_.notify_one();
    thread_.join();
}

void DeskThread::post(Task task) {
    {
        const std::lock_guard lock(mutex_);
        tasks_.push_back(std::move(task));
    }
    work_.notify_one();
}

void DeskThread::run(service::Desk& desk) {
    for (;;) {
        Task task;
        {
            std::unique_lock lock(mutex_);
            work_.wait(lock, [this] { return stopping_ || !tasks_.empty(); });
            if (tasks_.empty()) return;
            task = std::move(tasks_.front());
            tasks_.pop_front();
        }
        task(desk);
    }
}

}  // namespace makegood::main
