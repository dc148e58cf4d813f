#include "app/service/report.hpp"

#include <CLI/CLI.hpp>

#include "app/cli/answer_offers.hpp"
#include "app/cli/call.hpp"
#include "app/service/customer_reference.hpp"
#include "app/service/limits_now.hpp"
#include "app/service/spend_rights.hpp"
#include "app/service/unmet.hpp"

namespace makegood::cli {
namespace {

struct Options {
    std::string article, words, failure, severity = "spoiled-visit", loss, customer;
    std::int64_t quantity = 1;
    core::incident::Context context;
};

const std::string kinds_of_failure =
    "wrong-price, wrong-or-damaged, waited-too-long, not-treated-well, promise-not-kept, order-or-delivery, "
    "billing-or-equipment, something-else or surprise";

Result<core::incident::Incident> incident_of(const Options& options, const service::Desk& desk) {
    core::incident::Incident incident;
    const auto severity = core::incident::severity_from_word(options.severity);
    if (!severity)
        return fail(
            ErrorKind::bad_input,
            "\"" + options.severity + "\" is not a severity. Use nuisance, spoiled-visit or spoiled-day.");
    incident.severity = *severity;
    incident.context = options.context;
    incident.article = ArticleNumber(options.article);
    incident.kind = core::incident::Kind::delight;
    if (options.failure != "surprise") {
        const auto failure = core::incident::failure_from_word(options.failure);
        if (!failure)
            return fail(ErrorKind::bad_input, "\"" + options.failure + "\" is not a kind of failure. Use " +
                                                  kinds_of_failure + ".");
        incident.kind = core::incident::Kind::service_failure;
        incident.failure = *failure;
    }
    if (!options.loss.empty()) {
        const auto loss = base::parse_money(options.loss, desk.currency, '.');
        if (!loss) return fail(loss.error());
        incident.loss = *loss;
    }
    return incident;
}

Result<> report_it(const Options& options, const Call& call, service::Desk& desk) {
    if (options.failure.empty()) {
        const auto reported =
            service::report_stock_out(desk, options.article, options.quantity, call.by, options.customer);
        if (!reported) return fail(reported.error());
        answer_offers(call, desk, *reported);
        return {};
    }
    auto incident = incident_of(options, desk);
    if (!incident) return fail(incident.error());
    const auto reported = service::report_failure(desk, std::move(*incident), call.by, options.customer);
    if (!reported) return fail(reported.error());
    answer_offers(call, desk, *reported);
    return {};
}

Result<> record_words(const Options& options, const Call& call) {
    return call.machine().with_desk([&](service::Desk& desk) -> Result<> {
        const auto words = service::record_words(desk, options.words, call.by);
        if (!words) return fail(words.error());
        if (call.json) call.answer(wire::Json::object({{"words", *words}}));
        if (!call.json)
            call.say("Written down: \"{}\". It stands in the list of what was asked for.", *words);
        return {};
    });
}

void add_customer(CLI::App* command, Options& options) {
    command->add_option("--customer", options.customer,
                        "The code of the customer's card: limits for each customer count by it; only a keyed "
                        "hash is kept");
}

void when_chosen(CLI::App* command, const std::shared_ptr<Options>& options, Call& call) {
    command->callback([options, &call] {
        call.chosen = [options, &call]() -> Result<> {
            // So that the hub hears for whom; without it, what is held here still is there to be offered.
            MAKEGOOD_TRY(call.machine().with_desk([&](service::Desk& desk) -> Result<> {
                const auto customer = service::customer_reference(desk, options->customer);
                if (!customer) return fail(customer.error());
                const auto shares = service::shares_budget(desk);
                if (!shares || !*shares) return {};
                const auto occasion = service::occasion_of(desk, call.by, *customer);
                if (!occasion) return fail(occasion.error());
                return service::make_ready(desk, *occasion, service::all_kinds());
            }));
            (void)call.machine().fetch_rights();
            return call.machine().with_desk(
                [&](service::Desk& desk) { return report_it(*options, call, desk); });
        };
    });
}

}  // namespace

void add_report(CLI::App& app, Call& call) {
    auto options = std::make_shared<Options>();
    auto* report =
        app.add_subcommand("report", "Something went wrong: makes the incident, answers with offers");
    report->require_subcommand(1);

    auto* stock_out = report->add_subcommand("stock-out", "An article is missing");
    stock_out->add_option("ARTICLE", options->article, "Its number or GTIN")->required();
    stock_out->add_option("--quantity", options->quantity, "How many the customer came for");
    add_customer(stock_out, *options);
    when_chosen(stock_out, options, call);

    auto* words = report->add_subcommand("words", "Something was asked for that is not sold here");
    words->add_option("WORDS", options->words, "What the customer asked for")->required();
    words->callback(
        [options, &call] { call.chosen = [options, &call] { return record_words(*options, call); }; });

    auto* failure = report->add_subcommand("failure", "A service failure (or \"surprise\")");
    failure->add_option("KIND", options->failure, kinds_of_failure)->required();
    failure->add_option("--severity", options->severity, "nuisance, spoiled-visit, spoiled-day");
    failure->add_option("--article", options->article, "The article it is about");
    failure->add_option("--loss", options->loss, "What the customer lost, in money");
    failure->add_flag("--in-a-hurry", options->context.in_a_hurry, "The customer has no time");
    failure->add_flag("--special-day", options->context.special_day, "A birthday, a feast, a journey");
    failure->add_flag("--happened-before", options->context.happened_before, "It is not the first time");
    failure->add_flag("--with-children", options->context.with_children, "The customer has children along");
    failure->add_flag("--not-our-fault", options->context.not_our_fault,
                      "A supplier, courier or partner did it");
    add_customer(failure, *options);
    when_chosen(failure, options, call);
}

}  // namespace makegood::cli
