#include "app/terminal/presenter/voucher_sheet.hpp"
#include "app/terminal/presenter/screen_words.hpp"
#include "app/terminal/presenter/tasks.hpp"

namespace makegood::terminal::presenter {
namespace {

using core::voucher::State;

std::string sentence_of(const ports::VoucherRow& row, const std::string& value, const std::string& date) {
    switch (row.voucher.state) {
        case State::issued:
            return words::good_for(value, date);
        case State::drafted:
            return words::voucher_drafted;
        case State::unsure:
            return words::voucher_unsure;
        case State::redeemed:
            return words::voucher_redeemed;
        case State::voided:
            return row.replaced_by ? words::voucher_replaced(row.replaced_by->text()) : words::voucher_voided;
        case State::expired:
            return words::voucher_expired(date);
    }
    return {};
}

void redeem(const std::string& code, Stage& stage) {
    stage.backend.redeem_voucher(
        code, stage.by(), stage.work<service::VoucherShown>([&stage](Result<service::VoucherShown> shown) {
            if (!shown) return stage.tell(shown.error());
            const Money value = shown->row.voucher.value;
            stage.say(words::redeemed(base::format(value, stage.facts.setup.currency)));
            stage.refresh();
        }));
}

}  // namespace

Sheet voucher_sheet_of(const ports::VoucherRow& row, const Currency& currency, CivilDate today) {
    const std::string value = base::format(row.voucher.value, currency);
    Sheet sheet{.title = words::voucher_title(row.voucher.serial.text()),
                .text = sentence_of(row, value, words::short_date(row.voucher.expires, today)),
                .action = words::all_right};
    if (row.voucher.state != State::issued) return sheet;
    sheet.action = words::redeem(value);
    sheet.other = words::not_now;
    return sheet;
}

void show_voucher(const std::string& code, Stage& stage) {
    stage.backend.show_voucher(
        code, stage.work<service::VoucherShown>([&stage, code](Result<service::VoucherShown> shown) {
            if (!shown) return stage.tell(shown.error());
            const bool good = shown->row.voucher.state == State::issued;
            stage.show_sheet(voucher_sheet_of(shown->row, stage.facts.setup.currency, stage.facts.today()),
                             [&stage, code, good](const std::string&) {
                                 if (good) redeem(code, stage);
                             });
        }));
}

}  // namespace makegood::terminal::presenter
