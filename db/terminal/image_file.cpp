#include "db/terminal/image_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <cstring>
#include <optional>

#include "db/terminal/numbered_files.hpp"

namespace makegood::db::terminal {
namespace {

using Bytes = std::span<const std::byte>;

struct FileStamp {
    std::uint64_t size = 0, seconds = 0, nanoseconds = 0;
    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};
// In front of the image; a multiple of eight bytes, as the image must be aligned.
struct Stamp {
    std::array<FileStamp, 2> files;
    std::uint64_t bytes = 0, checksum = 0;  // of the image
};

std::optional<Stamp> stamp_of(const MadeOf& files) {
    Stamp stamp;
    for (std::size_t i = 0; i < files.size(); ++i) {
        struct stat facts {};
        if (files[i].empty()) continue;
        if (::stat(files[i].c_str(), &facts) != 0) return std::nullopt;
        stamp.files[i] = {static_cast<std::uint64_t>(facts.st_size),
                          static_cast<std::uint64_t>(facts.st_mtim.tv_sec),
                          static_cast<std::uint64_t>(facts.st_mtim.tv_nsec)};
    }
    return stamp;
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

void forget_pages(Bytes image) {
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const auto from = reinterpret_cast<std::uintptr_t>(image.data());
    const auto first = from / page * page;  // the image begins a few bytes into its mapping
    ::madvise(reinterpret_cast<void*>(first), from + image.size() - first, MADV_DONTNEED);
}

struct HashState {
    XXH3_state_t* state = XXH3_createState();
    HashState() { XXH3_64bits_reset(state); }
    ~HashState() { XXH3_freeState(state); }
    HashState(const HashState&) = delete;
    HashState& operator=(const HashState&) = delete;
};

std::shared_ptr<const Bytes> open_image_file(const std::string& path, const MadeOf& files) {
    const auto expected = stamp_of(files);
    const auto mapped = map_file(path);
    if (!expected || !mapped || mapped->size() < sizeof(Stamp)) return nullptr;
    Stamp stamp;
    std::memcpy(&stamp, mapped->data(), sizeof stamp);
    const Bytes image = mapped->subspan(sizeof stamp);
    if (stamp.files != expected->files || stamp.bytes != image.size() ||
        stamp.checksum != XXH3_64bits(image.data(), image.size()))
        return nullptr;
    forget_pages(*mapped);  // read through for the checksum
    return {new Bytes(image), [mapped](const Bytes* bytes) { delete bytes; }};
}

}  // namespace

std::shared_ptr<const Bytes> LastImage::open(const std::string& path, const MadeOf& files) {
    auto image = open_image_file(path, files);
    const std::lock_guard lock(mutex_);
    if (image) image_ = image;
    return image;
}

void LastImage::let_pages_go() const {
    const std::lock_guard lock(mutex_);
    if (const auto image = image_.lock()) forget_pages(*image);
}

void save_image_file(const std::string& path, const MadeOf& files,
                     const std::function<void(const core::catalogue::ImageSink&)>& write) {
    auto stamp = stamp_of(files);
    if (!stamp) return;
    const std::string building = path + std::string(unfinished);
    bool written = false;
    {
        OpenFile file(building, O_CREAT | O_TRUNC | O_WRONLY);
        if (!file) return;
        const HashState hash;
        const auto stamp_bytes = std::as_bytes(std::span(&*stamp, 1));
        written = file.write(stamp_bytes);
        write([&](Bytes piece) {
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
