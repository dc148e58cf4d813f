#include "app/core/catalogue/image.hpp"

#include "app/core/catalogue/catalogue_impl.hpp"
#include "app/core/catalogue/image_parts.hpp"

namespace makegood::core::catalogue {
namespace {

constexpr ImageLayout layout{'m', 'a', 'k', 'e', 'g', 'o', 'o', 'd', ' ', 'i', 'm', 'a', 'g', 'e', ' ', '4'};

}  // namespace

void write_image(const Catalogue& articles, const ImageSink& sink) {
    Catalogue::Impl::each_column(articles.impl(), PartWriter(layout, sink));
}

Result<std::shared_ptr<const Catalogue>> from_image(std::span<const std::byte> image,
                                                    std::shared_ptr<const void> owner) {
    auto impl = std::make_unique<Catalogue::Impl>();
    PartReader reader(layout, image);
    Catalogue::Impl::each_column(*impl, [&](auto& column) { reader(column); });
    if (!reader.whole())
        return fail(ErrorKind::failed,
                    "The saved catalogue is of another version of this program; it is made anew.");
    impl->lies_in = std::move(owner);
    return std::make_shared<const Catalogue>(std::move(impl));
}

}  // namespace makegood::core::catalogue
