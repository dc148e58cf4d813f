// What a disk can hold after the power went: all that was synced, and of what was written since any part, in
// any order, some of it torn.
#pragma once
#include <cstring>
#include <fstream>
#include <map>
#include <random>
#include <vector>

#include "tests/support/fault_disk.hpp"

namespace makegood::tests {

// One thing that reached the disk, or that a caller was told.
struct DiskEvent {
    enum class What { write, truncate, sync, remove, told };
    What what = What::write;
    std::string file;
    std::int64_t at = 0;  // also: the new size, or what was told
    std::string bytes;
};

class DiskRecorder final : public DiskWatcher {
  public:
    void wrote(const std::string& file, std::int64_t at, std::string_view bytes) override {
        events.push_back({DiskEvent::What::write, file, at, std::string(bytes)});
    }
    void truncated(const std::string& file, std::int64_t size) override {
        events.push_back({DiskEvent::What::truncate, file, size, {}});
    }
    void synced(const std::string& file) override { events.push_back({DiskEvent::What::sync, file, 0, {}}); }
    void removed(const std::string& file) override {
        events.push_back({DiskEvent::What::remove, file, 0, {}});
    }
    void told(std::uint64_t sequence) {
        events.push_back({DiskEvent::What::told, {}, static_cast<std::int64_t>(sequence), {}});
    }

    std::vector<DiskEvent> events;
};

// Follows a record event by event and makes what may be left if the power goes there.
class PowerLoss {
  public:
    enum class Damage { none_since_sync, all_written, last_one_torn, any_part };
    static constexpr Damage all_damages[] = {Damage::none_since_sync, Damage::all_written,
                                             Damage::last_one_torn, Damage::any_part};

    void follow(const DiskEvent& event) {
        if (event.what == DiskEvent::What::told) {
            told_ = static_cast<std::uint64_t>(event.at);
            return;
        }
        if (event.what == DiskEvent::What::remove) {
            files_.erase(event.file);
            return;
        }
        auto& file = files_[event.file];
        if (event.what == DiskEvent::What::sync) {
            for (const auto& each : file.unsynced) apply(file.durable, each);
            file.unsynced.clear();
        } else {
            file.unsynced.push_back(event);
        }
    }
    std::uint64_t told() const { return told_; }

    void write_image(const std::filesystem::path& folder, Damage damage, std::mt19937_64& random) const {
        for (const auto& [name, file] : files_) {
            std::string content = file.durable;
            for (std::size_t i = 0; i < file.unsynced.size(); ++i)
                damaged(content, file.unsynced[i], damage, i + 1 == file.unsynced.size(), random);
            std::ofstream(folder / name, std::ios::binary | std::ios::trunc) << content;
        }
    }

  private:
    struct File {
        std::string durable;
        std::vector<DiskEvent> unsynced;
    };
    static constexpr std::size_t sector = 512;

    static void apply(std::string& content, const DiskEvent& event) {
        const auto at = static_cast<std::size_t>(event.at);
        if (event.what == DiskEvent::What::truncate) return content.resize(at);
        if (content.size() < at + event.bytes.size()) content.resize(at + event.bytes.size());
        std::memcpy(content.data() + at, event.bytes.data(), event.bytes.size());
    }
    // Only some of the sectors that it touches arrive.
    static void apply_torn(std::string& content, const DiskEvent& event, std::mt19937_64& random) {
        if (event.what == DiskEvent::What::truncate) return;
        for (std::size_t from = 0; from < event.bytes.size();) {
            const auto at = static_cast<std::size_t>(event.at) + from;
            const auto size = std::min(event.bytes.size() - from, sector - at % sector);
            if (random() % 2 == 0)
                apply(content, {event.what, event.file, static_cast<std::int64_t>(at),
                                event.bytes.substr(from, size)});
            from += size;
        }
    }
    static void damaged(std::string& content, const DiskEvent& event, Damage damage, bool last,
                        std::mt19937_64& random) {
        switch (damage) {
            case Damage::none_since_sync:
                return;
            case Damage::all_written:
                return apply(content, event);
            case Damage::last_one_torn:
                return last ? apply_torn(content, event, random) : apply(content, event);
            case Damage::any_part:
                if (random() % 4 == 0) return apply_torn(content, event, random);
                if (random() % 2 == 0) apply(content, event);
        }
    }

    std::map<std::string, File> files_;
    std::uint64_t told_ = 0;
};

}  // namespace makegood::tests
