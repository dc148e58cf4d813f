#include "db/terminal/small_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace makegood::db::terminal {
namespace {

constexpr std::size_t greatest_size = 4096;

// A file descriptor that closes itself.
class Handle {
  public:
    explicit Handle(int number) : number_(number) {}
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() {
        if (number_ >= 0) close(number_);
    }
    int number() const { return number_; }
    bool open() const { return number_ >= 0; }

  private:
    int number_;
};

tl::unexpected<Error> trouble_with(const std::filesystem::path& file, std::string_view what) {
    const int error = errno;
    return fail(error == ENOENT ? ErrorKind::not_found : ErrorKind::failed,
                "The file " + file.string() + " can't be " + std::string(what) +
                    ". See that the disk is not full and that this user may use its folder.",
                file.string() + ": " + std::strerror(error));
}

bool write_durably(const Handle& handle, std::string_view content) {
    return write(handle.number(), content.data(), content.size()) == static_cast<ssize_t>(content.size()) &&
           fsync(handle.number()) == 0;
}

}  // namespace

Result<std::string> read_small_file(const std::filesystem::path& file) {
    const Handle handle(open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!handle.open()) return trouble_with(file, "read");
    std::string content(greatest_size, '\0');
    const auto length = read(handle.number(), content.data(), content.size());
    if (length < 0) return trouble_with(file, "read");
    content.resize(static_cast<std::size_t>(length));
    return content;
}

Result<> write_small_file(const std::filesystem::path& file, std::string_view content) {
    const auto folder = file.parent_path();
    std::error_code trouble;
    if (std::filesystem::create_directories(folder, trouble))
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, trouble);
    auto fresh = file;
    fresh += ".new";
    unlink(fresh.c_str());
    const Handle handle(open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!handle.open() || !write_durably(handle, content)) return trouble_with(file, "written");
    if (rename(fresh.c_str(), file.c_str()) != 0) return trouble_with(file, "written");
    const Handle directory(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!directory.open() || fsync(directory.number()) != 0) return trouble_with(file, "written");
    return {};
}

}  // namespace makegood::db::terminal
