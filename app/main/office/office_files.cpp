#include "app/main/office/office_files.hpp"

#include <fstream>

namespace makegood::main {
namespace {

constexpr std::size_t shortest_token = 16;

}  // namespace

Result<db::terminal::DeviceSigner> open_office_key(const std::filesystem::path& folder,
                                                   bool nobody_enrolled) {
    const auto file = folder / "keys" / "head-office.key";
    const auto key = db::terminal::read_key(file);
    if (key) return db::terminal::DeviceSigner(*key);
    if (key.error().kind != ErrorKind::not_found) return fail(key.error());
    if (!nobody_enrolled)
        return fail(ErrorKind::failed,
                    "The key of head office, " + file.string() +
                        ", is gone. Restore it from a backup; without it every register must be "
                        "enrolled again with a new folder.");
    const auto fresh = db::terminal::Key::random();
    MAKEGOOD_TRY(db::terminal::write_key(file, fresh));
    return db::terminal::DeviceSigner(fresh);
}

Result<std::string> read_view_token(const std::string& file) {
    if (file.empty()) return std::string();
    std::ifstream stream(file);
    std::string token;
    if (!std::getline(stream, token))
        return fail(ErrorKind::failed,
                    "The token in " + file + " can't be read. Put it on the first line of the file.");
    if (token.size() < shortest_token)
        return fail(ErrorKind::bad_input, "The token in " + file + " is too easy to guess. Use at least " +
                                              std::to_string(shortest_token) +
                                              " letters, such as from: openssl rand -hex 16");
    return token;
}

}  // namespace makegood::main
