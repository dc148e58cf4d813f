#include "app/main/office/head_office.hpp"

#include <mutex>

#include "app/handover/hand_over.hpp"
#include "app/main/office/hub_commands.hpp"
#include "app/main/office/hub_limits.hpp"
#include "app/main/office/office_command.hpp"
#include "app/main/office/office_files.hpp"
#include "app/main/office/publish_policy.hpp"
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
    std::mutex store_mutex;  // requests and commands come from two threads
    std::unique_ptr<server::http::HttpServer> http;
    std::unique_ptr<handover::OwnerSocket> socket;

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
}
HeadOffice::~HeadOffice() {
    stop();
}

Result<std::string> HeadOffice::start() {
    Parts& parts = *parts_;
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
    return parts.http->url();
}

void HeadOffice::stop() {
    if (parts_->socket) parts_->socket->stop();
    if (parts_->http) parts_->http->stop();
}

Result<std::string> HeadOffice::carry_out(const OfficeCommand& command) {
    const std::lock_guard lock(parts_->store_mutex);
    if (const auto* wanted = std::get_if<CodeCommand>(&command)) {
        const auto code = server::receiver::make_code(*parts_->store, parts_->clock, parts_->random, *wanted);
        if (!code) return fail(code.error());
        return *code + "\n";
    }
    if (const auto* budget = std::get_if<BudgetCommand>(&command))
        return carry_out_budget(*budget, parts_->rights);
    if (const auto* replace = std::get_if<ReplaceHubCommand>(&command))
        return carry_out_replacement(*replace, parts_->rights);
    if (const auto* policy = std::get_if<PublishCommand>(&command))
        return publish_policy(*policy, *parts_->store, parts_->signer, parts_->clock);
    const DeviceId device(std::get<RevokeCommand>(command).device);
    MAKEGOOD_TRY(parts_->store->revoke(device, parts_->clock.now()));
    MAKEGOOD_TRY(parts_->rights.revoke(device));
    return "Register " + device.text() + " is revoked: its next request is refused.\n";
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
