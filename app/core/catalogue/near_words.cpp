#include "app/core/catalogue/near_words.hpp"

#include <array>

#include "app/core/catalogue/word_pieces.hpp"

namespace makegood::core::catalogue {
namespace {

using Bits = std::uint64_t;  // bit i: the first i letters of the pattern are used up
constexpr int most_errors = 2;
constexpr std::size_t most_letters = 60;

// Where each letter stands in the pattern.
class Pattern {
  public:
    explicit Pattern(std::string_view typed) {
        for (std::size_t at = 0; at < typed.size() && letters_ < most_letters;) {
            const auto width = std::min(letter_width(typed[at]), typed.size() - at);
            const auto letter = letter_value(typed.substr(at, width));
            const Bits bit = Bits{1} << ++letters_;
            letter < ascii_.size() ? ascii_[letter] |= bit : (others_.push_back({letter, bit}), bit);
            at += width;
        }
    }
    Bits end() const { return Bits{1} << letters_; }
    Bits places(char32_t letter) const {
        if (letter < ascii_.size()) return ascii_[letter];
        Bits bits = 0;
        for (const auto& [other, bit] : others_)
            if (other == letter) bits |= bit;
        return bits;
    }

  private:
    std::array<Bits, 128> ascii_{};
    std::vector<std::pair<char32_t, Bits>> others_;
    std::size_t letters_ = 0;
};

// After some letters of a word.
struct State {
    std::array<Bits, most_errors + 1> now{}, before{};  // by errors; before the last letter
    std::array<Bits, most_errors + 1> ended_well{};     // of `now`: the last letter fits
    Bits places = 0;                                    // of the last letter
};

State begin_state(int errors) {
    State state;
    for (int e = 0; e <= errors; ++e) state.now[static_cast<std::size_t>(e)] = (Bits{2} << e) - 1;
    return state;
}

State next_state(const State& state, Bits places, Bits all, std::size_t errors) {
    State next;
    next.places = places;
    next.before = state.now;
    next.now[0] = next.ended_well[0] = (state.now[0] << 1) & places;
    for (std::size_t e = 1; e <= errors; ++e) {
        const Bits swapped = (((state.before[e - 1] << 1) & places) << 1) & state.places;
        next.ended_well[e] = ((state.now[e] << 1) & places) | swapped;
        const Bits extra = state.now[e - 1], wrong = state.now[e - 1] << 1, missing = next.now[e - 1] << 1;
        next.now[e] = (next.ended_well[e] | extra | wrong | missing) & all;
    }
    return next;
}

class Walk {
  public:
    Walk(const Catalogue::Impl& all, std::string_view typed, int errors,
         const std::function<void(const NearWords&)>& visit)
        : all_(all), pattern_(typed), errors_(static_cast<std::size_t>(errors)), visit_(visit), states_(1) {
        states_[0] = begin_state(errors);
    }

    void run() {
        for (WordId word = 0; word < all_.words.size();) word = look_at(word);
    }

  private:
    // The next word to look at: beyond those that share what is too far away.
    WordId look_at(WordId word) {
        const auto text = all_.words[word];
        std::size_t depth = all_.words_alike[word];
        while (depth > 0 && depth < text.size() && (static_cast<unsigned char>(text[depth]) & 0xC0u) == 0x80)
            --depth;
        while (depth < text.size()) {
            const auto width = std::min(letter_width(text[depth]), text.size() - depth);
            const Bits places = pattern_.places(letter_value(text.substr(depth, width)));
            const State next = next_state(states_[depth], places, 2 * pattern_.end() - 1, errors_);
            depth += width;
            if (next.now[errors_] == 0) return end_of_shared(word, depth);
            if (states_.size() <= depth) states_.resize(depth + 1);
            states_[depth] = next;
            visit_beginning(word, depth);
        }
        for (std::size_t e = 1; e <= errors_; ++e)
            if ((states_[depth].now[e] & pattern_.end()) != 0) {
                visit_({word, word + 1, static_cast<int>(e), true, false});
                break;
            }
        return word + 1;
    }

    void visit_beginning(WordId word, std::size_t depth) const {
        const State& state = states_[depth];
        for (std::size_t e = 0; e <= errors_; ++e) {
            if ((state.now[e] & pattern_.end()) == 0) continue;
            if (e == 0) return;  // not near, but there
            const bool well = (state.ended_well[e] & pattern_.end()) != 0;
            visit_({word, end_of_shared(word, depth), static_cast<int>(e), false, !well});
            if (well) return;
        }
    }

    // The first word after `word` that does not begin with its first `bytes` bytes.
    WordId end_of_shared(WordId word, std::size_t bytes) const {
        const auto count = all_.words_alike.size();
        for (++word; word < count && all_.words_alike[word] >= bytes;) ++word;
        return word;
    }

    const Catalogue::Impl& all_;
    const Pattern pattern_;
    const std::size_t errors_;
    const std::function<void(const NearWords&)>& visit_;
    std::vector<State> states_;  // by bytes of the word; only where a letter begins or ends
};

}  // namespace

void each_near_word(const Catalogue::Impl& all, std::string_view typed, int errors,
                    const std::function<void(const NearWords&)>& visit) {
    Walk(all, typed, errors, visit).run();
}

}  // namespace makegood::core::catalogue
