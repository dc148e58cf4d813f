// The rules of an opened register: which document is in force, and how another one follows it.
#pragma once
#include <filesystem>
#include <optional>

#include "app/config/policy_document.hpp"
#include "app/config/settings.hpp"
#include "app/ports/policy_shelf.hpp"
#include "app/ports/signer.hpp"
#include "app/service/policy_in_force.hpp"

namespace makegood::main {

// On the desk thread, once there is one.
class PolicyKeeper {
  public:
    // All outlive it. `settings` are those the register was opened with.
    PolicyKeeper(const std::filesystem::path& folder, const config::Settings& settings,
                 ports::PolicyShelf& shelf, const ports::Signer& signer)
        : folder_(folder), settings_(settings), shelf_(shelf), signer_(signer) {}

    // Where settings come from now. The digest in the journal says which bytes are in force: those kept in
    // the database, else those of policy/own.toml. failed: neither are they any more.
    Result<config::Layers> layers();
    ports::PolicyShelf& shelf() { return shelf_; }
    // In force; not_found: none was published.
    Result<std::string> text();

    // How the desk would work by this document; nothing is changed. bad_input: it can't be used.
    Result<service::Settings> settings_by(const config::Document& document);
    // bad_input: all that is wrong with it, a line each.
    Result<config::CheckedDocument> check(service::Desk& desk, const config::Document& document);
    // Checks, signs and puts it into force, and the desk works by it. No signature: signed here.
    // refused: as service::put_into_force says; a signature that does not fit, or of nobody known here.
    Result<> publish(service::Desk& desk, const config::Document& document,
                     const std::optional<std::string>& signature, const PersonId& by);
    // The text in force, or where nothing was published yet what the shop's own file says, made a document.
    Result<std::string> text_to_start_from(service::Desk& desk);
    // The same for the next version. refused: that file has changes that would be lost.
    Result<std::string> text_to_change(service::Desk& desk);
    // As publish, under the version after the one in force.
    Result<> publish_next(service::Desk& desk, const std::string& text, const PersonId& by);
    // Anew, as the next version. not_found, failed: there is no such version, or its bytes are gone.
    Result<> publish_again(service::Desk& desk, std::uint64_t version, const PersonId& by);
    // Those of this register, with other rules.
    service::Settings settings_with(config::PolicySettings policy) const;
    // 0: none in force came from there.
    Result<std::uint64_t> version_from_head_office();
    // The one that head office has for this store; waits (busy) while somebody is served.
    Result<> take_from_head_office(service::Desk& desk, const ports::SignedText& document);
    // This register was enrolled anew: whoever vouches there may name another head office.
    Result<> forget_origin(service::Desk& desk);

    // Brings policy/own.toml in line with what is in force: writes it where it is gone or an older version,
    // leaves what somebody wrote there, and notes at the desk what there is to say.
    void look_at_file(service::Desk& desk);
    // What is wrong with the changes in that file that were not published.
    std::vector<std::string> problems_of_file(service::Desk& desk);
    std::filesystem::path file() const { return folder_ / "policy" / "own.toml"; }

  private:
    enum class FileState { as_in_force, gone, older, changed };
    Result<std::optional<ports::SignedText>> text_in_force(const ports::PolicyRow& row);
    FileState file_state(const ports::PolicyRow& row);
    Result<> must_be_published();
    Result<> must_be_only_file();
    struct Seal {
        std::string signature, signed_by;
        ports::PolicyOrigin origin = ports::PolicyOrigin::store;
    };
    Result<Seal> seal_of(service::Desk& desk, const config::Document& document,
                         const std::optional<std::string>& given);
    Result<service::PolicyPaper> paper_of(service::Desk& desk, const config::Document& document,
                                          const std::optional<std::string>& signature);
    Result<> know_origin(service::Desk& desk, const ports::SignedText& document);
    Result<> put(service::Desk& desk, const service::PolicyPaper& paper, const PersonId& by);
    Result<> work_by_it(service::Desk& desk);
    Result<service::Settings> settings_from(const config::Layers& layers);
    void write_file(const ports::SignedText& document);

    const std::filesystem::path& folder_;
    const config::Settings& settings_;
    ports::PolicyShelf& shelf_;
    const ports::Signer& signer_;
};

}  // namespace makegood::main
