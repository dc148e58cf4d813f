#include "app/config/register_profile.hpp"

namespace makegood::config {
namespace {

struct Profile {
    std::string name, prefix;
    std::uint64_t first = 1, last = 0;
};

void read_all(Section file, Profile& profile) {
    file.text("name", profile.name);
    std::string_view symbology = "ean-13";
    file.word(
        "symbology", {"ean-13"}, [&](auto word) { symbology = word; }, symbology);
    std::optional<std::string> prefix;
    std::optional<std::uint64_t> first, last;
    auto numbers = file.section("numbers");
    numbers.optional_text("prefix", prefix);
    numbers.optional_integer("first", first, 9'999'999'999);
    numbers.optional_integer("last", last, 9'999'999'999);
    numbers.close();
    file.close();
    profile.prefix = prefix.value_or(profile.prefix);
    profile.first = first.value_or(profile.first);
    profile.last = last.value_or(profile.last);
}

}  // namespace

Result<core::voucher::NumberRange> read_register_profile(std::string_view text, const std::string& name,
                                                         const ShopFile& shop, Reading& reading) {
    const auto problems_before = reading.problems.size();
    reading.file = name;
    const Value table = parse_toml(text, name, reading.problems);
    Profile profile;
    read_all({reading, &table, "", true}, profile);
    if (reading.problems.size() > problems_before) return fail(as_error(reading.problems));
    auto range =
        core::voucher::checked({shop.prefix.value_or(profile.prefix), shop.first.value_or(profile.first),
                                shop.last.value_or(profile.last)});
    if (!range) {
        reading.problems.push_back({name, 0, range.error().sentence});
        return fail(as_error(reading.problems));
    }
    const auto record = [&](const std::string& key, std::string value) {
        reading.effective.try_emplace("register." + key,
                                      Effective{"register." + key, std::move(value), name, 0});
    };
    record("prefix", '"' + range->prefix + '"');
    record("first", std::to_string(range->first));
    record("last", std::to_string(range->last));
    return range;
}

}  // namespace makegood::config
