#include <CLI/CLI.hpp>

#include "app/cli/call.hpp"
#include "app/cli/rank_cases.hpp"
#include "app/service/suggestions.hpp"

namespace makegood::cli {
namespace {

struct Options {
    std::string article;
    std::string batch;
    std::size_t limit = 5;
    std::vector<std::string> needs;
    std::int64_t quantity = 1;
};

wire::Json json_of(const service::Suggestion& suggestion) {
    const auto& substitute = suggestion.substitute;
    return wire::Json::object({{"article", suggestion.article.number.text()},
                               {"name", core::catalogue::display_name(suggestion.article)},
                               {"cost", substitute.cost.minor()},
                               {"worth", substitute.worth.minor()},
                               {"cost_free", substitute.cost_free.minor()},
                               {"worth_free", substitute.worth_free.minor()},
                               {"pays", substitute.pays.minor()},
                               {"reason", substitute.reason},
                               {"sentence", suggestion.sentence},
                               {"score", substitute.score},
                               {"place", suggestion.article.place}});
}

void answer(const Call& call, const service::Desk& desk, const std::string& code,
            const std::vector<service::Suggestion>& suggestions) {
    const auto missing = desk.articles->article(*service::find_article(desk, code));
    if (call.json) {
        std::vector<wire::Json> list;
        for (const auto& suggestion : suggestions) list.push_back(json_of(suggestion));
        const auto sources = core::substitute::words(desk.engine->sources());
        call.answer(wire::Json::object({{"article", missing.number.text()},
                                        {"name", core::catalogue::display_name(missing)},
                                        {"currency", desk.currency.code()},
                                        {"sources", wire::Json::array({sources.begin(), sources.end()})},
                                        {"substitutes", wire::Json::array(list)}}));
        return;
    }
    call.say("Instead of {}:", core::catalogue::display_name(missing));
    if (suggestions.empty()) call.say("  nothing in stock serves the same need within the rules");
    for (const auto& [substitute, article, sentence] : suggestions)
        call.say("  {}  {}\n      {}; costs us {}, free {}; {}\n      “{}”", article.number.text(),
                 core::catalogue::display_name(article), substitute.reason,
                 base::format(substitute.cost, desk.currency),
                 base::format(substitute.cost_free, desk.currency),
                 article.place.empty() ? "place not known" : article.place, sentence);
}

Result<> suggest_for(const Options& options, const Call& call) {
    if (options.article.empty())
        return fail(
            ErrorKind::bad_input,
            "Which article? Name it: makegood suggest ARTICLE. Or give a file of cases with --batch.");
    return call.machine().with_desk([&](service::Desk& desk) -> Result<> {
        const auto suggestions =
            service::suggest(desk, options.article, options.limit, options.quantity, options.needs);
        if (!suggestions) return fail(suggestions.error());
        answer(call, desk, options.article, *suggestions);
        return {};
    });
}

constexpr std::string_view batch_help = R"(
With --batch FILE (or - for standard input) many cases are ranked, one JSON object a line:

  {"case": "7", "article": "100101", "among": ["100102", "100103"], "bought": ["100103"]}

Each is answered by a line {"case": "7", "ranked": ["100103", "100102"]} with all of `among`, the nearest first,
whatever stock, price and rules say. `bought`, what the customer bought before, may be missing.
)";

}  // namespace

void add_suggest(CLI::App& app, Call& call) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("suggest", "Substitutes for an article, best first");
    auto* article = command->add_option("ARTICLE", options->article, "Its number or GTIN");
    command->add_option("--limit", options->limit, "How many at most")->check(CLI::Range(1, 100));
    command->add_option("--quantity", options->quantity, "How many the customer came for")
        ->check(CLI::Range(1, 999));
    command->add_option("--need", options->needs,
                        "What it must be: gluten-free, vegan, … or be free of: nuts, milk, …");
    command->add_option("--batch", options->batch, "A file of cases to rank")->excludes(article);
    command->footer(std::string(batch_help));
    command->callback([options, &call] {
        call.chosen = [options, &call] {
            return options->batch.empty() ? suggest_for(*options, call) : rank_cases(options->batch, call);
        };
    });
}

void add_search(CLI::App& app, Call& call) {
    auto options = std::make_shared<Options>();
    options->limit = 10;
    auto* command = app.add_subcommand("search", "Articles by words of their names, also misspelt");
    command->add_option("WORDS", options->article, "Two letters or more")->required();
    command->add_option("--limit", options->limit, "How many at most")->check(CLI::Range(1, 100));
    command->callback([options, &call] {
        call.chosen = [options, &call] {
            return call.machine().with_desk([&](service::Desk& desk) -> Result<> {
                std::vector<wire::Json> list;
                for (const auto& found : service::search(desk, options->article, options->limit)) {
                    if (!call.json) call.say("{}  {}", found.number.text(), found.name);
                    auto json = wire::Json::object({{"article", found.number.text()}, {"name", found.name}});
                    json.set("stock", found.stock ? wire::Json(*found.stock) : wire::Json());
                    list.push_back(std::move(json));
                }
                if (!call.json && list.empty())
                    call.say("Nothing here is called like that. Two letters are the least.");
                if (call.json) call.answer(wire::Json::object({{"found", wire::Json::array(list)}}));
                return {};
            });
        };
    });
}

}  // namespace makegood::cli
