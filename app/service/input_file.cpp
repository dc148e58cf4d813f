#include "app/service/input_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <cerrno>
#include <cstring>

namespace makegood::service {
namespace {

std::string quoted(const std::string& path) {
    return "\"" + path + "\"";
}

tl::unexpected<Error> no_entry(const std::string& path, int reason) {
    const std::string detail = std::strerror(reason);
    if (reason == ENOENT || reason == ENOTDIR)
        return fail(ErrorKind::not_found,
                    "There is no file " + quoted(path) + "; check the name and the folder.", detail);
    if (reason == EACCES)
        return fail(ErrorKind::failed,
                    quoted(path) + " may not be read; ask its owner for the right to read it.", detail);
    return fail(ErrorKind::failed,
                quoted(path) + " can't be read (" + detail + "); copy it to this machine first.", detail);
}

}  // namespace

void InputFile::Closer::operator()(gzFile_s* file) const {
    gzclose_r(file);
}

Result<InputFile> InputFile::open(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) return no_entry(path, errno);
    struct stat about {};
    const bool known = ::fstat(descriptor, &about) == 0;
    if (!known || !S_ISREG(about.st_mode)) {
        ::close(descriptor);
        if (known && S_ISDIR(about.st_mode))
            return fail(ErrorKind::bad_input, quoted(path) + " is a folder; name the file in it.");
        return fail(ErrorKind::bad_input,
                    quoted(path) + " is not a plain file; save the export to a file first.");
    }
    if (about.st_size == 0) {
        ::close(descriptor);
        return fail(ErrorKind::bad_input, quoted(path) + " is empty; export it again.");
    }
    gzFile_s* file = gzdopen(descriptor, "rb");
    if (file == nullptr) {
        ::close(descriptor);
        return no_entry(path, ENOMEM);
    }
    gzbuffer(file, 128 * 1024);
    return InputFile(path, file, static_cast<std::uint64_t>(about.st_size));
}

Result<std::size_t> InputFile::read(std::span<char> room) {
    const int count = gzread(file_.get(), room.data(), static_cast<unsigned>(room.size()));
    int code = Z_OK;
    const char* detail = gzerror(file_.get(), &code);
    if (count > 0) return static_cast<std::size_t>(count);
    if (count == 0 && code == Z_OK) return std::size_t{0};
    const std::string why = code == Z_ERRNO ? std::strerror(errno) : detail;
    if (code == Z_ERRNO)
        return fail(ErrorKind::failed,
                    quoted(path_) + " can't be read (" + why + "); copy it to this machine first.", why);
    return fail(ErrorKind::failed, quoted(path_) + " is cut off or damaged; copy or export it again.", why);
}

Result<> InputFile::rewind() {
    if (gzrewind(file_.get()) == 0) return {};
    return no_entry(path_, errno);
}

std::uint64_t InputFile::bytes_done() const {
    const auto offset = gzoffset(file_.get());
    return offset < 0 ? 0 : static_cast<std::uint64_t>(offset);
}

}  // namespace makegood::service
