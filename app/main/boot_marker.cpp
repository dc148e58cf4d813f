#include "app/main/boot_marker.hpp"

#include <fcntl.h>
#include <pwd.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>

#include "app/service/copied_folder.hpp"

namespace makegood::main {
namespace {

namespace fs = std::filesystem;

const std::string place_setting = "rights.marker-file";

std::string from_environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : value;
}

fs::path home() {
    const auto named = from_environment("HOME");
    if (!named.empty()) return named;
    const auto* user = ::getpwuid(::geteuid());
    return user == nullptr || user->pw_dir == nullptr ? fs::path() : fs::path(user->pw_dir);
}

tl::unexpected<Error> not_written(const fs::path& file) {
    return fail(ErrorKind::failed, "\"" + file.string() + "\" can't be written: " + std::strerror(errno) +
                                       ". Choose another place: MAKEGOOD_STATE=DIR.");
}

void sync_folder(const fs::path& folder) {
    const int opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0) return;
    ::fsync(opened);
    ::close(opened);
}

// Root must not take the file away from whom the shop belongs to.
void belong_like(int file, const fs::path& like) {
    struct stat owner {};
    if (::geteuid() != 0 || ::stat(like.c_str(), &owner) != 0) return;
    if (::fchown(file, owner.st_uid, owner.st_gid) != 0)
        spdlog::warn("boot marker: its owner can't be set: {}", std::strerror(errno));
}

bool write_whole(const fs::path& file, const std::string& text, const fs::path& like) {
    const int opened = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (opened < 0) return false;
    belong_like(opened, like);
    const bool written = ::write(opened, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                         ::fsync(opened) == 0;
    return ::close(opened) == 0 && written;
}

struct Place {
    fs::path file, before;  // before: where the folder last had it; may be the same or empty
};
Result<Place> place_of(const MarkerOwner& owner) {
    const auto remembered = owner.place();
    if (!remembered) return fail(remembered.error());
    const bool chosen = !from_environment("MAKEGOOD_STATE").empty();
    if (!remembered->empty() && !chosen) return Place{*remembered, *remembered};
    const auto folder = state_folder();
    if (folder.empty()) return Place{};
    return Place{folder / (owner.name + ".marker"), *remembered};
}

}  // namespace

fs::path state_folder() {
    const fs::path chosen = from_environment("MAKEGOOD_STATE");
    if (!chosen.empty()) return fs::absolute(chosen);
    const fs::path state = from_environment("XDG_STATE_HOME");
    if (state.is_absolute()) return state / "makegood";
    const auto at_home = home();
    return at_home.is_absolute() ? at_home / ".local" / "state" / "makegood" : fs::path();
}

Result<std::optional<std::uint64_t>> read_marker(const fs::path& file) {
    const int opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (opened < 0 && (errno == ENOENT || errno == ENOTDIR)) return std::optional<std::uint64_t>();
    char text[32];
    const auto count = opened < 0 ? -1 : ::read(opened, text, sizeof text);
    if (count < 0) {
        const std::string why = std::strerror(errno);
        if (opened >= 0) ::close(opened);
        return fail(ErrorKind::failed, "\"" + file.string() + "\" can't be read: " + why +
                                           ". It shows that this folder is no copy; run this as the user who "
                                           "runs the terminal.");
    }
    ::close(opened);
    std::uint64_t number = 0;
    std::from_chars(text, text + count, number);
    return std::optional(number);
}

Result<> write_marker(const fs::path& file, std::uint64_t number, const fs::path& like) {
    std::error_code problem;
    if (fs::create_directories(file.parent_path(), problem)) ::chmod(file.parent_path().c_str(), 0700);
    auto beside = file;
    beside += ".new";
    if (!write_whole(beside, std::to_string(number) + "\n", like)) return not_written(file);
    if (::rename(beside.c_str(), file.c_str()) != 0) return not_written(file);
    sync_folder(file.parent_path());
    return {};
}

Result<> renew_boot_marker(const MarkerOwner& owner, const fs::path& data_folder) {
    const auto place = place_of(owner);
    if (!place) return fail(place.error());
    if (place->file.empty()) return {};
    auto outside = read_marker(place->file);
    // Somebody has chosen another place since: what counts comes along.
    const bool moves = outside && !*outside && !place->before.empty() && place->before != place->file;
    if (moves) outside = read_marker(place->before);
    if (!outside) return fail(outside.error());
    const auto number = owner.renew(*outside);
    if (!number) return fail(number.error());
    if (!*number) return {};
    const auto written = write_marker(place->file, **number, data_folder);
    if (!written) {
        spdlog::warn("boot marker: {}", written.error().sentence);
        return {};
    }
    if (place->file == place->before) return {};
    MAKEGOOD_TRY(owner.remember_place(place->file.string()));
    std::error_code ignored;
    if (moves) fs::remove(place->before, ignored);
    return {};
}

Result<> renew_boot_marker(service::Desk& desk, const fs::path& data_folder) {
    const MarkerOwner owner{
        desk.shop.device.text(), [&] { return desk.store.setting(place_setting); },
        [&](const std::string& place) { return desk.store.set_setting(place_setting, place); },
        [&](std::optional<std::uint64_t> outside) { return service::renew_rights_marker(desk, outside); }};
    return renew_boot_marker(owner, data_folder);
}

}  // namespace makegood::main
