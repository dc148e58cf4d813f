#include <CLI/CLI.hpp>

#include "app/cli/call.hpp"

namespace makegood::cli {
namespace {

wire::Json json_of(const PolicyVersion& each) {
    return wire::Json::object({{"version", static_cast<std::int64_t>(each.version)},
                               {"digest", each.digest},
                               {"origin", each.origin},
                               {"signed_by", each.signed_by},
                               {"at", base::format_instant(each.at)},
                               {"by", each.by.text()}});
}

std::string line_of(const PolicyVersion& each) {
    return fmt::format("Version {}, {}, {}{}, signed by {}, digest {}", each.version,
                       base::format_instant(each.at),
                       each.origin == "store" ? "of this store" : "from head office",
                       each.by.empty() ? "" : ", by " + each.by.text(), each.signed_by.substr(0, 16),
                       each.digest.substr(0, 16));
}

Result<> tell_published(const Call& call, const Result<PolicyVersion>& published) {
    if (!published) return fail(published.error());
    if (call.json)
        call.answer(json_of(*published));
    else
        call.say("In force: version {}.", published->version);
    return {};
}

Result<> show(const Call& call, bool with_text) {
    const auto history = call.machine().policy().history();
    if (!history) return fail(history.error());
    if (history->empty())
        return fail(ErrorKind::not_found,
                    "No rules were published yet: the files in the folder policy count as they are. Publish "
                    "them with "
                    "`makegood policy publish`.");
    auto json = json_of(history->front());
    std::string text;
    if (with_text) {
        auto read = call.machine().policy().text();
        if (!read) return fail(read.error());
        text = std::move(*read);
        json.set("text", text);
    }
    if (call.json)
        call.answer(json);
    else if (with_text)
        call.output.out(text);
    else
        call.say("{}", line_of(history->front()));
    return {};
}

Result<> tell_history(const Call& call) {
    const auto history = call.machine().policy().history();
    if (!history) return fail(history.error());
    std::vector<wire::Json> list;
    for (const auto& each : *history) {
        if (!call.json) call.say("{}", line_of(each));
        list.push_back(json_of(each));
    }
    if (call.json) call.answer(wire::Json::object({{"versions", wire::Json::array(list)}}));
    return {};
}

void add_publishing(CLI::App& policy, Call& call) {
    auto file = std::make_shared<std::string>();
    auto* publish = policy.add_subcommand("publish", "Checks and signs a file, and puts it into force");
    publish->add_option("FILE", *file, "Without it: policy/own.toml of the shop");
    publish->callback([&call, file] {
        call.chosen = [&call, file] {
            return tell_published(
                call, call.machine().policy().publish(file->empty() ? "" : call.path(*file), call.by));
        };
    });
    auto key = std::make_shared<std::string>(), value = std::make_shared<std::string>();
    auto* set = policy.add_subcommand("set", "Changes one setting, and puts that into force");
    set->add_option("KEY", *key, "Such as limits.cards; `config explain` lists them")->required();
    set->add_option("VALUE", *value, "Such as 2 or \"2 gifts\"")->required();
    set->callback([&call, key, value] {
        call.chosen = [&call, key, value] {
            return tell_published(call, call.machine().policy().set(*key, *value, call.by));
        };
    });
    auto* unset = policy.add_subcommand("unset", "Takes one setting out, so that it is as shipped");
    unset->add_option("KEY", *key, "Such as limits.cards")->required();
    unset->callback([&call, key] {
        call.chosen = [&call, key] {
            return tell_published(call, call.machine().policy().set(*key, std::nullopt, call.by));
        };
    });
    policy.add_subcommand("undo", "Puts the former rules into force again, under a new version")
        ->callback([&call] {
            call.chosen = [&call] { return tell_published(call, call.machine().policy().undo(call.by)); };
        });
}

}  // namespace

Result<> check_policy_file(const Call& call, const std::string& file) {
    const auto seen = call.machine().policy().check(call.path(file));
    if (!seen) return fail(seen.error());
    if (call.json)
        call.answer(wire::Json::object(
            {{"ok", true}, {"version", static_cast<std::int64_t>(seen->version)}, {"store", seen->store}}));
    else
        call.say("In order: version {} for \"{}\".", seen->version, seen->store);
    return {};
}

void add_policy(CLI::App& app, Call& call) {
    auto* policy = app.add_subcommand("policy", "The owner's rules: which are in force, and changing them");
    policy->require_subcommand(1);
    auto with_text = std::make_shared<bool>(false);
    auto* shown = policy->add_subcommand("show", "Which version is in force");
    shown->add_flag("--text", *with_text, "The document itself, byte by byte");
    shown->callback(
        [&call, with_text] { call.chosen = [&call, with_text] { return show(call, *with_text); }; });
    auto file = std::make_shared<std::string>();
    auto* check = policy->add_subcommand("check", "Says all that is wrong with a file");
    check->add_option("FILE", *file, "A policy document")->required();
    check->callback(
        [&call, file] { call.chosen = [&call, file] { return check_policy_file(call, *file); }; });
    policy->add_subcommand("history", "All versions, newest first")->callback([&call] {
        call.chosen = [&call] { return tell_history(call); };
    });
    add_publishing(*policy, call);
    add_what_if(*policy, call);
}

}  // namespace makegood::cli
