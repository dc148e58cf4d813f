#include "app/service/import_catalogue_rows.hpp"

#include "app/service/import_words.hpp"

namespace makegood::service {
namespace {

constexpr std::size_t rows_listed = 1'000;
constexpr std::uint64_t rows_between_progress = 4'096;

std::string quoted(const std::string& text) {
    return "\"" + text + "\"";
}

}  // namespace

Result<> ImportRows::row(const TableRow& row) {
    count_row();
    const auto kind = reader_.read(row.cells, read_);
    if (!kind) {
        reject(row.line, kind.error().sentence);
        return {};
    }
    if (*kind == core::catalogue::RowKind::passed_over) {
        ++report_.passed_over;
        return {};
    }
    if (row.mixed)
        read_.remarks.emplace_back("it has letters that are not UTF-8; they were read as Windows-1252");
    const auto before = known();
    if (const auto whole = complete_from(before); !whole) {
        reject(row.line, whole.error().sentence);
        return {};
    }
    const auto change = writer_.put(read_.article);
    if (!change) return fail(change.error());
    count_change(*change, before);
    if (!read_.article.price) ++without_price_;
    remark(row.line);
    return {};
}

void ImportRows::bad_line(std::uint64_t line, std::string reason) {
    count_row();
    reject(line, std::move(reason));
}

std::optional<core::catalogue::Row> ImportRows::known() const {
    if (!before_) return std::nullopt;
    const auto row = before_->find(read_.article.number.text());
    if (row || reader_.has_numbers() || !read_.article.gtin) return row;
    return before_->find_scanned(read_.article.gtin->text());
}

// What the file says nothing about stays as it was.
Result<> ImportRows::complete_from(std::optional<core::catalogue::Row> known) {
    if (known) {
        const auto before = before_->article(*known);
        if (!reader_.has_numbers()) read_.article.number = before.number;
        reader_.keep(before, read_.article);
    }
    if (!read_.article.name.empty()) return {};
    return fail(ErrorKind::bad_input, "no article here has the number " +
                                          quoted(read_.article.number.text()) +
                                          ", and this file gives no name for a new one");
}

void ImportRows::finish() {
    const auto note = [&](const char* what, std::uint64_t count, const std::string& more = "") {
        if (count > 0) report_.notes.push_back(what + std::to_string(count) + more);
    };
    note("rows that are no articles: ", report_.passed_over);
    note("articles without a price (they can be missing, but are never offered): ", without_price_);
    note("articles taken with a remark: ", report_.remarked, first_remark());
    for (auto& words : additions_)
        if (report_.changes.size() < changes_listed) report_.changes.push_back(std::move(words));
}

void ImportRows::count_row() {
    if (++report_.rows % rows_between_progress == 0 && tell_) tell_();
}

void ImportRows::reject(std::uint64_t line, std::string reason) {
    ++report_.rejected;
    if (reason.ends_with('.')) reason.pop_back();  // told behind "line 7: "
    if (report_.bad.size() < rows_listed) report_.bad.push_back({line, std::move(reason)});
}

void ImportRows::remark(std::uint64_t line) {
    if (read_.remarks.empty()) return;
    ++report_.remarked;
    for (auto& words : read_.remarks)
        if (report_.remarks.size() < rows_listed) report_.remarks.push_back({line, std::move(words)});
}

std::string ImportRows::first_remark() const {
    if (report_.remarks.empty()) return {};
    const BadRow& first = report_.remarks.front();
    return "; the first in line " + std::to_string(first.line) + ": " + first.reason;
}

void ImportRows::count_change(ports::Change change, std::optional<core::catalogue::Row> known) {
    switch (change) {
        case ports::Change::added:
            ++report_.added;
            if (told_in_ && additions_.size() < changes_listed)
                additions_.push_back(addition_words(read_.article, *told_in_));
            return;
        case ports::Change::changed:
            ++report_.changed;
            tell_change(known);
            return;
        case ports::Change::unchanged:
            ++report_.unchanged;
            return;
        case ports::Change::repeated:
            read_.remarks.push_back("its number " + quoted(read_.article.number.text()) +
                                    " came before in this file; this later row is kept");
            return;
    }
}

void ImportRows::tell_change(std::optional<core::catalogue::Row> known) {
    if (told_in_ && known && report_.changes.size() < changes_listed)
        report_.changes.push_back(change_words(before_->article(*known), read_.article, *told_in_));
}

}  // namespace makegood::service
