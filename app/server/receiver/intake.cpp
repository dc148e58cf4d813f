#include "app/server/receiver/intake.hpp"

#include "app/wire/digest.hpp"

namespace makegood::server::receiver {
namespace {

using ports::ExceptionKind;

class Sorter {
  public:
    Sorter(const wire::Segment& segment, const ports::EnrolledDevice& device, const ports::JournalMark& mark,
           const ports::EventCodec& codec, Instant now)
        : segment_(segment), device_(device), codec_(codec), now_(now) {
        intake_.mark = mark;
    }

    Result<Intake> run(const HashOf& hash_of) {
        const std::uint64_t next = intake_.mark.sequence + 1;
        if (segment_.from > next) {
            intake_.conflict = "Head office misses the events from " + std::to_string(next) +
                               " on. Ask it anew what it has, and send from there.";
            return std::move(intake_);
        }
        if (segment_.from == next && segment_.previous_hash != intake_.mark.hash)
            break_off(next, segment_.events[0]);
        for (std::size_t i = 0; i < segment_.events.size() && intake_.conflict.empty(); ++i) {
            const std::uint64_t sequence = segment_.from + i;
            if (sequence >= next)
                add(sequence, segment_.events[i]);
            else
                MAKEGOOD_TRY(compare(sequence, segment_.events[i], hash_of));
        }
        return std::move(intake_);
    }

  private:
    Result<> compare(std::uint64_t sequence, const std::string& bytes, const HashOf& hash_of) {
        const auto known = hash_of(sequence);
        if (!known) return fail(known.error());
        if (*known == wire::blake2b_hex(bytes)) return {};
        note(ExceptionKind::contradicts, sequence, bytes,
             "Another event with this number was received before. The register was copied or its journal "
             "changed.");
        intake_.conflict =
            "Event " + std::to_string(sequence) +
            " is not the one that head office has. Verify this register's journal and call head office.";
        return {};
    }

    void add(std::uint64_t sequence, const std::string& bytes) {
        ports::ReceivedEvent event{sequence, bytes, wire::blake2b_hex(bytes), {}};
        auto decoded = codec_.decode(bytes);
        if (!decoded) {
            note(ExceptionKind::not_understood, sequence, bytes, decoded.error().sentence);
        } else if (!continues(decoded->first, sequence)) {
            break_off(sequence, bytes);
            return;
        } else {
            check_key(sequence, decoded->second.event);
            event.understood = std::move(decoded->second);
        }
        intake_.mark.sequence = sequence;
        intake_.mark.hash = event.hash;
        intake_.events.push_back(std::move(event));
    }

    bool continues(const ports::EventHead& head, std::uint64_t sequence) const {
        return head.device == segment_.device && head.epoch == segment_.epoch && head.sequence == sequence &&
               head.previous_hash == intake_.mark.hash;
    }

    void check_key(std::uint64_t sequence, const ports::Event& event) {
        const auto* opened = std::get_if<ports::ShopOpened>(&event);
        if (opened == nullptr || opened->public_key == device_.public_key) return;
        note(ExceptionKind::wrong_key, sequence, {},
             "The journal was begun with another key than the one that this register enrolled with.");
    }

    void break_off(std::uint64_t sequence, const std::string& bytes) {
        note(ExceptionKind::chain_broken, sequence, bytes,
             "The event does not continue the journal before it. It was changed after it was written.");
        intake_.conflict =
            "Event " + std::to_string(sequence) +
            " does not continue the journal. Verify this register's journal and call head office.";
    }

    void note(ExceptionKind kind, std::uint64_t sequence, const std::string& bytes,
              const std::string& sentence) {
        intake_.exceptions.push_back({kind, segment_.device, segment_.epoch, sequence, bytes,
                                      bytes.empty() ? std::string() : wire::blake2b_hex(bytes), sentence,
                                      now_, 1});
    }

    const wire::Segment& segment_;
    const ports::EnrolledDevice& device_;
    const ports::EventCodec& codec_;
    Instant now_;
    Intake intake_;
};

}  // namespace

Result<Intake> sort_in(const wire::Segment& segment, const ports::EnrolledDevice& device,
                       const ports::JournalMark& mark, const HashOf& hash_of, const ports::EventCodec& codec,
                       Instant now) {
    return Sorter(segment, device, mark, codec, now).run(hash_of);
}

}  // namespace makegood::server::receiver
