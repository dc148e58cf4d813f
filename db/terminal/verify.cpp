#include "db/terminal/verify.hpp"

#include "db/engine/folder_lock.hpp"
#include "db/terminal/folder_names.hpp"
#include "db/terminal/hash.hpp"
#include "db/terminal/journal_walk.hpp"

namespace makegood::db::terminal {
Result<VerifyReport> verify_journal(engine::Connection& connection, const ports::EventCodec& codec,
                                    const DeviceSigner& device, const std::filesystem::path& folder) {
    return connection.guarded([&]() -> Result<VerifyReport> {
        VerifyReport report;
        JournalWalk walk(codec, device.device());
        auto rows = connection.query("SELECT place, bytes, hash FROM journal ORDER BY place");
        while (report.problem.empty() && rows.step()) report.problem = walk.take(journal_row(rows));
        if (report.problem.empty())
            report.problem = problem_with_end(connection, walk.mark(), device.head_key());
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
