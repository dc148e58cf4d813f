#include "app/terminal/presenter/signature_form.hpp"

#include <algorithm>
#include <utility>

#include "app/terminal/presenter/keyboards.hpp"
#include "app/terminal/presenter/screen_words.hpp"

namespace makegood::terminal::presenter {
namespace {

constexpr std::size_t longest_pin = 12, most_people = 6;

bool by_authority(const ports::Person& one, const ports::Person& other) {
    return one.role < other.role;
}

}  // namespace

SignatureWords words_for_gifts(std::string back) {
    return {{{"greater-loss", "The loss is greater"},
             {"again", "It happened again"},
             {"promised", "We promised it"},
             {"regular", "A regular customer"}},
            std::move(back)};
}

// Where more can sign than there are places, the least of them comes first: the owner is asked last.
SignatureForm::SignatureForm(std::vector<ports::Person> people, std::string why_needed, SignatureWords words)
    : people_(std::move(people)), words_(std::move(words)), why_needed_(std::move(why_needed)) {
    std::stable_sort(people_.begin(), people_.end(), by_authority);
    if (people_.size() > most_people) people_.resize(most_people);
    if (people_.size() == 1) chosen_ = people_.front().id;
}

Sheet SignatureForm::sheet(bool busy) const {
    Sheet sheet{.title = words::needs_role(people_.front().role), .text = why_needed_, .other = words_.back};
    for (const auto& [id, text] : words_.reasons) sheet.choices.push_back({id, {}, text, reason_ == id, {}});
    Signature pad{.digits = static_cast<int>(pin_.size()),
                  .message = message_,
                  .busy = busy,
                  .keyboard = digit_keyboard(words::sign)};
    for (const auto& person : people_)
        pad.people.push_back({person.id.text(), person.name, person.initials, person.id == chosen_});
    sheet.signature = std::move(pad);
    return sheet;
}

std::optional<service::Approval> SignatureForm::touched(const std::string& id) {
    message_.clear();
    if (id.starts_with("signer:")) {
        chosen_ = PersonId(id.substr(7));
        pin_.clear();
    } else if (id.starts_with("sheet:")) {
        reason_ = id.substr(6);
    } else if (id == "key:\b") {
        type(pin_, U'\b');
    } else if (id.size() == 5 && id >= "key:0" && id <= "key:9") {
        if (pin_.size() < longest_pin) pin_ += id[4];
    } else if (id == "key:\n" || id == "sheet") {
        message_ = what_is_missing();
        if (message_.empty()) return service::Approval{chosen_, std::exchange(pin_, {}), reason_};
    }
    return std::nullopt;
}

void SignatureForm::refused(std::string sentence) {
    pin_.clear();
    message_ = std::move(sentence);
}

std::string SignatureForm::what_is_missing() const {
    if (chosen_.empty()) return words::signer_first;
    if (reason_.empty()) return words::reason_first;
    return pin_.empty() ? words::signers_pin_first : "";
}

}  // namespace makegood::terminal::presenter
