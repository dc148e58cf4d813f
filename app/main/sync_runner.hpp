// The register's line to head office: enrols, sends on demand, and in a terminal sends as events come.
#pragma once
#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

#include "app/cli/register_access.hpp"
#include "app/main/desk_thread.hpp"
#include "app/main/policy_keeper.hpp"
#include "app/ports/ended_epochs.hpp"
#include "app/ports/random.hpp"
#include "app/ports/signer.hpp"
#include "app/service/hub_membership.hpp"
#include "app/sync/enrolment.hpp"
#include "app/sync/sync_client.hpp"

namespace makegood::main {

class SyncRunner {
  public:
    // `changed` is called from the runner's thread after each try.
    SyncRunner(DeskThread& desk, const ports::Signer& signer, const ports::Clock& clock,
               ports::Random& random, std::function<void()> changed);
    ~SyncRunner();
    SyncRunner(const SyncRunner&) = delete;
    SyncRunner& operator=(const SyncRunner&) = delete;

    bool is_set_up() const { return set_up_; }
    // Of the first failed try after the last success.
    std::optional<Instant> unreached_since() const;

    // From now on head office's rules are asked for after each run, and handed to the keeper, which outlives
    // the runner. What it has against them stands at the desk (policy_notice).
    void hand_rules_to(PolicyKeeper& keeper) { keeper_ = &keeper; }

    // From now on what was not sent of epochs that are over is sent first. Outlives the runner; asked on the
    // desk thread.
    void send_ended(ports::EndedEpochs& ended) { ended_ = &ended; }

    // It counts, here as there, once a person has compared the six digits. refused, failed: as
    // sync::SyncClient says.
    Result<cli::Enrolled> enrol(const wire::EnrolmentTicket& ticket, const std::string& authority);
    // The same on the runner's own thread, as soon as that is free; `done` is called there. Any thread.
    using Joined = std::function<void(const Result<cli::Enrolled>&)>;
    void join(wire::EnrolmentTicket ticket, Joined done);
    // Where that stands; on the desk thread, like the way out of it, which changes nothing once it was let
    // in.
    Result<service::HubMembership> membership(service::Desk& desk) const;
    Result<> give_up(service::Desk& desk);

    // With a store's hub: talks about rights first.
    Result<cli::SyncReport> send_now();
    // A customer comes: talks with the store's hub now, where this register has one and holds too little.
    Result<> fetch_rights();
    // From now on a thread of its own sends what waits, every few seconds, later and later while head
    // office is not reached.
    void send_as_it_comes();
    // That thread does not wait for its time. Any thread.
    void look_now();

  private:
    Result<> talk_about_rights(const sync::Enrolment& enrolment);
    Result<cli::SyncReport> send(bool asks_for_rules);
    // Of an enrolment that waits: whether it counts by now, and from then on it does here too.
    Result<> must_be_confirmed(sync::Enrolment& enrolment);
    // First what may be spent: a register that is enrolled at a hub must not go on with its own budget.
    Result<> put_into_force(sync::Enrolment enrolment);
    Result<> keep(const sync::Enrolment& made, std::uint64_t given_up);
    Result<> end(const sync::Enrolment& enrolment, sync::Ended why);
    void join_if_wanted();
    std::function<void(const std::function<void()>&)> on_desk();
    // Answers how many events were sent. What contradicts what is known there, as of a copy of another
    // register, is left where it is: it holds up nothing.
    Result<std::uint64_t> send_what_ended(const sync::Enrolment& enrolment);
    // Why newer rules were not taken. Empty: they were, or there are none, or nobody could be asked.
    std::string take_rules(const sync::Enrolment& enrolment);
    Result<sync::Enrolment> enrolment();
    sync::SyncClient client(const std::string& authority);
    void run();
    bool wait(std::chrono::milliseconds time);
    bool wait_beside_customers();
    Result<> fetch_rights_if(const std::function<Result<bool>(service::Desk&)>& wants);
    void note(bool reached);

    DeskThread& desk_;
    const ports::Clock& clock_;
    const ports::Signer& signer_;
    ports::Random& random_;
    std::function<void()> changed_;
    PolicyKeeper* keeper_ = nullptr;
    ports::EndedEpochs* ended_ = nullptr;
    std::set<std::uint32_t> left_;  // epochs that were refused; of this process only
    sync::SyncOptions options_;

    std::mutex sending_;  // one exchange at a time
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::atomic<bool> stopping_ = false;
    std::atomic<bool> set_up_ = false;
    std::atomic<bool> look_now_ = false;
    std::optional<Instant> unreached_since_, heard_;
    struct Wish {
        wire::EnrolmentTicket ticket;
        Joined done;
    };
    std::optional<Wish> wish_;
    std::atomic<bool> asking_ = false;         // a wish is there, or under way
    std::atomic<std::uint64_t> given_up_ = 0;  // so often; counted on the desk thread
    std::thread thread_;
};

}  // namespace makegood::main
