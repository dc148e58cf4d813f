#include <array>

#include "app/printing/pieces.hpp"
#include "app/service/give.hpp"

namespace makegood::service {
namespace {

std::string short_date(CivilDate date) {
    static constexpr std::array<const char*, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return std::to_string(static_cast<unsigned>(date.day())) + ' ' +
           months[static_cast<unsigned>(date.month()) - 1] + ' ' +
           std::to_string(static_cast<int>(date.year()));
}

// Initials are looked up when they are printed; the journal holds only the pseudonym.
Result<std::string> initials_of(Desk& desk, const PersonId& id) {
    const auto known = desk.people.find(id);
    if (!known) return fail(known.error());
    return *known ? (*known)->person.initials : std::string();
}

struct Circumstances {
    std::string when, initials;
};

Result<Circumstances> circumstances(Desk& desk, const ports::RecoveryRow& recovery) {
    auto initials = initials_of(desk, recovery.by);
    if (!initials) return fail(initials.error());
    const auto when =
        short_date(desk.clock.local_date(recovery.at)) + ' ' + desk.clock.local_time(recovery.at);
    return Circumstances{when, std::move(*initials)};
}

printing::Document sticker_of(const Desk& desk, const ports::RecoveryRow& recovery,
                              const Circumstances& how) {
    printing::StickerText text;
    text.store = desk.shop.store;
    text.article = recovery.offer.title;
    text.when = how.when;
    text.register_name = desk.shop.register_name;
    text.initials = how.initials;
    text.note = desk.settings.sticker_note;
    return printing::sticker(text);
}

printing::Document voucher_of(const Desk& desk, const core::voucher::Voucher& voucher,
                              const ports::RecoveryRow& recovery, const Circumstances& how) {
    printing::VoucherText text;
    text.store = desk.shop.store;
    text.value = base::format(voucher.value, desk.currency);
    text.what = recovery.offer.title;
    text.good_until = short_date(voucher.expires);
    text.how_to_use = desk.settings.voucher_note;
    text.serial = voucher.serial.text();
    text.ean13 = voucher.ean13;
    text.qr = voucher.qr;
    text.when = how.when;
    text.register_name = desk.shop.register_name;
    text.initials = how.initials;
    return printing::voucher(text);
}

}  // namespace

Result<printing::Document> document_of(Desk& desk, const PrintJobId& id) {
    const auto job = desk.store.job(id);
    if (!job) return fail(job.error());
    if (!*job)
        return fail(ErrorKind::not_found,
                    "There is no print job " + id.text() + " on this register. \"paper show\" names them.");
    const auto recovery = desk.store.recovery((*job)->recovery);
    if (!recovery) return fail(recovery.error());
    const auto how = circumstances(desk, **recovery);
    if (!how) return fail(how.error());
    if (!(*job)->voucher) return sticker_of(desk, **recovery, *how);
    const auto voucher = desk.store.voucher(*(*job)->voucher);
    if (!voucher) return fail(voucher.error());
    return voucher_of(desk, (*voucher)->voucher, **recovery, *how);
}

}  // namespace makegood::service
