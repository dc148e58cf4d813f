// The file of the owner's rules beside what is in force.
#include <spdlog/spdlog.h>

#include "app/main/policy_keeper.hpp"
#include "app/main/register_parts.hpp"
#include "app/wire/digest.hpp"
#include "db/terminal/small_file.hpp"

namespace makegood::main {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t versions_known = 1000;  // by which an older file is recognised

fs::path beside(fs::path file, const char* suffix) {
    file += suffix;
    return file;
}

}  // namespace

PolicyKeeper::FileState PolicyKeeper::file_state(const ports::PolicyRow& row) {
    const auto text = config::read_settings_file(file());
    if (!text) return text.error().kind == ErrorKind::not_found ? FileState::gone : FileState::changed;
    const auto digest = wire::blake2b_hex(*text);
    if (digest == row.published.digest) return FileState::as_in_force;
    const auto history = shelf_.history(versions_known);
    if (history)
        for (const auto& each : *history)
            if (each.published.digest == digest) return FileState::older;
    return FileState::changed;
}

void PolicyKeeper::look_at_file(service::Desk& desk) {
    desk.policy_notice.clear();
    const auto row = shelf_.in_force();
    if (!row || !*row) return;
    const auto state = file_state(**row);
    const std::string version = "version " + std::to_string((*row)->published.version);
    if (state == FileState::changed) {
        desk.policy_notice =
            file().string() + " was changed, and does not count: the rules in force are " + version +
            " as published. Publish the file under a greater version (makegood policy publish), "
            "or delete it to have " +
            version + " back in it.";
        return;
    }
    if (state == FileState::as_in_force) return;
    if (const auto document = shelf_.text((*row)->published.digest); document && *document)
        write_file(**document);
    if (state == FileState::older)
        desk.policy_notice = file().string() + " was an older version, which can't come back: " + version +
                             " stays in force and was put back into it.";
}

std::vector<std::string> PolicyKeeper::problems_of_file(service::Desk& desk) {
    const auto row = shelf_.in_force();
    if (!row || !*row || file_state(**row) != FileState::changed) return {};
    const auto text = config::read_settings_file(file());
    if (!text) return {text.error().sentence};
    const auto checked = config::check_document({file().string(), *text}, shipped_config(), desk.currency);
    if (!checked) return {checked.error().sentence};
    std::vector<std::string> sentences;
    for (const auto& problem : checked->problems) sentences.push_back(problem.text());
    return sentences;
}

Result<> PolicyKeeper::must_be_published() {
    const auto row = shelf_.in_force();
    if (!row) return fail(row.error());
    if (!*row || file_state(**row) != FileState::changed) return {};
    return fail(
        ErrorKind::refused,
        file().string() +
            " has changes that were not published. Publish them first (makegood policy publish), or delete "
            "the file.");
}

// What somebody wrote there is moved aside, not lost. The bytes in force are safe already: a fault here is
// made good at the next opening.
void PolicyKeeper::write_file(const ports::SignedText& document) {
    const auto row = shelf_.in_force();
    std::error_code ignored;
    if (row && *row && file_state(**row) == FileState::changed)
        fs::rename(file(), folder_ / "policy" / "own.not-published", ignored);
    auto written = db::terminal::write_small_file(file(), document.text);
    if (written && !document.signature.empty())
        written = db::terminal::write_small_file(beside(file(), ".sig"), document.signature);
    if (!written) spdlog::error("policy: {} {}", written.error().sentence, written.error().detail);
}

}  // namespace makegood::main
