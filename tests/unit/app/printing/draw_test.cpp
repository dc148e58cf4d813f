#include "app/printing/draw.hpp"

#include <zint.h>
#include <catch2/catch.hpp>

#include <thread>

#include "app/printing/symbol.hpp"
#include "tests/unit/app/printing/sample_pieces.hpp"

using namespace makegood;
using namespace makegood::printing;

namespace {

constexpr PaperSize wide{576, 8}, narrow{384, 8};

std::int64_t black_dots(const Bitmap& picture) {
    std::int64_t count = 0;
    for (std::int32_t y = 0; y < picture.height; ++y) {
        for (std::int32_t x = 0; x < picture.width; ++x) count += picture.black(x, y) ? 1 : 0;
    }
    return count;
}

// Lengths of the white and black runs of a row, white first.
std::vector<std::int32_t> runs(const Bitmap& picture, std::int32_t y) {
    std::vector<std::int32_t> lengths{0};
    bool black = false;
    for (std::int32_t x = 0; x < picture.width; ++x) {
        if (picture.black(x, y) != black) {
            black = !black;
            lengths.push_back(0);
        }
        ++lengths.back();
    }
    return lengths;
}

void check_refused(const Document& document, const PaperSize& paper, const std::string& part) {
    const auto drawn = draw(document, paper);
    REQUIRE_FALSE(drawn);
    CHECK(drawn.error().kind == ErrorKind::bad_input);
    CHECK(drawn.error().sentence.find(part) != std::string::npos);
}

std::string words_of(const Document& document) {
    std::string words;
    for (const auto& block : document.blocks) {
        if (const auto* line = std::get_if<Line>(&block)) words += line->text + "\n";
    }
    return words;
}

std::size_t codes_of(const Document& document) {
    std::size_t count = 0;
    for (const auto& block : document.blocks) {
        count += std::holds_alternative<Ean13>(block) || std::holds_alternative<Qr>(block) ? 1 : 0;
    }
    return count;
}

}  // namespace

TEST_CASE("EAN-13: whole dots, three a module, quiet on both sides, at least 18 mm high") {
    for (const auto& paper : {wide, narrow}) {
        const auto picture = draw({"", {Ean13{"2900000000179"}}}, paper).value();
        std::int32_t top = 0;
        while (runs(picture, top).size() == 1) ++top;
        const auto lengths = runs(picture, top);
        REQUIRE(lengths.size() == 61);  // 30 bars, spaces between and beside them
        CHECK(lengths.front() >= 11 * 3);
        CHECK(lengths.back() >= 7 * 3);
        for (std::size_t i = 1; i + 1 < lengths.size(); ++i) CHECK(lengths[i] % 3 == 0);
        std::int32_t rows_of_bars = 0;
        while (runs(picture, top + rows_of_bars) == lengths) ++rows_of_bars;
        CHECK(rows_of_bars >= 18 * 8);
    }
}

TEST_CASE("QR: whole dots, at least four a module, quiet all around") {
    for (const auto& paper : {wide, narrow}) {
        const auto picture = draw({"", {Qr{"MG1.MG-29-0000000017.500.USD"}}}, paper).value();
        std::int32_t top = 0;
        while (runs(picture, top).size() == 1) ++top;
        const auto finder = runs(picture, top);  // its first bar is seven modules long
        const auto module = finder[1] / 7;
        CHECK(module >= 4);
        CHECK(top >= 4 * module);
        CHECK(finder.front() >= 4 * module);
        CHECK(finder.back() >= 4 * module);
        for (std::size_t i = 1; i + 1 < finder.size(); ++i) CHECK(finder[i] % module == 0);
    }
}

TEST_CASE("numbers and texts that can't be codes are refused with a way out") {
    for (const auto* digits : {"", "290000000017", "29000000001799", "2900000000178", "290000000017X",
                               "29000 0000179", "2900000000179+12"}) {
        INFO(digits);
        check_refused({"", {Ean13{digits}}}, wide, "check digit");
        CHECK_FALSE(ean13_symbol(digits));
    }
    check_refused({"", {Qr{""}}}, wide, "QR code");
    check_refused({"", {Qr{std::string(5000, 'x')}}}, wide, "QR code");
    check_refused({"", {Qr{"\xff\xfe"}}}, wide, "QR code");
    check_refused({"", {Qr{"\u65e5\u672c \u20ac \u0416"}}}, wide, "QR code");  // zint warns: readers differ
}

TEST_CASE("what does not fit is refused") {
    check_refused({"", {Qr{std::string(1500, 'x')}}}, narrow, "too wide");
    check_refused({"", {Ean13{"2900000000179"}}}, {300, 8}, "too wide");
    check_refused({"", {Gap{600}}}, wide, "half a metre");
    check_refused({"", {Gap{-1}}}, wide, "half a metre");
    check_refused({"", {Line{std::string(4001, 'x'), Tone::body, false}}}, wide, "Shorten");
    std::string many_lines;
    for (int i = 0; i < 1000; ++i) many_lines += "a\n";
    check_refused({"", {Line{many_lines, Tone::body, false}}}, wide, "half a metre");
    for (const PaperSize paper :
         {PaperSize{0, 8}, PaperSize{-576, 8}, PaperSize{100'000, 8}, PaperSize{576, 0}}) {
        check_refused(sticker(tests::sticker_text()), paper, "profile");
    }
}

TEST_CASE("text stays within the paper, however long") {
    const std::string word(60, 'W');
    for (const auto tone : {Tone::shout, Tone::title, Tone::body, Tone::small}) {
        for (const auto& text :
             {word, word + " " + word, std::string("\xff broken \xc3"), std::string("日本語 العربية ไทย")}) {
            const auto picture = draw({"", {Line{text, tone, true}}}, narrow).value();
            CHECK(black_dots(picture) > 0);
            for (std::int32_t y = 0; y < picture.height; ++y) {
                const auto lengths = runs(picture, y);
                CHECK(lengths.front() >= 4);
                CHECK((lengths.size() == 1 || lengths.size() % 2 == 1));  // ends white
            }
        }
    }
}

TEST_CASE("FREE is by far the largest") {
    const auto height_of = [](const std::string& text, Tone tone) {
        const auto picture = draw({"", {Line{text, tone, true}}}, wide).value();
        std::int32_t rows = 0;
        for (std::int32_t y = 0; y < picture.height; ++y) rows += runs(picture, y).size() > 1 ? 1 : 0;
        return rows;
    };
    CHECK(height_of("FREE", Tone::shout) >= 3 * height_of("FREE", Tone::title));
    CHECK(height_of("FREE", Tone::shout) >= 12 * 8);  // 12 mm
}

TEST_CASE("the same document gives the same dots, on any thread") {
    const auto expected = draw(voucher(tests::voucher_text()), wide).value();
    std::vector<std::thread> threads;
    std::vector<Bitmap> drawn(4);
    for (auto& picture : drawn) {
        threads.emplace_back([&picture] { picture = draw(voucher(tests::voucher_text()), wide).value(); });
    }
    for (auto& thread : threads) thread.join();
    for (const auto& picture : drawn) CHECK(picture.bits == expected.bits);
}

TEST_CASE("an empty document is a little white paper") {
    const auto picture = draw({}, wide).value();
    CHECK(picture.height > 0);
    CHECK(black_dots(picture) == 0);
}

TEST_CASE("a sticker says what it must and holds no code") {
    const auto document = sticker(tests::sticker_text());
    const auto words = words_of(document);
    for (const auto* part : {"CORNER MARKET", "FREE", "do not scan", "Virgin coconut oil 800 ml", "14:07",
                             "Register", "MA", "With our compliments"}) {
        INFO(part);
        CHECK(words.find(part) != std::string::npos);
    }
    CHECK(codes_of(document) == 0);
}

TEST_CASE("a voucher ends with its last line and names it at the top") {
    const auto document = voucher(tests::voucher_text());
    const auto* last = std::get_if<Line>(&document.blocks.back());
    REQUIRE(last != nullptr);
    CHECK(last->text == "END MG-29-0000000017");
    const auto words = words_of(document);
    const auto note = words.find("Good only with the line END"), value = words.find("$5.00");
    CHECK(note < value);
    CHECK(words.find("Good until 31 Dec 2026") != std::string::npos);
    CHECK(codes_of(document) == 2);
    CHECK(document.title == "voucher MG-29-0000000017");
}

TEST_CASE("a copy says so twice and can't be used") {
    const auto document = voucher_copy(tests::voucher_text());
    const auto words = words_of(document);
    CHECK(words.find("COPY") != words.rfind("COPY"));
    CHECK(words.find("END") == std::string::npos);
    CHECK(codes_of(document) == 0);
}

TEST_CASE("texts that are not there take no room") {
    auto text = tests::sticker_text();
    text.initials.clear();
    text.note.clear();
    const auto document = sticker(text);
    for (const auto& block : document.blocks) CHECK_FALSE(std::holds_alternative<Rule>(block));
    CHECK(words_of(document).find("· \n") == std::string::npos);
}
