#include "app/terminal/presenter/key_sorter.hpp"

#include <utility>

namespace makegood::terminal::presenter {

KeySorter::KeySorter(ScanDecoder decode, Duration burst_gap)
    : decode_(std::move(decode)), burst_gap_(burst_gap) {}

KeySorter::Sorted KeySorter::key(char32_t key, Duration steady) {
    Sorted sorted{flush(steady), std::nullopt};
    last_ = steady;
    sorted.scan = decode_ ? decode_(key, steady) : std::nullopt;
    if (sorted.scan) {
        kept_.clear();
        return sorted;
    }
    kept_ += key;
    // A key that ends or edits, and ended no scan, was pressed by a hand, and so was what came before it.
    // Other control characters stand inside scans (the separators of GS1).
    const bool by_hand = key == U'\n' || key == U'\b' || key == U'\x1b';
    if (by_hand || !decode_) sorted.typed += std::exchange(kept_, {});
    return sorted;
}

std::u32string KeySorter::flush(Duration steady) {
    if (steady - last_ < burst_gap_) return {};
    return std::exchange(kept_, {});
}

}  // namespace makegood::terminal::presenter
