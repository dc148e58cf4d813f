#include <cstring>

#include "tests/simulation/dice.hpp"
#include "tests/simulation/shelf.hpp"

namespace makegood::simulation {
namespace {

// The book is copied only where the change will be lost: that is what makes millions of steps cheap.
template <class Book>
bool changed(Book& book, const std::function<bool(Book&)>& change, Fate fate) {
    if (fate == Fate::whole) return change(book);
    auto lost = book;
    change(lost);
    return false;
}

std::string text_of(std::uint64_t hash) {
    std::string bytes(sizeof hash, '\0');
    std::memcpy(bytes.data(), &hash, sizeof hash);
    return bytes;
}

class RegisterInMemory : public RegisterShelf {
  public:
    explicit RegisterInMemory(RegisterBook book) : book_(std::move(book)) {}
    const RegisterBook& book() const override { return book_; }
    bool write(const std::function<bool(RegisterBook&)>& change, std::uint64_t entry, Fate fate) override {
        const auto epoch = book_.epoch;
        if (!changed(book_, change, fate)) return false;
        auto chained = (hashes_.empty() ? 0 : hashes_.back()) ^ entry;
        if (book_.epoch != epoch) hashes_.clear();
        hashes_.push_back(splitmix(chained));
        return true;
    }
    Position at() const override { return {hashes_.size(), hash_at(hashes_.size())}; }
    std::string hash_at(std::uint64_t sequence) const override {
        return sequence == 0 || sequence > hashes_.size() ? std::string() : text_of(hashes_[sequence - 1]);
    }
    std::unique_ptr<RegisterShelf> copy() const override { return std::make_unique<RegisterInMemory>(*this); }

  private:
    RegisterBook book_;
    std::vector<std::uint64_t> hashes_;
};

class HubInMemory : public HubShelf {
  public:
    explicit HubInMemory(HubBook book) : book_(std::move(book)) {}
    const HubBook& book() const override { return book_; }
    bool write(const std::function<bool(HubBook&)>& change, Fate fate) override {
        return changed(book_, change, fate);
    }

  private:
    HubBook book_;
};

}  // namespace

std::unique_ptr<RegisterShelf> ShelvesInMemory::for_register(RegisterBook book) {
    return std::make_unique<RegisterInMemory>(std::move(book));
}

std::unique_ptr<HubShelf> ShelvesInMemory::for_hub(HubBook book) {
    return std::make_unique<HubInMemory>(std::move(book));
}

}  // namespace makegood::simulation
