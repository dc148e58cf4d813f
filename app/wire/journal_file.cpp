#include "app/wire/journal_file.hpp"

#include <sodium.h>

#include "app/wire/digest.hpp"

namespace makegood::wire {
namespace {

constexpr std::string_view purpose = "makegood-journal-end:";
constexpr std::string_view signature_member = ",\"signature\":\"";

std::string unsigned_end(const DeviceId& device, const ports::JournalMark& head) {
    return "{\"v\":1,\"device\":\"" + device.text() + "\",\"epoch\":" + std::to_string(head.epoch) +
           ",\"seq\":" + std::to_string(head.sequence) + ",\"hash\":\"" + head.hash + '"';
}

bool signed_by(const std::string& key_hex, const std::string& signature_hex, const std::string& text) {
    const auto key = from_hex(key_hex, crypto_sign_PUBLICKEYBYTES);
    const auto signature = from_hex(signature_hex, crypto_sign_BYTES);
    const auto raw = [](const std::string& bytes) {
        return reinterpret_cast<const unsigned char*>(bytes.data());
    };
    return key && signature &&
           crypto_sign_verify_detached(raw(*signature), raw(text), text.size(), raw(*key)) == 0;
}

// Reads line by line, in order.
class Walk {
  public:
    explicit Walk(const ports::EventCodec& codec) : codec_(codec) { head_.hash = std::string(64, '0'); }

    // What is wrong with the line, in words; empty when it continues the chain.
    std::string take_event(const std::string& line) {
        const auto decoded = codec_.decode(line);
        if (!decoded) return "can't be read: " + decoded.error().sentence;
        const auto& [event_head, recorded] = *decoded;
        if (head_.sequence == 0) {
            device_ = event_head.device;
            if (const auto* opened = std::get_if<ports::ShopOpened>(&recorded.event))
                key_ = opened->public_key;
        }
        if (event_head.device != device_) return "is of another device";
        if (event_head.epoch != head_.epoch || event_head.sequence != head_.sequence + 1)
            return "stands at a wrong place";
        if (event_head.previous_hash != head_.hash) return "does not continue the one before it";
        ++head_.sequence;
        head_.hash = blake2b_hex(line);
        return {};
    }

    std::string take_end(const std::string& line) const {
        const std::string expected = unsigned_end(device_, head_);
        const std::size_t from = expected.size() + signature_member.size();
        if (!line.starts_with(expected + std::string(signature_member)) || !line.ends_with("\"}"))
            return "The last line does not fit the events before it: some are missing or were added.";
        const std::string signature = line.substr(from, line.size() - from - 2);
        if (!signed_by(key_, signature, std::string(purpose) + expected))
            return "The last line was not signed by the device whose journal this is.";
        return {};
    }

    const ports::JournalMark& head() const { return head_; }

  private:
    const ports::EventCodec& codec_;
    ports::JournalMark head_;
    DeviceId device_;
    std::string key_;
};

}  // namespace

std::string journal_end_line(const DeviceId& device, const ports::JournalMark& head,
                             const ports::Signer& signer) {
    const std::string text = unsigned_end(device, head);
    return text + std::string(signature_member) + to_hex(signer.sign(std::string(purpose) + text)) + "\"}";
}

JournalFileReport verify_journal_file(std::istream& in, const ports::EventCodec& codec) {
    JournalFileReport report;
    Walk walk(codec);
    std::string line, next;
    bool has_line = static_cast<bool>(std::getline(in, line));
    while (report.problem.empty() && has_line) {
        has_line = static_cast<bool>(std::getline(in, next));
        if (!has_line) {
            report.problem = walk.take_end(line);
            break;
        }
        const std::string wrong = walk.take_event(line);
        if (!wrong.empty()) report.problem = "Line " + std::to_string(walk.head().sequence + 1) + ' ' + wrong;
        line.swap(next);
    }
    if (line.empty() && report.problem.empty())
        report.problem = "The file is empty. Export the journal again.";
    report.events = walk.head().sequence;
    report.head = walk.head().hash;
    return report;
}

}  // namespace makegood::wire
