// What a key stroke in the search field takes among a million articles, beside SQLite's full-text index asked
// the same: all words typed so far, each as the beginning of a word, the ten best.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

#include "app/core/catalogue/catalogue.hpp"
#include "db/engine/connection.hpp"
#include "tests/bench/made_up_articles.hpp"

namespace makegood {
namespace {

using core::catalogue::Article;
using core::catalogue::Catalogue;

constexpr std::size_t million = 1'000'000, typed_names = 400, lines = 10, asked_of_both = 25;
constexpr std::uint64_t seed = 20'261'122;
using Strokes = std::vector<std::string>;

// Of this thread alone: neither waits for anything, and what else runs on the machine is not counted.
double microseconds_of(const std::function<void()>& work) {
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
    };
    const auto start = now();
    work();
    return now() - start;
}

double part(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1,
                           static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

// SQLite's index of the same names, with its own help for short beginnings.
class FullTextIndex {
  public:
    FullTextIndex() : connection_(db::engine::Connection::open(":memory:").value()) {
        connection_->execute("CREATE VIRTUAL TABLE names USING fts5(name, prefix='2 3')");
        connection_->execute("BEGIN");
    }
    void add(const Article& article) {
        connection_->query("INSERT INTO names (name) VALUES (?)")
            .bind(article.name + " " + article.size_words)
            .run();
    }
    void finish() { connection_->execute("COMMIT"); }
    std::size_t search(const std::string& typed) {
        std::string beginnings;
        for (std::size_t at = 0; at < typed.size();) {
            const auto end = std::min(typed.find(' ', at), typed.size());
            if (end > at) beginnings += '"' + typed.substr(at, end - at) + "\"* ";
            at = end + 1;
        }
        std::size_t found = 0;
        auto query = connection_->query("SELECT rowid FROM names WHERE names MATCH ? ORDER BY rank LIMIT 10");
        query.bind(beginnings);
        while (query.step()) ++found;
        return found;
    }

  private:
    std::unique_ptr<db::engine::Connection> connection_;
};

// A letter wrong, missing, extra or swapped.
void mistype(std::string& text, bench::MadeUpArticles& chance) {
    const auto at = 1 + chance.below(text.size() - 1);
    const auto letter = static_cast<char>('a' + chance.below(26));
    switch (chance.below(4)) {
        case 0:
            text[at] = letter;
            break;
        case 1:
            text.erase(at, 1);
            break;
        case 2:
            text.insert(at, 1, letter);
            break;
        default:
            std::swap(text[at - 1], text[at]);
    }
}

// Three words of a name, some in another order, half with a mistake, letter by letter.
Strokes strokes_of(const std::vector<std::string>& names, bench::MadeUpArticles& chance) {
    Strokes strokes;
    for (auto name : names) {
        if (chance.below(3) == 0)
            name = name.substr(name.find(' ') + 1) + ' ' + name.substr(0, name.find(' '));
        std::size_t end = 0;
        for (int words = 0; words < 3 && end < name.size(); ++words)
            end = std::min(name.find(' ', end + 1), name.size());
        name.resize(end);
        if (chance.below(2) == 0) mistype(name, chance);
        for (std::size_t length = 2; length <= name.size(); ++length)
            strokes.push_back(name.substr(0, length));
    }
    return strokes;
}

Strokes every_two_letters() {
    Strokes strokes;
    for (char a = 'a'; a <= 'z'; ++a)
        for (char b = 'a'; b <= 'z'; ++b) strokes.push_back({a, b});
    return strokes;
}

Strokes like_nothing(bench::MadeUpArticles& chance) {
    Strokes strokes;
    for (int i = 0; i < 300; ++i) {
        std::string word;
        for (auto letters = 4 + chance.below(12); letters > 0; --letters)
            word += static_cast<char>('a' + chance.below(26));
        strokes.push_back(word);
    }
    return strokes;
}

// Short words that are in every article, many words, and sizes.
Strokes nasty(const std::vector<std::string>& names, bench::MadeUpArticles& chance) {
    Strokes strokes{"c o",
                    "a b c d e f g",
                    "m l g",
                    "co ch or cr",
                    "500 ml",
                    "co 500",
                    "0,5 l",
                    "milk 500 ml",
                    "milkchocolate",
                    "coconut milk chocolate oil",
                    "10",
                    "1000",
                    "4000",
                    "mi oi co ch br ba",
                    "vintage holder heart white red blue",
                    "ml ml ml",
                    "g"};
    for (std::size_t at = 0; at + 1 < names.size(); at += 10) {
        auto long_one = names[at] + ' ' + names[at + 1];
        mistype(long_one, chance);
        strokes.push_back(long_one);
    }
    return strokes;
}

std::vector<double> times(const Catalogue& catalogue, const Strokes& strokes) {
    std::vector<double> taken;
    std::size_t found = 0;
    for (const auto& typed : strokes)
        taken.push_back(microseconds_of([&] { found += catalogue.search(typed, lines).size(); }));
    if (found > strokes.size() * lines) std::abort();
    return taken;
}

void print(const char* name, const std::vector<double>& taken) {
    std::printf("%s_median\t%.1f\tus\t\t\n%s_p99\t%.1f\tus\t\t\n", name, part(taken, 0.5), name,
                part(taken, 0.99));
}

void run() {
    bench::MadeUpArticles articles(seed);
    Catalogue::Builder builder;
    FullTextIndex index;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < million; ++i) {
        const auto article = articles.next();
        builder.add(article);
        index.add(article);
        if (i % (million / typed_names) == 0) names.push_back(article.name);
    }
    index.finish();
    const auto catalogue = builder.build();

    const auto strokes = strokes_of(names, articles);
    const auto ours = times(*catalogue, strokes);
    std::vector<double> ours_of_both, theirs;
    for (std::size_t at = 0; at < strokes.size(); at += asked_of_both) {
        ours_of_both.push_back(ours[at]);
        theirs.push_back(microseconds_of([&] { index.search(strokes[at]); }));
    }
    for (const auto& [name, share] : {std::pair{"median", 0.5}, std::pair{"p99", 0.99}})
        std::printf("search_key_%s\t%.1f\tus\t%.4f\tsqlite_fts5_prefix\n", name, part(ours, share),
                    part(ours_of_both, share) / part(theirs, share));
    print("search_two_letters", times(*catalogue, every_two_letters()));
    print("search_nasty", times(*catalogue, nasty(names, articles)));
    print("search_like_nothing", times(*catalogue, like_nothing(articles)));
}

}  // namespace
}  // namespace makegood

int main() {
    makegood::run();
}
