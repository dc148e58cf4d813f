// A catalogue as one block of plain bytes: written once, then used where it lies (a mapped file), so that a
// million articles are there at once. Only for the machine that wrote it: byte order and widths are its own.
#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <span>

#include "app/base/result.hpp"
#include "app/core/catalogue/catalogue.hpp"

namespace makegood::core::catalogue {

using ImageSink = std::function<void(std::span<const std::byte>)>;

// Hands the whole image to `sink`, piece by piece.
void write_image(const Catalogue& articles, const ImageSink& sink);

// The catalogue in `image`, which is aligned to eight bytes and is kept by `owner` for as long as the answer
// lives. failed: the layout is not this program's, or a part is missing. What the parts say is believed: the
// caller has checked that the bytes are those that were written.
Result<std::shared_ptr<const Catalogue>> from_image(std::span<const std::byte> image,
                                                    std::shared_ptr<const void> owner);

}  // namespace makegood::core::catalogue
