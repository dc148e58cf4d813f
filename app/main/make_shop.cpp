#include "app/main/make_shop.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "app/base/letters.hpp"
#include "app/config/settings.hpp"
#include "app/main/register_parts.hpp"
#include "app/service/add_person.hpp"
#include "app/service/spending.hpp"

namespace makegood::main {
namespace {

namespace fs = std::filesystem;

constexpr int usual_gifts_a_day = 20;

Result<> check_length(const char* whose, const std::string& name, std::size_t longest, const char* option) {
    const auto letters = base::letters_in(name);
    if (letters <= longest) return {};
    return fail(ErrorKind::bad_input, std::string("The name of the ") + whose + " has " +
                                          std::to_string(letters) + " letters; it can have " +
                                          std::to_string(longest) +
                                          " at most. Give a shorter one: " + option + " NAME.");
}

Result<config::ShopFile> checked(const NewShop& wanted) {
    config::ShopFile shop;
    if (wanted.store.empty())
        return fail(ErrorKind::bad_input, "The store needs a name: --store \"Corner Market\".");
    MAKEGOOD_TRY(check_length("store", wanted.store, config::longest_store_name, "--store"));
    MAKEGOOD_TRY(check_length("register", wanted.register_name, config::longest_register_name, "--register"));
    MAKEGOOD_TRY(check_length("manager", wanted.manager, 60, "--manager"));
    auto currency = Currency::from_code(wanted.currency);
    if (!currency) return fail(currency.error());
    const auto zone = SystemClock::in_zone(wanted.time_zone);
    if (!zone) return fail(zone.error());
    const auto printer = config::parse_connection(wanted.printer);
    if (!printer) return fail(printer.error());
    shop.store = wanted.store;
    shop.register_name = wanted.register_name;
    shop.currency = std::move(*currency);
    shop.time_zone = wanted.time_zone;
    shop.printer = wanted.printer;
    config::number_vouchers_by_name(shop);
    return shop;
}

Result<> write_text(const fs::path& file, const std::string& text) {
    std::ofstream out(file, std::ios::binary);
    out << text;
    out.flush();
    if (out) return {};
    return fail(ErrorKind::failed,
                "\"" + file.string() + "\" can't be written. Is the disk full, or the folder not yours?");
}

Result<> write_settings(const fs::path& folder, const config::ShopFile& shop) {
    std::error_code problem;
    fs::create_directories(folder / "policy", problem);
    if (problem)
        return fail(ErrorKind::failed, "\"" + folder.string() + "\" can't be made: " + problem.message() +
                                           ". Choose a folder that you may write to.");
    MAKEGOOD_TRY(write_text(folder / "shop.toml", config::shop_file_text(shop)));
    return write_text(folder / "policy" / "own.toml", config::own_policy_text(shop.store));
}

Result<core::budget::Limit> limit_of(const NewShop& wanted, const config::Settings& settings) {
    core::budget::Limit limit;
    if (wanted.budget.empty()) {
        limit.cost = settings.policy.usual_gift * usual_gifts_a_day;
        if (limit.cost > Money{}) return limit;
        return fail(ErrorKind::bad_input, "How much may recoveries cost a day? Say so: --budget AMOUNT.");
    }
    const auto amount = base::parse_money(wanted.budget, settings.shop.currency, '.');
    if (!amount) return fail(amount.error());
    limit.cost = *amount;
    return limit;
}

// Writes the first events and the first person.
Result<MadeShop> open_for_the_first_time(const fs::path& folder, const NewShop& wanted) {
    auto opened = Register::Parts::open(folder, "makegood init");
    if (!opened) return fail(opened.error());
    auto& parts = **opened;
    const auto limit = limit_of(wanted, parts.settings);
    if (!limit) return fail(limit.error());
    const auto& currency = parts.settings.shop.currency;
    MAKEGOOD_TRY(parts.store->commit({parts.clock.now(), {}},
                                     ports::ShopOpened{wanted.store, wanted.register_name, currency.code(),
                                                       wanted.time_zone, parts.signer.public_key_hex()}));
    MAKEGOOD_TRY(parts.open_desk());
    const auto period = service::set_budget(*parts.desk, *limit, service::console());
    if (!period) return fail(period.error());
    const auto manager =
        service::add_person(*parts.desk, {wanted.manager, "", "", ports::Role::owner}, service::console());
    if (!manager) return fail(manager.error());
    return MadeShop{manager->person.name, manager->pin, base::format(limit->cost, currency)};
}

Result<> move_into_place(const fs::path& made, const fs::path& folder) {
    std::error_code problem;
    fs::rename(made, folder, problem);
    if (problem)
        return fail(ErrorKind::failed,
                    "\"" + folder.string() + "\" can't be made: " + problem.message() + ".");
    const int parent = ::open(folder.parent_path().c_str(), O_RDONLY | O_DIRECTORY);
    if (parent >= 0) {
        ::fsync(parent);
        ::close(parent);
    }
    return {};
}

}  // namespace

Result<MadeShop> make_shop(const fs::path& given, const NewShop& wanted) {
    const auto folder = fs::absolute(given).lexically_normal();
    std::error_code ignored;
    if (fs::exists(folder, ignored) && !(fs::is_directory(folder, ignored) && fs::is_empty(folder, ignored)))
        return fail(ErrorKind::refused,
                    "\"" + given.string() + "\" is not empty. Choose a new folder for the shop.");
    auto shop = checked(wanted);
    if (!shop) return fail(shop.error());

    auto beside = folder;
    beside += ".new-" + std::to_string(::getpid());
    auto made = [&]() -> Result<MadeShop> {
        MAKEGOOD_TRY(write_settings(beside, *shop));
        ::chmod(beside.c_str(), 0700);
        return open_for_the_first_time(beside, wanted);
    }();
    if (made) {
        const auto moved = move_into_place(beside, folder);
        if (!moved) made = fail(moved.error());
    }
    if (!made) fs::remove_all(beside, ignored);
    return made;
}

}  // namespace makegood::main
