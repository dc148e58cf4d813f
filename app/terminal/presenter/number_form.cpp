#include "app/terminal/presenter/number_form.hpp"

#include "app/terminal/presenter/keyboards.hpp"
#include "app/terminal/presenter/rules_words.hpp"
#include "app/terminal/presenter/screen_words.hpp"

namespace makegood::terminal::presenter {
namespace {
constexpr std::size_t longest = 13;
}

NumberForm::NumberForm(const RuleInfo& info, std::string now, std::string shipped, bool changed,
                       const Currency& currency)
    : info_(&info),
      now_(std::move(now)),
      shipped_(std::move(shipped)),
      changed_(changed),
      currency_(currency) {}

bool NumberForm::has_point() const {
    if (info_->kind == RuleKind::percent || in_gifts_) return true;
    return info_->kind == RuleKind::money && currency_.exponent() > 0;
}

std::string NumberForm::unit() const {
    if (info_->kind == RuleKind::percent) return "%";
    if (info_->kind == RuleKind::money) return in_gifts_ ? words::usual_gifts : currency_.code();
    return info_->unit;
}

std::string NumberForm::written() const {
    return text_.empty() ? std::string() : written_rule(*info_, text_, in_gifts_);
}

std::string NumberForm::problem() const {
    if (text_.empty()) return words::type_first;
    if (info_->kind != RuleKind::money || in_gifts_) return {};
    const auto amount = base::parse_money(text_, currency_, '.');
    return amount ? std::string() : amount.error().sentence;
}

Sheet NumberForm::sheet() const {
    Sheet sheet{.title = info_->title,
                .text = info_->about,
                .action = words::all_right,
                .other = words::back_to_rules};
    if (changed_) sheet.choices.push_back({.id = "in-force", .text = words::as_in_force});
    if (info_->may_be_none) sheet.choices.push_back({.id = "none", .text = words::without_limit});
    if (!shipped_.empty()) sheet.choices.push_back({.id = "shipped", .text = words::as_shipped(shipped_)});
    const bool counts_in_gifts =
        info_->kind == RuleKind::money && !info_->of_budget() && info_->key != "money.usual_gift";
    if (counts_in_gifts)
        sheet.choices.push_back(
            {.id = "gifts", .text = in_gifts_ ? words::count_in_money : words::count_in_gifts});
    NumberEntry entry{.text = text_, .unit = unit(), .hint = now_, .message = message_};
    entry.keyboard = digit_keyboard();
    auto& last = entry.keyboard.back();
    last.back() = has_point() ? Key{".", ".", "Point"} : Key{"00", "00", "Two zeros"};
    std::swap(last.front(), last.back());
    sheet.number = std::move(entry);
    return sheet;
}

bool NumberForm::touched(const std::string& id) {
    const std::string before = text_;
    if (id == "sheet:gifts") {
        in_gifts_ = !in_gifts_;
        message_.clear();
        return !text_.empty();
    }
    if (!id.starts_with("key:")) return false;
    const std::string key = id.substr(4);
    const bool digits = !key.empty() && key.find_first_not_of("0123456789") == key.npos;
    if (key == "\b") type(text_, U'\b');
    if (digits && text_ == "0") text_.clear();
    if (digits && text_.size() + key.size() <= longest) text_ += text_.empty() && key == "00" ? "0" : key;
    const bool point = key == "." || key == ",";
    if (point && has_point() && text_.find('.') == text_.npos) text_ += text_.empty() ? "0." : ".";
    if (text_ == before) return false;
    message_.clear();
    return true;
}

}  // namespace makegood::terminal::presenter
