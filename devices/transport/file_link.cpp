#include "devices/transport/file_link.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

namespace makegood::devices::transport {

namespace {

bool is_synced(const std::filesystem::path& folder) {
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return opened && ::fsync(opened.number()) == 0;
}

std::filesystem::path folder_of(const std::filesystem::path& file) {
    return file.has_parent_path() ? file.parent_path() : ".";
}

}  // namespace

FileLink::FileLink(std::filesystem::path path) : path_(std::move(path)) {
    std::error_code ignored;
    is_folder_ = !path_.has_filename() || std::filesystem::is_directory(path_, ignored);
}

Error FileLink::refused(int reason) const {
    return {ErrorKind::failed,
            "The piece could not be written to " + path_.string() +
                ". Check that there is room and that it may be written.",
            std::strerror(reason)};
}

std::filesystem::path FileLink::next_piece() const {
    for (int number = 1;; ++number) {
        auto piece = path_ / fmt::format("piece-{:04}.bin", number);
        std::error_code ignored;
        if (!std::filesystem::exists(piece, ignored)) return piece;
    }
}

Result<> FileLink::open(Duration) {
    const auto file = is_folder_ ? path_ / "piece.part" : path_;
    std::error_code failure;
    std::filesystem::create_directories(folder_of(file), failure);
    const auto flags = O_WRONLY | O_CREAT | O_CLOEXEC | (is_folder_ ? O_TRUNC : O_APPEND);
    file_ = Descriptor(::open(file.c_str(), flags, 0644));
    if (!file_) return fail(refused(errno));
    return {};
}

Written FileLink::write(std::span<const std::uint8_t> bytes, Duration) {
    if (!is_open()) return {0, refused(EBADF)};
    const auto count = ::write(file_.number(), bytes.data(), bytes.size());
    if (count >= 0) return {static_cast<std::size_t>(count), {}};
    if (errno == EINTR) return {};
    const auto reason = errno;
    close();
    return {0, refused(reason)};
}

Result<> FileLink::end_piece() {
    if (!is_open()) return fail(refused(EBADF));
    if (::fsync(file_.number()) != 0) return fail(refused(errno));
    close();
    std::error_code failure;
    if (is_folder_) std::filesystem::rename(path_ / "piece.part", next_piece(), failure);
    if (failure) return fail(refused(failure.value()));
    if (!is_synced(is_folder_ ? path_ : folder_of(path_))) return fail(refused(errno));
    return {};
}

}  // namespace makegood::devices::transport
