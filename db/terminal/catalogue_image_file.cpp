#include "db/terminal/catalogue_image_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <array>
#include <cstring>
#include <optional>

#include "app/core/catalogue/image.hpp"

namespace makegood::db::terminal {
namespace {

using core::catalogue::Catalogue;
using Bytes = std::span<const std::byte>;

constexpr std::string_view ending = ".db", image_ending = ".image", unfinished = ".new";

// In front of the image; a multiple of eight bytes, as the image must be aligned.
struct Stamp {
    std::uint64_t size = 0, seconds = 0, nanoseconds = 0;  // of the catalogue file
    std::uint64_t bytes = 0, checksum = 0;                 // of the image
    friend bool operator==(const Stamp&, const Stamp&) = default;
};

std::optional<Stamp> stamp_of(const std::string& catalogue_path) {
    struct stat facts {};
    if (::stat(catalogue_path.c_str(), &facts) != 0) return std::nullopt;
    return Stamp{static_cast<std::uint64_t>(facts.st_size), static_cast<std::uint64_t>(facts.st_mtim.tv_sec),
                 static_cast<std::uint64_t>(facts.st_mtim.tv_nsec), 0, 0};
}

class OpenFile {
  public:
    OpenFile(const std::string& path, int flags) : file_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
    ~OpenFile() {
        if (file_ >= 0) ::close(file_);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    explicit operator bool() const { return file_ >= 0; }
    int number() const { return file_; }
    bool write(Bytes bytes) {
        while (!bytes.empty()) {
            const auto written = ::write(file_, bytes.data(), bytes.size());
            if (written <= 0) return false;
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        }
        return true;
    }

  private:
    int file_;
};

// A whole file in memory, for as long as the last user lives.
std::shared_ptr<const Bytes> map_file(const std::string& path) {
    const OpenFile file(path, O_RDONLY);
    struct stat facts {};
    if (!file || ::fstat(file.number(), &facts) != 0 || facts.st_size == 0) return nullptr;
    const auto size = static_cast<std::size_t>(facts.st_size);
    void* at = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
    if (at == MAP_FAILED) return nullptr;
    return {new Bytes(static_cast<const std::byte*>(at), size), [](const Bytes* bytes) {
                ::munmap(const_cast<std::byte*>(bytes->data()), bytes->size());
                delete bytes;
            }};
}

struct HashState {
    XXH3_state_t* state = XXH3_createState();
    HashState() { XXH3_64bits_reset(state); }
    ~HashState() { XXH3_freeState(state); }
    HashState(const HashState&) = delete;
    HashState& operator=(const HashState&) = delete;
};

}  // namespace

std::string image_name(const std::string& catalogue_file) {
    return catalogue_file.substr(0, catalogue_file.size() - ending.size()) + std::string(image_ending);
}

std::shared_ptr<const Catalogue> open_image(const std::string& folder, const std::string& catalogue_file) {
    const auto expected = stamp_of(folder + "/" + catalogue_file);
    const auto mapped = map_file(folder + "/" + image_name(catalogue_file));
    if (!expected || !mapped || mapped->size() < sizeof(Stamp)) return nullptr;
    Stamp stamp;
    std::memcpy(&stamp, mapped->data(), sizeof stamp);
    const Bytes image = mapped->subspan(sizeof stamp);
    const std::uint64_t bytes = std::exchange(stamp.bytes, 0), checksum = std::exchange(stamp.checksum, 0);
    if (stamp != *expected || bytes != image.size() || checksum != XXH3_64bits(image.data(), image.size()))
        return nullptr;
    // Read through for the checksum; from now on only what is asked for needs to be in memory.
    ::madvise(const_cast<std::byte*>(mapped->data()), mapped->size(), MADV_DONTNEED);
    auto articles = core::catalogue::from_image(image, mapped);
    return articles ? *articles : nullptr;
}

void save_image(const std::string& folder, const std::string& catalogue_file, const Catalogue& articles) {
    auto stamp = stamp_of(folder + "/" + catalogue_file);
    if (!stamp) return;
    const std::string path = folder + "/" + image_name(catalogue_file),
                      building = path + std::string(unfinished);
    bool written = false;
    {
        OpenFile file(building, O_CREAT | O_TRUNC | O_WRONLY);
        if (!file) return;
        const HashState hash;
        const auto stamp_bytes = std::as_bytes(std::span(&*stamp, 1));
        written = file.write(stamp_bytes);
        write_image(articles, [&](Bytes piece) {
            XXH3_64bits_update(hash.state, piece.data(), piece.size());
            stamp->bytes += piece.size();
            written = written && file.write(piece);
        });
        stamp->checksum = XXH3_64bits_digest(hash.state);
        written = written && ::lseek(file.number(), 0, SEEK_SET) == 0 && file.write(stamp_bytes);
    }
    if (!written || ::rename(building.c_str(), path.c_str()) != 0) ::unlink(building.c_str());
}

}  // namespace makegood::db::terminal
