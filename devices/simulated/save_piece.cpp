#include <fmt/format.h>

#include <fstream>
#include <string_view>
#include <system_error>

#include "app/printing/draw.hpp"
#include "devices/simulated/simulated_printer.hpp"

namespace makegood::devices::simulated {

namespace {

bool is_saved(const std::filesystem::path& path, std::string_view bytes) {
    const std::filesystem::path unfinished = path.string() + ".part";
    std::ofstream file(unfinished, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    std::error_code failure;
    if (file) std::filesystem::rename(unfinished, path, failure);
    return file && !failure;
}

}  // namespace

Result<> save_piece(const PaperPiece& piece, const std::filesystem::path& folder, int number) {
    const auto name = fmt::format("piece-{:04}{}", number, piece.is_cut ? "" : "-torn");
    const std::string_view bytes(reinterpret_cast<const char*>(piece.bytes.data()), piece.bytes.size());
    // The picture first: who waits for the bytes finds both.
    if (is_saved(folder / (name + ".png"), printing::to_png(piece.picture)) &&
        is_saved(folder / (name + ".bin"), bytes)) {
        return {};
    }
    return fail(ErrorKind::failed, "A piece could not be kept in " + folder.string() +
                                       ". Check that there is room and that it may be written.");
}

}  // namespace makegood::devices::simulated
