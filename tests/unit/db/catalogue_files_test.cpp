#include "db/terminal/sqlite_catalogue_files.hpp"

#include <sys/resource.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <fstream>

#include "db/terminal/catalogue_table.hpp"
#include "tests/support/resident.hpp"
#include "tests/support/temp_folder.hpp"

using namespace makegood;
using core::catalogue::Article;
using db::terminal::SqliteCatalogueFiles;
using ports::Change;
using tests::resident;
using tests::TempFolder;

namespace {

Article article(const std::string& number, const std::string& name) {
    Article made;
    made.number = ArticleNumber(number);
    made.name = name;
    return made;
}

Article full_article() {
    Article made = article("A-1", "Crème brûlée");
    made.gtin = core::catalogue::Gtin::parse("4006381333931").value();
    made.brand = "Kokora";
    made.tier = "National";
    made.category = {"Dairy", "Dessert"};
    made.size_words = "2 x 100 g";
    made.size = *core::catalogue::parse_size("2 x 100 g");
    made.price = Money::minor(599);
    made.cost = Money::minor(311);
    made.stock = 0;
    made.place = "Aisle 7";
    made.labels = {"organic"};
    made.allergens = {"milk", "eggs"};
    return made;
}

std::vector<std::string> files_in(const TempFolder& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::string finished(SqliteCatalogueFiles& files, const std::string& base,
                     const std::vector<Article>& articles) {
    auto writer = files.begin(base).value();
    for (const auto& each : articles) REQUIRE(writer->put(each));
    return writer->finish().value().file;
}

}  // namespace

TEST_CASE("articles come back from the disk as they were put") {
    const TempFolder folder;
    SqliteCatalogueFiles files(folder.path());
    auto writer = files.begin("").value();
    CHECK(writer->put(full_article()) == Change::added);
    CHECK(writer->put(article("2", "Salt")) == Change::added);
    const auto made = writer->finish().value();
    CHECK(made.articles == 2);
    CHECK(made.digest.size() == 64);
    writer.reset();
    CHECK(files_in(folder) == std::vector<std::string>{made.file});
    const auto catalogue = files.load(made.file).value();
    CHECK(catalogue->article(0) == full_article());
    CHECK(catalogue->article(1) == article("2", "Salt"));
}

namespace {

// Changes one byte of a file and leaves its size and time as they were.
void flip(const std::string& path, std::uintmax_t at) {
    const auto time = std::filesystem::last_write_time(path);
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(static_cast<std::streamoff>(at));
    const char letter = static_cast<char>(file.get() ^ 0x40);
    file.seekp(static_cast<std::streamoff>(at));
    file.put(letter);
    file.close();
    std::filesystem::last_write_time(path, time);
}

}  // namespace

TEST_CASE("a catalogue that was read once is there at once") {
    const TempFolder folder;
    SqliteCatalogueFiles files(folder.path());
    const auto name = finished(files, "", {full_article(), article("B-2", "Milk")});
    const std::string path = folder.path() + "/" + name, image = folder.path() + "/catalogue-1.image";
    REQUIRE(files.load(name));
    CHECK(files_in(folder) == std::vector<std::string>{name, "catalogue-1.image"});
    const auto as_read = [&] {
        const auto loaded = files.load(name);
        return loaded && (*loaded)->size() == 2 && (*loaded)->article(0) == full_article() &&
               (*loaded)->find("B-2") == 1u && (*loaded)->search("cre", 5).size() == 1;
    };
    flip(path, 0);
    CHECK(as_read());  // the catalogue file itself can't have been
    flip(path, 0);

    SECTION("any byte of it that is not as written") {
        const auto size = std::filesystem::file_size(image);
        for (std::uintmax_t at = 0; at < size; at += 7) {
            flip(image, at);
            REQUIRE(as_read());
            REQUIRE(std::filesystem::file_size(image) == size);
        }
    }
    SECTION("cut short") {
        std::filesystem::resize_file(image, std::filesystem::file_size(image) - 9);
        CHECK(as_read());
        std::filesystem::resize_file(image, 3);
        CHECK(as_read());
        std::filesystem::resize_file(image, 0);
        CHECK(as_read());
    }
    SECTION("of another catalogue file") {
        const auto other = finished(files, "", {article("C-3", "Tea")});
        std::filesystem::rename(folder.path() + "/" + other, path);
        CHECK((*files.load(name))->find("C-3") == 0u);
    }
    SECTION("it can't be written") {
        std::filesystem::remove(image);
        std::filesystem::create_directory(image);
        CHECK(as_read());
    }
    SECTION("it goes with its file") {
        const auto next = finished(files, name, {});
        REQUIRE(files.keep_only(next));
        CHECK(files_in(folder) == std::vector<std::string>{next});
    }
}

TEST_CASE("what was read of a catalogue need not stay in memory") {
    TempFolder folder;
    SqliteCatalogueFiles files(folder.path());
    files.let_pages_go();  // nothing was loaded yet
    std::vector<Article> many;
    for (int i = 0; i < 3000; ++i) many.push_back(article(std::to_string(i), "Article " + std::to_string(i)));
    const auto articles = files.load(finished(files, "", many)).value();
    const auto read_all = [&] {
        std::size_t letters = 0;
        for (core::catalogue::Row row = 0; row < articles->size(); ++row)
            letters += articles->view(row).name.size();
        return letters;
    };
    const std::string image = folder.path() + "/catalogue-1.image";
    const auto letters = read_all();
    CHECK(resident(image) > 50);
    files.let_pages_go();
    CHECK(resident(image) == 0);
    CHECK(read_all() == letters);
}

TEST_CASE("a writer tells what an article does to the catalogue") {
    const TempFolder folder;
    SqliteCatalogueFiles files(folder.path());
    const auto base = finished(files, "", {full_article(), article("2", "Salt")});
    auto writer = files.begin(base).value();
    CHECK(writer->put(full_article()) == Change::unchanged);
    CHECK(writer->put(full_article()) == Change::repeated);
    auto cheaper = article("2", "Salt");
    cheaper.price = Money::minor(1);
    CHECK(writer->put(cheaper) == Change::changed);
    CHECK(writer->put(article("3", "Tea")) == Change::added);
    CHECK(writer->put(article("3", "Green tea")) == Change::repeated);
    const auto made = writer->finish().value();
    CHECK(made.articles == 3);
    const auto catalogue = files.load(made.file).value();
    CHECK(catalogue->view(1).price == Money::minor(1));
    CHECK(catalogue->view(2).name == "Green tea");
    // The base is as it was.
    CHECK_FALSE(files.load(base).value()->view(1).price);
}

TEST_CASE("every field that changes is noticed") {
    const TempFolder folder;
    SqliteCatalogueFiles files(folder.path());
    const auto base = finished(files, "", {full_article()});
    std::vector<Article> changed(14, full_article());
    changed[0].gtin.reset();
    changed[1].name += "s";
    changed[2].brand.clear();
    changed[3].category = {"Dairy"};
    changed[4].size_words = "2x100 g";
    changed[5].size.pieces = 1;
    changed[6].price.reset();
    changed[7].cost = Money::minor(312);
    changed[8].stock.reset();
    changed[9].place = "Aisle 8";
    changed[10].labels = {"organic", "vegan"};
    changed[11].allergens = {"milkeggs"};
    changed[12].tier = "Private";
    changed[13].tier.clear();
    for (const auto& each : changed) CHECK(files.begin(base).value()->put(each) == Change::changed);
}

namespace {

// Makes a catalogue file of today one of version 1, as programs before the brand's tier wrote it.
void take_back_to_version_1(const std::string& path) {
    const auto database = db::terminal::open_plain(path, SQLITE_OPEN_READWRITE, path).value();
    REQUIRE(db::terminal::run_on(database.get(),
                                 "ALTER TABLE article DROP COLUMN tier; PRAGMA user_version = 1;", path));
}

}  // namespace

TEST_CASE("a catalogue from before the brand's tier is read, and brought up to date by an import") {
    const TempFolder folder;
    SqliteCatalogueFiles files(folder.path());
    auto old = full_article();
    old.tier.clear();
    const auto base = finished(files, "", {old, article("2", "Salt")});
    take_back_to_version_1(folder.path() + "/" + base);
    CHECK(files.load(base).value()->article(0) == old);
    auto writer = files.begin(base).value();
    CHECK(writer->put(article("2", "Salt")) == Change::unchanged);
    CHECK(writer->put(full_article()) == Change::changed);
    const auto next = writer->finish().value().file;
    CHECK(files.load(next).value()->article(0) == full_article());
    CHECK(files.load(next).value()->article(1) == article("2", "Salt"));
    CHECK(files.load(base).value()->article(0) == old);
}

TEST_CASE("what is not finished leaves nothing behind") {
    const TempFolder folder;
    SqliteCatalogueFiles files(folder.path());
    {
        auto writer = files.begin("").value();
        REQUIRE(writer->put(full_article()));
    }
    CHECK(files_in(folder).empty());
}

TEST_CASE("only the chosen catalogue is kept, and what is being written") {
    const TempFolder folder;
    SqliteCatalogueFiles files(folder.path());
    finished(files, "", {full_article()});
    const auto second = finished(files, "", {full_article()});
    folder.write("catalogue-90.db.new", "left by a crash");
    folder.write("register.db", "something else");
    folder.write("catalogue-x.db", "something else");
    auto writer = files.begin(second).value();
    REQUIRE(files.keep_only(second));
    CHECK(files_in(folder) ==
          std::vector<std::string>{"catalogue-2.db", "catalogue-91.db.new", "catalogue-x.db", "register.db"});
    const auto made = writer->finish();
    REQUIRE(made);
    REQUIRE(files.keep_only(second));  // the newer one waits to be chosen
    CHECK(files.load(made->file).value()->size() == 1);
    REQUIRE(files.keep_only(made->file));
    CHECK_FALSE(files.load(second));
}

TEST_CASE("a missing or damaged catalogue is named with a way out") {
    const TempFolder folder;
    SqliteCatalogueFiles files(folder.path());
    const auto missing = files.load("catalogue-9.db");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().kind == ErrorKind::not_found);
    folder.write("catalogue-3.db", "this is no database at all, but some text that somebody wrote");
    const auto damaged = files.load("catalogue-3.db");
    REQUIRE_FALSE(damaged);
    CHECK_THAT(damaged.error().sentence, Catch::Contains("import the shop's whole export file again"));
    const auto begun = files.begin("catalogue-3.db");
    REQUIRE_FALSE(begun);
    CHECK(files_in(folder) == std::vector<std::string>{"catalogue-3.db"});
    // One that is gone counts as nothing: the next import makes it whole.
    CHECK(files.begin("catalogue-9.db"));
}

TEST_CASE("a folder that takes no file is named") {
    SqliteCatalogueFiles files("/proc/makegood-has-no-such-folder");
    const auto begun = files.begin("");
    REQUIRE_FALSE(begun);
    CHECK(begun.error().kind == ErrorKind::failed);
    CHECK_THAT(begun.error().sentence, Catch::Contains("/proc/makegood-has-no-such-folder"));
}

TEST_CASE("a disk that fills up ends the import with one sentence and leaves nothing") {
    const TempFolder folder;
    SqliteCatalogueFiles files(folder.path());
    // The system refuses to let a file grow, as a full disk does.
    struct rlimit before {};
    REQUIRE(getrlimit(RLIMIT_FSIZE, &before) == 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit small { 4'000'000, before.rlim_max };
    REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
    Result<> outcome;
    {
        auto writer = files.begin("").value();
        for (int i = 0; i < 400'000 && outcome; ++i)
            if (const auto put =
                    writer->put(article(std::to_string(i), "An article with a name of some length"));
                !put)
                outcome = fail(put.error());
        if (outcome)
            if (const auto made = writer->finish(); !made) outcome = fail(made.error());
    }
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().kind == ErrorKind::failed);
    CHECK(files_in(folder).empty());
}
