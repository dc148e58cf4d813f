// What the use cases of one register share. Made by app/main; used by one thread at a time (the desk
// thread). Every use case is a free function in a file of its own: read, decide purely, commit, answer.
#pragma once
#include <map>
#include <memory>
#include <set>
#include <string>

#include "app/core/budget/habit.hpp"
#include "app/core/budget/limits.hpp"
#include "app/core/catalogue/catalogue.hpp"
#include "app/core/catalogue/embedded_code.hpp"
#include "app/core/recovery/compose.hpp"
#include "app/core/substitute/engine.hpp"
#include "app/core/voucher/voucher.hpp"
#include "app/ports/catalogue_files.hpp"
#include "app/ports/clock.hpp"
#include "app/ports/customer_codes.hpp"
#include "app/ports/people.hpp"
#include "app/ports/random.hpp"
#include "app/ports/signer.hpp"
#include "app/ports/store.hpp"

namespace makegood::service {

// Settings of the shop, from its configuration files.
struct Settings {
    core::recovery::Policy policy;
    core::voucher::NumberRange range;
    Duration undo_time = std::chrono::minutes(1);
    std::string voucher_note;  // printed on vouchers: where and how it is good
    std::string sticker_note;  // printed on stickers: "With our compliments."
    bool prints = true;        // a printer is set up
    std::vector<core::catalogue::EmbeddedLayout> embedded_codes;  // that the shop's scales print
    core::budget::Authority authority;                            // who may give how much alone
    std::vector<core::budget::LimitRule> limits;                  // beside the store's budget
    bool words = true;  // of offers beside their titles; none where nobody reads them
};

// What was learnt of the days before this one, for this limit.
struct LearntHabit {
    CivilDate day;
    core::budget::Limit limit;
    core::budget::Habit habit;
};

class Shortlists;

struct Desk {
    ports::Store& store;
    ports::People& people;
    ports::CatalogueFiles& catalogues;
    const ports::Clock& clock;
    ports::Random& random;
    const ports::Signer& signer;
    Settings settings;
    // Filled by open_desk and kept up by the use cases.
    ports::Shop shop;
    Currency currency;
    std::shared_ptr<const core::catalogue::Catalogue> articles;  // never null
    std::map<ArticleNumber, std::int64_t> given;                 // pieces since stock was last counted
    Instant clock_stood_at;                                      // what is believed of the time
    bool clock_was_set_back = false;                             // and has not caught up yet
    bool clock_jumped_ahead = false;                             // and nobody has said that it is right
    Instant last_tick;                                           // when time was looked at last
    std::shared_ptr<core::substitute::Engine> engine;  // never null; of `articles`, knows what was given
    std::map<ArticleNumber, std::int64_t> counted;     // by themselves, later than the catalogue's stock
    std::set<ArticleNumber> missing;  // reported so since stock was last counted: nothing is left
    std::string trouble;              // somebody changed journal or tables: why nothing is recorded any more
    std::set<PersonId> by_badge;      // who came in with a badge and has not entered a PIN since
    std::set<RecoveryId> given_here;  // by this process: whose rights come back at once when undone
    core::budget::Exchange exchange;  // with the hub; of this process only
    struct Talk {
        int hellos = 0;
        bool gave_up = false;  // since the last hello
    } talk;
    std::optional<Instant> heard_from_hub;  // by this process, the last time
    core::budget::Amount short_of;          // what the last give lacked in rights
    struct Customer {
        core::budget::Amount dearest;  // of the cards before them
        Instant since;
    } customer;                        // who is here now (at_counter.hpp)
    std::optional<LearntHabit> habit;  // for pacing; learnt anew each day
    std::string policy_notice;         // what is to be said of the file of the owner's rules; mostly nothing
    ports::CustomerCodes* customers = nullptr;  // nullptr: no codes of customers are known here
    std::shared_ptr<Shortlists> shortlists;     // nullptr: no question comes often enough (shortlists.hpp)
};

// Takes another catalogue into use. `engine` may have been made beside the desk thread, as that takes a
// moment. It is told what was given, what is missing, and what customers answered.
Result<> use_articles(Desk& desk, std::shared_ptr<const core::catalogue::Catalogue> articles,
                      std::shared_ptr<core::substitute::Engine> engine = nullptr);
// `pieces` have left the shelf, or came back when below nothing.
void take_from_shelf(Desk& desk, const ArticleNumber& article, std::int64_t pieces);
// Somebody stood before an empty place.
void note_missing(Desk& desk, const ArticleNumber& article);
// Somebody looked: so many are there.
void note_counted(Desk& desk, const ArticleNumber& article, std::int64_t pieces);
// A stock-out was none after all: the articles that are missing are those of the other ones.
Result<> count_missing_anew(Desk& desk);
// The stock was counted anew: nothing was given since, and nothing found missing.
void forget_given(Desk& desk);

// Reads the shop, takes up what a crash left (jobs in sending become unsure) and loads no catalogue yet.
// Opens also where somebody changed journal or tables, so that they can be looked at; `trouble` says so then.
Result<> open_desk(Desk& desk);

// Goes on with the look through journal and tables (ports::Store::look_further) and keeps `trouble` up.
void look_over(Desk& desk, std::size_t events);

// Journal and tables agree again: makes the tables anew.
Result<> make_tables_anew(Desk& desk);

// The current budget period's name and counters.
Result<core::budget::Period> current_period(Desk& desk);

// What counts as now where money is concerned (core::budget::time_of_money).
Instant money_time(const Desk& desk);
// The day whose money is given out, and from which a voucher is good (core::budget::time_of_money).
CivilDate money_day(const Desk& desk);

// "i1-17" with the sequence of the next event.
std::string next_id(char letter, const ports::JournalMark& head);

}  // namespace makegood::service
