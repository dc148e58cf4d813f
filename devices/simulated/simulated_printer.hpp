// A receipt printer on a loopback port that can be out of paper, slow, silent or gone. For trials of a
// shop without hardware, the demonstration, and tests. Keeps every piece as bytes and as a picture.
#pragma once
#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

#include "app/base/result.hpp"
#include "devices/simulated/mechanism.hpp"

namespace makegood::devices::simulated {

enum class State : std::uint8_t {
    ready,
    paper_out,
    cover_open,
    slow,    // works off 20,000 bytes a second
    silent,  // accepts a connection and never reads or answers
    gone,    // hangs up and refuses connections
    reset,   // off and on, once; then ready
};
std::string_view word(State state);
std::optional<State> state_from_word(std::string_view word);

struct Setting {
    std::uint16_t port = 0;        // 0: any free one
    std::filesystem::path folder;  // for piece-0001.bin and .png; empty: pieces are only kept in memory
    Model model;
};

// Serves one client at a time on a thread of its own, until destroyed. All functions from any thread.
class SimulatedPrinter {
  public:
    // failed: the port is taken or the folder can't be made.
    static Result<std::unique_ptr<SimulatedPrinter>> start(const Setting& setting);
    ~SimulatedPrinter();

    std::uint16_t port() const { return port_; }
    void set_state(State state);
    // From the moment when it has received so many more bytes on.
    void set_state_after(std::size_t bytes, State state);
    // Everything that came out so far, torn pieces included.
    std::vector<PaperPiece> pieces() const;

  private:
    struct Sockets;
    SimulatedPrinter(const Setting& setting, std::unique_ptr<Sockets> sockets, std::uint16_t port);

    void serve(const std::stop_token& stop);
    void enter(State state);
    void take_connection();
    void take_bytes();
    void work_on();
    void give_answers();
    void collect();

    const Setting setting_;
    const std::uint16_t port_;
    std::unique_ptr<Sockets> sockets_;
    Mechanism mechanism_;         // of the serving thread
    State state_ = State::ready;  // likewise
    std::size_t received_ = 0;    // likewise
    int next_number_ = 1;         // likewise

    mutable std::mutex guard_;  // for what follows
    std::optional<State> wanted_;
    std::optional<std::pair<std::size_t, State>> planned_;  // bytes still to come, state
    std::vector<PaperPiece> pieces_;
    std::jthread thread_;  // last: ends before the rest goes
};

// piece-0001.bin and .png in the folder; torn ones are called piece-0001-torn. Each appears whole.
Result<> save_piece(const PaperPiece& piece, const std::filesystem::path& folder, int number);

}  // namespace makegood::devices::simulated
