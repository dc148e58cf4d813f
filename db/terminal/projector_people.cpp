#include "db/terminal/columns.hpp"
#include "db/terminal/projector.hpp"

namespace makegood::db::terminal {

using ports::PersonChange;

void Projector::on(const Place& place, const ports::PersonChanged& event) {
    switch (event.what) {
        case PersonChange::added: {
            auto insert = connection_.query("INSERT INTO staff (id, role, gone) VALUES (?, ?, 0)");
            put_all(insert, event.person, event.role).run();
            return;
        }
        case PersonChange::role_changed: {
            auto change = connection_.query("UPDATE staff SET role = ?2 WHERE id = ?1 AND gone = 0");
            must_be_one(put_all(change, event.person, event.role).run(),
                        "gives a role to somebody who does not work here");
            return;
        }
        case PersonChange::removed: {
            auto remove = connection_.query("UPDATE staff SET gone = 1 WHERE id = ?1 AND gone = 0");
            must_be_one(put_all(remove, event.person).run(), "takes out somebody who does not work here");
            return open_sign_in(event.person);
        }
        case PersonChange::locked: {
            auto lock = connection_.query("INSERT INTO locked (who, place) VALUES (?, ?)");
            put_all(lock, event.person, place.at).run();
            return;
        }
        case PersonChange::pin_made:
        case PersonChange::unlocked:
            return open_sign_in(event.person);
        case PersonChange::badge_given:
        case PersonChange::badge_taken:
            return;
    }
}

void Projector::open_sign_in(const PersonId& whose) {
    auto open = connection_.query("DELETE FROM locked WHERE who = ?");
    put_all(open, whose).run();
}

}  // namespace makegood::db::terminal
