#include "app/service/table_file.hpp"

#include <zlib.h>

#include <sys/resource.h>
#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/support/temp_folder.hpp"

using namespace makegood;
using service::TableFile;
using service::TableRow;
using service::TableShape;
using tests::TempFolder;

namespace {

// Remembers all rows as "line: cell|cell".
struct Recorder : service::TableVisitor {
    std::vector<std::string> rows, bad;
    bool mixed = false;
    Result<> row(const TableRow& row) override {
        std::string text = std::to_string(row.line) + ":";
        for (const auto cell : row.cells) text += "|" + std::string(cell);
        rows.push_back(text);
        mixed = mixed || row.mixed;
        return {};
    }
    void bad_line(std::uint64_t line, std::string reason) override {
        bad.push_back(std::to_string(line) + ": " + reason);
    }
};

struct Read {
    std::vector<std::string> headers, rows, bad;
    std::string description;
    bool mixed = false;
};

Read read(std::string_view content, const TableShape& shape = {}) {
    const TempFolder folder;
    auto file = TableFile::open(folder.write("table.csv", content), shape);
    if (!file) FAIL(file.error().sentence);
    Recorder recorder;
    REQUIRE(file->read(recorder));
    return {file->headers(), recorder.rows, recorder.bad, file->description(), recorder.mixed};
}

Error refusal(std::string_view content) {
    const TempFolder folder;
    const auto file = TableFile::open(folder.write("table.csv", content), {});
    REQUIRE_FALSE(file);
    return file.error();
}

using Rows = std::vector<std::string>;

}  // namespace

TEST_CASE("tables are read as other systems write them") {
    struct Case {
        std::string content;
        Rows headers, rows;
    };
    for (const auto& [content, headers, rows] :
         std::vector<Case>{{"a,b\n1,2\n", {"a", "b"}, {"2:|1|2"}},
                           {"a,b\r\n1,2\r\n", {"a", "b"}, {"2:|1|2"}},
                           {"a,b\r1,2\r3,4", {"a", "b"}, {"2:|1|2", "3:|3|4"}},
                           {"a;b\n1,5;2\n", {"a", "b"}, {"2:|1,5|2"}},
                           {"a\tb\n1\t2", {"a", "b"}, {"2:|1|2"}},
                           {"a|b\n1|2", {"a", "b"}, {"2:|1|2"}},
                           {"\xEF\xBB\xBF"
                            "a,b\n1,2\n",
                            {"a", "b"},
                            {"2:|1|2"}},
                           {"sep=;\na;b\n1;2\n", {"a", "b"}, {"3:|1|2"}},
                           {"a,\"b, c\"\n1,\"x \"\"y\"\" z\"\n", {"a", "b, c"}, {"2:|1|x \"y\" z"}},
                           {"a,b\n1,\"two\nlines\"\n3,4\n", {"a", "b"}, {"2:|1|two\nlines", "4:|3|4"}},
                           {"a,b\n\n1,2\n\n\n3,4\n", {"a", "b"}, {"3:|1|2", "6:|3|4"}},
                           {"a,b,,\n1,2\n3,4,,\n", {"a", "b"}, {"2:|1|2", "3:|3|4"}},
                           {"a,b\n5\" pipe,2\n", {"a", "b"}, {"2:|5\" pipe|2"}},
                           {"a,b\n,\n1,\n", {"a", "b"}, {"2:||", "3:|1|"}},
                           {"only\nx\n", {"only"}, {"2:|x"}}}) {
        INFO(content);
        const auto table = read(content);
        CHECK(table.headers == headers);
        CHECK(table.rows == rows);
        CHECK(table.bad.empty());
    }
}

TEST_CASE("the encoding is found by looking at all of the file") {
    CHECK(read("a,b\nMüsli,€\n").rows == Rows{"2:|Müsli|€"});
    CHECK(read("a,b\nM\xFCsli,\x80\n").rows == Rows{"2:|Müsli|€"});
    CHECK(read("a,b\nM\xFCsli,\x80\n").description == "Windows-1252, separated by commas");
    CHECK(read("K\xE4se\nx\n").headers == Rows{"Käse"});
    // The only letter beyond ASCII stands at the very end.
    std::string late = "a,b\n";
    for (int i = 0; i < 20'000; ++i) late += "plain,row\n";
    CHECK(read(late + "Caf\xE9,1\n").rows.back() == "20002:|Café|1");
    CHECK(read(late + "Café,1\n").rows.back() == "20002:|Café|1");
    // A UTF-8 file with one broken letter stays UTF-8; the row is kept and marked.
    const auto damaged = read("a,b\nCafé,Käse\nCr\xE8me,Müsli\n");
    CHECK(damaged.rows == Rows{"2:|Café|Käse", "3:|Crème|Müsli"});
    CHECK(damaged.mixed);
    CHECK(read("a,b\nM\xC3\xBCsli,x\n", {0, "windows-1252"}).rows == Rows{"2:|MÃ¼sli|x"});
}

TEST_CASE("a bad line costs itself and not the good ones after it") {
    struct Case {
        std::string content;
        Rows rows;
        std::vector<std::string> bad;
    };
    const std::string long_cell(70'000, 'x'), long_line(1'200'000, 'x');
    std::string swallowed = "a,b\n1,\"open\n";
    for (int i = 0; i < 20'000; ++i) swallowed += "2,3\n";
    for (const auto& [content, rows, bad] : std::vector<Case>{
             {"a,b\n1\n3,4\n", {"3:|3|4"}, {"2: it has 1 cell where"}},
             {"a,b\n1,2,3\n3,4\n", {"3:|3|4"}, {"2: it has 3 cells"}},
             {std::string("a,b\n1,x\0y\n3,4\n", 14), {"3:|3|4"}, {"2: it holds a zero byte"}},
             {"a,b\n1," + long_cell + "\n3,4\n", {"3:|3|4"}, {"2: a cell of it is longer"}},
             {"a,b\n1," + long_line + "\n3,4\n", {"3:|3|4"}, {"2: it is longer than 1 MiB"}},
             {"a,b\n1,2\n3,\"cut o", {"2:|1|2"}, {"3: the file ends inside a quoted cell"}},
             {"a,b\n1,\"open\n3,4\n5,6\n", {"3:|3|4", "4:|5|6"}, {"2: the file ends inside a quoted cell"}},
             {"a,b,c\n1,2,\"open\n3,\"4\",5\n6,7,8\n", {"3:|3|4|5", "4:|6|7|8"}, {"2: it has 4 cells"}},
             {"a,b\n1,\"two\nlines\"\n4,5\n", {"2:|1|two\nlines", "4:|4|5"}, {}},
             {"a,b,c\n1,2,\"open\n3,\"4\",5", {"3:|3|4|5"}, {"2: it has 4 cells"}},
             {"a,b\n1,2\n3,\"" + long_cell + "\n5,6\n",
              {"2:|1|2", "4:|5|6"},
              {"3: a quote in it is not closed"}}}) {
        INFO(content.substr(0, 60));
        const auto table = read(content);
        CHECK(table.rows == rows);
        REQUIRE(table.bad.size() == bad.size());
        for (std::size_t i = 0; i < bad.size(); ++i) CHECK_THAT(table.bad[i], Catch::StartsWith(bad[i]));
    }
    const auto resumed = read(swallowed);
    CHECK(resumed.rows.size() == 20'000);
    CHECK(resumed.bad.size() == 1);
}

TEST_CASE("a file that ends in the middle of its last row is told") {
    const auto cut_off = [](std::string_view content) {
        const TempFolder folder;
        auto file = TableFile::open(folder.write("table.csv", content), {});
        REQUIRE(file);
        Recorder recorder;
        REQUIRE(file->read(recorder));
        return file->cut_off();
    };
    for (const auto* torn : {"a,b\n1,2\n3,\"cut o", "a,b\n1,2\n3", "a,b\n1,\"two\nli",
                             "a,b\n1,\"two\nlines\nand mo", "a,b\n1"}) {
        INFO(torn);
        CHECK(cut_off(torn));
    }
    for (const auto* whole : {"a,b\n1,2\n3,4", "a,b\n1,2\n3,4\n", "a,b\n1,2\ntotal\n", "a,b\n1,\"open\n3,4\n",
                              "a,b\n1,2,3", "a,b\r\n1,\"two\r\nlines\"\r\n"}) {
        INFO(whole);
        CHECK_FALSE(cut_off(whole));
    }
}

TEST_CASE("many lost quotes end in time") {
    std::string content = "a,b\n";
    for (int i = 0; i < 30'000; ++i) content += "1,\"open\n";
    const auto table = read(content);
    CHECK(table.rows.size() + table.bad.size() > 1'000);
}

TEST_CASE("gzip is unpacked; what was whole before a cut is kept") {
    const TempFolder folder;
    const std::string path = folder.path() + "/table.csv.gz";
    std::string content = "a,b\n";
    for (int i = 0; i < 200'000; ++i) content += std::to_string(i * 7919 % 1'000'003) + ",x\n";
    gzFile packed = gzopen(path.c_str(), "wb");
    REQUIRE(gzwrite(packed, content.data(), static_cast<unsigned>(content.size())) > 0);
    gzclose(packed);
    const auto count = [&] {
        auto file = TableFile::open(path, {});
        REQUIRE(file);
        Recorder recorder;
        REQUIRE(file->read(recorder));
        return std::pair{recorder.rows.size(), recorder.bad};
    };
    CHECK(count().first == 200'000);
    CHECK(count().second.empty());
    std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
    const auto [rows, bad] = count();
    CHECK(rows > 50'000);
    CHECK(rows < 200'000);
    REQUIRE(bad.size() == 1);
    CHECK_THAT(bad[0], Catch::Contains("cut off or damaged"));
}

TEST_CASE("a file that is no table is refused in one sentence with a way out") {
    const auto says = [](std::string_view content, const std::string& words) {
        INFO(words);
        const auto error = refusal(content);
        CHECK(error.kind == ErrorKind::bad_input);
        CHECK_THAT(error.sentence, Catch::Contains(words));
    };
    says("", "empty");
    says("\n\n\n", "no header line");
    says(
        "\xFF\xFE"
        "a\0,\0b\0",
        "UTF-16");
    says(std::string("a\0,\0b\0\n\0", 8), "UTF-16");
    says("PK\x03\x04xlsx", "spreadsheet");
    says("%PDF-1.7", "PDF");
    says("BIN\x01\x02,\x03\n" + std::string(40, '\x07') + "rest", "not a text file");
    says(std::string(5'000, 'h'), "1,000 letters");
}

TEST_CASE("a file that can't be opened is named") {
    const TempFolder folder;
    const auto missing = TableFile::open(folder.path() + "/none.csv", {});
    REQUIRE_FALSE(missing);
    CHECK(missing.error().kind == ErrorKind::not_found);
    const auto is_folder = TableFile::open(folder.path(), {});
    REQUIRE_FALSE(is_folder);
    CHECK_THAT(is_folder.error().sentence, Catch::Contains("is a folder"));
    const auto device = TableFile::open("/dev/null", {});
    REQUIRE_FALSE(device);
    CHECK_THAT(device.error().sentence, Catch::Contains("not a plain file"));
}

TEST_CASE("the visitor's error ends the reading") {
    struct Stops : Recorder {
        Result<> row(const TableRow& row) override {
            (void)Recorder::row(row);
            return fail(ErrorKind::failed, "The disk is full.");
        }
    } stops;
    const TempFolder folder;
    auto file = TableFile::open(folder.write("table.csv", "a\n1\n2\n3\n"), {});
    REQUIRE(file);
    const auto outcome = file->read(stops);
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().sentence == "The disk is full.");
    CHECK(stops.rows.size() == 1);
}

TEST_CASE("a line of 200 MB takes no memory and stops nothing", "[long]") {
    const TempFolder folder;
    const std::string path = folder.path() + "/huge.csv";
    {
        std::ofstream file(path, std::ios::binary);
        file << "a,b\n1,2\n3,\"";
        const std::string megabyte(1'000'000, 'x');
        for (int i = 0; i < 200; ++i) file << megabyte;
        file << "\n5,6\n";
    }
    struct rusage before {
    }, after{};
    getrusage(RUSAGE_SELF, &before);
    auto file = TableFile::open(path, {});
    REQUIRE(file);
    Recorder recorder;
    REQUIRE(file->read(recorder));
    getrusage(RUSAGE_SELF, &after);
    CHECK(recorder.rows == Rows{"2:|1|2", "4:|5|6"});
    CHECK(recorder.bad.size() == 1);
    CHECK(after.ru_maxrss - before.ru_maxrss < 16 * 1024);
}
