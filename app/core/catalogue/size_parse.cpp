#include <cmath>
#include <numeric>

#include "app/core/catalogue/size.hpp"
#include "app/core/catalogue/size_tokens.hpp"

namespace makegood::core::catalogue {
namespace {

using Kind = SizeToken::Kind;

// One amount that the words name: "3 x 500 ml" is 1,500 millilitres in 3 pieces.
struct Amount {
    Measure measure = Measure::count;
    double total = 0;
    double pieces = 1;
};

// What all the words say together.
struct Said {
    std::array<Amount, 6> amounts;  // mass, volume, area, length
    std::size_t size = 0;
    double count = 0, packs = 0;  // 0: not said
    double loose = 0;             // a number without a unit; 0: none
    bool unclear = false;

    void add(const Amount& amount) {
        unclear = unclear || size == amounts.size();
        if (!unclear) amounts[size++] = amount;
    }
    void set(double& slot, double value) {
        unclear = unclear || (slot != 0 && slot != value);
        slot = value;
    }
};

bool is_amount(Measure measure) {
    return measure == Measure::mass || measure == Measure::volume || measure == Measure::area ||
           measure == Measure::length;
}

// 1/2, 3/4, 5/8 are parts of one; 6/12 and 10/200 are pieces of that size.
bool is_fraction(double above, double below) {
    const bool usual = below == 2 || below == 3 || below == 4 || below == 5 || below == 8 || below == 16;
    return usual && above < below && above == std::floor(above) && above > 0 &&
           std::gcd(static_cast<int>(above), static_cast<int>(below)) == 1;
}

class Reader {
  public:
    explicit Reader(std::span<const SizeToken> tokens) : tokens_(tokens) {}

    Said read() {
        if (alone()) return said_;
        while (at_ < tokens_.size() && !said_.unclear) {
            if (is(Kind::number))
                quantity();
            else if (is(Kind::times) && is(Kind::number, 1))
                pieces_behind();
            else
                ++at_;
        }
        return said_;
    }

  private:
    bool is(Kind kind, std::size_t ahead = 0) const {
        return at_ + ahead < tokens_.size() && tokens_[at_ + ahead].kind == kind;
    }
    double number(std::size_t ahead = 0) const { return tokens_[at_ + ahead].number; }

    // "GAL", "PT", "DZ" mean one of them; "L" and "M" may mean large and medium.
    bool alone() {
        if (tokens_.size() != 1 || tokens_[0].kind != Kind::unit) return false;
        const Unit unit = tokens_[0].unit;
        if (unit.measure == Measure::count && unit.factor == 12) said_.count = 12;
        const bool clear = unit.factor > 400 && unit.factor != 1000 && is_amount(unit.measure);
        if (clear) said_.add({unit.measure, unit.factor, 1});
        return true;
    }

    // A number, a fraction or a mixed number.
    double plain_number() {
        const double first = number();
        if (is(Kind::slash, 1) && is(Kind::number, 2) && is_fraction(first, number(2))) {
            const double below = number(2);
            at_ += 3;
            return first / below;
        }
        if (is(Kind::number, 1) && is(Kind::slash, 2) && is(Kind::number, 3) &&
            is_fraction(number(1), number(3))) {
            const double part = number(1) / number(3);
            at_ += 4;
            return first + part;
        }
        ++at_;
        return first;
    }

    // "500 ml", "3 x 500 ml", "2 x 6 x 330 ml", "6/12 oz", "2 pk 250 g", "2 lb 3 oz".
    void quantity() {
        const bool code = tokens_[at_].long_integer;
        double factor = 1;
        double value = plain_number();
        while ((is(Kind::times) || is(Kind::slash)) && is(Kind::number, 1)) {
            ++at_;
            factor *= value;
            value = plain_number();
        }
        const bool range = is(Kind::dash) && is(Kind::number, 1);
        if (range) return void(said_.unclear = true);
        if (is(Kind::dash) && is(Kind::unit, 1)) ++at_;
        if (is(Kind::unit)) return measured(factor, value);
        if (code && factor == 1) return;
        factor == 1 ? said_.set(said_.loose, value) : void(said_.unclear = true);
    }

    void measured(double factor, double value) {
        const Unit unit = tokens_[at_++].unit;
        switch (unit.measure) {
            case Measure::dimension:
                return;
            case Measure::count:
                return counted(factor, value * unit.factor);
            case Measure::pack:
                return packed(factor * value);
            case Measure::mass:
            case Measure::volume:
            case Measure::area:
            case Measure::length:
                break;
        }
        double total = value * unit.factor;
        const bool goes_on = is(Kind::number) && is(Kind::unit, 1) &&
                             tokens_[at_ + 1].unit.measure == unit.measure &&
                             tokens_[at_ + 1].unit.factor < unit.factor;
        if (goes_on) {  // pounds and ounces
            total += number() * tokens_[at_ + 1].unit.factor;
            at_ += 2;
        }
        double pieces = factor;
        if (is(Kind::times) && is(Kind::number, 1) && !is(Kind::unit, 2)) {  // "500 ml x 6"
            pieces *= number(1);
            at_ += 2;
        }
        said_.add({unit.measure, total * pieces, pieces});
    }

    void counted(double factor, double value) {
        if (factor != 1) said_.set(said_.packs, factor);
        said_.set(said_.count, value * factor);
    }

    // "6 pk/5 oz", "2 pots de 80 g": the amount that follows is that of one.
    void packed(double packs) {
        const auto here = at_;
        while (is(Kind::slash) || is(Kind::times) || is(Kind::word) || is(Kind::dash) || is(Kind::mark))
            ++at_;
        const bool each_follows = is(Kind::number) && !tokens_[at_].long_integer;
        if (each_follows) {
            const double each = plain_number();
            if (is(Kind::unit) && is_amount(tokens_[at_].unit.measure)) {
                const Unit unit = tokens_[at_++].unit;
                return said_.add({unit.measure, each * unit.factor * packs, packs});
            }
        }
        at_ = here;
        said_.set(said_.packs, packs);
    }

    // "277 g (x 5)": five in the whole that was named.
    void pieces_behind() {
        ++at_;
        if (is(Kind::number) && is(Kind::unit, 1)) return;
        said_.set(said_.count, plain_number());
    }

    std::span<const SizeToken> tokens_;
    std::size_t at_ = 0;
    Said said_;
};

bool about_equal(double a, double b) {
    return std::abs(a - b) <= 0.03 * std::max(a, b);
}

// Whether a second amount says the same as the first: the same in other units, one of `loose` pieces,
// or the weight of a volume.
bool agrees(Amount& first, const Amount& second, double loose) {
    if (first.measure == second.measure) {
        if (about_equal(first.total, second.total)) {
            first.pieces = std::max(first.pieces, second.pieces);
            return true;
        }
        const bool whole_of = loose > 1 && about_equal(first.total, second.total * loose);
        if (whole_of) first.pieces = loose;
        return whole_of;
    }
    const double denser = first.total / second.total;
    const bool weighs = is_amount(second.measure) && first.measure != Measure::length &&
                        first.measure != Measure::area && second.measure != Measure::length &&
                        second.measure != Measure::area;
    return weighs && denser > 0.5 && denser < 2;
}

BaseUnit base_unit(Measure measure) {
    switch (measure) {
        case Measure::mass:
            return BaseUnit::gram;
        case Measure::volume:
            return BaseUnit::millilitre;
        case Measure::area:
            return BaseUnit::square_metre;
        case Measure::length:
            return BaseUnit::metre;
        case Measure::count:
        case Measure::pack:
            return BaseUnit::piece;
        case Measure::dimension:
            break;
    }
    return BaseUnit::none;
}

std::optional<Amount> pieces_only(const Said& said) {
    if (said.loose != 0) return std::nullopt;
    if (said.count != 0 && said.packs != 0) {
        const bool packs_of = said.count > said.packs && std::fmod(said.count, said.packs) == 0;
        if (!packs_of) return std::nullopt;
        return Amount{Measure::count, said.count, said.packs};
    }
    if (said.count == 0 && said.packs == 0) return std::nullopt;
    return Amount{Measure::count, said.count + said.packs, 1};
}

std::optional<Amount> together(const Said& said) {
    if (said.unclear) return std::nullopt;
    if (said.size == 0) return pieces_only(said);
    Amount whole = said.amounts[0];
    bool loose_used = said.loose == 0;
    for (std::size_t i = 1; i < said.size; ++i) {
        if (!agrees(whole, said.amounts[i], said.loose)) return std::nullopt;
        loose_used = loose_used || whole.pieces == said.loose;
    }
    if (!loose_used || (said.packs != 0 && said.count != 0)) return std::nullopt;
    if (said.packs != 0 && whole.pieces == 1) {  // "12 oz/8 pk": each can has 12 ounces
        whole.total *= said.packs;
        whole.pieces = said.packs;
    }
    if (said.count != 0 && whole.pieces == 1) {
        // "20 ct/13 gal": bags, named by what they hold.
        const bool holds = whole.measure == Measure::volume && whole.total > 900 && said.count > 1;
        if (holds) return Amount{Measure::count, said.count, 1};
        whole.pieces = said.count;  // "16 oz/24 ct": slices of the whole
    }
    return whole;
}

}  // namespace

std::optional<Size> parse_size(std::string_view words) {
    const SizeTokens tokens = take_apart(words);
    if (tokens.size == 0) return std::nullopt;
    const auto whole = together(Reader(tokens.all()).read());
    if (!whole) return std::nullopt;
    const double milli = std::round(whole->total * 1000);
    const bool sensible = milli >= 1 && milli < 1e12 && whole->pieces >= 1 && whole->pieces <= 10'000 &&
                          whole->pieces == std::floor(whole->pieces) &&
                          (whole->measure != Measure::count || whole->total <= 100'000);
    if (!sensible) return std::nullopt;
    return Size{static_cast<std::int64_t>(milli), static_cast<std::int32_t>(whole->pieces),
                base_unit(whole->measure)};
}

}  // namespace makegood::core::catalogue
