// Who works here, as the journal has it.
#include "db/terminal/columns.hpp"
#include "db/terminal/rows.hpp"
#include "db/terminal/terminal_store.hpp"

namespace makegood::db::terminal {

Result<std::vector<ports::StaffRow>> TerminalStore::staff() {
    return connection_.guarded([&]() -> Result<std::vector<ports::StaffRow>> {
        auto query = connection_.query("SELECT id, role, gone FROM staff ORDER BY id");
        return all_rows(query, [](engine::Query& row) {
            ports::StaffRow person;
            take_all(row, person.id, person.role, person.left);
            return person;
        });
    });
}

Result<bool> TerminalStore::sign_in_locked(const PersonId& id) {
    return connection_.guarded([&]() -> Result<bool> {
        auto query = connection_.query("SELECT 1 FROM locked WHERE who = ?");
        put_all(query, id);
        return query.step();
    });
}

}  // namespace makegood::db::terminal
