// A simulated register: its shelf, what dies with the running process, and what the auditor must know of its
// past.
#pragma once
#include "tests/simulation/auditor.hpp"
#include "tests/simulation/dice.hpp"
#include "tests/simulation/protocol.hpp"

namespace makegood::simulation {

struct Gesture {
    std::uint64_t number = 0;
    Taken taken;
};

// On the disk: what a copy copies.
struct Disk {
    std::unique_ptr<RegisterShelf> shelf;
    std::vector<std::uint64_t> stamps;  // one for each entry of this epoch's journal
    std::vector<Gesture> gestures;      // that may still be freed
    Disk copy() const { return {shelf->copy(), stamps, gestures}; }
};

// Numbers that no two things in a simulation share.
struct Numbers {
    std::uint64_t last = 0;
    std::uint64_t next() { return ++last; }
};

class Machine {
  public:
    Machine(std::unique_ptr<RegisterShelf> shelf, Dice& dice, Numbers& numbers, Protocol& protocol);
    // A copy on another machine; with the memory of the running process (a snapshot of a virtual machine) or
    // not.
    Machine(const Machine& original, bool with_memory, bool with_marker);
    Machine(Machine&&) = default;

    const RegisterBook& book() const { return disk_.shelf->book(); }
    const RegisterShelf& shelf() const { return *disk_.shelf; }
    const std::vector<std::uint64_t>& stamps() const { return disk_.stamps; }

    // One commit of this process. False: nothing was written; where it was torn, the process has died.
    bool write(const std::function<bool(RegisterBook&)>& change, Fate fate);
    void crash();  // and start again
    void restore(Disk disk);
    Disk backup() const { return disk_.copy(); }

    // What a copy made now could spend: held, promised, released, and what may be undone in this minute.
    Amount right_in(const RegisterPot& pot) const;

    void gesture(Auditor& auditor, const std::vector<Charge>& charges, Fate fate);
    // False: there was nothing, or it was torn.
    bool undo_last(Auditor& auditor, Fate fate);
    bool release_one(Auditor& auditor, Fate fate);
    void minute_over() { undoable_.clear(); }

    Exchange exchange;             // open in this process
    bool started_as_copy = false;  // the file outside said so when this process began
    int silent = 0;                // ticks since something was sent that is not answered
    bool cut_off = false, switched_off = false;
    std::int64_t days_wrong = 0;

  private:
    void start_process();
    bool end(Auditor& auditor, Gesture gesture, bool undone, Fate fate);

    Disk disk_;
    std::optional<std::uint64_t> marker_file_;
    std::vector<Gesture> undoable_;
    Dice* dice_;
    Numbers* numbers_;
    Protocol* protocol_;
};

}  // namespace makegood::simulation
