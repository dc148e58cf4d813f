#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "db/terminal/learnt_table.hpp"
#include "db/terminal/sqlite_learnt_files.hpp"
#include "tests/support/resident.hpp"
#include "tests/support/temp_folder.hpp"

using namespace makegood;
using core::catalogue::Article;
using core::catalogue::Catalogue;
using core::catalogue::Row;
using db::terminal::SqliteLearntFiles;
using tests::resident;
using tests::TempFolder;

namespace {

// All of one kind, in this order.
std::shared_ptr<const Catalogue> catalogue_of(const std::vector<std::string>& numbers) {
    Catalogue::Builder builder;
    for (const auto& number : numbers) {
        Article article;
        article.number = ArticleNumber(number);
        article.name = "Milk " + number;
        article.category = {"Dairy", "Milk"};
        builder.add(article);
    }
    return builder.build();
}

struct Line {
    std::uint64_t household, basket;
    Row row;
    bool known = true;
};

std::vector<std::string> files_in(const TempFolder& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

struct Folder {
    TempFolder folder;
    SqliteLearntFiles files{folder.path()};

    Folder() { folder.write("catalogue-1.db", "stands for the articles"); }
    Result<ports::LearntWriter::Finished> import(const std::string& base, const Catalogue& articles,
                                                 const std::vector<Line>& lines, std::uint64_t print) {
        const std::shared_ptr<const Catalogue> shared(&articles, [](const Catalogue*) {});
        auto writer = files.begin(base, shared).value();
        for (const auto& line : lines)
            REQUIRE(writer->add({line.household, line.basket, line.row, line.known}));
        return writer->finish(print);
    }
    std::shared_ptr<const core::substitute::Learnt> load(const std::string& file, const Catalogue& articles) {
        auto learnt = files.load(file, articles, "catalogue-1.db");
        if (!learnt) FAIL(learnt.error().sentence);
        return *learnt;
    }
};

std::vector<core::substitute::LearntPair> pairs_of(const core::substitute::Learnt& learnt, Row row) {
    const auto pairs = learnt.pairs_of(row);
    return {pairs.begin(), pairs.end()};
}

constexpr std::uint64_t far = UINT64_MAX - 4;  // keys use all bits

// Two households buy A and B at different times, one of them C as well; one more basket has A.
const std::vector<Line> lines{{7, 1, 0}, {far, 11, 0}, {7, 2, 1},          {far, 12, 1},
                              {7, 3, 2}, {7, 3, 0},    {99, 50, 0, false}, {99, 50, 2, false}};

}  // namespace

TEST_CASE("receipts in any order become counts by household") {
    Folder folder;
    const auto articles = catalogue_of({"A", "B", "C", "D"});
    const auto made = folder.import("", *articles, lines, 1).value();
    CHECK(made.lines == 8);
    CHECK(made.households == 2);
    CHECK(made.new_households == 2);
    CHECK(made.new_baskets == 1);
    CHECK(made.articles == 3);
    CHECK(made.digest.size() == 64);
    for (const auto* when : {"read from the file", "from its image"}) {
        INFO(when);
        const auto learnt = folder.load(made.file, *articles);
        CHECK(learnt->households_of(0) == 3);
        CHECK(learnt->households_of(1) == 2);
        CHECK(learnt->households_of(2) == 2);
        CHECK(learnt->households_of(3) == 0);
        CHECK(pairs_of(*learnt, 0) == std::vector<core::substitute::LearntPair>{{1, 2}, {2, 1}});
        CHECK(pairs_of(*learnt, 1) == std::vector<core::substitute::LearntPair>{{0, 2}, {2, 1}});
        CHECK(pairs_of(*learnt, 3).empty());
        CHECK(learnt->total_households() == 2);
        CHECK(learnt->lines() == 8);
    }
    CHECK(files_in(folder.folder) ==
          std::vector<std::string>{"catalogue-1.db", "learnt-1.db", "learnt-1.image"});
}

TEST_CASE("what was read of it need not stay in memory") {
    Folder folder;
    folder.files.let_pages_go();  // nothing was loaded yet
    std::vector<std::string> numbers;
    std::vector<Line> bought;
    for (Row row = 0; row < 3000; ++row) {
        numbers.push_back(std::to_string(row));
        bought.push_back({row / 10, row, row});
    }
    const auto articles = catalogue_of(numbers);
    const auto learnt = folder.load(folder.import("", *articles, bought, 1).value().file, *articles);
    const auto read_all = [&] {
        std::size_t pairs = 0;
        for (Row row = 0; row < articles->size(); ++row)
            pairs += learnt->households_of(row) + learnt->pairs_of(row).size();
        return pairs;
    };
    const std::string image = folder.folder.path() + "/learnt-1.image";
    const auto pairs = read_all();
    CHECK(pairs > 3000);
    CHECK(resident(image) > 50);
    folder.files.let_pages_go();
    CHECK(resident(image) == 0);
    CHECK(read_all() == pairs);
}

TEST_CASE("what was learnt is of article numbers: it fits a catalogue in another order") {
    Folder folder;
    const auto made = folder.import("", *catalogue_of({"A", "B", "C"}), lines, 1).value();
    REQUIRE(folder.load(made.file, *catalogue_of({"A", "B", "C"})));
    // The image that this made is of the catalogue of before; the new one has another size.
    folder.folder.write("catalogue-1.db", "stands for other articles");
    const auto learnt = folder.load(made.file, *catalogue_of({"Z", "C", "A"}));
    CHECK(learnt->households_of(0) == 0);
    CHECK(learnt->households_of(2) == 3);
    CHECK(pairs_of(*learnt, 2) == std::vector<core::substitute::LearntPair>{{1, 1}});
}

TEST_CASE("a later import adds, the same receipts are refused, and --anew begins again") {
    Folder folder;
    const auto articles = catalogue_of({"A", "B", "C"});
    const auto first = folder.import("", *articles, lines, 1).value();
    const auto again = folder.import(first.file, *articles, lines, 1);
    REQUIRE_FALSE(again);
    CHECK(again.error().kind == ErrorKind::refused);
    CHECK_THAT(again.error().sentence, Catch::Contains("--anew"));
    CHECK(files_in(folder.folder) == std::vector<std::string>{"catalogue-1.db", first.file});

    // Article B is not sold any more; what was learnt of it waits.
    const auto fewer = catalogue_of({"C", "A"});
    const auto second = folder.import(first.file, *fewer, {{7, 60, 1}, {7, 61, 0}, {8, 62, 1}}, 2).value();
    CHECK(second.households == 4);
    CHECK(second.new_households == 2);
    const auto learnt = folder.load(second.file, *articles);
    CHECK(learnt->households_of(0) == 5);
    CHECK(learnt->households_of(1) == 2);
    CHECK(pairs_of(*learnt, 0) == std::vector<core::substitute::LearntPair>{{1, 2}, {2, 2}});
    CHECK(learnt->lines() == 11);

    const auto anew = folder.import("", *articles, lines, 1).value();
    CHECK(folder.load(anew.file, *articles)->households_of(0) == 3);
    REQUIRE(folder.files.keep_only(anew.file));
    CHECK(files_in(folder.folder) ==
          std::vector<std::string>{"catalogue-1.db", anew.file, db::terminal::image_name(anew.file)});
}

TEST_CASE("nothing of a household or basket stays on the disk") {
    Folder folder;
    const auto made = folder.import("", *catalogue_of({"A", "B", "C"}), lines, 1).value();
    const auto file = db::terminal::learnt_file(folder.folder.path() + "/" + made.file);
    const auto database = db::terminal::open_plain(file.path, SQLITE_OPEN_READONLY, file).value();
    std::string columns;
    const auto statement =
        db::terminal::prepared(database.get(),
                               "SELECT group_concat(t.name || '.' || c.name, ' ') FROM sqlite_schema t, "
                               "pragma_table_info(t.name) c WHERE t.type = 'table'",
                               file)
            .value();
    REQUIRE(sqlite3_step(statement.get()) == SQLITE_ROW);
    CHECK(std::string(reinterpret_cast<const char*>(sqlite3_column_text(statement.get(), 0))) ==
          "article.id article.number article.households pair.a pair.b pair.households import.print "
          "import.lines import.households");
}

TEST_CASE("an import of receipts that is not finished leaves nothing behind") {
    Folder folder;
    const auto articles = catalogue_of({"A"});
    {
        auto writer = folder.files.begin("", articles).value();
        REQUIRE(writer->add({1, 1, 0, true}));
        CHECK(writer->count(5)->households == 1);
    }
    CHECK(files_in(folder.folder) == std::vector<std::string>{"catalogue-1.db"});
}

TEST_CASE("what was learnt and is gone or damaged is named with a way out") {
    Folder folder;
    const auto articles = catalogue_of({"A"});
    CHECK(folder.files.load("learnt-4.db", *articles, "catalogue-1.db").error().kind == ErrorKind::not_found);
    CHECK_FALSE(folder.files.begin("learnt-4.db", articles));
    folder.folder.write("learnt-4.db", "this is no database at all, but some text that somebody wrote");
    const auto damaged = folder.files.load("learnt-4.db", *articles, "catalogue-1.db");
    REQUIRE_FALSE(damaged);
    CHECK_THAT(damaged.error().sentence, Catch::Contains("Import the receipts again"));
    CHECK_FALSE(folder.files.begin("learnt-4.db", articles));

    for (const char* damage : {"UPDATE article SET id = id + 8000000000000000000",
                               "UPDATE article SET id = -id", "UPDATE pair SET b = 77"}) {
        INFO(damage);
        const auto two = catalogue_of({"A", "B"});
        const auto made = folder.import("", *two, {{1, 1, 0}, {1, 2, 1}}, 1).value();
        const auto file = db::terminal::learnt_file(folder.folder.path() + "/" + made.file);
        const auto database = db::terminal::open_plain(file.path, SQLITE_OPEN_READWRITE, file).value();
        REQUIRE(db::terminal::run_on(database.get(), damage, file));
        const auto read = folder.files.load(made.file, *two, "catalogue-1.db");
        REQUIRE_FALSE(read);
        CHECK_THAT(read.error().sentence, Catch::Contains("is damaged"));
    }
}
