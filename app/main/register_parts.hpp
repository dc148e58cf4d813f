// The parts of an opened register, in the order in which they are made; they go in reverse.
#pragma once
#include <filesystem>
#include <mutex>

#include "app/config/settings.hpp"
#include "app/main/policy_door.hpp"
#include "app/main/policy_keeper.hpp"
#include "app/main/print_runner.hpp"
#include "app/main/register.hpp"
#include "app/main/sync_runner.hpp"
#include "app/main/system_clock.hpp"
#include "app/main/system_random.hpp"
#include "db/engine/folder_lock.hpp"
#include "db/terminal/customer_hash.hpp"
#include "db/terminal/journal_epochs.hpp"
#include "db/terminal/past_store.hpp"
#include "db/terminal/people_store.hpp"
#include "db/terminal/policy_store.hpp"
#include "db/terminal/rebuild.hpp"
#include "db/terminal/sqlite_catalogue_files.hpp"
#include "db/terminal/sqlite_learnt_files.hpp"
#include "db/terminal/terminal_store.hpp"
#include "db/terminal/verify.hpp"

namespace makegood::main {

struct Register::Parts {
    std::filesystem::path folder;
    config::Settings settings;
    SystemClock clock;
    db::engine::FolderLock lock;
    db::terminal::DeviceSigner signer;
    ports::EventCodec codec;
    std::unique_ptr<db::engine::Connection> connection;
    std::unique_ptr<db::terminal::TerminalStore> store;
    std::unique_ptr<db::terminal::PeopleStore> people;
    SystemRandom random{};
    db::terminal::CustomerHash customers{folder};
    db::terminal::SqliteCatalogueFiles catalogues{folder};
    db::terminal::SqliteLearntFiles learnt{folder};
    db::terminal::PolicyStore policy_shelf{*connection, codec, signer};
    PolicyKeeper policies{folder, settings, policy_shelf, signer};
    db::terminal::PastStore past{*connection, codec};

    Options options{};
    std::unique_ptr<service::Desk> desk{};
    std::atomic<bool> loading = false;
    std::mutex reading_mutex{};  // one at a time reads catalogue and receipts, and removes older files
    std::mutex news_mutex{};
    std::function<void()> news{};

    std::unique_ptr<DeskThread> desk_thread{};
    // Until printing is started: a command that prints nothing must not begin a piece and leave.
    std::unique_ptr<ports::Printer> printer{};
    bool has_printer = false;
    std::unique_ptr<PrintRunner> printing{};
    std::unique_ptr<db::terminal::JournalEpochs> ended{};
    std::unique_ptr<SyncRunner> sync{};
    std::unique_ptr<PolicyDoor> policy_door{};
    std::unique_ptr<WorkThread> reading{};  // the catalogue, in the background

    // Reads the settings and opens the database; `program` is named to others.
    static Result<std::unique_ptr<Parts>> open(const std::filesystem::path& folder,
                                               const std::string& program);
    Result<> open_tables();
    // Of the rules only what was put into force, where that was ever done.
    Result<> read_settings();
    Result<> open_desk();
    Result<> start_threads();
    void start_printing();
    // Loads what is current and hands it to the desk; again when an import was adopted meanwhile. Any thread.
    Result<> read_catalogue();
    struct Current {
        std::optional<ports::CatalogueImported> catalogue;
        std::optional<ports::SalesImported> sales;
        std::string files() const;  // by name, which no two imports share
    };
    Result<Current> current();
    // Whether what was read is still current; else nothing was done.
    Result<bool> read_these(const Current& current);
    void read_catalogue_in_the_background();
    // What receipts taught, for use with these articles; null where there is nothing, or it can't be read:
    // then a problem is noted, and the catalogue alone has to do.
    std::shared_ptr<const core::substitute::Learnt> read_learnt(const core::catalogue::Catalogue& articles,
                                                                const Current& current);
    void catalogue_problem(const Error& error);
    void tell_news();
};

service::Settings service_settings(const config::Settings& settings);

// Where the shipped settings are: the environment's MAKEGOOD_CONFIG, else where it was installed or built.
std::filesystem::path shipped_config();

}  // namespace makegood::main
