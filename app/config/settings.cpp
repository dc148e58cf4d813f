#include "app/config/settings.hpp"

#include "app/config/register_profile.hpp"

namespace makegood::config {
namespace {

namespace fs = std::filesystem;

Result<ShopFile> read_shop(const Layers& layers, Reading& reading) {
    const auto path = layers.data / "shop.toml";
    const auto text = read_settings_file(path);
    if (!text && text.error().kind == ErrorKind::not_found)
        return fail(ErrorKind::not_found, "There is no shop in " + layers.data.string() +
                                              ". Make one: makegood --data " + layers.data.string() +
                                              " init --store NAME --currency CUR.");
    if (!text) return fail(text.error());
    return read_shop_file(*text, path.string(), reading);
}

Result<core::voucher::NumberRange> load_profile(const Layers& layers, const ShopFile& shop,
                                                Reading& reading) {
    for (const auto& folder : {layers.data, layers.shipped}) {
        const auto path = folder / "registers" / (shop.profile + ".toml");
        const auto text = read_settings_file(path);
        if (text) return read_register_profile(*text, path.string(), shop, reading);
        if (text.error().kind != ErrorKind::not_found) return fail(text.error());
    }
    reading.problems.push_back({(layers.data / "shop.toml").string(), 0,
                                "There is no register profile \"" + shop.profile + "\" in " +
                                    (layers.shipped / "registers").string() +
                                    "; choose one of the files there, or write your own in " +
                                    (layers.data / "registers").string() + "."});
    return fail(as_error(reading.problems));
}

Result<PolicySettings> load_rules(const Layers& layers, Reading& reading) {
    auto files = policy_texts(policy_files(layers.shipped / "policy"));
    if (!files) return fail(files.error());
    if (layers.policy) {
        files->emplace_back(layers.policy->name, layers.policy->text);
    } else {
        auto own = policy_texts(policy_files(layers.data / "policy"));
        if (!own) return fail(own.error());
        for (auto& file : *own) files->push_back(std::move(file));
    }
    return read_policy(*files, reading);
}

// Goes on after a problem as far as it can, so that all are found at once.
Result<Settings> read_all(const Layers& layers, Reading& reading) {
    auto shop = read_shop(layers, reading);
    if (!shop) return fail(shop.error());
    auto range = load_profile(layers, *shop, reading);
    auto policy = load_rules(layers, reading);
    if (!range) return fail(range.error());
    if (!policy) return fail(policy.error());
    Settings settings{std::move(*shop), std::move(*range), std::move(*policy), {}};
    for (auto& [key, effective] : reading.effective) settings.effective.push_back(std::move(effective));
    return settings;
}

}  // namespace

Result<ShopFile> load_shop(const Layers& layers) {
    Reading reading;
    return read_shop(layers, reading);
}

Result<Settings> load_settings(const Layers& layers) {
    Reading reading;
    return read_all(layers, reading);
}

std::vector<std::string> check_settings(const Layers& layers) {
    Reading reading;
    const auto settings = read_all(layers, reading);
    std::vector<std::string> sentences;
    for (const auto& problem : reading.problems) sentences.push_back(problem.text());
    if (!settings && sentences.empty()) sentences.push_back(settings.error().sentence);
    return sentences;
}

}  // namespace makegood::config
