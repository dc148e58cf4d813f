// Where a simulated register or hub keeps its book: what was written stays, what was not is gone at the next
// crash. One implementation lies in memory; another may lie on a real store.
#pragma once
#include <functional>
#include <memory>

#include "app/core/budget/rights_hub.hpp"
#include "app/core/budget/rights_register.hpp"

namespace makegood::simulation {

using namespace core::budget;

enum class Fate : std::uint8_t { whole, torn };  // torn: the power went before the commit was durable

class RegisterShelf {
  public:
    virtual ~RegisterShelf() = default;
    virtual const RegisterBook& book() const = 0;
    // One transaction: `change`, and a journal entry with these bytes. False, and nothing has happened:
    // `change` said so, or the commit was torn.
    virtual bool write(const std::function<bool(RegisterBook&)>& change, std::uint64_t entry, Fate fate) = 0;
    virtual Position at() const = 0;                                // in the book's epoch
    virtual std::string hash_at(std::uint64_t sequence) const = 0;  // likewise; empty: it is not that long
    virtual std::unique_ptr<RegisterShelf> copy() const = 0;
};

class HubShelf {
  public:
    virtual ~HubShelf() = default;
    virtual const HubBook& book() const = 0;
    virtual bool write(const std::function<bool(HubBook&)>& change, Fate fate) = 0;
};

// Makes empty shelves and puts a book into each.
class Shelves {
  public:
    virtual ~Shelves() = default;
    virtual std::unique_ptr<RegisterShelf> for_register(RegisterBook book) = 0;
    virtual std::unique_ptr<HubShelf> for_hub(HubBook book) = 0;
};

class ShelvesInMemory : public Shelves {
  public:
    std::unique_ptr<RegisterShelf> for_register(RegisterBook book) override;
    std::unique_ptr<HubShelf> for_hub(HubBook book) override;
};

}  // namespace makegood::simulation
