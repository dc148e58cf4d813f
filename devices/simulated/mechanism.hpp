// The inside of a simulated receipt printer: takes ESC/POS bytes, keeps what comes out on paper, answers
// like the real one. No thread, no socket, no clock. Independent of our encoder: it reads the standard.
#pragma once
#include <algorithm>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "app/base/bitmap.hpp"

namespace makegood::devices::simulated {

using Bytes = std::vector<std::uint8_t>;

// What came out: up to a cut, or to where it was broken off.
struct PaperPiece {
    Bitmap picture;
    Bytes bytes;                    // that made it
    std::size_t stray_letters = 0;  // text between pictures: bytes that a broken command left over
    bool is_cut = true;
};

struct Model {
    std::int32_t width_dots = 576;
    bool knows_process_ids = true;      // GS ( H
    std::size_t buffer_bytes = 65'536;  // received and not yet worked off
};

class Mechanism {
  public:
    explicit Mechanism(Model model = {}) : model_(model) { start_sheet(); }

    // How much the receive buffer still takes; the link must hold back the rest.
    std::size_t room() const { return model_.buffer_bytes - std::min(model_.buffer_bytes, buffer_.size()); }
    // Obeys real-time commands on arrival, wherever they stand; the rest waits for work().
    void receive(std::span<const std::uint8_t> bytes);
    // Works off up to so many bytes; nothing while there is no paper or the cover is open.
    void work(std::size_t most_bytes = SIZE_MAX);

    void set_paper(bool is_there);
    void set_cover(bool is_open);
    // Off and on: forgets all but the paper.
    void power_cycle();

    Bytes take_answers() { return std::exchange(answers_, {}); }
    std::vector<PaperPiece> take_pieces() { return std::exchange(pieces_, {}); }
    // What is out and not yet cut off.
    const PaperPiece& on_paper() const { return sheet_; }

  private:
    void obey_now();
    void answer_status(int question);
    void answer_automatically();
    void consume(std::size_t count);
    std::size_t next_command();
    std::size_t text_command();
    std::size_t graphics_command();
    std::size_t extended_command();
    bool raster_row();
    void feed(std::int32_t rows);
    void cut();
    void break_off();
    void start_sheet();
    bool is_stopped() const { return !paper_ || cover_open_; }

    Model model_;
    bool paper_ = true, cover_open_ = false, automatic_ = false, cut_is_due_ = false;
    std::string tail_;  // the latest bytes received, for real-time commands
    std::deque<std::uint8_t> buffer_;
    std::int32_t raster_bytes_ = 0, raster_rows_ = 0;  // of the raster command under way
    PaperPiece sheet_;
    Bytes answers_;
    std::vector<PaperPiece> pieces_;
};

}  // namespace makegood::devices::simulated
