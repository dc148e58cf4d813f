#include "app/service/presumed.hpp"

#include <algorithm>

#include "app/core/budget/limits.hpp"

namespace makegood::service {
namespace {

using namespace core::budget;

const std::string copy_setting = "rights.copied";

bool had_begun(const std::string& period, CivilDate day) {
    const auto span = span_of(period);
    return span && span->first <= day;
}

}  // namespace

Amount presumed_spent(const ports::Rights& rights, const PotId& id) {
    const auto presumed = rights.presumed.find(id);
    return presumed == rights.presumed.end() ? Amount{} : presumed->second;
}

Result<Amount> presumed_spent(Desk& desk, const ports::Rights& rights, const PotId& id,
                              const PotLimit& limit) {
    if (find(rights.book, id)) return presumed_spent(rights, id);
    const auto copied = copy_noted(desk);
    if (!copied) return fail(copied.error());
    if (!*copied || !had_begun(id.period, **copied)) return Amount{};
    return Amount{limit.cost, limit.worth.value_or(Money{})};
}

Result<std::optional<CivilDate>> copy_noted(Desk& desk) {
    const auto text = desk.store.setting(copy_setting);
    if (!text) return fail(text.error());
    if (text->empty()) return std::optional<CivilDate>();
    const auto day = base::parse_date(*text);
    if (!day) return fail(day.error());
    return std::optional(*day);
}

Result<> note_copy(Desk& desk, CivilDate day) {
    return desk.store.set_setting(copy_setting, base::format_date(day));
}

Result<> forget_copy(Desk& desk) {
    return desk.store.set_setting(copy_setting, "");
}

bool limits_in_doubt(const Desk& desk, CivilDate copied) {
    return std::any_of(desk.settings.limits.begin(), desk.settings.limits.end(), [&](const LimitRule& rule) {
        return !rule.each.incident && had_begun(period_of(rule.limit, money_day(desk)), copied);
    });
}

}  // namespace makegood::service
