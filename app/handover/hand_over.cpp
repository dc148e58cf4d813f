#include "app/handover/hand_over.hpp"

#include <sys/socket.h>

#include <cerrno>
#include <cstring>

#include "app/handover/address.hpp"
#include "app/handover/frame.hpp"

namespace makegood::handover {
namespace {

constexpr std::chrono::seconds write_patience(30);
constexpr std::chrono::milliseconds no_limit(-1);
constexpr int machine_failed = 3;
constexpr int wrong_use = 2;

// What connect says when there is no owner: no file, or the file of one that was killed.
bool nobody_there(int error) {
    return error == ENOENT || error == ECONNREFUSED;
}

int relay_answer(int socket, const Sink& sink) {
    while (const auto frame = read_frame(socket, no_limit)) {
        switch (frame->kind) {
            case FrameKind::out:
                sink.out(frame->body);
                break;
            case FrameKind::err:
                sink.err(frame->body);
                break;
            case FrameKind::exit:
                return frame->body.size() == 1 ? static_cast<unsigned char>(frame->body[0]) : machine_failed;
            case FrameKind::request:
                break;
        }
    }
    sink.err(
        "The program that holds the data folder stopped before it had answered. Look whether the command "
        "took effect before you give it again.\n");
    return machine_failed;
}

}  // namespace

std::optional<int> hand_over(const std::filesystem::path& folder, const Request& request, const Sink& sink) {
    const Descriptor place = open_folder(folder);
    if (!place) return std::nullopt;
    const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const sockaddr_un address = address_in(place);
    if (!socket ||
        ::connect(socket.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        const int error = errno;
        if (nobody_there(error)) return std::nullopt;
        sink.err("The program that holds " + folder.string() + " can't be asked (" + std::strerror(error) +
                 "). Give the command as the user who runs it.\n");
        return machine_failed;
    }
    const std::string bytes = encode(request);
    if (bytes.size() > request_limit) {
        sink.err("The command is longer than 1 MiB. Put its input in a file and name the file.\n");
        return wrong_use;
    }
    // The owner may refuse before it has read all; its sentence still waits to be read.
    (void)write_frame(socket.number(), FrameKind::request, bytes, write_patience);
    return relay_answer(socket.number(), sink);
}

}  // namespace makegood::handover
