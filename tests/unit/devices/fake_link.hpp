// A cable to a simulated mechanism in the same thread, with its own time: every wait passes at once. One
// fault can strike when a given number of bytes has been taken.
#pragma once
#include <algorithm>
#include <optional>

#include "app/ports/clock.hpp"
#include "devices/simulated/mechanism.hpp"
#include "devices/transport/transport.hpp"

namespace makegood::tests {

class FakeClock final : public ports::Clock {
  public:
    Instant now() const override { return Instant{steady_}; }
    Duration steady() const override { return steady_; }
    std::string boot() const override { return "one"; }
    CivilDate local_date(Instant) const override { return {}; }
    std::string local_time(Instant) const override { return {}; }
    void pass(Duration time) { steady_ += time; }

  private:
    Duration steady_{1'000'000};
};

enum class Fault : std::uint8_t {
    none,
    paper_out,        // a new roll after `lasts`
    cover_open,       // closed after `lasts`
    link_cut,         // for good
    reset_deaf,       // off and on: loses what it held and all that comes while it is off
    reset_held,       // off and on: loses what it held; the line is held while it is off
    paper_out_reset,  // out of paper; the roll is changed with the printer switched off meanwhile
};

struct Wire {
    Fault fault = Fault::none;
    std::size_t at_byte = 0;
    Duration lasts = std::chrono::seconds(3);
    double bytes_a_second = 11'520;
    double work_a_second = 50'000;
};

class FakeLink final : public devices::transport::Transport {
  public:
    FakeLink(FakeClock& clock, devices::simulated::Mechanism& mechanism, Wire wire)
        : clock_(clock), mechanism_(mechanism), wire_(wire) {}

    Result<> open(Duration) override {
        if (is_cut_) return fail(ErrorKind::failed, "No answer from the printer.");
        is_open_ = true;
        return {};
    }
    bool is_open() const override { return is_open_; }
    Result<> end_piece() override { return {}; }
    void close() override { is_open_ = false; }
    bool answers() const override { return true; }

    devices::transport::Written write(std::span<const std::uint8_t> bytes, Duration limit) override {
        if (!is_open_) return {0, lost()};
        strike_when_due();
        if (!is_open_) return {0, lost()};
        auto most = std::min<std::size_t>(bytes.size(), 512);
        if (wire_.fault != Fault::none && !has_struck_) most = std::min(most, wire_.at_byte - taken_.size());
        if (!is_off()) most = std::min(most, mechanism_.room());
        if (is_off() && wire_.fault != Fault::reset_deaf) most = 0;
        if (most == 0) {
            pass(std::min<Duration>(limit, std::chrono::milliseconds(50)));
            return {};
        }
        const auto part = bytes.first(most);
        taken_.insert(taken_.end(), part.begin(), part.end());
        if (!is_off()) mechanism_.receive(part);
        pass(seconds(static_cast<double>(most) / wire_.bytes_a_second));
        strike_when_due();
        return {most, {}};
    }

    devices::transport::Received read(Duration limit) override {
        if (!is_open_) return {{}, lost()};
        auto answers = mechanism_.take_answers();
        if (answers.empty() && limit > Duration{0}) {
            pass(limit);
            answers = mechanism_.take_answers();
        }
        return {std::move(answers), {}};
    }

    // Every byte that left the host.
    const std::vector<std::uint8_t>& taken() const { return taken_; }

  private:
    static Duration seconds(double count) { return Duration{static_cast<std::int64_t>(count * 1e6)}; }
    static Error lost() { return {ErrorKind::failed, "The connection broke.", {}}; }
    bool is_off() const { return off_until_ && clock_.steady() < *off_until_; }

    void strike_when_due() {
        if (has_struck_ || wire_.fault == Fault::none || taken_.size() < wire_.at_byte) return;
        has_struck_ = true;
        const auto until = clock_.steady() + wire_.lasts;
        switch (wire_.fault) {
            case Fault::none:
                break;
            case Fault::paper_out:
                mechanism_.set_paper(false), helped_at_ = until;
                break;
            case Fault::cover_open:
                mechanism_.set_cover(true), helped_at_ = until;
                break;
            case Fault::link_cut:
                is_cut_ = true, is_open_ = false;
                break;
            case Fault::reset_deaf:
            case Fault::reset_held:
                mechanism_.power_cycle(), off_until_ = until;
                break;
            case Fault::paper_out_reset:
                mechanism_.set_paper(false), switched_off_at_ = until;
                break;
        }
    }

    void pass(Duration time) {
        clock_.pass(time);
        if (switched_off_at_ && clock_.steady() >= *switched_off_at_) {
            switched_off_at_.reset();
            mechanism_.power_cycle();
            mechanism_.set_paper(true);
            off_until_ = clock_.steady() + wire_.lasts;
        }
        if (helped_at_ && clock_.steady() >= *helped_at_) {
            helped_at_.reset();
            mechanism_.set_paper(true);
            mechanism_.set_cover(false);
        }
        const auto budget = std::chrono::duration<double>(time).count() * wire_.work_a_second;
        if (!is_off()) mechanism_.work(static_cast<std::size_t>(budget) + 1);
    }

    FakeClock& clock_;
    devices::simulated::Mechanism& mechanism_;
    const Wire wire_;
    bool is_open_ = false, is_cut_ = false, has_struck_ = false;
    std::optional<Duration> helped_at_, off_until_, switched_off_at_;
    std::vector<std::uint8_t> taken_;
};

}  // namespace makegood::tests
