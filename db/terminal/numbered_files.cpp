#include "db/terminal/numbered_files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>

namespace makegood::db::terminal {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view ending = ".db", image_ending = ".image";

tl::unexpected<Error> folder_trouble(const std::string& folder, const std::string& detail) {
    return fail(ErrorKind::failed,
                "The folder " + folder + " can't be written to (" + detail +
                    "). Free some space on its disk, or give this user the right to write there.",
                detail);
}

}  // namespace

std::string image_name(const std::string& file) {
    return file.substr(0, file.size() - ending.size()) + std::string(image_ending);
}

// 7 for "catalogue-7.db", "catalogue-7.db.new" and "catalogue-7.image"; 0 for other names.
std::uint64_t NumberedFiles::number_of(std::string_view name) const {
    if (name.ends_with(unfinished)) name.remove_suffix(unfinished.size());
    const auto last = name.ends_with(ending) ? ending : image_ending;
    if (!name.starts_with(beginning_) || !name.ends_with(last)) return 0;
    name.remove_prefix(beginning_.size());
    name.remove_suffix(std::min(name.size(), last.size()));
    std::uint64_t number = 0;
    const auto [end, trouble] = std::from_chars(name.data(), name.data() + name.size(), number);
    return trouble == std::errc() && end == name.data() + name.size() ? number : 0;
}

std::vector<std::string> NumberedFiles::names() const {
    std::vector<std::string> names;
    std::error_code trouble;
    for (fs::directory_iterator at(folder_, trouble), end; !trouble && at != end; at.increment(trouble)) {
        std::string name = at->path().filename().string();
        if (number_of(name) > 0) names.push_back(std::move(name));
    }
    return names;
}

Result<std::string> NumberedFiles::reserve_name() const {
    const std::lock_guard lock(building_->guard);
    std::uint64_t greatest = 0;
    for (const auto& name : names()) greatest = std::max(greatest, number_of(name));
    std::string name = std::string(beginning_) + std::to_string(greatest + 1) + std::string(ending);
    const std::string new_path = path(name) + std::string(unfinished);
    const int file = ::open(new_path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0) return folder_trouble(folder_, std::strerror(errno));
    ::close(file);
    building_->names.insert(name + std::string(unfinished));
    return name;
}

Result<NumberedFiles::Begun> NumberedFiles::begin(const std::string& base) const {
    auto name = reserve_name();
    if (!name) return fail(name.error());
    const std::string new_name = *name + std::string(unfinished);
    Begun begun{std::move(*name), [building = building_, new_name] {
                    const std::lock_guard lock(building->guard);
                    building->names.erase(new_name);
                }};
    std::error_code trouble;
    if (!base.empty() && fs::exists(path(base), trouble))
        fs::copy_file(path(base), path(new_name), fs::copy_options::overwrite_existing, trouble);
    if (!trouble) return begun;
    ::unlink(path(new_name).c_str());
    begun.gone();
    return folder_trouble(folder_, trouble.message());
}

Result<> NumberedFiles::keep_only(const std::string& file) const {
    const std::lock_guard lock(building_->guard);
    for (const auto& name : names()) {
        const bool half_written = name.ends_with(unfinished) && !building_->names.contains(name);
        if (!half_written && number_of(name) >= number_of(file)) continue;
        if (building_->names.contains(name)) continue;
        std::error_code trouble;
        fs::remove(path(name), trouble);
        if (trouble) return folder_trouble(folder_, trouble.message());
    }
    return {};
}

}  // namespace makegood::db::terminal
