// Head office as one object: store, key, receiver, HTTP server and the socket for commands beside it.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <variant>

#include "app/handover/owner_socket.hpp"
#include "app/server/http/http_server.hpp"
#include "app/server/receiver/enrolment_code.hpp"

namespace makegood::main {

struct HeadOfficeOptions {
    std::filesystem::path data;
    server::http::ServerOptions http;
    std::string view_token_file;  // its first line is the token; empty: no token
    std::string url;              // under which registers reach it; empty: what it listens on
    bool is_hub = false;          // of a store: shares out its budget to the registers
    std::function<void(const std::string&)> notice;  // what the log gets; any thread
};

// What a person may ask of a head office beside its running.
struct CodeCommand {
    server::receiver::CodeRequest wanted;
    std::string url;     // under which registers reach this server; empty: the one that it listens on
    bool shown = false;  // for a person: as QR code too, and how to type it
};
// Registers that wait to be confirmed: lists them, lets one in or turns it away.
struct WaitingCommand {
    enum class What { list, confirm, refuse } what = What::list;
    std::string digits;
    bool json = false;
};
struct RevokeCommand {
    std::string device;
};
// Of a store's hub. An empty limit only shows.
struct BudgetCommand {
    std::string limit, worth, per = "day", currency, time_zone;
    bool json = false;
    std::string from = {};  // where the period is of so many days
};
struct ReplaceHubCommand {
    std::uint32_t lost_epoch = 0;
};
struct PublishCommand {
    std::string file, text;  // the name for people, and what it holds
    std::string currency;    // of the store; empty: as its registers told
};
// Of a store's hub: enrols it at head office, or asks there for newer rules.
struct JoinCommand {
    std::string where, code, authority;  // as cli::RegisterAccess::enrol has them
    std::string store, name;
};
struct FetchCommand {};
using OfficeCommand = std::variant<CodeCommand, WaitingCommand, RevokeCommand, BudgetCommand,
                                   ReplaceHubCommand, PublishCommand, JoinCommand, FetchCommand>;

class HeadOffice {
  public:
    // Owns the folder from now on; does not listen yet. busy: another process owns it.
    static Result<std::unique_ptr<HeadOffice>> open(HeadOfficeOptions options);
    ~HeadOffice();
    HeadOffice(const HeadOffice&) = delete;
    HeadOffice& operator=(const HeadOffice&) = delete;

    // Listens and hears commands until stop() or the end. Answers the address: "http://127.0.0.1:8080".
    Result<std::string> start();
    void stop();

    // Any thread. The answer for a person, with its line end.
    Result<std::string> carry_out(const OfficeCommand& command);

  private:
    struct Parts;
    // Of a hub, at its start: whether its folder is a copy that was put back.
    Result<> look_at_marker();
    Result<std::string> join(const JoinCommand& wanted);
    explicit HeadOffice(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

// Asks the process that owns the folder, or opens the folder when nobody does. The exit code.
int command_office(const std::filesystem::path& folder, const OfficeCommand& command,
                   const handover::Sink& sink);

}  // namespace makegood::main
