// What must be known of one model of printer. Differences between printers are data.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace makegood::devices::escpos {

// How far a printer can prove that a piece came out; each level includes the ones before.
enum class Proof : std::uint8_t {
    none,        // P0: nothing comes back
    asked,       // P1: answers DLE EOT; the end of a piece is not proved
    status,      // P2: also GS r, in the order of its work
    process_id,  // P3: also GS ( H: answers when the data before it has been printed
};
std::string_view word(Proof proof);  // "none", "asked", "status", "process-id"
std::optional<Proof> proof_from_word(std::string_view word);

struct Profile {
    std::int32_t width_dots = 576;  // 576: 80 mm paper, 384: 58 mm paper
    Proof proof = Proof::process_id;
    // Rows of one raster command, 1-255. Between two of them the printer is asked how it is, so that
    // one that was switched off and on in between is found out; slow lines want fewer rows.
    std::int32_t slice_rows = 96;
};

}  // namespace makegood::devices::escpos
