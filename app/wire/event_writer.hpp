// Writes the fields of an event as JSON, in order, on one line.
#pragma once
#include <concepts>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ports/score.hpp"
#include "app/wire/event_limits.hpp"
#include "app/wire/event_words.hpp"

namespace makegood::wire {

class EventWriter {
  public:
    template <class T>
    using Ref = const T&;

    explicit EventWriter(std::string& out) : out_(out) {}

    template <class T>
    void operator()(std::string_view key, const T& value) {
        write_key(key);
        write(value);
    }
    // A value that is left out where it is empty.
    template <class T>
    void if_any(std::string_view key, const T& value) {
        if (value != T{}) (*this)(key, value);
    }
    void score(std::string_view key, double value) {
        write_key(key);
        write_integer(ports::score_millionths(value));
    }
    void open() {
        out_ += '{';
        first_ = true;
    }
    void close() {
        out_ += '}';
        first_ = false;
    }
    // False when something was beyond its limit or not UTF-8: then what was written must not be used.
    bool fits() const { return fits_; }

  private:
    void write_key(std::string_view key);
    void write_integer(std::int64_t value);
    void write_text(std::string_view text, std::size_t longest);

    void write(bool value) { out_ += value ? "true" : "false"; }
    template <std::integral Integer>
    void write(Integer value) {
        fits_ = fits_ && std::in_range<std::int64_t>(value) &&
                is_writable(static_cast<std::int64_t>(value), greatest_count);
        write_integer(static_cast<std::int64_t>(value));
    }
    void write(const std::string& text) { write_text(text, longest_text); }
    template <class Tag>
    void write(const base::TextId<Tag>& id) {
        write_text(id.text(), longest_id);
    }
    void write(Money money);
    void write(Percent percent) { write(percent.basis_points()); }
    void write(Instant instant);
    void write(CivilDate date);
    template <class Enum>
    requires std::is_enum_v<Enum>
    void write(Enum value) { out_.append(1, '"').append(event_word(value)).append(1, '"'); }
    template <class T>
    void write(const std::optional<T>& value) {
        value ? write(*value) : void(out_ += "null");
    }
    template <class T>
    void write(const std::vector<T>& values) {
        fits_ = fits_ && values.size() <= most_offers;
        out_ += '[';
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (i > 0) out_ += ',';
            write(values[i]);
        }
        out_ += ']';
    }
    template <class T>
    requires std::is_aggregate_v<T>
    void write(const T& value) {
        open();
        fields(*this, value);
        close();
    }

    std::string& out_;
    bool first_ = true;
    bool fits_ = true;
};

}  // namespace makegood::wire
