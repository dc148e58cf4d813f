// The socket of the process that owns a data folder: others hand their command line to it and get its
// answer. "owner.sock" in the folder, mode 0600; only the same user (or root) is heard.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/result.hpp"

namespace makegood::handover {

struct Request {
    std::vector<std::string> argv;  // without the program's name
    std::string cwd;                // against which relative paths are meant
    std::string input;              // what the command would read from standard input; may be empty
};
// All of it together, as it travels.
inline constexpr std::size_t request_limit = 1024 * 1024;

// Where the answer goes: text for standard output and standard error, in order.
struct Sink {
    std::function<void(std::string_view)> out, err;
};

// Runs the command and answers its exit code (0-255). Called on the socket's own thread, one request at a
// time. A sink whose client has gone takes text and drops it.
using Handler = std::function<int(const Request&, const Sink&)>;

class OwnerSocket {
  public:
    // Begins to listen. The caller already holds the folder's lock: a socket file found there is the
    // rest of a crash and is replaced. failed: the folder can't hold a socket.
    static Result<std::unique_ptr<OwnerSocket>> open(const std::filesystem::path& folder, Handler handler);
    virtual ~OwnerSocket() = default;  // stops
    // Lets the request that is being handled finish, hears no other, removes the file. May be repeated.
    virtual void stop() = 0;
};

}  // namespace makegood::handover
