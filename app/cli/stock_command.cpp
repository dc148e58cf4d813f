#include <CLI/CLI.hpp>

#include "app/cli/call.hpp"
#include "app/service/count_stock.hpp"

namespace makegood::cli {
namespace {

struct Options {
    std::string article;
    std::optional<std::int64_t> pieces;
};

Result<> stock_of(const Options& options, const Call& call) {
    return call.machine().with_desk([&](service::Desk& desk) -> Result<> {
        const auto found = options.pieces
                               ? service::count_stock(desk, options.article, *options.pieces, call.by)
                               : service::find_scanned(desk, options.article);
        if (!found) return fail(found.error());
        if (call.json) {
            auto json = wire::Json::object({{"article", found->number.text()}, {"name", found->name}});
            json.set("stock", found->stock ? wire::Json(*found->stock) : wire::Json());
            call.answer(json);
        } else if (found->stock) {
            call.say("{}  {}: {} there", found->number.text(), found->name, *found->stock);
        } else {
            call.say("{}  {}: nobody has counted it", found->number.text(), found->name);
        }
        return {};
    });
}

}  // namespace

void add_stock(CLI::App& app, Call& call) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("stock", "How many are on the shelf, or that somebody counted them");
    command->add_option("ARTICLE", options->article, "Its number or GTIN")->required();
    command->add_option("PIECES", options->pieces, "There are so many now");
    command->footer(
        "What changes for many articles at once is imported: makegood import catalogue FILE, which "
        "may have the columns number and stock only.");
    command->callback(
        [options, &call] { call.chosen = [options, &call] { return stock_of(*options, call); }; });
}

}  // namespace makegood::cli
