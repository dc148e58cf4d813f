#include "app/main/office/office_command.hpp"

#include <array>
#include <charconv>

namespace makegood::main {
namespace {

constexpr std::array<std::string_view, 3> waiting_words = {"list", "confirm", "refuse"};

}  // namespace

std::vector<std::string> write_command(const OfficeCommand& command) {
    if (const auto* code = std::get_if<CodeCommand>(&command))
        return {"code",
                code->wanted.store,
                code->wanted.register_name,
                std::to_string(code->wanted.valid.count()),
                code->url,
                code->shown ? "shown" : ""};
    if (const auto* waiting = std::get_if<WaitingCommand>(&command))
        return {"waiting", std::string(waiting_words[static_cast<std::size_t>(waiting->what)]),
                waiting->digits, waiting->json ? "json" : ""};
    if (const auto* budget = std::get_if<BudgetCommand>(&command))
        return {"budget",
                budget->limit,
                budget->worth,
                budget->per,
                budget->currency,
                budget->time_zone,
                budget->json ? "json" : "",
                budget->from};
    if (const auto* replace = std::get_if<ReplaceHubCommand>(&command))
        return {"replace-hub", std::to_string(replace->lost_epoch)};
    if (const auto* policy = std::get_if<PublishCommand>(&command))
        return {"policy", policy->file, policy->text, policy->currency};
    if (const auto* join = std::get_if<JoinCommand>(&command))
        return {"join", join->where, join->code, join->authority, join->store, join->name};
    if (std::holds_alternative<FetchCommand>(command)) return {"fetch"};
    return {"revoke", std::get<RevokeCommand>(command).device};
}

Result<OfficeCommand> read_command(const std::vector<std::string>& words) {
    if (words.size() == 2 && words[0] == "revoke") return OfficeCommand(RevokeCommand{words[1]});
    if (words.size() == 8 && words[0] == "budget")
        return OfficeCommand(
            BudgetCommand{words[1], words[2], words[3], words[4], words[5], words[6] == "json", words[7]});
    std::uint32_t epoch = 0;
    if (words.size() == 2 && words[0] == "replace-hub" &&
        std::from_chars(words[1].data(), words[1].data() + words[1].size(), epoch).ec == std::errc{})
        return OfficeCommand(ReplaceHubCommand{epoch});
    if (words.size() == 4 && words[0] == "policy")
        return OfficeCommand(PublishCommand{words[1], words[2], words[3]});
    if (words.size() == 6 && words[0] == "join")
        return OfficeCommand(JoinCommand{words[1], words[2], words[3], words[4], words[5]});
    if (words.size() == 1 && words[0] == "fetch") return OfficeCommand(FetchCommand{});
    int minutes = 0;
    if (words.size() == 4 && words[0] == "waiting")
        for (std::size_t what = 0; what < waiting_words.size(); ++what)
            if (words[1] == waiting_words[what])
                return OfficeCommand(
                    WaitingCommand{static_cast<WaitingCommand::What>(what), words[2], words[3] == "json"});
    if (words.size() == 6 && words[0] == "code" &&
        std::from_chars(words[3].data(), words[3].data() + words[3].size(), minutes).ec == std::errc{})
        return OfficeCommand(
            CodeCommand{{words[1], words[2], std::chrono::minutes(minutes)}, words[4], words[5] == "shown"});
    return fail(ErrorKind::bad_input,
                "The running makegood-server does not know this command. Use the same version for both.");
}

int tell(const Result<std::string>& answer, const handover::Sink& sink) {
    if (answer) {
        sink.out(*answer);
        return 0;
    }
    sink.err(answer.error().sentence + "\n");
    return base::exit_code(answer.error().kind);
}

}  // namespace makegood::main
