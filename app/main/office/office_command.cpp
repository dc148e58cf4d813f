#include "app/main/office/office_command.hpp"

#include <charconv>

namespace makegood::main {

std::vector<std::string> write_command(const OfficeCommand& command) {
    if (const auto* code = std::get_if<CodeCommand>(&command))
        return {"code", code->store, code->register_name, std::to_string(code->valid.count())};
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
        return {"policy", policy->file, policy->text};
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
    if (words.size() == 3 && words[0] == "policy") return OfficeCommand(PublishCommand{words[1], words[2]});
    int minutes = 0;
    if (words.size() == 4 && words[0] == "code" &&
        std::from_chars(words[3].data(), words[3].data() + words[3].size(), minutes).ec == std::errc{})
        return OfficeCommand(CodeCommand{words[1], words[2], std::chrono::minutes(minutes)});
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
