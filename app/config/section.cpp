#include "app/config/section.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/base/letters.hpp"

namespace makegood::config {
namespace {

using Kind = Value::Kind;

std::string in_quotes(std::string_view text) {
    return '"' + std::string(text) + '"';
}

}  // namespace

Section::Section(Reading& reading, const Value* table, std::string path, bool quiet)
    : reading_(reading), table_(table), path_(std::move(path)), quiet_(quiet) {}

Section Section::section(std::string_view key) {
    const Value* table = find(key);
    if (table && table->kind != Kind::table) {
        wrong_kind(key, *table, "a section [" + full(key) + "]");
        table = nullptr;
    }
    return {reading_, table, full(key), quiet_};
}

Section Section::quiet_section(std::string_view key) {
    Section inside = section(key);
    inside.quiet_ = true;
    return inside;
}

bool Section::has(std::string_view key) const {
    return table_ && table_->entries.contains(std::string(key));
}

const Value* Section::find(std::string_view key) {
    known_.emplace_back(key);
    if (!table_) return nullptr;
    const auto entry = table_->entries.find(std::string(key));
    return entry == table_->entries.end() ? nullptr : &entry->second;
}

void Section::record(std::string_view key, const Value* value, std::string shown) {
    if (quiet_) return;
    const std::string name = full(key);
    if (value)
        reading_.effective[name] = {name, std::move(shown), reading_.file, value->line};
    else
        reading_.effective.try_emplace(name, Effective{name, std::move(shown), "built in", 0});
}

void Section::refuse(std::string_view key, std::string sentence) {
    int where = line();
    if (has(key)) where = table_->entries.at(std::string(key)).line;
    reading_.problems.push_back({reading_.file, where, std::move(sentence)});
}

// " (line 3)", " (line 3 of policy.toml)", " (built in)"
std::string Section::where(std::string_view key) const {
    if (has(key)) return " (line " + std::to_string(table_->entries.at(std::string(key)).line) + ")";
    const auto set = reading_.effective.find(full(key));
    if (set == reading_.effective.end() || set->second.line == 0) return " (built in)";
    const auto& file = set->second.file;
    return " (line " + std::to_string(set->second.line) + " of " + file.substr(file.rfind('/') + 1) + ")";
}

void Section::refuse_both(std::string_view key, std::string_view other, std::string_view relation,
                          std::string_view way_out) {
    if (!has(key) && !has(other)) return;
    const bool at_key = has(key);
    refuse(at_key ? key : other, full(key) + (at_key ? "" : where(key)) + ' ' + std::string(relation) + ' ' +
                                     full(other) + (at_key ? where(other) : "") + "; " +
                                     std::string(way_out));
}

void Section::refuse_both(std::string_view key, std::string_view other, std::string sentence) {
    const auto line = [&](std::string_view each) {
        return has(each) ? std::to_string(table_->entries.at(std::string(each)).line) : std::string();
    };
    if (has(key) && has(other)) sentence += " (Lines " + line(key) + " and " + line(other) + ".)";
    refuse(has(key) ? key : other, std::move(sentence));
}

void Section::wrong_kind(std::string_view key, const Value& value, std::string_view wanted) {
    refuse(key,
           full(key) + " = " + value.shown() + " can't be used; it must be " + std::string(wanted) + '.');
}

void Section::text(std::string_view key, std::string& target, std::size_t longest) {
    const Value* value = find(key);
    if (value && value->kind != Kind::text) return wrong_kind(key, *value, "text in quotes");
    if (value && base::letters_in(value->text) > longest)
        return wrong_kind(key, *value, "at most " + std::to_string(longest) + " letters long");
    if (value) target = value->text;
    record(key, value, in_quotes(target));
}

void Section::yes_no(std::string_view key, bool& target) {
    const Value* value = find(key);
    if (value && value->kind != Kind::yes_no) return wrong_kind(key, *value, "true or false");
    if (value) target = value->yes;
    record(key, value, target ? "true" : "false");
}

void Section::integer(std::string_view key, std::int64_t& target, std::int64_t least, std::int64_t most) {
    const Value* value = find(key);
    const bool fits =
        value && value->kind == Kind::integer && value->integer >= least && value->integer <= most;
    if (value && !fits)
        return wrong_kind(key, *value,
                          "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    if (value) target = value->integer;
    record(key, value, std::to_string(target));
}

void Section::integer(std::string_view key, int& target, int least, int most) {
    std::int64_t wide = target;
    integer(key, wide, std::int64_t{least}, std::int64_t{most});
    target = static_cast<int>(wide);
}

void Section::optional_text(std::string_view key, std::optional<std::string>& target) {
    if (!find(key)) return;
    std::string value = target.value_or("");
    text(key, value);
    target = std::move(value);
}

void Section::optional_money(std::string_view key, std::optional<Money>& target) {
    if (!find(key)) return;
    Money value = target.value_or(Money{});
    money(key, value);
    target = value;
}

void Section::optional_integer(std::string_view key, std::optional<std::uint64_t>& target,
                               std::int64_t most) {
    if (!find(key)) return;
    std::int64_t value = 0;
    integer(key, value, std::int64_t{0}, most);
    target = static_cast<std::uint64_t>(value);
}

void Section::number(std::string_view key, double& target, double least, double most) {
    const Value* value = find(key);
    const bool is_number = value && (value->kind == Kind::number || value->kind == Kind::integer);
    const bool fits = is_number && value->number >= least && value->number <= most;
    if (value && !fits)
        return wrong_kind(key, *value,
                          "a number from " + std::to_string(static_cast<std::int64_t>(least)) + " to " +
                              std::to_string(static_cast<std::int64_t>(most)));
    if (value) target = value->number;
    record(key, value, fmt::format("{}", target));
}

void Section::percent(std::string_view key, Percent& target, int least, int most) {
    const Value* value = find(key);
    std::optional<Percent> read;
    if (value && value->kind == Kind::integer && value->integer >= least && value->integer <= most)
        read = Percent::whole(value->integer);
    if (value && value->kind == Kind::text) read = read_percent(value->text);
    const bool fits = read && *read >= Percent::whole(least) && *read <= Percent::whole(most);
    if (value && !fits)
        return wrong_kind(
            key, *value,
            "a share from \"" + std::to_string(least) + " %\" to \"" + std::to_string(most) + " %\"");
    if (value) target = *read;
    record(key, value, shown_percent(target));
}

void Section::money(std::string_view key, Money& target) {
    const Value* value = find(key);
    if (value && value->kind != Kind::text)
        return wrong_kind(key, *value,
                          "an amount in quotes, like \"2 gifts\" or \"" +
                              format_plain(target, reading_.amounts.currency) + "\"");
    if (value) {
        const auto amount = read_amount(value->text, reading_.amounts);
        if (!amount) return refuse(key, full(key) + ": " + amount.error().sentence);
        target = *amount;
    }
    record(key, value, in_quotes(format_plain(target, reading_.amounts.currency)));
}

void Section::date(std::string_view key, CivilDate& target) {
    const Value* value = find(key);
    if (!value) return;
    const auto date = base::parse_date(value->text);
    if ((value->kind != Kind::date && value->kind != Kind::text) || !date)
        return wrong_kind(key, *value, "a date like 2026-01-05");
    target = *date;
}

void Section::words(std::string_view key, const std::vector<std::string_view>& known,
                    const std::function<void(std::string_view)>& take) {
    const Value* value = find(key);
    if (!value) return;
    const std::vector<Value> single{*value};
    for (const auto& item : value->kind == Kind::list ? value->items : single) {
        if (item.kind != Kind::text) {
            wrong_kind(key, item, "a word in quotes or a list of them");
        } else if (std::find(known.begin(), known.end(), item.text) == known.end()) {
            refuse(key, full(key) + " does not know the word " + in_quotes(item.text.substr(0, 40)) + '.' +
                            did_you_mean(item.text, known));
        } else {
            take(item.text);
        }
    }
}

void Section::word(std::string_view key, const std::vector<std::string_view>& known,
                   const std::function<void(std::string_view)>& take, std::string_view now) {
    const Value* value = find(key);
    if (value && value->kind != Kind::text) return wrong_kind(key, *value, "one word in quotes");
    const bool fits = value && std::find(known.begin(), known.end(), value->text) != known.end();
    if (value && !fits)
        return refuse(key, full(key) + " does not know the word " + in_quotes(value->text.substr(0, 40)) +
                               '.' + did_you_mean(value->text, known));
    if (value) take(value->text);
    record(key, value, in_quotes(value ? std::string_view(value->text) : now));
}

const std::vector<Value>* Section::tables(std::string_view key) {
    const Value* value = find(key);
    if (!value) return nullptr;
    const auto is_table = [](const Value& item) { return item.kind == Kind::table; };
    if (value->kind == Kind::list && std::all_of(value->items.begin(), value->items.end(), is_table))
        return &value->items;
    wrong_kind(key, *value, "written as [[" + full(key) + "]], one after the other");
    return nullptr;
}

void Section::close() {
    if (!table_) return;
    const std::vector<std::string_view> known(known_.begin(), known_.end());
    for (const auto& [key, value] : table_->entries) {
        if (std::find(known.begin(), known.end(), key) != known.end()) continue;
        const std::string where = path_.empty() ? "this file" : "[" + path_ + "]";
        reading_.problems.push_back({reading_.file, value.line,
                                     "There is no setting " + in_quotes(key.substr(0, 40)) + " in " + where +
                                         '.' + did_you_mean(key, known)});
    }
}

}  // namespace makegood::config
