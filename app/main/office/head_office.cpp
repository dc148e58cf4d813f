#include "app/main/office/head_office.hpp"

#include <mutex>

#include "app/handover/hand_over.hpp"
#include "app/main/office/enrolment_commands.hpp"
#include "app/main/office/hub_commands.hpp"
#include "app/main/office/hub_limits.hpp"
#include "app/main/office/hub_marker.hpp"
#include "app/main/office/office_command.hpp"
#include "app/main/office/office_files.hpp"
#include "app/main/office/publish_policy.hpp"
#include "app/main/office/upstream.hpp"
#include "app/main/system_clock.hpp"
#include "app/main/system_random.hpp"
#include "app/server/receiver/receiver.hpp"
#include "app/wire/hub_messages.hpp"
#include "app/wire/json_event_codec.hpp"
#include "app/wire/policy_messages.hpp"
#include "db/server/receiver_database.hpp"
#include "db/terminal/customer_hash.hpp"

namespace makegood::main {
namespace {

// What a register or visitor may ask for; the rest never reaches the receiver.
std::vector<server::http::Route> routes() {
    return {{"POST", std::string(wire::enrol_path)},
            {"POST", std::string(wire::hello_path)},
            {"POST", std::string(wire::events_path)},
            {"POST", std::string(wire::knock_path)},
            {"POST", std::string(wire::rights_path)},
            {"POST", std::string(wire::policy_path)},
            {"GET", "/"},
            {"GET", "/v1/summary"},
            {"GET", "/livez"},
            {"GET", "/readyz"}};
}

}  // namespace

struct HeadOffice::Parts {
    HeadOfficeOptions options;
    std::unique_ptr<db::server::ReceiverDatabase> store;
    db::terminal::DeviceSigner signer;
    SystemClock clock;
    server::receiver::Viewing viewing;
    SystemRandom random;
    server::receiver::Receiver receiver{*store,  signer,
                                        clock,   wire::event_codec(),
                                        viewing, [this](const std::string& text) { options.notice(text); }};
    server::receiver::RightsCounter rights{*store, clock, random, day_in_zone};
    HubLimits limits{*store};
    db::terminal::CustomerHash customers{options.data};
    server::receiver::OpenCodes codes{};
    std::string authority{};   // fingerprint, while it listens
    std::mutex store_mutex{};  // requests and commands come from two threads
    Upstream upstream{*store, store_mutex, signer, clock, random, options.notice};
    std::unique_ptr<server::http::HttpServer> http{};
    std::unique_ptr<handover::OwnerSocket> socket{};

    void share_budget() {
        receiver.share_budget(rights);
        rights.follow([this](const std::string& shop) { return limits.of(shop); });
        const auto secret = customers.secret();
        if (secret) rights.tell(*secret);
        if (!secret) options.notice(secret.error().sentence);
    }
    int hear(const handover::Request& request, const handover::Sink& sink, HeadOffice& office) {
        const auto command = read_command(request.argv);
        const auto answer = command ? office.carry_out(*command) : fail(command.error());
        return tell(answer, sink);
    }
};

Result<std::unique_ptr<HeadOffice>> HeadOffice::open(HeadOfficeOptions options) {
    auto token = read_view_token(options.view_token_file);
    if (!token) return fail(token.error());
    auto clock = SystemClock::in_zone("UTC");
    if (!clock) return fail(clock.error());
    auto store = db::server::ReceiverDatabase::open(options.data, wire::event_codec(), day_in_zone);
    if (!store) return fail(store.error());
    const auto enrolled = (*store)->has_registers();
    if (!enrolled) return fail(enrolled.error());
    auto signer = open_office_key(options.data, !*enrolled);
    if (!signer) return fail(signer.error());
    const server::receiver::Viewing viewing{std::move(*token), options.http.behind_proxy};
    options.http.routes = routes();
    return std::unique_ptr<HeadOffice>(new HeadOffice(std::unique_ptr<Parts>(
        new Parts{std::move(options), std::move(*store), std::move(*signer), std::move(*clock), viewing})));
}

HeadOffice::HeadOffice(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {
    if (parts_->options.is_hub) parts_->share_budget();
    parts_->receiver.hand_down_rules(*parts_->store);
    parts_->receiver.show_codes(parts_->codes);
}
HeadOffice::~HeadOffice() {
    stop();
}

Result<std::string> HeadOffice::start() {
    Parts& parts = *parts_;
    MAKEGOOD_TRY(look_at_marker());
    const auto& tls = parts.options.http;
    auto authority = server::http::authority_fingerprint(tls.tls_certificate, tls.tls_authority);
    if (!authority) return fail(authority.error());
    parts.authority = std::move(*authority);
    auto http =
        server::http::HttpServer::start(parts.options.http, [&parts](const wire::HttpRequest& request) {
            const std::lock_guard lock(parts.store_mutex);
            return parts.receiver.handle(request);
        });
    if (!http) return fail(http.error());
    parts.http = std::move(*http);
    auto socket = handover::OwnerSocket::open(
        parts.options.data, [this](const handover::Request& request, const handover::Sink& sink) {
            return parts_->hear(request, sink, *this);
        });
    if (!socket) return fail(socket.error());
    parts.socket = std::move(*socket);
    if (parts.options.is_hub) parts.upstream.fetch_as_they_come();
    return parts.http->url();
}

Result<> HeadOffice::look_at_marker() {
    Parts& parts = *parts_;
    if (!parts.options.is_hub) return {};
    const auto notice =
        renew_hub_marker(*parts.store, parts.rights, parts.signer.public_key_hex(), parts.options.data);
    if (!notice) return fail(notice.error());
    if (!notice->empty()) parts.options.notice(*notice);
    return {};
}

void HeadOffice::stop() {
    parts_->upstream.stop();
    if (parts_->socket) parts_->socket->stop();
    if (parts_->http) parts_->http->stop();
}

Result<std::string> HeadOffice::carry_out(const OfficeCommand& command) {
    // Others are answered while head office is asked.
    if (const auto* wanted = std::get_if<JoinCommand>(&command)) return join(*wanted);
    if (std::holds_alternative<FetchCommand>(command)) return parts_->upstream.fetch_rules();
    const std::lock_guard lock(parts_->store_mutex);
    if (const auto* code = std::get_if<CodeCommand>(&command)) {
        const auto listening = parts_->http ? parts_->http->url() : std::string();
        const auto said = code->url.empty() ? parts_->options.url : code->url;
        return carry_out_code(*code, {reachable_url(said, listening), parts_->authority}, *parts_->store,
                              parts_->clock, parts_->random, parts_->signer, parts_->codes);
    }
    if (const auto* waiting = std::get_if<WaitingCommand>(&command))
        return carry_out_waiting(*waiting, *parts_->store, parts_->clock, parts_->signer);
    if (const auto* budget = std::get_if<BudgetCommand>(&command))
        return carry_out_budget(*budget, parts_->rights, *parts_->store);
    if (const auto* replace = std::get_if<ReplaceHubCommand>(&command)) {
        // Of a hub that does not run, its next start must not take the new book for the copy.
        if (!parts_->http)
            if (const auto looked = renew_hub_marker(*parts_->store, parts_->rights,
                                                     parts_->signer.public_key_hex(), parts_->options.data);
                !looked)
                return fail(looked.error());
        return carry_out_replacement(*replace, parts_->rights);
    }
    if (const auto* policy = std::get_if<PublishCommand>(&command))
        return publish_policy(*policy, *parts_->store, parts_->signer, parts_->clock);
    const DeviceId device(std::get<RevokeCommand>(command).device);
    MAKEGOOD_TRY(parts_->store->revoke(device, parts_->clock.now()));
    MAKEGOOD_TRY(parts_->rights.revoke(device));
    return "Register " + device.text() + " is revoked: its next request is refused.\n";
}

Result<std::string> HeadOffice::join(const JoinCommand& wanted) {
    auto ticket = wire::ticket_of(wanted.where, wanted.code);
    if (!ticket) return fail(ticket.error());
    return parts_->upstream.join({std::move(*ticket), wanted.authority, wanted.store, wanted.name});
}

int command_office(const std::filesystem::path& folder, const OfficeCommand& command,
                   const handover::Sink& sink) {
    const auto answered = handover::hand_over(folder, {write_command(command), {}, {}}, sink);
    if (answered) return *answered;
    HeadOfficeOptions options;
    options.data = folder;
    options.notice = [&sink](const std::string& text) { sink.err(text + "\n"); };
    const auto office = HeadOffice::open(std::move(options));
    return office ? tell((*office)->carry_out(command), sink) : tell(fail(office.error()), sink);
}

}  // namespace makegood::main
