#include "app/sync/rights_client.hpp"

#include "app/wire/hub_messages.hpp"

namespace makegood::sync {
namespace {

constexpr const char* json_type = "application/json";
// What is promised, in force, given back and told again: more needs another day.
constexpr int most_hellos = 6;

}  // namespace

Result<> RightsClient::run_once(const Enrolment& enrolment, ports::RightsLink& link) {
    const SignedExchange::Place place{enrolment.url, enrolment.head_office_key};
    const auto knock = link.knock();
    if (!knock) return fail(knock.error());
    const auto heard = exchange_.ask(place, wire::knock_path, json_type, wire::encode(*knock));
    if (!heard) return fail(heard.error());
    const auto message = wire::decode_rights_welcome(heard->body);
    if (!message) return fail(message.error());
    MAKEGOOD_TRY(link.welcomed(*message));
    for (int said = 0; said < most_hellos; ++said) {
        const auto more = say_hello(place, link);
        if (!more) return fail(more.error());
        if (!*more) break;
    }
    return {};
}

Result<bool> RightsClient::say_hello(const SignedExchange::Place& place, ports::RightsLink& link) {
    const auto hello = link.hello();
    if (!hello) return fail(hello.error());
    if (!*hello) return false;
    const auto heard = exchange_.ask(place, wire::rights_path, json_type, wire::encode(**hello));
    if (!heard) return fail(heard.error());
    const auto answer = wire::decode_rights_answer(heard->body);
    if (!answer) return fail(answer.error());
    MAKEGOOD_TRY(link.answered(*answer));
    return true;
}

}  // namespace makegood::sync
