#include "app/sync/pack.hpp"

#include <zstd.h>

#include "app/base/check.hpp"

namespace makegood::sync {

std::string pack(std::string_view text) {
    std::string packed(ZSTD_compressBound(text.size()), '\0');
    const std::size_t size =
        ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), ZSTD_CLEVEL_DEFAULT);
    MAKEGOOD_CHECK(!ZSTD_isError(size));
    packed.resize(size);
    return packed;
}

}  // namespace makegood::sync
