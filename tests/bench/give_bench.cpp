// One `give`, with its limit checked and a right spent, of the store's budget alone and of limits for each
// clerk, kind of gesture, customer and incident too: how long its commit takes, beside a raw SQLite
// transaction that writes the same bytes with the same pragmas on the same disk. Both take turns in one run;
// medians are compared.
#include <algorithm>
#include <chrono>
#include <cstdio>

#include "app/core/budget/limits.hpp"
#include "tests/support/register_files.hpp"

namespace makegood {
namespace {

using namespace std::chrono;

constexpr std::uint64_t rounds = 3000;

// An incident at event n, what is given for it at n + 1.
core::recovery::Offer offer(std::uint64_t event) {
    core::recovery::Offer offer;
    offer.id = OfferId("o1-" + std::to_string(event - 1) + ".1");
    offer.kind = core::recovery::OfferKind::same_price_substitute;
    offer.article = ArticleNumber("9520000000028");
    offer.title = "Virgin coconut oil 800 ml";
    offer.label = "Twice as large, same price";
    offer.detail = "Kokora · 800 ml instead of 400 ml";
    offer.reason = "same kind, 800 ml instead of 400 ml, 14 on the shelf";
    offer.sentence =
        "We are out of the small jar, so please take the large one for the price of the small one.";
    offer.place = "Aisle 4, shelf 2 · 14 there";
    offer.pays = Money::minor(599);
    offer.cost = Money::minor(161);
    offer.worth = Money::minor(350);
    offer.paper = core::gesture::Paper::voucher;
    offer.voucher_value = Money::minor(350);
    offer.valid_days = 90;
    offer.score = 0.731250;
    return offer;
}

using Pots = std::vector<core::budget::PotId>;
const Pots store_alone{{"store", "2026-11-22"}};

core::budget::LimitRule each(core::budget::Each whom, core::budget::PeriodKind kind) {
    return {whom, {}, {kind, Money::minor(1'000'000'000), std::nullopt}};
}

// Of the n-th gesture: one of ten clerks, one of a hundred customers. An incident's limit has no pot.
Pots with_all_limits(std::uint64_t n) {
    using core::budget::PeriodKind;
    const CivilDate day{std::chrono::year{2026} / 11 / 22};
    const core::budget::Occasion occasion{"p-" + std::to_string(n % 10),
                                          std::string(29, 'c') + std::to_string(100 + n % 100),
                                          "same-price-substitute"};
    Pots pots = store_alone;
    for (const auto& rule : {each({.clerk = true}, PeriodKind::day), each({.kind = true}, PeriodKind::week),
                             each({.customer = true}, PeriodKind::month)})
        pots.push_back(core::budget::pot_of(rule, occasion, day));
    return pots;
}

// What the register may spend: enough for all of them.
ports::RightsChanged granted(const Pots& pots) {
    ports::RightsChanged event{"own-hub", 1, 1, false, 0, {}, {}, {}};
    for (const auto& id : pots) {
        ports::RightsRow row;
        row.pot.id = id;
        row.pot.limit.cost = row.pot.promised.cost = row.pot.figures.granted.cost =
            Money::minor(1'000'000'000);
        event.pots.push_back(row);
    }
    return event;
}

ports::RecoveryGiven given(std::uint64_t place, const Pots& pots) {
    const auto number = std::to_string(1'000'000'000 + place);
    ports::RecoveryGiven event;
    event.id = RecoveryId("r1-" + std::to_string(place));
    event.incident = IncidentId("i1-" + std::to_string(place - 1));
    event.offer = offer(place);
    event.period = "2026-11-22";
    event.limit = {core::budget::PeriodKind::day, Money::minor(1'000'000'000), std::nullopt};
    event.voucher = core::voucher::Voucher{
        VoucherSerial("MG-29-" + number),
        "29" + number + "7",
        Money::minor(350),
        CivilDate{std::chrono::year{2027} / 2 / 20},
        "MG1.MG-29-" + number + ".350.USD.20270220.0123456789abcdef0123456789abcdef." + std::string(86, 'A'),
        core::voucher::State::drafted};
    event.job = PrintJobId("p1-" + std::to_string(place));
    event.taken = {1, 1, {}};
    for (const auto& pot : pots) event.taken.charges.push_back({pot, {event.offer.cost, {}}});
    return event;
}

ports::IncidentReported reported(std::uint64_t place) {
    ports::IncidentReported event;
    event.id = IncidentId("i1-" + std::to_string(place));
    event.incident.article = ArticleNumber("9520000000011");
    event.article_name = "Coconut oil 400 ml";
    return event;
}

// Bytes of the values of one row: texts by their length, numbers as eight.
std::int64_t bytes_of_row(db::engine::Connection& connection, const std::string& table) {
    SQLite::Statement row(connection.database(), "SELECT * FROM " + table + " LIMIT 1");
    std::int64_t bytes = 0;
    while (row.executeStep())
        for (int i = 0; i < row.getColumnCount(); ++i)
            bytes += row.getColumn(i).isInteger() ? 8 : row.getColumn(i).getBytes();
    return bytes;
}

// The pots' own rows are not among them: a giving does not write those.
std::int64_t bytes_of_give(db::engine::Connection& connection) {
    std::int64_t bytes = 0;
    for (const char* table : {"recoveries", "vouchers", "print_jobs", "spending", "journal_head"})
        bytes += bytes_of_row(connection, table);
    return bytes;
}

// The reference: two inserts, the journal's bytes and the rows' bytes, in one transaction.
class RawWriter {
  public:
    RawWriter(const std::filesystem::path& folder, std::int64_t journal_bytes, std::int64_t row_bytes)
        : connection_(tests::must(db::engine::Connection::open((folder / "raw.db").string()))),
          journal_(static_cast<std::size_t>(journal_bytes), 'j'),
          rows_(static_cast<std::size_t>(row_bytes), 'r') {
        connection_->execute("CREATE TABLE journal (place INTEGER PRIMARY KEY, bytes BLOB)");
        connection_->execute("CREATE TABLE rows (place INTEGER PRIMARY KEY, bytes BLOB)");
    }
    void write() {
        tests::must(connection_->transaction([&]() -> Result<> {
            connection_->query("INSERT INTO journal (bytes) VALUES (?)").bind_blob(journal_).run();
            connection_->query("INSERT INTO rows (bytes) VALUES (?)").bind_blob(rows_).run();
            return {};
        }));
    }

  private:
    std::unique_ptr<db::engine::Connection> connection_;
    std::string journal_, rows_;
};

template <class Work>
double microseconds_of(Work&& work) {
    const auto start = steady_clock::now();
    work();
    return duration<double, std::micro>(steady_clock::now() - start).count();
}

double median(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2),
                     values.end());
    return values[values.size() / 2];
}

void run(const char* name, bool with_limits) {
    const auto pots_of = [&](std::uint64_t n) { return with_limits ? with_all_limits(n) : store_alone; };
    const tests::ScratchFolder folder(std::filesystem::temp_directory_path());
    const auto files = tests::must(tests::RegisterFiles::open(folder.path()));
    auto& store = files->store();
    const ports::Stamp stamp{Instant{seconds{1'795'356'420}}, PersonId("p-1")};
    const auto report = [&](std::uint64_t place) { tests::must(store.commit(stamp, reported(place))); };
    // Both writers have what they write at hand; only the writing is timed.
    const auto give = [&](std::uint64_t place) {
        const ports::Event event = given(place, pots_of(place));
        return microseconds_of([&] { tests::must(store.commit(stamp, event)); });
    };

    tests::must(store.commit(stamp, granted(store_alone)));
    std::uint64_t first = 2;
    for (std::uint64_t n = 0; with_limits && n < 100; ++n, ++first) {
        auto pots = with_all_limits(n);
        pots.erase(pots.begin());
        if (n >= 10) pots.erase(pots.begin(), pots.begin() + 2);
        tests::must(store.commit(stamp, granted(pots)));
    }
    report(first);
    give(first + 1);
    const auto event = tests::must(store.segment(tests::must(store.head()).sequence, 1)).front();
    RawWriter raw(folder.path(), static_cast<std::int64_t>(event.bytes.size() + event.hash.size() / 2),
                  bytes_of_give(files->connection()));

    std::vector<double> ours, theirs;
    for (std::uint64_t place = first + 2; place < first + 2 * rounds; place += 2) {
        report(place);
        ours.push_back(give(place + 1));
        theirs.push_back(microseconds_of([&] { raw.write(); }));
    }
    std::printf("%s\t%.1f\tus\t%.3f\traw_sqlite_same_bytes\n", name, median(ours),
                median(ours) / median(theirs));
}

}  // namespace
}  // namespace makegood

int main() {
    makegood::run("give_commit", false);
    makegood::run("give_commit_with_all_limits", true);
}
