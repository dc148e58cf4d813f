// picture-compare APPROVED NEW: compares two folders of PNG files by eye's measure. Prints one line for each
// picture that differs, lacks or is new, and answers 1 then; 0 when all are alike.
#include <cairo.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr int levels_that_show = 24;
constexpr double share_allowed = 0.005, share_allowed_in_block = 0.12;
constexpr int block = 32;

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

bool shows(const Picture& one, const Picture& other, int x, int y) {
    for (int channel = 0; channel < 3; ++channel) {
        const int at = x * 4 + channel;
        if (std::abs(one.bytes[y * one.stride + at] - other.bytes[y * other.stride + at]) > levels_that_show)
            return true;
    }
    return false;
}

struct Difference {
    double all = 0;  // share of the pixels that differ visibly
    double worst =
        0;  // the same in the worst block: a changed word is little of a picture but much of its place
    bool allowed() const { return all <= share_allowed && worst <= share_allowed_in_block; }
};

Difference difference(const Picture& one, const Picture& other) {
    if (one.width != other.width || one.height != other.height) return {1, 1};
    const int across = (one.width + block - 1) / block, down = (one.height + block - 1) / block;
    std::vector<long> blocks(static_cast<std::size_t>(across) * static_cast<std::size_t>(down));
    for (int y = 0; y < one.height; ++y)
        for (int x = 0; x < one.width; ++x)
            blocks[static_cast<std::size_t>(y / block * across + x / block)] += shows(one, other, x, y);
    const auto sum = std::accumulate(blocks.begin(), blocks.end(), 0L);
    return {double(sum) / (double(one.width) * one.height),
            double(*std::max_element(blocks.begin(), blocks.end())) / (block * block)};
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
    const Difference found = difference(*before, *now);
    if (found.allowed()) return true;
    std::cout << name << ": " << found.all * 100 << " % of its pixels differ, " << found.worst * 100
              << " % in the worst place\n";
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
