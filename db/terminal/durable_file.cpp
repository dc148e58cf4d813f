#include "db/terminal/durable_file.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <vector>

#include "db/terminal/hash.hpp"

namespace makegood::db::terminal {
namespace {

// A descriptor that closes itself.
class Descriptor {
  public:
    Descriptor(const std::string& path, int flags) : number_(::open(path.c_str(), flags | O_CLOEXEC)) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    int number() const { return number_; }

  private:
    int number_;
};

tl::unexpected<Error> disk_trouble(const std::string& path) {
    const std::string detail = std::strerror(errno);
    return fail(ErrorKind::failed,
                "The file " + path + " can't be written (" + detail +
                    "). Free some space on its disk, or give this user the right to write there.",
                detail);
}

Result<std::string> digest_of(const std::string& path) {
    const Descriptor file(path, O_RDONLY);
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, crypto_generichash_BYTES);
    std::vector<unsigned char> room(256 * 1024);
    for (;;) {
        const auto count = ::read(file.number(), room.data(), room.size());
        if (count < 0) return disk_trouble(path);
        if (count == 0) break;
        crypto_generichash_update(&state, room.data(), static_cast<std::size_t>(count));
    }
    std::string digest(crypto_generichash_BYTES, '\0');
    crypto_generichash_final(&state, reinterpret_cast<unsigned char*>(digest.data()), digest.size());
    return to_hex(digest);
}

}  // namespace

Result<std::string> make_durable(const std::string& folder, const std::string& building,
                                 const std::string& path) {
    auto digest = digest_of(building);
    if (!digest) return digest;
    const Descriptor file(building, O_RDWR);
    if (file.number() < 0 || ::fsync(file.number()) != 0) return disk_trouble(path);
    if (::rename(building.c_str(), path.c_str()) != 0) return disk_trouble(path);
    const Descriptor directory(folder, O_RDONLY | O_DIRECTORY);
    if (directory.number() < 0 || ::fsync(directory.number()) != 0) return disk_trouble(path);
    return digest;
}

}  // namespace makegood::db::terminal
