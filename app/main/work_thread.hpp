// One thread that does what is posted to it, in the order of posting.
#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace makegood::main {

class WorkThread {
  public:
    WorkThread();
    // Finishes what was posted, then stops.
    ~WorkThread();
    WorkThread(const WorkThread&) = delete;
    WorkThread& operator=(const WorkThread&) = delete;

    // Never blocks. Any thread.
    void post(std::function<void()> work);

  private:
    void run();

    std::mutex mutex_;
    std::condition_variable waiting_;
    std::deque<std::function<void()>> posted_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace makegood::main
