#include "app/handover/owner_socket.hpp"

#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <fstream>
#include <thread>

#include "app/handover/address.hpp"
#include "app/handover/frame.hpp"
#include "app/handover/hand_over.hpp"

using namespace makegood;
using namespace makegood::handover;

namespace {

struct Folder {
    std::filesystem::path path;
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "makegood-XXXXXX").string();
        path = ::mkdtemp(name.data());
    }
    ~Folder() { std::filesystem::remove_all(path); }
};

struct Heard {
    std::string out, err;
    Sink sink{[this](std::string_view text) { out += text; }, [this](std::string_view text) { err += text; }};
};

int echo(const Request& request, const Sink& sink) {
    for (const auto& argument : request.argv) sink.out(argument + "\n");
    sink.err(request.cwd + "|" + request.input);
    return static_cast<int>(request.argv.size());
}

}  // namespace

TEST_CASE("a command is handed to the owner and answered with text and exit code") {
    const Folder folder;
    const auto owner = OwnerSocket::open(folder.path, echo);
    REQUIRE(owner);
    Heard heard;
    CHECK(hand_over(folder.path, {{"give", "", "o1-17.2", std::string(200'000, 'x')}, "/tmp", "input"},
                    heard.sink) == 4);
    CHECK(heard.out == "give\n\no1-17.2\n" + std::string(200'000, 'x') + "\n");
    CHECK(heard.err == "/tmp|input");
    struct stat status {};
    REQUIRE(::stat((folder.path / socket_name).c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("a folder without an owner is told apart from a failure") {
    const Folder folder;
    Heard heard;
    SECTION("no socket") {
        CHECK(hand_over(folder.path, {}, heard.sink) == std::nullopt);
    }
    SECTION("no folder") {
        CHECK(hand_over(folder.path / "none", {}, heard.sink) == std::nullopt);
    }
    SECTION("the owner has stopped") {
        auto owner = OwnerSocket::open(folder.path, echo);
        REQUIRE(owner);
        (*owner)->stop();
        (*owner)->stop();
        CHECK(hand_over(folder.path, {}, heard.sink) == std::nullopt);
        CHECK_FALSE(std::filesystem::exists(folder.path / socket_name));
    }
    SECTION("the owner was killed and left its file") {
        const Descriptor place = open_folder(folder.path);
        const sockaddr_un address = address_in(place);
        {
            const Descriptor dead(::socket(AF_UNIX, SOCK_STREAM, 0));
            REQUIRE(::bind(dead.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
        }
        CHECK(hand_over(folder.path, {}, heard.sink) == std::nullopt);
        const auto owner = OwnerSocket::open(folder.path, echo);
        REQUIRE(owner);
        CHECK(hand_over(folder.path, {{"a"}, "", ""}, heard.sink) == 1);
    }
    CHECK(heard.err.find("stopped") == std::string::npos);
}

TEST_CASE("a folder deeper than a Unix address holds is no hindrance") {
    const Folder folder;
    const auto deep = folder.path / std::string(100, 'd') / std::string(100, 'e');
    std::filesystem::create_directories(deep);
    const auto owner = OwnerSocket::open(deep, echo);
    REQUIRE(owner);
    Heard heard;
    CHECK(hand_over(deep, {{"a", "b"}, "", ""}, heard.sink) == 2);
}

TEST_CASE("many clients are answered one at a time, each with its own answer") {
    const Folder folder;
    std::atomic<int> inside = 0, most = 0;
    const auto owner = OwnerSocket::open(folder.path, [&](const Request& request, const Sink& sink) {
        most = std::max<int>(most, ++inside);
        sink.out(request.argv.at(0));
        --inside;
        return 7;
    });
    REQUIRE(owner);
    std::vector<std::thread> clients;
    std::atomic<int> right = 0;
    for (int i = 0; i < 40; ++i) {
        clients.emplace_back([&, i] {
            Heard heard;
            if (hand_over(folder.path, {{std::to_string(i)}, "", ""}, heard.sink) == 7 &&
                heard.out == std::to_string(i))
                ++right;
        });
    }
    for (auto& client : clients) client.join();
    CHECK(right == 40);
    CHECK(most == 1);
}

TEST_CASE("clients that misbehave do not stop the owner") {
    const Folder folder;
    const auto owner = OwnerSocket::open(folder.path, [](const Request& request, const Sink& sink) {
        for (int i = 0; i < 2000; ++i) sink.out(std::string(1000, 'y'));
        return static_cast<int>(request.argv.size());
    });
    REQUIRE(owner);
    const Descriptor place = open_folder(folder.path);
    const sockaddr_un address = address_in(place);
    const std::string whole = encode({{"a"}, "/", ""});
    const std::vector<std::string> sent = {
        "",
        "r",
        std::string("r\0\0\0", 4),
        std::string("r\xff\xff\xff\xff", 5),
        "GET / HTTP/1.1\r\n\r\n",
        std::string("r\0\0\0\4", 5) + "\xff\xff\xff\xff",
        std::string("o\0\0\0\1z", 6),
    };
    for (const auto& bytes : sent) {
        const Descriptor client(::socket(AF_UNIX, SOCK_STREAM, 0));
        REQUIRE(::connect(client.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
        REQUIRE(::send(client.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL) >= 0);
        ::shutdown(client.number(), SHUT_WR);
        CHECK_FALSE(read_frame(client.number(), std::chrono::seconds(60)));
    }
    {
        const Descriptor leaves(::socket(AF_UNIX, SOCK_STREAM, 0));
        REQUIRE(::connect(leaves.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
        REQUIRE(write_frame(leaves.number(), FrameKind::request, whole, std::chrono::seconds(60)));
    }
    Heard heard;
    CHECK(hand_over(folder.path, {{"a"}, "", ""}, heard.sink) == 1);
    CHECK(heard.out.size() == 2'000'000);
}

TEST_CASE("what travels is read back as it was, and nothing else is taken") {
    const Request request{{"voucher", "show", "Zoë's \"A\"\n"}, "/srv/shop", std::string("a\0b", 3)};
    const std::string bytes = encode(request);
    const auto back = decode(bytes);
    REQUIRE(back);
    CHECK(back->argv == request.argv);
    CHECK(back->cwd == request.cwd);
    CHECK(back->input == request.input);
    for (std::size_t length = 0; length < bytes.size(); ++length)
        CHECK_FALSE(decode(bytes.substr(0, length)));
    CHECK_FALSE(decode(bytes + "x"));
    CHECK_FALSE(decode(std::string(4, '\xff')));
}

TEST_CASE("a command that is too long is refused before it is sent") {
    const Folder folder;
    const auto owner = OwnerSocket::open(folder.path, echo);
    REQUIRE(owner);
    Heard heard;
    CHECK(hand_over(folder.path, {{}, "", std::string(request_limit, 'x')}, heard.sink) == 2);
    CHECK(heard.err.find("file") != std::string::npos);
}
