#include "app/service/decline.hpp"

#include <CLI/CLI.hpp>

#include "app/cli/answer_offers.hpp"
#include "app/cli/call.hpp"

namespace makegood::cli {
namespace {

struct Options {
    std::string offer, why;
    std::vector<std::string> needs, not_needed;

    bool says_needs() const { return !needs.empty() || !not_needed.empty(); }
};

Result<service::WhyNot> reason(const Options& options) {
    using service::WhyNot;
    if (options.why.empty()) return options.says_needs() ? WhyNot::needs : WhyNot::not_wanted;
    const auto why = service::why_not_from_word(options.why);
    if (why && (*why == WhyNot::needs) == options.says_needs()) return *why;
    if (why && *why == WhyNot::needs)
        return fail(ErrorKind::bad_input,
                    "Say what it must be too: --need vegan, --need nuts; or what it need not be after all: "
                    "--no-need vegan.");
    if (why)
        return fail(ErrorKind::bad_input, "One reason at a time: say no with --why " + options.why +
                                              " first, then with --need or --no-need.");
    return fail(ErrorKind::bad_input,
                "\"" + options.why +
                    "\" is no reason. Use not-wanted, other-brand or other-size, or say "
                    "what it must be with --need, or need not be with --no-need.");
}

Result<> decline_it(const Options& options, const Call& call) {
    return call.machine().with_desk([&](service::Desk& desk) -> Result<> {
        const auto why = reason(options);
        if (!why) return fail(why.error());
        const auto renewed = service::decline(
            desk, {OfferId(options.offer), *why, options.needs, options.not_needed}, call.by);
        if (!renewed) return fail(renewed.error());
        answer_offers(call, desk, *renewed);
        return {};
    });
}

}  // namespace

void add_decline(CLI::App& app, Call& call) {
    auto options = std::make_shared<Options>();
    auto* command =
        app.add_subcommand("decline", "The customer said no to an offer: another takes its place");
    command->add_option("OFFER", options->offer, "As report answered it")->required();
    command->add_option("--why", options->why, "not-wanted (without it), other-brand, other-size");
    command->add_option("--need", options->needs,
                        "What it must be: gluten-free, vegan, … or be free of: nuts, milk, …");
    command->add_option("--no-need", options->not_needed, "It need not be so after all");
    command->callback(
        [options, &call] { call.chosen = [options, &call] { return decline_it(*options, call); }; });
}

}  // namespace makegood::cli
