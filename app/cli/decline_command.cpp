#include "app/service/decline.hpp"

#include <CLI/CLI.hpp>

#include "app/cli/answer_offers.hpp"
#include "app/cli/call.hpp"

namespace makegood::cli {
namespace {

struct Options {
    std::string offer, why = "not-wanted";
    std::vector<std::string> needs;
};

Result<> decline_it(const Options& options, const Call& call) {
    return call.machine().with_desk([&](service::Desk& desk) -> Result<> {
        service::Decline said{OfferId(options.offer), service::WhyNot::not_wanted, options.needs};
        const auto why = service::why_not_from_word(options.needs.empty() ? options.why : "needs");
        if (!why)
            return fail(ErrorKind::bad_input,
                        "\"" + options.why +
                            "\" is no reason. Use not-wanted, other-brand or other-size, "
                            "or say what it must be with --need.");
        said.why = *why;
        const auto renewed = service::decline(desk, said, call.by);
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
    command->add_option("--why", options->why, "not-wanted, other-brand, other-size");
    command->add_option("--need", options->needs,
                        "What it must be: gluten-free, vegan, … or be free of: nuts, milk, …");
    command->callback(
        [options, &call] { call.chosen = [options, &call] { return decline_it(*options, call); }; });
}

}  // namespace makegood::cli
