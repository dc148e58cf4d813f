#include "db/terminal/verify.hpp"

#include "db/engine/folder_lock.hpp"
#include "db/terminal/folder_names.hpp"
#include "db/terminal/hash.hpp"

namespace makegood::db::terminal {
namespace {

struct Row {
    std::int64_t place = 0;
    std::string bytes, hash;
};

// Checks events one by one, in order.
class Walk {
  public:
    Walk(const ports::EventCodec& codec, const DeviceId& device) : codec_(codec), device_(device) {
        mark_.hash = zero_hash_hex();
    }

    // What is wrong with the row, in words; empty when it continues the chain.
    std::string take(const Row& row) {
        const std::string wrong = problem_with(row);
        if (!wrong.empty()) return "Event " + std::to_string(mark_.sequence + 1) + ' ' + wrong + '.';
        ++mark_.sequence;
        mark_.hash = to_hex(row.hash);
        return {};
    }
    const ports::JournalMark& mark() const { return mark_; }

  private:
    std::string problem_with(const Row& row) const {
        if (row.place != journal_place(mark_.epoch, mark_.sequence + 1)) return "is missing";
        if (hash_of(row.bytes) != row.hash) return "was changed: its hash does not fit its text";
        const auto decoded = codec_.decode(row.bytes);
        if (!decoded) return "can't be read: " + decoded.error().sentence;
        const auto& head = decoded->first;
        if (head.device != device_) return "is of another device";
        if (head.epoch != mark_.epoch || head.sequence != mark_.sequence + 1)
            return "stands at a wrong place";
        if (head.previous_hash != mark_.hash) return "does not continue the one before it";
        return {};
    }

    const ports::EventCodec& codec_;
    const DeviceId& device_;
    ports::JournalMark mark_;
};

std::string problem_with_end(engine::Connection& connection, const ports::JournalMark& end,
                             const DeviceSigner& device) {
    const auto head = read_head(connection);
    if (!head) return end.sequence == 0 ? "" : "The record of the journal's end is missing.";
    if (head_mac(head->mark, device.head_key()) != head->mac)
        return "The record of the journal's end was not written by this device.";
    if (head->mark.epoch != end.epoch || head->mark.sequence != end.sequence || head->mark.hash != end.hash)
        return "The journal ends at event " + std::to_string(end.sequence) + ", but " +
               std::to_string(head->mark.sequence) + " was its last.";
    return {};
}

}  // namespace

Result<VerifyReport> verify_journal(engine::Connection& connection, const ports::EventCodec& codec,
                                    const DeviceSigner& device, const std::filesystem::path& folder) {
    return connection.guarded([&]() -> Result<VerifyReport> {
        VerifyReport report;
        Walk walk(codec, device.device());
        auto rows = connection.query("SELECT place, bytes, hash FROM journal ORDER BY place");
        while (report.problem.empty() && rows.step()) {
            Row row;
            row.place = rows.take_integer();
            row.bytes = rows.take_text();
            row.hash = rows.take_text();
            report.problem = walk.take(row);
        }
        if (report.problem.empty()) report.problem = problem_with_end(connection, walk.mark(), device);
        if (report.problem.empty()) {
            const auto mark = HeadMark(folder / head_mark_name, device.head_key()).check(connection);
            if (!mark) report.problem = mark.error().sentence;
        }
        report.events = walk.mark().sequence;
        report.head = walk.mark().hash;
        return report;
    });
}

Result<VerifyReport> verify_folder(const std::filesystem::path& folder, const ports::EventCodec& codec,
                                   const std::string& program) {
    const auto database = folder / database_name;
    if (!std::filesystem::exists(database))
        return fail(ErrorKind::not_found,
                    "There is no journal in " + folder.string() + ". Name the folder of a register.");
    const auto lock = engine::FolderLock::take(folder, program);
    if (!lock) return fail(lock.error());
    const auto device = DeviceSigner::open(folder);
    if (!device) return fail(device.error());
    const auto connection = engine::Connection::open(database.string());
    if (!connection) return fail(connection.error());
    return verify_journal(**connection, codec, *device, folder);
}

}  // namespace makegood::db::terminal
