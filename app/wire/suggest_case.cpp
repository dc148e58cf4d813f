#include "app/wire/suggest_case.hpp"

#include <boost/json.hpp>
#include <optional>

namespace makegood::wire {
namespace {

constexpr std::size_t deepest = 8;

tl::unexpected<Error> bad(std::string reason) {
    return fail(ErrorKind::bad_input, std::move(reason));
}

std::optional<std::string> number_in(const boost::json::value& value) {
    if (const auto* text = value.if_string(); text != nullptr && !text->empty())
        return std::string(text->data(), text->size());
    if (const auto* integer = value.if_int64()) return std::to_string(*integer);
    if (const auto* integer = value.if_uint64()) return std::to_string(*integer);
    return std::nullopt;
}

Result<std::vector<std::string>> numbers_in(const boost::json::value& value, const std::string& key) {
    const auto* list = value.if_array();
    if (list == nullptr) return bad(key + " must be a list of article numbers");
    if (list->size() > most_in_case)
        return bad(key + " has more than " + std::to_string(most_in_case) + " articles");
    std::vector<std::string> numbers;
    for (const auto& each : *list) {
        auto number = number_in(each);
        if (!number) return bad(key + " must be a list of article numbers");
        numbers.push_back(std::move(*number));
    }
    return numbers;
}

Result<Json> name_in(const boost::json::value* value) {
    if (value == nullptr || value->is_null()) return Json();
    if (const auto* integer = value->if_int64()) return Json(*integer);
    if (const auto* text = value->if_string()) return Json(std::string_view(text->data(), text->size()));
    return bad("case must be a text or a whole number");
}

}  // namespace

Result<SuggestCase> read_suggest_case(std::string_view line) {
    if (line.size() > longest_case)
        return bad("it is longer than " + std::to_string(longest_case) + " bytes");
    boost::json::parse_options options;
    options.max_depth = deepest;
    boost::json::error_code problem;
    const auto value = boost::json::parse({line.data(), line.size()}, problem, {}, options);
    if (problem || !value.is_object()) return bad("it is not one JSON object");
    const auto& object = value.get_object();
    auto name = name_in(object.if_contains("case"));
    if (!name) return fail(name.error());
    const auto* article = object.if_contains("article");
    auto number = article == nullptr ? std::nullopt : number_in(*article);
    if (!number) return bad("article must be an article's number");
    const auto* among = object.if_contains("among");
    if (among == nullptr) return bad("among must be a list of article numbers");
    auto candidates = numbers_in(*among, "among");
    if (!candidates) return fail(candidates.error());
    SuggestCase read{std::move(*name), std::move(*number), std::move(*candidates), {}};
    if (const auto* bought = object.if_contains("bought"); bought != nullptr && !bought->is_null()) {
        auto before = numbers_in(*bought, "bought");
        if (!before) return fail(before.error());
        read.bought = std::move(*before);
    }
    return read;
}

std::string ranked_line(const SuggestCase& asked, const std::vector<std::string>& ranked) {
    const std::vector<Json> list(ranked.begin(), ranked.end());
    return Json::object({{"case", asked.name}, {"ranked", Json::array(list)}}).text();
}

}  // namespace makegood::wire
