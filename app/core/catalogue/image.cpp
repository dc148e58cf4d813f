#include "app/core/catalogue/image.hpp"

#include <array>
#include <cstring>

#include "app/core/catalogue/catalogue_impl.hpp"

namespace makegood::core::catalogue {
namespace {

// Changes whenever a column is added, dropped or means something else.
constexpr std::array<char, 16> layout{'m', 'a', 'k', 'e', 'g', 'o', 'o', 'd',
                                      ' ', 'i', 'm', 'a', 'g', 'e', ' ', '2'};
constexpr std::size_t alignment = 8;

struct Part {
    std::uint64_t width = 0, count = 0;
};

std::size_t padded(std::size_t bytes) {
    return (bytes + alignment - 1) / alignment * alignment;
}

}  // namespace

void write_image(const Catalogue& articles, const ImageSink& sink) {
    sink(std::as_bytes(std::span(layout)));
    Catalogue::Impl::each_column(articles.impl(), [&](const auto& column) {
        const auto bytes = std::as_bytes(column.span());
        const Part part{bytes.size() / std::max<std::size_t>(column.size(), 1), column.size()};
        sink(std::as_bytes(std::span(&part, 1)));
        sink(bytes);
        static constexpr std::array<std::byte, alignment> nothing{};
        sink(std::span(nothing).first(padded(bytes.size()) - bytes.size()));
    });
}

Result<std::shared_ptr<const Catalogue>> from_image(std::span<const std::byte> image,
                                                    std::shared_ptr<const void> owner) {
    bool whole =
        image.size() >= layout.size() && std::memcmp(image.data(), layout.data(), layout.size()) == 0;
    if (whole) image = image.subspan(layout.size());
    auto impl = std::make_unique<Catalogue::Impl>();
    Catalogue::Impl::each_column(*impl, [&]<class T>(Column<T>& column) {
        Part part;
        whole = whole && image.size() >= sizeof part;
        if (!whole) return;
        std::memcpy(&part, image.data(), sizeof part);
        image = image.subspan(sizeof part);
        whole = (part.count == 0 || part.width == sizeof(T)) && part.count <= image.size() / sizeof(T) &&
                padded(part.count * sizeof(T)) <= image.size();
        if (!whole) return;
        column = Column<T>::at({reinterpret_cast<const T*>(image.data()), part.count});
        image = image.subspan(padded(part.count * sizeof(T)));
    });
    if (!whole || !image.empty())
        return fail(ErrorKind::failed,
                    "The saved catalogue is of another version of this program; it is made anew.");
    impl->lies_in = std::move(owner);
    return std::make_shared<const Catalogue>(std::move(impl));
}

}  // namespace makegood::core::catalogue
