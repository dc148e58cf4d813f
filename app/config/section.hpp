// Reads one table of a settings file into typed values: checks, collects problems, remembers who set what.
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/money.hpp"
#include "app/base/time_values.hpp"
#include "app/config/toml_value.hpp"

namespace makegood::config {

// One setting as it is in force.
struct Effective {
    std::string key, value;  // "limits.cards", "3"
    std::string file;        // that set it; "built in" when none did
    int line = 0;
};

// How amounts are written: as an amount in the shop's currency, or as so many usual gifts.
struct Amounts {
    Currency currency;
    std::optional<Money> usual_gift;
};

// What a policy document says of itself, under [policy].
struct DocumentHead {
    std::int64_t version = 0;  // 0: it says none
    std::string store;         // the one it is for, by name
};

// What is gathered while the files of one kind are read, from the lowest layer to the highest.
struct Reading {
    Amounts amounts;
    Problems problems;
    std::map<std::string, Effective> effective;
    std::string file;   // being read; empty while the built-in values are recorded
    DocumentHead head;  // of the file that was read last
};

// A table under a key ("limits"), or the file itself (""). Each reader leaves `target` as it is when the key
// is absent or its value can't be used (then a problem is added). Call close() after the last one.
class Section {
  public:
    // A quiet one does not list its keys among the effective settings.
    Section(Reading& reading, const Value* table, std::string path, bool quiet = false);
    // The table `key` of this one; absent where it is not there.
    Section section(std::string_view key);
    Section quiet_section(std::string_view key);
    bool has(std::string_view key) const;

    void text(std::string_view key, std::string& target, std::size_t longest = 200);
    void yes_no(std::string_view key, bool& target);
    void integer(std::string_view key, int& target, int least, int most);
    void integer(std::string_view key, std::int64_t& target, std::int64_t least, std::int64_t most);
    // Left empty when absent; then not listed.
    void optional_text(std::string_view key, std::optional<std::string>& target);
    void optional_money(std::string_view key, std::optional<Money>& target);
    void optional_integer(std::string_view key, std::optional<std::uint64_t>& target, std::int64_t most);
    void number(std::string_view key, double& target, double least, double most);
    // "60 %", "12.5 %" or 60.
    void percent(std::string_view key, Percent& target, int least, int most);
    // "2.50", "2 gifts". Never below nothing.
    void money(std::string_view key, Money& target);
    // 2026-01-05, in quotes or not. Quiet: it is listed with what it belongs to.
    void date(std::string_view key, CivilDate& target);
    // One of the known words, or a list of them; each is handed to `take`.
    void words(std::string_view key, const std::vector<std::string_view>& known,
               const std::function<void(std::string_view)>& take);
    void word(std::string_view key, const std::vector<std::string_view>& known,
              const std::function<void(std::string_view)>& take,
              std::string_view now);  // `now`: the word in force, for the list of settings
    // A list of tables ("[[gesture]]"); its rows.
    const std::vector<Value>* tables(std::string_view key);

    // Adds a problem at a key of this table (or at the table, when the key is absent).
    void refuse(std::string_view key, std::string sentence);
    // Two keys of this table contradict each other: says so at the one that this file has, and where the
    // other one stands: "guards.a is above guards.b (line 3); exchange them." Nothing when this file has
    // neither: then it was said where they are.
    void refuse_both(std::string_view key, std::string_view other, std::string_view relation,
                     std::string_view way_out);
    // The same of keys that only this table can have.
    void refuse_both(std::string_view key, std::string_view other, std::string sentence);
    int line() const { return table_ ? table_->line : 0; }
    // Refuses every key that no reader asked for, naming the nearest one that was.
    void close();

  private:
    const Value* find(std::string_view key);
    std::string full(std::string_view key) const {
        return path_.empty() ? std::string(key) : path_ + '.' + std::string(key);
    }
    void record(std::string_view key, const Value* value, std::string shown);
    std::string where(std::string_view key) const;
    void wrong_kind(std::string_view key, const Value& value, std::string_view wanted);

    Reading& reading_;
    const Value* table_;
    std::string path_;
    bool quiet_;
    std::vector<std::string> known_;
};

// "2.50" or "2 gifts" as money; the sentence says how to write it.
Result<Money> read_amount(std::string_view text, const Amounts& amounts);
// "60 %" or "12.5 %".
std::optional<Percent> read_percent(std::string_view text);
std::string shown_percent(Percent share);

}  // namespace makegood::config
