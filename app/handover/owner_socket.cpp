#include "app/handover/owner_socket.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <thread>

#include "app/handover/address.hpp"
#include "app/handover/frame.hpp"

namespace makegood::handover {
namespace {

// A client has this long for each piece of its request, and to take each piece of the answer.
constexpr std::chrono::seconds read_patience(5);
constexpr std::chrono::seconds write_patience(30);
constexpr int waiting_clients = 64;
constexpr std::size_t piece_size = 64 * 1024;

bool may_ask(int client) {
    ucred peer{};
    socklen_t size = sizeof peer;
    if (::getsockopt(client, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0) return false;
    return peer.uid == ::geteuid() || peer.uid == 0;
}

// Text of any length as frames; once the client has gone the rest is dropped.
void tell(int client, bool& there, FrameKind kind, std::string_view text) {
    while (there && !text.empty()) {
        there = write_frame(client, kind, text.substr(0, piece_size), write_patience);
        text.remove_prefix(std::min(piece_size, text.size()));
    }
}

void serve(int client, const Handler& handler) {
    bool there = true;
    const Sink sink{[&](std::string_view text) { tell(client, there, FrameKind::out, text); },
                    [&](std::string_view text) { tell(client, there, FrameKind::err, text); }};
    if (!may_ask(client)) {
        sink.err("Only the user who runs the program that holds the data folder may give it commands.\n");
        (void)write_frame(client, FrameKind::exit, std::string(1, '\1'), write_patience);
        return;
    }
    const auto frame = read_frame(client, read_patience);
    if (!frame || frame->kind != FrameKind::request) return;
    const auto request = decode(frame->body);
    if (!request) return;
    const int code = handler(*request, sink);
    (void)write_frame(client, FrameKind::exit, std::string(1, static_cast<char>(code)), write_patience);
}

class Listening final : public OwnerSocket {
  public:
    Listening(Descriptor folder, Descriptor socket, Descriptor wake, Handler handler)
        : folder_(std::move(folder)),
          socket_(std::move(socket)),
          wake_(std::move(wake)),
          handler_(std::move(handler)),
          thread_([this] { run(); }) {}
    ~Listening() override { stop(); }

    void stop() override {
        if (!thread_.joinable()) return;
        const std::uint64_t one = 1;
        (void)!::write(wake_.number(), &one, sizeof one);
        thread_.join();
        ::unlinkat(folder_.number(), socket_name, 0);
    }

  private:
    void run() {
        for (;;) {
            pollfd waiting[] = {{wake_.number(), POLLIN, 0}, {socket_.number(), POLLIN, 0}};
            if (::poll(waiting, 2, -1) < 0 && errno != EINTR) return;
            if (waiting[0].revents != 0) return;
            if (waiting[1].revents == 0) continue;
            const Descriptor client(::accept4(socket_.number(), nullptr, nullptr, SOCK_CLOEXEC));
            if (client) serve(client.number(), handler_);
        }
    }

    Descriptor folder_, socket_, wake_;
    Handler handler_;
    std::thread thread_;
};

}  // namespace

Result<std::unique_ptr<OwnerSocket>> OwnerSocket::open(const std::filesystem::path& folder, Handler handler) {
    const auto failed = [&folder] {
        return fail(
            ErrorKind::failed,
            "The data folder " + folder.string() +
                " can't hold the socket for commands. Put it on a local disk that the program may write.",
            std::strerror(errno));
    };
    Descriptor place = open_folder(folder);
    Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    Descriptor wake(::eventfd(0, EFD_CLOEXEC));
    if (!place || !socket || !wake) return failed();
    ::unlinkat(place.number(), socket_name, 0);
    // The file takes the mode that the socket has when it is bound: nobody can connect in between.
    if (::fchmod(socket.number(), S_IRUSR | S_IWUSR) != 0) return failed();
    const sockaddr_un address = address_in(place);
    if (::bind(socket.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        return failed();
    if (::listen(socket.number(), waiting_clients) != 0) return failed();
    return std::make_unique<Listening>(std::move(place), std::move(socket), std::move(wake),
                                       std::move(handler));
}

}  // namespace makegood::handover
