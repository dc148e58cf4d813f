#include "devices/simulated/simulated_printer.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace makegood::devices::simulated {

namespace {

constexpr int tick_ms = 10;
constexpr std::size_t slow_bytes_a_tick = 200;

class Socket {
  public:
    Socket() = default;
    explicit Socket(int number) : number_(number) {}
    Socket(Socket&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Socket& operator=(Socket&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Socket() {
        if (number_ >= 0) ::close(number_);
    }
    int number() const { return number_; }
    explicit operator bool() const { return number_ >= 0; }

  private:
    int number_ = -1;
};

Socket listening(std::uint16_t port) {
    Socket made(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    const int on = 1;
    ::setsockopt(made.number(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::bind(made.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) return {};
    if (::listen(made.number(), 1) != 0) return {};
    return made;
}

std::uint16_t port_of(const Socket& socket) {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ::getsockname(socket.number(), reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
}

// Numbers go on where an earlier run in the same folder ended.
int first_free_number(const std::filesystem::path& folder) {
    int count = 0;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
        if (entry.path().extension() == ".bin") ++count;
    }
    return count + 1;
}

}  // namespace

struct SimulatedPrinter::Sockets {
    Socket listener, client;
};

std::string_view word(State state) {
    switch (state) {
        case State::ready:
            return "ready";
        case State::paper_out:
            return "paper_out";
        case State::cover_open:
            return "cover_open";
        case State::slow:
            return "slow";
        case State::silent:
            return "silent";
        case State::gone:
            return "gone";
        case State::reset:
            return "reset";
    }
    return "ready";
}

std::optional<State> state_from_word(std::string_view text) {
    for (const auto state : {State::ready, State::paper_out, State::cover_open, State::slow, State::silent,
                             State::gone, State::reset}) {
        if (word(state) == text) return state;
    }
    return std::nullopt;
}

Result<std::unique_ptr<SimulatedPrinter>> SimulatedPrinter::start(const Setting& setting) {
    std::error_code failure;
    if (!setting.folder.empty()) std::filesystem::create_directories(setting.folder, failure);
    if (failure) {
        return fail(ErrorKind::failed,
                    "The folder " + setting.folder.string() + " can't be made. Choose another one.",
                    failure.message());
    }
    auto sockets = std::make_unique<Sockets>();
    sockets->listener = listening(setting.port);
    if (!sockets->listener) {
        return fail(
            ErrorKind::failed,
            "Port " + std::to_string(setting.port) + " is taken by another program. Choose another one.",
            std::strerror(errno));
    }
    const auto port = port_of(sockets->listener);
    return std::unique_ptr<SimulatedPrinter>(new SimulatedPrinter(setting, std::move(sockets), port));
}

SimulatedPrinter::SimulatedPrinter(const Setting& setting, std::unique_ptr<Sockets> sockets,
                                   std::uint16_t port)
    : setting_(setting),
      port_(port),
      sockets_(std::move(sockets)),
      mechanism_(setting.model),
      next_number_(first_free_number(setting.folder)),
      thread_([this](const std::stop_token& stop) { serve(stop); }) {}

SimulatedPrinter::~SimulatedPrinter() {
    thread_.request_stop();
    thread_.join();
}

void SimulatedPrinter::set_state(State state) {
    const std::lock_guard lock(guard_);
    wanted_ = state;
}

void SimulatedPrinter::set_state_after(std::size_t bytes, State state) {
    const std::lock_guard lock(guard_);
    planned_.emplace(bytes, state);
}

std::vector<PaperPiece> SimulatedPrinter::pieces() const {
    const std::lock_guard lock(guard_);
    return pieces_;
}

void SimulatedPrinter::serve(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        std::optional<State> wanted;
        {
            const std::lock_guard lock(guard_);
            wanted = std::exchange(wanted_, std::nullopt);
        }
        if (wanted) enter(*wanted);
        std::array<pollfd, 2> watched{
            {{sockets_->listener.number(), POLLIN, 0}, {sockets_->client.number(), POLLIN, 0}}};
        if (sockets_->client) watched[0].fd = -1;  // one client at a time
        if (state_ == State::silent || mechanism_.room() == 0) watched[1].fd = -1;
        ::poll(watched.data(), watched.size(), tick_ms);
        if (watched[0].revents != 0) take_connection();
        if (watched[1].revents != 0) take_bytes();
        if (state_ != State::silent) work_on();
    }
}

void SimulatedPrinter::enter(State state) {
    if (state == State::reset) {
        sockets_->client = {};
        mechanism_.power_cycle();
        state = State::ready;
    }
    state_ = state;
    mechanism_.set_paper(state != State::paper_out);
    mechanism_.set_cover(state == State::cover_open);
    if (state == State::gone) {
        sockets_->client = {};
        sockets_->listener = {};
    } else if (!sockets_->listener) {
        sockets_->listener = listening(port_);
    }
}

void SimulatedPrinter::take_connection() {
    sockets_->client =
        Socket(::accept4(sockets_->listener.number(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
}

void SimulatedPrinter::take_bytes() {
    std::array<std::uint8_t, 2048> buffer;
    auto most = std::min(buffer.size(), mechanism_.room());
    std::optional<State> reached;
    {
        const std::lock_guard lock(guard_);
        if (planned_) most = std::min(most, std::max<std::size_t>(planned_->first, 1));
    }
    const auto count = ::read(sockets_->client.number(), buffer.data(), most);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (count <= 0) {
        sockets_->client = {};
        return;
    }
    mechanism_.receive(std::span(buffer).first(static_cast<std::size_t>(count)));
    {
        const std::lock_guard lock(guard_);
        if (planned_) planned_->first -= std::min(planned_->first, static_cast<std::size_t>(count));
        if (planned_ && planned_->first == 0) reached = std::exchange(planned_, std::nullopt)->second;
    }
    work_on();
    if (reached) enter(*reached);
}

void SimulatedPrinter::work_on() {
    mechanism_.work(state_ == State::slow ? slow_bytes_a_tick : SIZE_MAX);
    collect();
    give_answers();
}

void SimulatedPrinter::collect() {
    for (auto& piece : mechanism_.take_pieces()) {
        // A full disk loses the picture, not the simulation.
        if (!setting_.folder.empty()) (void)save_piece(piece, setting_.folder, next_number_++);
        const std::lock_guard lock(guard_);
        pieces_.push_back(std::move(piece));
    }
}

void SimulatedPrinter::give_answers() {
    const auto answers = mechanism_.take_answers();
    if (answers.empty() || !sockets_->client) return;
    // A host that never reads loses answers, as with a real printer.
    (void)::send(sockets_->client.number(), answers.data(), answers.size(), MSG_NOSIGNAL);
}

}  // namespace makegood::devices::simulated
