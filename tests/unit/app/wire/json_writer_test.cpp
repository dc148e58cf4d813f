#include "app/wire/json_writer.hpp"

#include <catch2/catch.hpp>

namespace makegood {

using wire::Json;

TEST_CASE("a JSON document keeps the order of its keys and its integers whole") {
    auto document = Json::object({{"serial", "MG-29-1"}, {"cost", std::int64_t{9'007'199'254'740'993}}});
    document.set("open", true).set("none", Json()).set("list", Json::array({1, "two", false}));
    CHECK(document.text() ==
          R"({"serial":"MG-29-1","cost":9007199254740993,"open":true,"none":null,"list":[1,"two",false]})");
    document.set("cost", 5);
    CHECK(document.text().find(R"("serial":"MG-29-1","cost":5,"open")") == 1);
}

TEST_CASE("JSON for people has two spaces a level") {
    const auto document =
        Json::object({{"a", Json::array({1, Json::object({{"b", 2}})})}, {"empty", Json::object()}});
    CHECK(document.pretty() ==
          "{\n  \"a\": [\n    1,\n    {\n      \"b\": 2\n    }\n  ],\n  \"empty\": {}\n}");
}

TEST_CASE("text in JSON is always UTF-8") {
    CHECK(Json("Zürich \"1\"\n").text() == R"("Zürich \"1\"\n")");
    CHECK(Json(std::string("a\xFF"
                           "b\xC3"))
              .text() ==
          "\"a\xEF\xBF\xBD"
          "b\xEF\xBF\xBD\"");
}

TEST_CASE("copies of JSON share nothing") {
    auto first = Json::array({1});
    const auto second = first;
    first.push(2);
    CHECK(first.text() == "[1,2]");
    CHECK(second.text() == "[1]");
}

}  // namespace makegood
