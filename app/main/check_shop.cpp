#include "app/main/check_shop.hpp"

#include "app/main/register_parts.hpp"

namespace makegood::main {

Result<> check_currency(const config::ShopFile& file, const Currency& recorded,
                        const std::filesystem::path& folder) {
    if (file.currency == recorded) return {};
    return fail(ErrorKind::bad_input,
                (folder / "shop.toml").string() + " says currency = \"" + file.currency.code() +
                    "\", but all money of this shop was recorded in " + recorded.code() +
                    ", and that stands. Write currency = \"" + recorded.code() +
                    "\" again; for another currency make a new shop: makegood --data DIR init --store NAME "
                    "--currency " +
                    file.currency.code() + ".");
}

std::vector<std::string> Register::problems() {
    const auto layers = desk().ask([this](service::Desk&) { return parts_->policies.layers(); });
    if (!layers) return {layers.error().sentence};
    std::vector<std::string> sentences = config::check_settings(*layers);
    const auto take = [&](const auto& outcome) {
        if (!outcome) sentences.push_back(outcome.error().sentence);
    };
    for (auto& sentence :
         desk().ask([this](service::Desk& open) { return parts_->policies.problems_of_file(open); }))
        sentences.push_back(std::move(sentence));
    if (sentences.empty()) {
        const auto settings = config::load_settings(*layers);
        take(check_currency(settings->shop, desk().ask([](service::Desk& open) { return open.currency; }),
                            parts_->folder));
        take(SystemClock::in_zone(settings->shop.time_zone));
    }
    const auto current = desk().ask([](service::Desk& open) { return open.store.catalogue(); });
    take(current);
    if (!current || !*current) return sentences;
    const auto articles = parts_->catalogues.load((*current)->file);
    take(articles);
    const auto sales = desk().ask([](service::Desk& open) { return open.store.sales(); });
    take(sales);
    if (articles && sales && *sales) take(parts_->learnt.load((*sales)->file, **articles, (*current)->file));
    return sentences;
}

}  // namespace makegood::main
