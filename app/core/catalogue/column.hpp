// One array of plain values: grown while a catalogue is built, or lying in memory that somebody else keeps.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace makegood::core::catalogue {

template <class T>
class Column {
    static_assert(std::is_trivially_copyable_v<T>, "it is written to and read from files as it lies");

  public:
    Column() = default;
    Column(std::vector<T> values) : own_(std::move(values)), view_(own_) {}  // NOLINT: a vector is a column
    // Where the values lie now; they outlive the Column.
    static Column at(std::span<const T> values) {
        Column column;
        column.view_ = values;
        return column;
    }
    Column(const Column&) = delete;
    Column& operator=(const Column&) = delete;
    Column(Column&&) = default;
    Column& operator=(Column&&) = default;

    std::size_t size() const { return view_.size(); }
    bool empty() const { return view_.empty(); }
    const T* data() const { return view_.data(); }
    const T* begin() const { return view_.data(); }
    const T* end() const { return view_.data() + view_.size(); }
    const T& operator[](std::size_t at) const { return view_[at]; }
    std::span<const T> span() const { return view_; }
    // What lies from `from[at]` to `from[at + 1]`.
    std::span<const T> part(const Column<std::uint32_t>& from, std::size_t at) const {
        return view_.subspan(from[at], from[at + 1] - from[at]);
    }

  private:
    std::vector<T> own_;
    std::span<const T> view_;
};

}  // namespace makegood::core::catalogue
