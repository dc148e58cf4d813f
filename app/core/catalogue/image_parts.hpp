// Columns one after the other as plain bytes, each with its width and count before it: what an image is made
// of.
#pragma once
#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <string_view>

#include "app/core/catalogue/column.hpp"
#include "app/core/catalogue/image.hpp"

namespace makegood::core::catalogue {

inline constexpr std::size_t image_alignment = 8;
// Says what follows; changes whenever a column is added, dropped or means something else.
using ImageLayout = std::array<char, 16>;

struct ImagePart {
    std::uint64_t width = 0, count = 0;
};

inline std::size_t padded(std::size_t bytes) {
    return (bytes + image_alignment - 1) / image_alignment * image_alignment;
}

class PartWriter {
  public:
    PartWriter(const ImageLayout& layout, const ImageSink& sink) : sink_(sink) {
        sink_(std::as_bytes(std::span(layout)));
    }
    template <class T>
    void operator()(const Column<T>& column) const {
        const auto bytes = std::as_bytes(column.span());
        const ImagePart part{sizeof(T), column.size()};
        sink_(std::as_bytes(std::span(&part, 1)));
        sink_(bytes);
        static constexpr std::array<std::byte, image_alignment> nothing{};
        sink_(std::span(nothing).first(padded(bytes.size()) - bytes.size()));
    }

  private:
    const ImageSink& sink_;
};

// Lets columns lie where the image lies. `image` is aligned to image_alignment.
class PartReader {
  public:
    PartReader(const ImageLayout& layout, std::span<const std::byte> image) : left_(image) {
        whole_ =
            left_.size() >= layout.size() && std::memcmp(left_.data(), layout.data(), layout.size()) == 0;
        if (whole_) left_ = left_.subspan(layout.size());
    }
    template <class T>
    void operator()(Column<T>& column) {
        ImagePart part;
        whole_ = whole_ && left_.size() >= sizeof part;
        if (!whole_) return;
        std::memcpy(&part, left_.data(), sizeof part);
        left_ = left_.subspan(sizeof part);
        whole_ = part.width == sizeof(T) && part.count <= left_.size() / sizeof(T) &&
                 padded(part.count * sizeof(T)) <= left_.size();
        if (!whole_) return;
        column = Column<T>::at({reinterpret_cast<const T*>(left_.data()), part.count});
        left_ = left_.subspan(padded(part.count * sizeof(T)));
    }
    // Every part was there, and nothing is left over.
    bool whole() const { return whole_ && left_.empty(); }

  private:
    std::span<const std::byte> left_;
    bool whole_;
};

}  // namespace makegood::core::catalogue
