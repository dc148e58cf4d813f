#include "devices/escpos/profile.hpp"

namespace makegood::devices::escpos {

std::string_view word(Proof proof) {
    switch (proof) {
        case Proof::none:
            return "none";
        case Proof::asked:
            return "asked";
        case Proof::status:
            return "status";
        case Proof::process_id:
            return "process-id";
    }
    return "none";
}

std::optional<Proof> proof_from_word(std::string_view text) {
    for (const auto proof : {Proof::none, Proof::asked, Proof::status, Proof::process_id}) {
        if (word(proof) == text) return proof;
    }
    return std::nullopt;
}

}  // namespace makegood::devices::escpos
