// Head office's memory in one SQLite file, head-office.db, in a folder that this process owns.
#pragma once
#include <filesystem>
#include <memory>

#include "app/ports/event_codec.hpp"
#include "app/ports/hub_store.hpp"
#include "app/ports/policy_office.hpp"
#include "app/ports/receiver_store.hpp"
#include "db/engine/connection.hpp"
#include "db/engine/folder_lock.hpp"
#include "db/server/kept_overview.hpp"

namespace makegood::db::server {

class ReceiverDatabase final : public ports::ReceiverStore,
                               public ports::HubStore,
                               public ports::PolicyOffice {
  public:
    // Makes folder and file where they are missing. busy: another process owns the folder.
    // A folder of an earlier version is brought up, which takes a moment where much was received.
    static Result<std::unique_ptr<ReceiverDatabase>> open(const std::filesystem::path& folder,
                                                          ports::EventCodec codec,
                                                          ports::DayInZone day_in_zone);

    Result<> add_code(const ports::EnrolmentCode& code) override;
    Result<std::optional<ports::EnrolmentCode>> code(const std::string& code_hash) override;
    Result<ports::EnrolledDevice> enrol(const std::string& code_hash, ports::EnrolledDevice device,
                                        Instant now) override;
    Result<std::optional<ports::EnrolledDevice>> device_of_key(const std::string& public_key) override;
    Result<std::optional<ports::EnrolledDevice>> device(const DeviceId& device) override;
    Result<> revoke(const DeviceId& device, Instant now) override;
    Result<std::vector<ports::EnrolledDevice>> waiting(Instant now) override;
    Result<> confirm(const DeviceId& device, Instant now) override;
    Result<> turn_away(const DeviceId& device) override;
    Result<bool> use_nonce(const ports::Nonce& nonce, Instant now) override;
    Result<ports::JournalMark> mark(const DeviceId& device, std::uint32_t epoch) override;
    Result<std::optional<std::string>> hash_of(const DeviceId& device, std::uint32_t epoch,
                                               std::uint64_t sequence) override;
    Result<> take_in(const ports::EnrolledDevice& device, std::uint32_t epoch,
                     std::span<const ports::ReceivedEvent> events,
                     std::span<const ports::Exception> exceptions, Instant now) override;
    Result<std::vector<ports::StoredEvent>> events(const DeviceId& device, std::uint32_t epoch,
                                                   std::uint64_t first, std::size_t limit) override;
    Result<ports::Overview> overview(Instant now) override;
    Result<ports::HubState> hub() override;
    Result<std::string> told_currency() override;
    Result<> save_hub(const ports::HubState& before, const ports::HubState& after) override;
    Result<std::optional<ports::StorePolicy>> newest_policy(const std::string& store) override;
    Result<> publish_policy(const ports::StorePolicy& policy, Instant now) override;
    Result<std::string> currency_of(const std::string& store) override;
    // Empty where there is none.
    Result<std::string> setting(const std::string& key);
    Result<> set_setting(const std::string& key, const std::string& value);
    // Whether any was ever let in.
    Result<bool> has_registers();

  private:
    ReceiverDatabase(engine::FolderLock lock, std::string path, ports::EventCodec codec,
                     ports::DayInZone day_in_zone)
        : lock_(std::move(lock)),
          path_(std::move(path)),
          codec_(std::move(codec)),
          day_in_zone_(std::move(day_in_zone)) {}

    // The connection; opened anew when a write has failed, because nothing that it still holds can be trusted
    // then. What was not committed is gone, and was never acknowledged.
    Result<> usable();
    template <class Body>
    std::invoke_result_t<Body> read(Body&& body);
    template <class Body>
    Result<> write(Body&& body);

    engine::FolderLock lock_;
    std::string path_;
    ports::EventCodec codec_;
    ports::DayInZone day_in_zone_;
    KeptOverview kept_;
    std::unique_ptr<engine::Connection> connection_;  // null: to be opened
};

template <class Body>
std::invoke_result_t<Body> ReceiverDatabase::read(Body&& body) {
    if (const auto ready = usable(); !ready) return fail(ready.error());
    return connection_->guarded(body);
}

template <class Body>
Result<> ReceiverDatabase::write(Body&& body) {
    MAKEGOOD_TRY(usable());
    auto outcome = connection_->transaction(body);
    if (!outcome && outcome.error().kind == ErrorKind::failed) connection_.reset();
    return outcome;
}

}  // namespace makegood::db::server
