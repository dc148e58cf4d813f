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
    std::string view_token_file;                     // its first line is the token; empty: no token
    bool is_hub = false;                             // of a store: shares out its budget to the registers
    std::function<void(const std::string&)> notice;  // what the log gets; any thread
};

// What a person may ask of a head office beside its running.
using CodeCommand = server::receiver::CodeRequest;
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
};
using OfficeCommand =
    std::variant<CodeCommand, RevokeCommand, BudgetCommand, ReplaceHubCommand, PublishCommand>;

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
    explicit HeadOffice(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

// Asks the process that owns the folder, or opens the folder when nobody does. The exit code.
int command_office(const std::filesystem::path& folder, const OfficeCommand& command,
                   const handover::Sink& sink);

}  // namespace makegood::main
