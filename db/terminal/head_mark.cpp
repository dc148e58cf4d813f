#include "db/terminal/head_mark.hpp"

#include <sstream>

#include "db/terminal/hash.hpp"
#include "db/terminal/small_file.hpp"

namespace makegood::db::terminal {

std::optional<ports::JournalMark> HeadMark::read() const {
    const auto content = read_small_file(file_);
    if (!content) return std::nullopt;
    std::istringstream in(*content);
    ports::JournalMark mark;
    std::string mac;
    if (!(in >> mark.epoch >> mark.sequence >> mark.hash >> mac)) return std::nullopt;
    if (to_hex(head_mac(mark, key_)) != mac) return std::nullopt;
    return mark;
}

Result<> HeadMark::check(engine::Connection& connection) const {
    const auto mark = read();
    if (!mark || mark->sequence == 0) return {};
    return connection.guarded([&]() -> Result<> {
        auto row = connection.query("SELECT hash FROM journal WHERE place = ?");
        row.bind(journal_place(mark->epoch, mark->sequence));
        if (row.step() && to_hex(row.take_text()) == mark->hash) return {};
        return fail(
            ErrorKind::failed,
            connection.path() + " is an older or another copy: event " + std::to_string(mark->sequence) +
                " was recorded here and is not in it. Put the newest copy back; with an older one vouchers "
                "would be numbered twice.");
    });
}

Result<> HeadMark::set(const ports::JournalMark& mark) {
    const auto place = journal_place(mark.epoch, mark.sequence);
    if (place == written_) return {};
    MAKEGOOD_TRY(write_small_file(file_, std::to_string(mark.epoch) + ' ' + std::to_string(mark.sequence) +
                                             ' ' + mark.hash + ' ' + to_hex(head_mac(mark, key_)) + '\n'));
    written_ = place;
    return {};
}

}  // namespace makegood::db::terminal
