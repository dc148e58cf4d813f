// picture-compare APPROVED NEW: compares two folders of PNG files by eye's measure. Prints one line for each
// picture that differs, lacks or is new, and answers 1 then; 0 when all are alike.
#include <cairo.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace {

namespace fs = std::filesystem;

constexpr int levels_that_show = 24;
constexpr double share_allowed = 0.005;

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;

struct Picture {
    Surface surface;
    int width, height, stride;
    const unsigned char* bytes;
};

std::optional<Picture> load(const fs::path& file) {
    Surface surface(cairo_image_surface_create_from_png(file.c_str()), cairo_surface_destroy);
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return std::nullopt;
    const int width = cairo_image_surface_get_width(surface.get());
    const int height = cairo_image_surface_get_height(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    const unsigned char* bytes = cairo_image_surface_get_data(surface.get());
    return Picture{std::move(surface), width, height, stride, bytes};
}

// The share of pixels of which one channel differs visibly.
double difference(const Picture& one, const Picture& other) {
    if (one.width != other.width || one.height != other.height) return 1;
    long different = 0;
    for (int y = 0; y < one.height; ++y)
        for (int x = 0; x < one.width; ++x) {
            int most = 0;
            for (int channel = 0; channel < 3; ++channel) {
                const int at = x * 4 + channel;
                most = std::max(
                    most, std::abs(one.bytes[y * one.stride + at] - other.bytes[y * other.stride + at]));
            }
            different += most > levels_that_show;
        }
    return double(different) / (double(one.width) * one.height);
}

std::set<std::string> pictures_in(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".png") names.insert(entry.path().filename());
    return names;
}

bool alike(const fs::path& approved, const fs::path& drawn, const std::string& name) {
    const auto before = load(approved / name), now = load(drawn / name);
    if (!before || !now) {
        std::cout << name << (before ? ": was not drawn any more\n" : ": is new and not approved\n");
        return false;
    }
    const double share = difference(*before, *now);
    if (share <= share_allowed) return true;
    std::cout << name << ": " << share * 100 << " % of its pixels differ\n";
    return false;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3 || !fs::is_directory(argv[1]) || !fs::is_directory(argv[2])) {
        std::cerr << "Give two folders of pictures: the approved and the new ones.\n";
        return 2;
    }
    std::set<std::string> names = pictures_in(argv[1]);
    names.merge(pictures_in(argv[2]));
    if (names.empty()) {
        std::cerr << "There is no picture in either folder, so nothing was compared.\n";
        return 2;
    }
    const auto good = std::count_if(names.begin(), names.end(),
                                    [&](const std::string& name) { return alike(argv[1], argv[2], name); });
    std::cout << good << " of " << names.size() << " pictures are as approved\n";
    return good == static_cast<long>(names.size()) ? 0 : 1;
}
