#include "app/service/promises.hpp"

#include "app/service/who_may.hpp"

namespace makegood::service {

Result<std::vector<core::followup::Promise>> promises_due(Desk& desk) {
    return desk.store.promises_open();
}

Result<> keep_promise(Desk& desk, const PromiseId& id, const PersonId& by) {
    MAKEGOOD_TRY(must_work_here(desk, by));
    const auto open = desk.store.promises_open();
    if (!open) return fail(open.error());
    const auto is_it = [&](const auto& promise) { return promise.id == id; };
    if (std::none_of(open->begin(), open->end(), is_it))
        return fail(ErrorKind::not_found, "There is no open promise " + id.text() +
                                              " on this register. \"promise list\" names them.");
    return desk.store.commit({desk.clock.now(), by}, ports::PromiseKept{id});
}

}  // namespace makegood::service
