#include <catch2/catch.hpp>

#include <random>

#include "devices/escpos/condition.hpp"
#include "devices/escpos/encode.hpp"
#include "devices/simulated/mechanism.hpp"

using namespace makegood;
using namespace makegood::devices::escpos;

namespace {

Bitmap picture_of(std::int32_t width, std::int32_t height, std::uint8_t dots = 0xAA) {
    Bitmap picture{width, height, {}};
    picture.bits.assign(static_cast<std::size_t>(picture.row_bytes() * height), dots);
    return picture;
}

bool has(const Bytes& bytes, const Bytes& part) {
    return std::search(bytes.begin(), bytes.end(), part.begin(), part.end()) != bytes.end();
}

devices::simulated::PaperPiece printed(const Bytes& bytes, std::int32_t width) {
    devices::simulated::Mechanism mechanism({width, true, bytes.size() + 1});
    mechanism.receive(bytes);
    mechanism.work();
    const auto pieces = mechanism.take_pieces();
    REQUIRE(pieces.size() == 1);
    return pieces.front();
}

}  // namespace

TEST_CASE("a small piece, byte by byte") {
    Bitmap picture{16, 4, {0, 0, 0x80, 0x01, 0xFF, 0xFF, 0, 0}};
    const Profile profile{16, Proof::process_id, 96};
    const auto piece = encode(picture, 33, profile, Company::talked);
    CHECK(piece.bytes == Bytes{0x10, 4,   2,  // how are you
                               0x1D, 'v', '0', 0, 2, 0,  3,  0,   0,   0,   0x80, 0x01, 0xFF,
                               0xFF,           // the rows with dots, and the white one above
                               0x10, 4,   2,   //
                               0x1B, 'J', 24,  // feed
                               0x1D, '(', 'H', 6, 0, 48, 48, '@', 'A', 'A', 'A',    // last line printed?
                               0x1D, 'V', 'B', 0,                                   // cut
                               0x1D, '(', 'H', 6, 0, 48, 48, '@', 'A', 'A', 'C'});  // cut?
    CHECK(piece.questions == std::vector<std::size_t>{3, 20});
    CHECK(encode_setup() ==
          Bytes{0x1B, '@', 0x1C, '.', 0x1D, 'a', 0xFF, 0x1D, '(', 'D', 5, 0, 0x14, 1, 0, 2, 0});
}

TEST_CASE("proof levels ask for what the printer knows") {
    const auto picture = picture_of(16, 8);
    const Bytes mark{0x1D, '(', 'H'}, sensor{0x1D, 'r', 1}, setup{0x1B, '@'};
    const auto with = [&](Proof proof, Company company) {
        return encode(picture, 1, {16, proof, 96}, company).bytes;
    };
    CHECK(has(with(Proof::process_id, Company::alone), mark));
    CHECK_FALSE(has(with(Proof::process_id, Company::alone), sensor));
    CHECK(has(with(Proof::status, Company::talked), sensor));
    for (const auto proof : {Proof::none, Proof::asked}) {
        CHECK_FALSE(has(with(proof, Company::alone), mark));
        CHECK_FALSE(has(with(proof, Company::alone), sensor));
    }
    CHECK(has(with(Proof::none, Company::alone), setup));
    CHECK_FALSE(has(with(Proof::asked, Company::talked), setup));
    for (const auto proof : {Proof::none, Proof::asked, Proof::status, Proof::process_id}) {
        CHECK(proof_from_word(word(proof)) == proof);
    }
    CHECK_FALSE(proof_from_word("P9"));
}

TEST_CASE("pictures of every height come out as they were") {
    std::mt19937 random(7);
    for (const std::int32_t height : {1, 2, 15, 16, 17, 95, 96, 97, 254, 255, 256, 600}) {
        for (const std::int32_t rows : {1, 24, 96, 255, 4000}) {
            auto picture = picture_of(64, height);
            for (auto& dots : picture.bits)
                dots = static_cast<std::uint8_t>(random() | 1);  // no byte is 0x10
            const auto piece = printed(encode(picture, 1, {64, Proof::none, rows}, Company::alone).bytes, 64);
            CHECK(std::equal(picture.bits.begin(), picture.bits.end(), piece.picture.bits.begin()));
            CHECK(piece.stray_letters == 0);
        }
    }
}

TEST_CASE("sixteen white rows stay above what is printed, none below") {
    for (const std::int32_t white : {0, 1, 15, 16, 17, 200}) {
        auto picture = picture_of(64, white + 2 + 40, 0);
        picture.bits[static_cast<std::size_t>(white * picture.row_bytes())] = 0xFF;
        picture.bits[static_cast<std::size_t>((white + 1) * picture.row_bytes())] = 0xFF;
        const auto bytes = encode(picture, 1, {64, Proof::none, 255}, Company::alone).bytes;
        const auto rows = static_cast<std::uint8_t>(std::min(white, 16) + 2);
        CHECK(has(bytes, {0x1D, 'v', '0', 0, 8, 0, rows, 0}));
    }
}

TEST_CASE("a white picture is a cut and nothing else") {
    const auto piece = encode(picture_of(64, 300, 0), 1, {64, Proof::none, 96}, Company::alone);
    CHECK_FALSE(has(piece.bytes, {0x1D, 'v', '0'}));
    CHECK(has(piece.bytes, {0x1D, 'V', 'B', 0}));
}

TEST_CASE("no real-time command stays inside a picture, and at most one dot is added for each") {
    struct Case {
        Bytes bytes;
        int changes;
    };
    const std::vector<Case> cases{
        {{0x10, 0x04, 0x01}, 1},
        {{0x10, 0x04, 0x08}, 1},
        {{0x10, 0x04, 0x09}, 0},
        {{0x10, 0x05, 0x00}, 1},
        {{0x10, 0x05, 0x04}, 0},
        {{0x10, 0x14, 0x01, 0x00, 0x05}, 1},
        {{0x10, 0x14, 0x08}, 1},
        {{0x10, 0x14, 0x04}, 0},
        {{0x10, 0x10, 0x04, 0x02}, 1},
        {{0x10, 0x04, 0x10, 0x04, 0x01}, 1},
        {{0x10, 0x04}, 0},
        {{0x00, 0x10, 0x05, 0x02, 0x10, 0x05, 0x02}, 2},
    };
    for (const auto& test : cases) {
        auto bytes = test.bytes;
        INFO(test.bytes.size() << " bytes");
        CHECK(defuse(bytes, 0) == test.changes);
        CHECK(defuse(bytes, 0) == 0);
        for (std::size_t i = 0; i < bytes.size(); ++i) CHECK((bytes[i] & test.bytes[i]) == test.bytes[i]);
    }
    // A whole picture of such bytes: the mechanism obeys real-time commands wherever they stand.
    auto picture = picture_of(48, 64);
    for (std::size_t i = 0; i < picture.bits.size(); ++i)
        picture.bits[i] = Bytes{0x10, 0x04, 0x01, 0x10, 0x14, 0x08}[i % 6];
    devices::simulated::Mechanism mechanism({48, true, 65'536});
    mechanism.receive(encode(picture, 1, {48, Proof::none, 96}, Company::alone).bytes);
    CHECK(mechanism.take_answers().empty());
}

TEST_CASE("marks differ within 32,768 pieces and have bit 4 clear") {
    CHECK(mark_text(1, Stage::fed) != mark_text(2, Stage::fed));
    CHECK(mark_text(1, Stage::fed) != mark_text(1, Stage::cut));
    CHECK(mark_text(0, Stage::cut) == mark_text(32'768, Stage::cut));
    CHECK(mark_text(32'767, Stage::cut) != mark_text(0, Stage::cut));
    for (std::uint32_t mark = 0; mark < 32'768; mark += 97) {
        for (const char letter : mark_text(mark, Stage::fed)) {
            CHECK(letter >= 0x20);
            CHECK((letter & 0x10) == 0);
        }
    }
}

TEST_CASE("clearing ends a raster command that was broken off") {
    const auto whole = encode(picture_of(576, 255), 1, {576, Proof::none, 96}, Company::alone).bytes;
    for (const std::size_t kept : {30U, 100U, 6000U}) {
        devices::simulated::Mechanism mechanism({576, true, 65'536});
        mechanism.receive(std::span(whole).first(kept));
        mechanism.work();
        mechanism.receive(encode_clearing());
        mechanism.work();
        (void)mechanism.take_pieces();
        mechanism.receive(whole);
        mechanism.work();
        const auto pieces = mechanism.take_pieces();
        REQUIRE(pieces.size() == 1);
        CHECK(pieces[0].is_cut);
        CHECK(pieces[0].picture.height == 255 + 24);
    }
}

TEST_CASE("the clerk is told what happened and what to do") {
    using ports::PrinterState;
    struct Case {
        Condition condition;
        PrinterState idle, printing;
    };
    Condition cover, paper, low, broken, cutter, hot, other, offline;
    cover.cover_open = paper.paper_end = low.paper_low = broken.broken = true;
    cutter.cutter_jammed = hot.hot = other.other_error = offline.offline = true;
    const std::vector<Case> cases{
        {{}, PrinterState::ready, PrinterState::printing},
        {cover, PrinterState::cover_open, PrinterState::cover_open},
        {paper, PrinterState::paper_out, PrinterState::paper_out},
        {low, PrinterState::paper_low, PrinterState::printing},
        {broken, PrinterState::failed, PrinterState::failed},
        {cutter, PrinterState::failed, PrinterState::failed},
        {hot, PrinterState::failed, PrinterState::failed},
        {other, PrinterState::failed, PrinterState::failed},
        {offline, PrinterState::failed, PrinterState::printing},
    };
    for (const auto& test : cases) {
        INFO(status_of(test.condition, false).sentence << " / " << status_of(test.condition, true).sentence);
        CHECK(status_of(test.condition, false).state == test.idle);
        CHECK(status_of(test.condition, true).state == test.printing);
        CHECK(status_of(test.condition, true).sentence.ends_with('.'));
    }
    CHECK(status_of(paper, true).sentence ==
          "Put in a roll; the piece goes on by itself. Do not press print again.");
}

TEST_CASE("status bits mean what the standard says") {
    struct Case {
        int question;
        std::uint8_t bits;
        bool Condition::*flag;
    };
    const std::vector<Case> cases{
        {1, 0x1A, &Condition::offline},
        {2, 0x16, &Condition::cover_open},
        {2, 0x32, &Condition::stopped_by_paper},
        {2, 0x52, &Condition::other_error},
        {3, 0x1A, &Condition::cutter_jammed},
        {3, 0x32, &Condition::broken},
        {3, 0x52, &Condition::hot},
        {4, 0x1E, &Condition::paper_low},
        {4, 0x72, &Condition::paper_end},
    };
    for (const auto& test : cases) {
        INFO("question " << test.question << ", bits " << static_cast<int>(test.bits));
        Condition condition;
        condition.hear(test.question, Realtime{test.bits});
        CHECK(condition.*test.flag);
        condition.hear(test.question, Realtime{0x12});
        CHECK(condition == Condition{});
    }
    Condition condition;
    condition.hear(Automatic{{0x38, 0x68, 0x0F, 0}});
    CHECK((condition.offline && condition.cover_open && condition.cutter_jammed && condition.broken &&
           condition.hot));
    CHECK((condition.paper_low && condition.paper_end));
    condition.hear(Automatic{{0x10, 0, 0, 0}});
    CHECK(condition == Condition{});
}
