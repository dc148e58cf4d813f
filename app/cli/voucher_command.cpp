#include <CLI/CLI.hpp>

#include "app/cli/answer_json.hpp"
#include "app/cli/call.hpp"
#include "app/service/voucher_use.hpp"

namespace makegood::cli {
namespace {

struct Options {
    std::string code, why = "by hand";
};
using Use = Result<service::VoucherShown> (*)(service::Desk&, const Options&, const PersonId&);

void answer(const Call& call, const service::VoucherShown& shown, const Currency& currency) {
    const auto& voucher = shown.row.voucher;
    if (call.json) {
        auto json = voucher_json(voucher, currency);
        json.set("recovery", shown.row.recovery.text()).set("name", shown.offer.title);
        if (shown.row.replaced_by) json.set("replaced_by", shown.row.replaced_by->text());
        call.answer(json);
        return;
    }
    call.say("{}: {}, {}, good until {} ({})", voucher.serial.text(), core::voucher::word(voucher.state),
             base::format(voucher.value, currency), base::format_date(voucher.expires), shown.offer.title);
    if (shown.row.replaced_by) call.say("It was replaced by {}.", shown.row.replaced_by->text());
}

void add_use(CLI::App* parent, Call& call, const char* name, const char* help, Use use) {
    auto options = std::make_shared<Options>();
    auto* command = parent->add_subcommand(name, help);
    command->add_option("SERIAL", options->code, "The serial, the 13 digits, or the text of the QR code")
        ->required();
    if (std::string_view(name) == "void")
        command->add_option("--why", options->why, "The reason, for the record");
    command->callback([options, use, &call] {
        call.chosen = [options, use, &call] {
            return call.machine().with_desk([&](service::Desk& desk) -> Result<> {
                const auto shown = use(desk, *options, call.by);
                if (!shown) return fail(shown.error());
                answer(call, *shown, desk.currency);
                return {};
            });
        };
    });
}

}  // namespace

void add_voucher(CLI::App& app, Call& call) {
    auto* voucher = app.add_subcommand("voucher", "Shows, redeems or voids a voucher");
    voucher->require_subcommand(1);
    add_use(voucher, call, "show", "What it is and how it stands",
            [](auto& desk, const auto& options, const auto&) {
                return service::show_voucher(desk, options.code);
            });
    add_use(voucher, call, "redeem", "Takes it; it is good once",
            [](auto& desk, const auto& options, const auto& by) {
                return service::redeem_voucher(desk, options.code, by);
            });
    add_use(voucher, call, "void", "Makes it worthless", [](auto& desk, const auto& options, const auto& by) {
        return service::void_voucher(desk, options.code, options.why, by);
    });
}

}  // namespace makegood::cli
