#include "app/core/catalogue/sales_row.hpp"

#include <algorithm>

#include "app/core/catalogue/row_values.hpp"

namespace makegood::core::catalogue {
namespace {

constexpr std::size_t longest_key = 200;

// FNV-1a, its bits then mixed: keys of one shop are alike.
std::uint64_t number_for(std::string_view text, std::uint64_t seed) {
    std::uint64_t value = 14695981039346656037ull ^ seed;
    for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 1099511628211ull;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ull;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebull;
    return value ^ (value >> 31);
}

tl::unexpected<Error> bad(std::string reason) {
    return fail(ErrorKind::bad_input, std::move(reason));
}

std::string quoted(std::string_view text) {
    return "\"" + std::string(text.substr(0, 40)) + "\"";
}

}  // namespace

std::optional<bool> above_nothing(std::string_view amount) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (std::none_of(amount.begin(), amount.end(), digit) || cut_by_spreadsheet(amount)) return std::nullopt;
    const bool letters_inside = std::any_of(
        std::find_if(amount.begin(), amount.end(), digit),
        std::find_if(amount.rbegin(), amount.rend(), digit).base(), [&](char c) {
            return !digit(c) && c != '.' && c != ',' && c != '\'' && c != ' ' && c != '\xC2' && c != '\xA0';
        });
    if (letters_inside) return std::nullopt;
    if (amount.find('-') != amount.npos || amount.find("\u2212") != amount.npos || amount.starts_with('('))
        return false;
    return std::any_of(amount.begin(), amount.end(), [&](char c) { return digit(c) && c != '0'; });
}

Result<SalesReader> SalesReader::bind(const Mapping& mapping, std::span<const std::string> written_headers) {
    const Headers headers(written_headers, mapping);
    SalesReader reader;
    for (std::size_t field = 0; field < sales_field_names.size(); ++field)
        reader.fields_[field] = headers.bind(std::string(sales_field_names[field]), false, reader.notes_);
    if (!reader.bound(SalesField::article).there() && !reader.bound(SalesField::gtin).there())
        return headers.not_found("article that was bought");
    if (!reader.bound(SalesField::basket).there() && !reader.bound(SalesField::time).there())
        return headers.not_found("basket (the receipt's number), or the time of the purchase,");
    reader.meaningless_ = mapping.meaningless;
    return reader;
}

std::string_view SalesReader::text(std::span<const std::string_view> cells, SalesField field) {
    const auto cell = [&](std::size_t column) -> std::string_view {
        const auto found = trim_cell(cells[column]);
        const bool nothing = std::find(meaningless_.begin(), meaningless_.end(), found) != meaningless_.end();
        return nothing ? std::string_view() : found;
    };
    for (const auto& columns : bound(field).sources) {
        if (columns.size() == 1) {
            if (const auto found = cell(columns[0]); !found.empty()) return found;
            continue;
        }
        std::string& all = joined_[static_cast<std::size_t>(field)];
        all.clear();
        for (const auto column : columns)
            if (const auto part = cell(column); !part.empty()) (all += all.empty() ? "" : " ") += part;
        if (!all.empty()) return all;
    }
    return bound(field).constant;
}

Result<SalesLine> SalesReader::read(std::span<const std::string_view> cells) {
    SalesLine line;
    const auto own = unprotected(text(cells, SalesField::article));
    line.is_gtin = own.empty();
    line.article = line.is_gtin ? unprotected(text(cells, SalesField::gtin)) : own;
    if (line.article.empty()) return bad("it names no article");
    if (cut_by_spreadsheet(line.article))
        return bad("its article " + quoted(line.article) +
                   " was cut short by a spreadsheet; export again, with this column as text");
    const auto household = text(cells, SalesField::household), time = text(cells, SalesField::time);
    auto basket = text(cells, SalesField::basket);
    if (basket.empty()) basket = time;
    if (basket.empty()) return bad("it names no basket");
    for (const auto key : {line.article, household, basket, time})
        if (key.size() > longest_key)
            return bad("a cell of it is longer than 200 letters; a quote may be missing");

    bool bought = true;
    std::uint64_t print = 0;
    for (const auto field : {SalesField::quantity, SalesField::value}) {
        if (!bound(field).there()) continue;
        const auto amount = text(cells, field);
        const auto above = above_nothing(amount);
        if (!above)
            return bad("its " + std::string(sales_field_names[static_cast<std::size_t>(field)]) + " " +
                       quoted(amount) + " is not a number");
        bought = bought && *above;
        print = number_for(amount, print);
    }
    line.returned = !bought;
    line.basket = number_for(basket, 1);
    line.household_known = !household.empty();
    line.household = line.household_known ? number_for(household, 2) : number_for(basket, 3);
    for (const auto cell : {line.article, household, basket, time}) print = number_for(cell, print);
    line.print = print;
    return line;
}

std::optional<Row> row_of(const SalesLine& line, const Catalogue& articles) {
    if (!line.is_gtin)
        if (const auto row = articles.find(line.article)) return row;
    return articles.find_scanned(line.article);
}

}  // namespace makegood::core::catalogue
