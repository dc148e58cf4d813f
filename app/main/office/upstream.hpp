// A store's hub as a register of head office: enrols there, fetches the store's rules and hands them down as
// they were signed.
#pragma once
#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "app/ports/clock.hpp"
#include "app/ports/random.hpp"
#include "app/sync/sync_client.hpp"
#include "db/server/receiver_database.hpp"
#include "db/terminal/device_signer.hpp"

namespace makegood::main {

class Upstream {
  public:
    // All outlive it. `store_mutex` is held while the store is used, and never while head office is asked.
    // `notice` gets what a person should know; any thread.
    Upstream(db::server::ReceiverDatabase& store, std::mutex& store_mutex,
             const db::terminal::DeviceSigner& signer, const ports::Clock& clock, ports::Random& random,
             std::function<void(const std::string&)> notice);
    ~Upstream();
    Upstream(const Upstream&) = delete;
    Upstream& operator=(const Upstream&) = delete;

    struct Join {
        wire::EnrolmentTicket ticket;
        std::string authority;             // PEM, as sync::CallOptions has it
        std::string store, register_name;  // as head office has made the code for
    };
    // The answer for a person: the digits to compare. refused: with head office's reason.
    Result<std::string> join(const Join& wanted);
    // Asks now for newer rules. The answer for a person; refused: not joined, or it waits to be confirmed.
    Result<std::string> fetch_rules();

    // From now on a thread of its own asks every minute.
    void fetch_as_they_come();
    void stop();

  private:
    Result<sync::Enrolment> enrolment();
    Result<> must_be_confirmed(sync::Enrolment& enrolment);
    Result<std::string> take(const std::string& store, const ports::SignedText& document,
                             const sync::Enrolment& enrolment);
    sync::Drawer drawer();
    void run();

    db::server::ReceiverDatabase& store_;
    std::mutex& store_mutex_;
    const db::terminal::DeviceSigner& signer_;
    const ports::Clock& clock_;
    ports::Random& random_;
    std::function<void(const std::string&)> notice_;
    std::mutex asking_;  // one exchange at a time
    std::mutex mutex_;
    std::condition_variable wake_;
    std::atomic<bool> stopping_ = false;
    std::thread thread_;
};

}  // namespace makegood::main
