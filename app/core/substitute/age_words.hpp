// Wine, beer, tobacco and the like, by the words of a name or a category: for catalogues without labels.
#pragma once
#include <cstdint>
#include <string_view>

namespace makegood::core::substitute {

enum class AgeWords : std::uint8_t {
    nothing,   // no word of it
    adult,     // "red wine 0,75 l", "gluten free beer"
    doubtful,  // may be or not: "beer zero", "wine glass"
    flavour,   // a flavour, a dish or a soft drink: "wine vinegar", "ginger beer"
    without,   // says that there is no alcohol: "alcohol free beer", "lager 0.0 %"
};
AgeWords age_words_of(std::string_view text);

// What one folded word says, beside others.
enum class AgeHint : std::uint8_t { none, adult, alcohol, flavour, doubt, no, free, of, without };
AgeHint age_hint_of(std::string_view word);

// The words of one text, one after the other.
class AgeReader {
  public:
    void add(AgeHint hint);
    // `text`: all of it as written, for "0.0" and "0 %".
    AgeWords read(std::string_view text) const;

  private:
    AgeHint before_ = AgeHint::none;
    bool adult_ = false, alcohol_ = false, flavour_ = false, doubt_ = false, without_ = false;
};

}  // namespace makegood::core::substitute
