// Names of things as distinct types, so that an offer's id can't be passed for a recovery's.
#pragma once
#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace makegood::base {

template <class Tag>
class TextId {
  public:
    TextId() = default;
    explicit TextId(std::string text) : text_(std::move(text)) {}
    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }
    friend auto operator<=>(const TextId&, const TextId&) = default;
    friend bool operator==(const TextId&, const TextId&) = default;

  private:
    std::string text_;
};

}  // namespace makegood::base

template <class Tag>
struct std::hash<makegood::base::TextId<Tag>> {
    std::size_t operator()(const makegood::base::TextId<Tag>& id) const noexcept {
        return std::hash<std::string>{}(id.text());
    }
};

namespace makegood {

// The store's own number or the GTIN of an article; unique in a shop's catalogue.
using ArticleNumber = base::TextId<struct ArticleNumberTag>;
// "i1-17": kind letter, epoch, sequence of the event that made it. Unique on one device.
using IncidentId = base::TextId<struct IncidentIdTag>;
using OfferId = base::TextId<struct OfferIdTag>;        // "o1-17.2": second offer of incident i1-17
using RecoveryId = base::TextId<struct RecoveryIdTag>;  // "r1-18"
using PrintJobId = base::TextId<struct PrintJobIdTag>;  // "p1-18"
using PromiseId = base::TextId<struct PromiseIdTag>;    // "m1-18"
using VoucherSerial = base::TextId<struct VoucherSerialTag>;
using GestureId = base::TextId<struct GestureIdTag>;
// A random pseudonym of a person who works here; names stay outside the journal.
using PersonId = base::TextId<struct PersonIdTag>;
using DeviceId = base::TextId<struct DeviceIdTag>;  // 32 hexadecimal digits

}  // namespace makegood
