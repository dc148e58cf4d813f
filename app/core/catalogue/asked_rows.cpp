#include "app/core/catalogue/asked_rows.hpp"

#include <algorithm>
#include <bit>

#include "app/core/catalogue/near_words.hpp"
#include "app/core/catalogue/number_rows.hpp"
#include "app/core/catalogue/size_rows.hpp"
#include "app/core/catalogue/word_pieces.hpp"
#include "app/core/catalogue/word_range.hpp"

namespace makegood::core::catalogue {
namespace {

// Shorter words have too many neighbours, longer ones have room for two mistakes.
constexpr std::size_t letters_for_one_error = 4, letters_for_two_errors = 8, most_letters = 60;
constexpr std::size_t least_part = 2, most_partings = 3;

int errors_forgiven(const AskedWord& word) {
    const char first = word.text[0];
    if (first >= '0' && first <= '9') return 0;  // 500 is not 600
    if (word.letters < letters_for_one_error || word.letters > most_letters) return 0;
    return word.letters < letters_for_two_errors ? 1 : 2;
}

constexpr std::size_t place(Answer answer) {
    return static_cast<std::size_t>(answer);
}

}  // namespace

AskedRows::AskedRows(const Catalogue::Impl& all, const Query& query) : all_(all), query_(query) {
    words_.resize(query.words.size());
    for (std::size_t word = 0; word < words(); ++word) {
        words_[word].by_answer.assign(answers, RowSet(all.rows()));
        add_beginning(word, query.words[word].text, Answer::exact, Answer::beginning);
        if (query.words[word].digits) add_gtin(word, query.words[word].text);
    }
    add_neighbours();
    add_sizes();
}

void AskedRows::add(std::size_t word, Answer answer, std::span<const Row> rows) {
    words_[word].by_answer[place(answer)].add(rows, all_.rank.data());
    words_[word].postings += rows.size();
}

void AskedRows::add_words(std::size_t word, Answer answer, WordId first, WordId last) {
    if (first == last) return;
    fill(words_[word].by_answer[place(answer)], first, last);
    words_[word].postings += all_.word_rows_at[last] - all_.word_rows_at[first];
}

// Common words have their sets already.
void AskedRows::fill(RowSet& set, WordId first, WordId last) const {
    const std::size_t blocks = (all_.rows() + 63) / 64;
    for (std::size_t at = 0; at < all_.common.size(); ++at) {
        const auto& common = all_.common[at];
        if (common.first < first || common.last > last) continue;
        set.add(rows_of(all_, first, common.first), all_.rank.data());
        set.add(all_.common_rows.span().subspan(at * blocks, blocks));
        first = common.last;
    }
    set.add(rows_of(all_, first, last), all_.rank.data());
}

void AskedRows::add_beginning(std::size_t word, const std::string& text, Answer whole, Answer part) {
    const auto range = words_beginning(all_, text);
    if (range.exact) add_words(word, whole, range.first, range.first + 1);
    add_words(word, part, range.first, range.last);
    const auto numbers = rows_by_number(all_, text);
    add(word, whole, numbers.exact);
    add(word, part, numbers.begin);
}

void AskedRows::add_gtin(std::size_t word, const std::string& digits) {
    each_by_gtin(all_, digits, [&](std::span<const Row> rows, bool exact) {
        add(word, exact ? Answer::exact : Answer::beginning, rows);
    });
}

// "tooth paste" finds "toothpaste", "A-1" the number, "4006381 333931" the GTIN.
void AskedRows::add_neighbours() {
    for (std::size_t word = 0; word + 1 < words(); ++word) {
        const std::string together = query_.words[word].text + query_.words[word + 1].text;
        for (const auto each : {word, word + 1})
            add_beginning(each, together, Answer::parted, Answer::parted);
    }
    if (words() < 2) return;
    const auto numbers = rows_by_number(all_, query_.joined);
    const bool digits = std::all_of(query_.words.begin(), query_.words.end(),
                                    [](const AskedWord& word) { return word.digits; });
    for (std::size_t word = 0; word < words(); ++word) {
        add(word, Answer::exact, numbers.exact);
        if (digits) add_gtin(word, query_.joined);
    }
}

void AskedRows::add_sizes() {
    for (const auto& asked : query_.sizes) {
        each_of_size(all_, asked.size, [&](std::span<const Row> rows) {
            for (auto word = asked.first; word < std::min(asked.last, words()); ++word)
                add(word, Answer::exact, rows);
        });
    }
    if (words() < 2) return;
    for (std::size_t word = 0; word < words(); ++word)
        if (const auto& text = query_.words[word].text; query_.words[word].digits && text.size() >= 2)
            each_of_bare_size(all_, text,
                              [&](std::span<const Row> rows) { add(word, Answer::parted, rows); });
}

void AskedRows::forgive(std::size_t word) {
    add_apart(word);
    add_other_number(word);
    const auto& asked = query_.words[word];
    const int errors = errors_forgiven(asked);
    if (errors == 0) return;
    each_near_word(all_, asked.text, errors, [&](const NearWords& near) {
        const bool far = near.errors > 1;
        if (near.whole) return add_words(word, far ? Answer::far : Answer::near, near.first, near.last);
        // A wrong last letter says little about where the word would have gone.
        if (far && near.at_the_end) return;
        words_[word].beginnings.push_back(
            {near.first, near.last, far || near.at_the_end ? Answer::far_beginning : Answer::near_beginning});
    });
}

void AskedRows::forgive_beginnings(std::size_t word) {
    for (const auto& near : words_[word].beginnings) add_words(word, near.answer, near.first, near.last);
    words_[word].beginnings.clear();
}

// "coconutoil": two words side by side, the second perhaps unfinished. The most even partings are tried.
void AskedRows::add_apart(std::size_t word) {
    const std::string_view text = query_.words[word].text;
    struct Parting {
        WordId first_part;
        WordRange second_part;
        std::size_t unevenness;
    };
    std::vector<Parting> partings;
    for (auto at = letter_width(text[0]); at < text.size(); at += letter_width(text[at])) {
        if (at < least_part || text.size() - at < least_part) continue;
        const auto first = words_beginning(all_, text.substr(0, at));
        if (!first.exact) continue;
        const auto second = words_beginning(all_, text.substr(at));
        const auto rest = text.size() - at;
        if (!second.empty()) partings.push_back({first.first, second, at > rest ? at - rest : rest - at});
    }
    std::ranges::stable_sort(partings, {}, &Parting::unevenness);
    if (partings.size() > most_partings) partings.resize(most_partings);
    for (const auto& parting : partings) {
        RowSet first(all_.rows()), second(all_.rows());
        fill(first, parting.first_part, parting.first_part + 1);
        fill(second, parting.second_part.first, parting.second_part.last);
        words_[word].by_answer[place(Answer::parted)].add_both(first, second);
        words_[word].postings += rows_of(all_, parting.first_part, parting.first_part + 1).size();
    }
}

// Endings that are further away than one letter.
void AskedRows::add_other_number(std::size_t word) {
    const std::string& text = query_.words[word].text;
    const auto try_word = [&](const std::string& other) {
        const auto range = words_beginning(all_, other);
        if (range.exact) add_words(word, Answer::near, range.first, range.first + 1);
    };
    if (text.size() < 5) return;
    if (text.ends_with("ies")) try_word(text.substr(0, text.size() - 3) + "y");
    if (text.ends_with("es") || text.ends_with("en")) try_word(text.substr(0, text.size() - 2));
}

std::vector<AskedRows::Way> AskedRows::ways(std::size_t word) const {
    std::vector<Way> ways;
    for (std::size_t answer = 0; answer < answers; ++answer)
        if (const RowSet& rows = words_[word].by_answer[answer]; !rows.empty())
            ways.push_back({static_cast<Answer>(answer), &rows});
    return ways;
}

unsigned AskedRows::weight(std::size_t word) const {
    const auto share = all_.rows() / std::max<std::size_t>(words_[word].postings, 1);
    return 1 + static_cast<unsigned>(std::bit_width(share));
}

}  // namespace makegood::core::catalogue
