#include "tests/simulation/machine.hpp"

#include <algorithm>

namespace makegood::simulation {

Machine::Machine(std::unique_ptr<RegisterShelf> shelf, Dice& dice, Numbers& numbers, Protocol& protocol)
    : dice_(&dice), numbers_(&numbers), protocol_(&protocol) {
    disk_.shelf = std::move(shelf);
    start_process();
}

Machine::Machine(const Machine& original, bool with_memory, bool with_marker)
    : cut_off(original.cut_off),
      days_wrong(original.days_wrong),
      disk_(original.backup()),
      dice_(original.dice_),
      numbers_(original.numbers_),
      protocol_(original.protocol_) {
    if (with_marker) marker_file_ = original.marker_file_;
    if (with_memory) {
        exchange = original.exchange;
        undoable_ = original.undoable_;
    } else {
        start_process();
    }
}

bool Machine::write(const std::function<bool(RegisterBook&)>& change, Fate fate) {
    const auto epoch = book().epoch;
    const bool written = disk_.shelf->write(change, dice_->next(), fate);
    if (written) {
        if (book().epoch != epoch) disk_.stamps.clear();
        disk_.stamps.push_back(numbers_->next());
    }
    return written;
}

void Machine::crash() {
    hang_up(exchange);
    undoable_.clear();
    silent = 0;
    start_process();
}

void Machine::restore(Disk disk) {
    disk_ = std::move(disk);
    crash();
}

void Machine::start_process() {
    const auto fresh = dice_->nonce();
    const auto marker = book().marker;
    const auto file = marker_file_.value_or(0);
    started_as_copy = file != marker.now && file != marker.before;
    write([&](RegisterBook& book) { return protocol_->start(book, marker_file_, fresh), true; }, Fate::whole);
    // The power may go between the two writes: the file then keeps the marker of before.
    if (!dice_->percent(10)) marker_file_ = fresh;
}

Amount Machine::right_in(const RegisterPot& pot) const {
    auto right = pot.promised - pot.figures.returned - (pot.figures.used - pot.released);
    for (const auto& gesture : undoable_)
        for (const auto& charge : gesture.taken.charges)
            if (charge.pot == pot.id) right += charge.amount;
    return right;
}

void Machine::gesture(Auditor& auditor, const std::vector<Charge>& charges, Fate fate) {
    std::optional<Taken> taken;
    const auto change = [&](RegisterBook& changed) {
        if (auto outcome = take(changed, charges)) taken = *std::move(outcome);
        return taken.has_value();
    };
    const bool written = write(change, fate);
    if (taken && (written || protocol_->gesture_first())) {
        auditor.gave(book().device, *taken);
        if (written) disk_.gestures.push_back({numbers_->next(), *taken});
        if (written) undoable_.push_back(disk_.gestures.back());
    }
    if (taken && !written) crash();
}

bool Machine::undo_last(Auditor& auditor, Fate fate) {
    return !undoable_.empty() && end(auditor, undoable_.back(), true, fate);
}

bool Machine::release_one(Auditor& auditor, Fate fate) {
    if (disk_.gestures.empty()) return false;
    const auto at = static_cast<std::size_t>(dice_->below(static_cast<std::int64_t>(disk_.gestures.size())));
    return end(auditor, disk_.gestures[at], false, fate);
}

bool Machine::end(Auditor& auditor, Gesture gesture, bool undone, Fate fate) {
    const auto change = [&](RegisterBook& changed) {
        undone ? undo(changed, gesture.taken) : protocol_->release(changed, gesture.taken);
        return true;
    };
    const bool written = write(change, fate);
    if (!written) {
        crash();
        return false;
    }
    const auto this_one = [&](const Gesture& each) { return each.number == gesture.number; };
    std::erase_if(undoable_, this_one);
    std::erase_if(disk_.gestures, this_one);
    auditor.took_back(gesture.number, book().device, gesture.taken);
    return true;
}

}  // namespace makegood::simulation
