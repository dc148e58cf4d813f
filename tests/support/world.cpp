#include "tests/support/world.hpp"

#include "app/config/policy.hpp"
#include "app/service/spending.hpp"
#include "db/terminal/customer_hash.hpp"
#include "db/terminal/past_store.hpp"
#include "db/terminal/policy_store.hpp"
#include "db/terminal/sqlite_catalogue_files.hpp"

namespace makegood::tests {
namespace {

using core::catalogue::Article;

const std::filesystem::path shipped_policy = "kiosk-config/policy";

Currency dollars() {
    return must(Currency::from_code("USD"));
}

Article oil(const char* number, const char* name, const char* brand, const char* size, int price, int cost,
            int stock) {
    Article article;
    article.number = ArticleNumber(number);
    article.name = name;
    article.brand = brand;
    article.category = {"Grocery", "Oils", "Coconut oil"};
    article.size_words = size;
    article.size = *core::catalogue::parse_size(size);
    article.price = Money::minor(price);
    article.cost = Money::minor(cost);
    article.stock = stock;
    article.place = "Aisle 7, second shelf";
    return article;
}

std::shared_ptr<const core::catalogue::Catalogue> shelf() {
    core::catalogue::Catalogue::Builder builder;
    builder.add(oil(coconut_oil, "Coconut oil", "Kokora", "400 ml", 599, 359, 0));
    builder.add(oil(large_coconut_oil, "Virgin coconut oil", "Kokora", "800 ml", 949, 410, 14));
    builder.add(oil(organic_coconut_oil, "Organic coconut oil", "Suncrest", "400 ml", 684, 444, 6));
    return builder.build();
}

service::Settings settings() {
    config::Reading reading;
    reading.amounts.currency = dollars();
    const auto policy = must(config::load_policy(config::policy_files(shipped_policy), reading));
    service::Settings settings;
    settings.policy = policy.policy;
    settings.undo_time = policy.undo_time;
    settings.authority = policy.authority;
    settings.range = must(core::voucher::checked({"29", 1, 9'999'999'999}));
    settings.sticker_note = policy.sticker_note;
    settings.voucher_note = policy.voucher_note;
    return settings;
}

}  // namespace

struct World::Parts {
    explicit Parts(const std::filesystem::path& folder)
        : files(must(RegisterFiles::open(folder))), catalogues(folder.string()), customers(folder) {}
    std::unique_ptr<RegisterFiles> files;
    db::terminal::SqliteCatalogueFiles catalogues;
    db::terminal::CustomerHash customers;
    db::terminal::PolicyStore policies{files->connection(), files->codec(), files->signer()};
    db::terminal::PastStore past{files->connection(), files->codec()};
};

ports::PolicyShelf& World::policies() {
    return parts_->policies;
}

ports::PastEvents& World::past() {
    return parts_->past;
}

World::World() {
    open();
    must(parts_->files->store().commit({clock.now(), {}},
                                       ports::ShopOpened{"Corner Market", "Register 2", "USD", "UTC",
                                                         parts_->files->signer().public_key_hex()}));
    edit(
        "INSERT INTO people (id, name, initials, role, pin_hash, gone) VALUES "
        "('p-clerk', 'Cleo Park', 'CP', 0, '', 0), ('p-manager', 'Mona Berg', 'MB', 2, '', 0)");
    edit("INSERT INTO wrong_pins SELECT id, 0, '', 0 FROM people");
    must(service::open_desk(*desk_));
    core::budget::Limit limit;
    limit.cost = Money::minor(5000);
    must(service::set_budget(*desk_, limit, service::console()));
}

World::~World() = default;

void World::open() {
    parts_ = std::make_unique<Parts>(folder_.path());
    auto& files = *parts_->files;
    desk_.reset(new service::Desk{files.store(),
                                  files.people(),
                                  parts_->catalogues,
                                  clock,
                                  random,
                                  files.signer(),
                                  settings(),
                                  {},
                                  {},
                                  shelf(),
                                  {},
                                  {},
                                  false});
    desk_->customers = &parts_->customers;
}

void World::reopen() {
    desk_.reset();
    parts_.reset();
    open();
    must(service::open_desk(*desk_));
}

std::string World::trouble_in_the_books() {
    return parts_->files->trouble();
}

void World::edit(const std::string& sql) {
    parts_->files->connection().execute(sql);
}

}  // namespace makegood::tests
