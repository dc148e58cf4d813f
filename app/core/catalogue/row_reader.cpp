#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "app/core/catalogue/import_row.hpp"
#include "app/core/catalogue/row_binding.hpp"
#include "app/core/catalogue/row_values.hpp"

namespace makegood::core::catalogue {
namespace {

using Cells = std::span<const std::string_view>;

constexpr std::size_t longest_number = 100, longest_text = 1'000, remembered = 8'192;

tl::unexpected<Error> bad(std::string reason) {
    return fail(ErrorKind::bad_input, std::move(reason));
}

std::string quoted(std::string_view text) {
    return "\"" + std::string(text.substr(0, 40)) + "\"";
}

constexpr std::string_view trace_mark = "traces of ";

bool is_trace(const std::string& allergen) {
    return allergen.starts_with(trace_mark);
}

}  // namespace

struct RowReader::State {
    Mapping mapping;
    Currency currency;
    char seen_mark = 0;  // the decimal mark that amounts of this file have shown
    Binding binding;

    std::string group_value;
    std::vector<std::string> first_of_group;
    std::string joined[2];  // texts of joined columns; a field is read before the next but one
    int next_joined = 0;
    std::string label_cells, allergen_cells, trace_cells;  // of the row before: files repeat them
    std::vector<std::string> labels, contained, traces;    // what these said
    bool one_list = false;  // the column of allergens holds the traces too, as the mapping or a row has shown
    std::unordered_map<std::string, Size> sizes;                      // by words; unknown sizes too
    std::unordered_map<std::string, std::vector<std::string>> paths;  // by the category's cells
    std::string cells_joined;

    std::string_view cell(Cells cells, std::size_t column) const {
        const auto text = trim_cell(cells[column]);
        if (text.empty() && binding.filled_down[column] && !first_of_group.empty())
            return first_of_group[column];
        for (const auto& nothing : mapping.meaningless)
            if (text == nothing) return {};
        return text;
    }

    std::string_view source(Cells cells, const Columns& columns) {
        if (columns.size() == 1) return cell(cells, columns[0]);
        std::string& out = joined[next_joined ^= 1];
        out.clear();
        for (const auto column : columns) {
            const auto text = cell(cells, column);
            if (text.empty()) continue;
            if (!out.empty()) out += ' ';
            out += text;
        }
        return out;
    }

    // The first of the field's places that is not empty, else its constant.
    std::string_view text(Cells cells, Field field) {
        const Bound& bound = binding[field];
        for (const auto& columns : bound.sources)
            if (const auto found = source(cells, columns); !found.empty()) return found;
        return bound.constant;
    }

    // The same with what the mapping puts before it.
    void assign_prefixed(Cells cells, Field field, std::string& out) {
        assign_text(text(cells, field), out);
        const auto prefix = mapping.prefixes.find(std::string(field_names[static_cast<std::size_t>(field)]));
        if (!out.empty() && prefix != mapping.prefixes.end()) out.insert(0, prefix->second);
    }

    // All of the field's places, one after the other.
    const std::string& all_cells(Cells cells, Field field) {
        cells_joined.clear();
        for (const auto& columns : binding[field].sources)
            cells_joined.append(source(cells, columns)) += '\n';
        return cells_joined;
    }

    void follow_group(Cells cells) {
        if (binding.group.empty()) return;
        const auto value = trim_cell(cells[binding.group[0]]);
        if (!value.empty() && value == group_value) return;
        group_value = value;
        first_of_group.assign(cells.size(), {});
        for (std::size_t column = 0; column < cells.size(); ++column)
            if (binding.filled_down[column]) first_of_group[column] = trim_cell(cells[column]);
    }

    bool passed_over(Cells cells) const {
        for (const auto column : binding.skip_when_empty)
            if (trim_cell(cells[column]).empty()) return true;
        for (const auto& [column, values] : binding.skip_values)
            for (const auto& value : values)
                if (trim_cell(cells[column]) == value) return true;
        return false;
    }

    bool gives(Field field) const {
        return binding[field].there() || (field == Field::cost && mapping.cost_of_price);
    }
    Result<> read_number(Cells cells, ReadRow& out);
    Result<> read_texts(Cells cells, Article& article);
    void read_size(Cells cells, Article& article);
    Result<> read_money(Cells cells, ReadRow& out);
    char mark_for(std::string_view amount);
    bool read_as_thousands(std::string_view amount) const;
    void read_stock(Cells cells, ReadRow& out);
    const std::vector<std::string>& path(Cells cells);
    void read_list_of(Cells cells, Field field, std::string& before, std::vector<std::string>& words);
    void read_groups(Cells cells, Article& article);
};

Result<> RowReader::State::read_number(Cells cells, ReadRow& out) {
    Article& article = out.article;
    const auto code = unprotected(text(cells, Field::gtin));
    const auto own = unprotected(text(cells, Field::number));
    article.gtin.reset();
    std::string restored;
    if (!code.empty()) {
        auto read = read_gtin(code);
        article.gtin = read.gtin;
        if (read.zeros_restored) restored = read.gtin->text();
        if (read.zeros_restored)
            out.remarks.push_back("leading zeros of its GTIN " + quoted(code) +
                                  " were put back: " + read.gtin->text());
        else if (!read.gtin && code != own)  // a column may hold both
            out.remarks.push_back("its GTIN " + quoted(code) + " is not used: " + read.why_not);
    }
    const auto number = own.empty() ? code : own;
    if (number.empty()) return bad("it has no number");
    if (cut_by_spreadsheet(number))
        return bad("its number " + quoted(number) +
                   " was cut short by a spreadsheet; export again, with this column as text");
    if (number.size() > longest_number)
        return bad("its number is longer than 100 letters; a quote may be missing");
    std::string plain;
    assign_text(own.empty() && !restored.empty() ? std::string_view(restored) : number, plain);
    article.number = ArticleNumber(std::move(plain));
    return {};
}

Result<> RowReader::State::read_texts(Cells cells, Article& article) {
    assign_prefixed(cells, Field::name, article.name);
    assign_prefixed(cells, Field::brand, article.brand);
    assign_prefixed(cells, Field::tier, article.tier);
    assign_prefixed(cells, Field::place, article.place);
    if (article.name.empty() && binding[Field::name].there()) return bad("it has no name");
    for (const auto& [what, value] : {std::pair{"name", &article.name},
                                      {"brand", &article.brand},
                                      {"tier", &article.tier},
                                      {"place", &article.place}})
        if (value->size() > longest_text)
            return bad(std::string("its ") + what + " is longer than 1,000 letters; a quote may be missing");
    return {};
}

void RowReader::State::read_size(Cells cells, Article& article) {
    assign_text(text(cells, Field::size), article.size_words);
    if (const auto unit = text(cells, Field::size_unit); !unit.empty() && !article.size_words.empty())
        article.size_words.append(" ").append(unit);
    if (article.size_words.size() > longest_text) article.size_words.clear();
    const std::string& words = article.size_words.empty() ? article.name : article.size_words;
    if (const auto known = sizes.find(words); known != sizes.end()) {
        article.size = known->second;
        return;
    }
    article.size = parse_size(words).value_or(Size());
    if (article.size_words.empty()) return;  // names rarely repeat
    if (sizes.size() >= remembered) sizes.clear();
    sizes.emplace(words, article.size);
}

// The mark by which this amount is read: as the mapping says, else as other amounts of the file have shown.
char RowReader::State::mark_for(std::string_view amount) {
    if (mapping.decimal_mark != 0) return mapping.decimal_mark;
    if (const char shown = shown_mark(amount)) seen_mark = shown;
    return could_be_thousands(amount) ? seen_mark : '\0';
}

bool RowReader::State::read_as_thousands(std::string_view amount) const {
    return mapping.decimal_mark == 0 && seen_mark == 0 && currency.exponent() != 3 &&
           could_be_thousands(amount);
}

Result<> RowReader::State::read_money(Cells cells, ReadRow& out) {
    Article& article = out.article;
    article.price.reset();
    article.cost.reset();
    if (const auto cell_text = text(cells, Field::price); !cell_text.empty()) {
        const auto read = base::parse_money_rounded(cell_text, currency, mark_for(cell_text));
        if (!read) return bad("its price " + read.error().sentence);
        if (read->amount < Money()) return bad("its price " + quoted(cell_text) + " is below zero");
        if (read->amount > Money()) article.price = read->amount;
        if (read_as_thousands(cell_text))
            out.remarks.push_back("its price " + quoted(cell_text) + " was read as " +
                                  base::format(read->amount, currency) +
                                  "; set decimal_mark in a mapping file if that is wrong");
        if (!article.price) out.remarks.push_back("its price is 0 and taken as not known");
        if (read->rounded)
            out.remarks.push_back("its price " + quoted(cell_text) + " was rounded to " +
                                  base::format(read->amount, currency));
    }
    if (const auto cell_text = text(cells, Field::cost); !cell_text.empty()) {
        const auto read = base::parse_money_rounded(cell_text, currency, mark_for(cell_text));
        if (read && read->amount > Money())
            article.cost = read->amount;
        else if (!read || read->amount < Money())  // many systems write 0 for a cost that nobody entered
            out.remarks.push_back("its cost " + quoted(cell_text) +
                                  " is not used: it is not an amount of money");
    }
    if (!article.cost && article.price && mapping.cost_of_price)
        article.cost = mapping.cost_of_price->of(*article.price);
    return {};
}

void RowReader::State::read_stock(Cells cells, ReadRow& out) {
    out.article.stock.reset();
    const auto cell_text = text(cells, Field::stock);
    if (cell_text.empty()) return;
    out.article.stock = read_pieces(cell_text, mapping.decimal_mark);
    if (!out.article.stock)
        out.remarks.push_back("its stock " + quoted(cell_text) + " is not a count and taken as not known");
}

const std::vector<std::string>& RowReader::State::path(Cells cells) {
    const std::string& written = all_cells(cells, Field::category);
    if (const auto known = paths.find(written); known != paths.end()) return known->second;
    const PathShape shape{mapping.category_separator, mapping.category_alternatives, mapping.tags};
    if (paths.size() >= remembered) paths.clear();
    auto& words = paths[written];
    for (const auto& columns : binding[Field::category].sources)
        if (const auto part = source(cells, columns); !part.empty()) read_path(part, shape, words);
    if (words.empty()) read_path(binding[Field::category].constant, shape, words);
    return words;
}

// `words` stay the reader's own: what is done with an article must not reach the next row.
void RowReader::State::read_list_of(Cells cells, Field field, std::string& before,
                                    std::vector<std::string>& words) {
    if (!binding[field].there()) return words.clear();
    const std::string& written = all_cells(cells, field);
    if (written == before && !written.empty()) return;
    before = written;
    words.clear();
    read_list(text(cells, field), mapping.list_separator, mapping.tags, words);
}

void RowReader::State::read_groups(Cells cells, Article& article) {
    article.category = path(cells);
    read_list_of(cells, Field::labels, label_cells, labels);
    article.labels = labels;
    read_list_of(cells, Field::allergens, allergen_cells, contained);
    article.allergens = contained;
    const auto& of_traces = binding[Field::traces];
    const bool apart = of_traces.there() && of_traces.sources != binding[Field::allergens].sources;
    if (!apart) {
        one_list = one_list || of_traces.there() || std::any_of(contained.begin(), contained.end(), is_trace);
        return;
    }
    read_list_of(cells, Field::traces, trace_cells, traces);
    for (const auto& trace : traces) article.allergens.push_back(std::string(trace_mark) + trace);
}

RowReader::RowReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
RowReader::RowReader(RowReader&&) noexcept = default;
RowReader& RowReader::operator=(RowReader&&) noexcept = default;
RowReader::~RowReader() = default;

Result<RowReader> RowReader::bind(const Mapping& mapping, std::span<const std::string> headers,
                                  const Currency& currency) {
    auto binding = bind_columns(mapping, headers);
    if (!binding) return fail(binding.error());
    auto state = std::make_unique<State>();
    state->mapping = mapping;
    state->currency = currency;
    state->binding = std::move(*binding);
    return RowReader(std::move(state));
}

Result<RowKind> RowReader::read(Cells cells, ReadRow& out) {
    State& state = *state_;
    out.remarks.clear();
    state.follow_group(cells);
    if (state.passed_over(cells)) return RowKind::passed_over;
    MAKEGOOD_TRY(state.read_number(cells, out));
    MAKEGOOD_TRY(state.read_texts(cells, out.article));
    state.read_size(cells, out.article);
    MAKEGOOD_TRY(state.read_money(cells, out));
    state.read_stock(cells, out);
    state.read_groups(cells, out.article);
    return RowKind::article;
}

bool RowReader::has_stock() const {
    return state_->gives(Field::stock);
}
bool RowReader::has_names() const {
    return state_->gives(Field::name);
}
bool RowReader::has_numbers() const {
    return state_->gives(Field::number);
}

std::vector<std::string> RowReader::silent_on() const {
    std::vector<std::string> fields;
    for (std::size_t i = 0; i < field_names.size(); ++i) {
        const auto field = static_cast<Field>(i);
        if (field != Field::number && field != Field::size_unit && !state_->gives(field))
            fields.emplace_back(field_names[i]);
    }
    return fields;
}

void RowReader::keep(const Article& before, Article& article) const {
    const auto silent = [&](Field field) { return !state_->gives(field); };
    // Without a column of its own the size was read from the name, if there is one.
    if (silent(Field::size) && (silent(Field::name) || !before.size_words.empty())) {
        article.size_words = before.size_words;
        article.size = before.size;
    }
    if (silent(Field::gtin)) article.gtin = before.gtin;
    if (silent(Field::name)) article.name = before.name;
    if (silent(Field::brand)) article.brand = before.brand;
    if (silent(Field::tier)) article.tier = before.tier;
    if (silent(Field::category)) article.category = before.category;
    if (silent(Field::price)) article.price = before.price;
    if (silent(Field::cost)) article.cost = before.cost;
    if (silent(Field::stock)) article.stock = before.stock;
    if (silent(Field::place)) article.place = before.place;
    if (silent(Field::labels)) article.labels = before.labels;
    if (silent(Field::allergens)) {
        auto read = std::exchange(article.allergens, before.allergens);
        if (silent(Field::traces)) return;
        std::erase_if(article.allergens, is_trace);
        std::move(read.begin(), read.end(), std::back_inserter(article.allergens));
    } else if (silent(Field::traces) && !state_->one_list &&
               std::none_of(article.allergens.begin(), article.allergens.end(), is_trace)) {
        std::copy_if(before.allergens.begin(), before.allergens.end(), std::back_inserter(article.allergens),
                     is_trace);
    }
}

std::vector<std::string> RowReader::notes() const {
    return state_->binding.notes;
}

}  // namespace makegood::core::catalogue
