#include "app/server/receiver/unpack.hpp"

#include <zstd.h>

#include <memory>

#include "app/base/check.hpp"

namespace makegood::server::receiver {
namespace {

constexpr int window_log = 20;
constexpr std::size_t step = 64 * 1024;

tl::unexpected<Error> unreadable(const std::string& why) {
    return fail(ErrorKind::bad_input,
                "The events can't be unpacked: " + why + ". Send them as one zstd frame.");
}

}  // namespace

Result<std::string> unpack(std::string_view packed, std::size_t limit) {
    const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), &ZSTD_freeDCtx);
    MAKEGOOD_CHECK(context != nullptr);
    ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, window_log);
    ZSTD_inBuffer input{packed.data(), packed.size(), 0};
    std::string text;
    for (;;) {
        const std::size_t before = text.size();
        text.resize(before + step);
        ZSTD_outBuffer output{text.data() + before, step, 0};
        const std::size_t left = ZSTD_decompressStream(context.get(), &output, &input);
        text.resize(before + output.pos);
        if (ZSTD_isError(left)) return unreadable(ZSTD_getErrorName(left));
        if (text.size() > limit) return unreadable("they hold more than " + std::to_string(limit) + " bytes");
        if (left == 0) break;
        if (output.pos < step && input.pos == input.size) return unreadable("they are cut off");
    }
    if (input.pos != input.size) return unreadable("more follows after the end");
    return text;
}

}  // namespace makegood::server::receiver
