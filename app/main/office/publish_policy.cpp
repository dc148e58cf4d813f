#include "app/main/office/publish_policy.hpp"

#include "app/config/policy_document.hpp"
#include "app/main/register_parts.hpp"
#include "app/wire/document_signature.hpp"

namespace makegood::main {
namespace {

// Of the store that the document names; any where it names none: then that is what is wrong with it.
Result<Currency> currency_for(const config::Document& document, const std::string& said,
                              ports::PolicyOffice& office) {
    if (!said.empty()) return Currency::from_code(said);
    config::Problems ignored;
    const auto table = config::parse_toml(document.text, document.name, ignored);
    const auto head = table.entries.find("policy");
    if (head == table.entries.end()) return Currency();
    const auto store = head->second.entries.find("store");
    if (store == head->second.entries.end()) return Currency();
    const auto code = office.currency_of(store->second.text);
    if (!code) return fail(code.error());
    if (code->empty())
        return fail(ErrorKind::refused,
                    "The registers of \"" + store->second.text +
                        "\" have not sent anything yet, so their currency is not known. Say it: "
                        "--currency CUR, or publish after their first sync.");
    return Currency::from_code(*code);
}

}  // namespace

Result<std::string> publish_policy(const PublishCommand& command, ports::PolicyOffice& office,
                                   const ports::Signer& signer, const ports::Clock& clock) {
    const config::Document document{command.file, command.text};
    const auto currency = currency_for(document, command.currency, office);
    if (!currency) return fail(currency.error());
    const auto checked = config::check_document(document, shipped_config(), *currency);
    if (!checked) return fail(checked.error());
    if (!checked->problems.empty()) return fail(config::all_of(checked->problems));
    const ports::StorePolicy policy{checked->head.store,
                                    static_cast<std::uint64_t>(checked->head.version),
                                    {command.text, wire::sign_document(command.text, signer)}};
    MAKEGOOD_TRY(office.publish_policy(policy, clock.now()));
    return "Version " + std::to_string(policy.version) + " is handed to the registers of \"" + policy.store +
           "\" when they next ask.\n";
}

}  // namespace makegood::main
