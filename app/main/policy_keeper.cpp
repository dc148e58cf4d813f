#include "app/main/policy_keeper.hpp"

#include <algorithm>

#include "app/config/edit_document.hpp"
#include "app/main/register_parts.hpp"
#include "app/service/spending.hpp"
#include "app/sync/enrolment.hpp"
#include "app/wire/digest.hpp"
#include "app/wire/document_signature.hpp"

namespace makegood::main {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_versions = 1000;

fs::path beside(fs::path file, const char* suffix) {
    file += suffix;
    return file;
}

// Whose rules the store's hub hands down.
const std::string origin_setting = "policy.origin";

std::string version_text(const ports::PolicyRow& row) {
    return "version " + std::to_string(row.published.version);
}

// Whose signature of a document counts here. Empty: this register is not enrolled, or waits to be confirmed.
Result<std::string> head_office_key(service::Desk& desk) {
    const auto enrolment = sync::load_enrolment(desk.store);
    if (!enrolment) return fail(enrolment.error());
    return *enrolment && !(*enrolment)->waits ? (*enrolment)->head_office_key : std::string();
}

}  // namespace

Result<std::optional<ports::SignedText>> PolicyKeeper::text_in_force(const ports::PolicyRow& row) {
    auto kept = shelf_.text(row.published.digest);
    if (!kept || *kept) return kept;
    auto text = config::read_settings_file(file());
    if (!text || wire::blake2b_hex(*text) != row.published.digest) return std::optional<ports::SignedText>();
    const auto signature = config::read_settings_file(beside(file(), ".sig"));
    const auto signed_by = wire::signer_of_document(*text, signature.value_or(""));
    const bool fits = signed_by && *signed_by == row.published.signed_by;
    ports::SignedText found{std::move(*text), fits ? *signature : std::string()};
    MAKEGOOD_TRY(shelf_.keep(found));
    return std::optional(std::move(found));
}

Result<config::Layers> PolicyKeeper::layers() {
    config::Layers layers{shipped_config(), folder_};
    const auto row = shelf_.in_force();
    if (!row) return fail(row.error());
    if (!*row) return layers;
    auto document = text_in_force(**row);
    if (!document) return fail(document.error());
    if (!*document)
        return fail(ErrorKind::failed,
                    "The rules in force, " + version_text(**row) + ", were changed in the database and in " +
                        file().string() +
                        ". Put that file back from a backup: the one with the BLAKE2b-256 digest " +
                        (*row)->published.digest + ".");
    layers.policy = {"policy " + version_text(**row), std::move((*document)->text)};
    return layers;
}

Result<std::string> PolicyKeeper::text() {
    auto now = layers();
    if (!now) return fail(now.error());
    if (!now->policy)
        return fail(ErrorKind::not_found,
                    "No rules were published yet. Publish those of the shop with `makegood policy publish`.");
    return std::move(now->policy->text);
}

Result<config::CheckedDocument> PolicyKeeper::check(service::Desk& desk, const config::Document& document) {
    auto checked = config::check_document(document, shipped_config(), desk.currency);
    if (!checked) return fail(checked.error());
    if (!checked->problems.empty()) return fail(config::all_of(checked->problems));
    return checked;
}

// First whose it is: a text of nobody known here is not even read.
Result<PolicyKeeper::Seal> PolicyKeeper::seal_of(service::Desk& desk, const config::Document& document,
                                                 const std::optional<std::string>& given) {
    const auto ours = signer_.public_key_hex();
    // A signature of this register is from an earlier publishing of the same file.
    if (!given || wire::named_signer(*given) == ours)
        return Seal{wire::sign_document(document.text, signer_), ours, ports::PolicyOrigin::store};
    auto signed_by = wire::signer_of_document(document.text, *given);
    if (!signed_by) return fail(ErrorKind::refused, document.name + ": " + signed_by.error().sentence);
    const auto above = head_office_key(desk);
    if (!above) return fail(above.error());
    const auto origin = desk.store.setting(origin_setting);
    if (!origin) return fail(origin.error());
    if (*signed_by == *above || *signed_by == *origin)
        return Seal{*given, std::move(*signed_by), ports::PolicyOrigin::head_office};
    return fail(ErrorKind::refused,
                document.name +
                    " is signed by nobody whom this register trusts. Take the one that this store's "
                    "head office signed, or remove the signature to sign it here.");
}

Result<service::PolicyPaper> PolicyKeeper::paper_of(service::Desk& desk, const config::Document& document,
                                                    const std::optional<std::string>& signature) {
    auto seal = seal_of(desk, document, signature);
    if (!seal) return fail(seal.error());
    const auto checked = check(desk, document);
    if (!checked) return fail(checked.error());
    return service::PolicyPaper{{static_cast<std::uint64_t>(checked->head.version),
                                 wire::blake2b_hex(document.text), seal->origin, std::move(seal->signed_by)},
                                checked->head.store,
                                {document.text, std::move(seal->signature)}};
}

Result<> PolicyKeeper::publish(service::Desk& desk, const config::Document& document,
                               const std::optional<std::string>& signature, const PersonId& by) {
    const auto paper = paper_of(desk, document, signature);
    if (!paper) return fail(paper.error());
    if (paper->published.origin == ports::PolicyOrigin::store) MAKEGOOD_TRY(must_be_only_file());
    return put(desk, *paper, by);
}

Result<std::string> PolicyKeeper::text_to_start_from(service::Desk& desk) {
    auto now = text();
    if (now || now.error().kind != ErrorKind::not_found) return now;
    now = config::read_settings_file(file());
    if (!now && now.error().kind != ErrorKind::not_found) return now;
    return config::set_value(now.value_or(""), "policy.store", config::toml_text(desk.shop.store));
}

Result<std::string> PolicyKeeper::text_to_change(service::Desk& desk) {
    MAKEGOOD_TRY(must_be_published());
    return text_to_start_from(desk);
}

Result<> PolicyKeeper::publish_next(service::Desk& desk, const std::string& text, const PersonId& by) {
    const auto row = shelf_.in_force();
    if (!row) return fail(row.error());
    const auto next = *row ? (*row)->published.version + 1 : 1;
    const auto changed = config::set_value(text, "policy.version", std::to_string(next));
    if (!changed) return fail(changed.error());
    return publish(desk, {"own.toml", *changed}, std::nullopt, by);
}

Result<> PolicyKeeper::publish_again(service::Desk& desk, std::uint64_t version, const PersonId& by) {
    const auto rows = shelf_.history(most_versions);
    if (!rows) return fail(rows.error());
    const auto row = std::find_if(rows->begin(), rows->end(), [&](const ports::PolicyRow& each) {
        return each.published.version == version;
    });
    if (row == rows->end())
        return fail(ErrorKind::not_found, "There is no version " + std::to_string(version) +
                                              ". `makegood policy history` lists all that there were.");
    MAKEGOOD_TRY(must_be_published());
    const auto former = shelf_.text(row->published.digest);
    if (!former) return fail(former.error());
    if (!*former)
        return fail(ErrorKind::failed, "Version " + std::to_string(version) +
                                           " is gone from the database. Publish it from a file with "
                                           "`makegood policy publish FILE`.");
    return publish_next(desk, (*former)->text, by);
}

Result<std::uint64_t> PolicyKeeper::version_from_head_office() {
    const auto row = shelf_.in_force();
    if (!row) return fail(row.error());
    const bool theirs = *row && (*row)->published.origin == ports::PolicyOrigin::head_office;
    return theirs ? (*row)->published.version : 0;
}

Result<> PolicyKeeper::take_from_head_office(service::Desk& desk, const ports::SignedText& document) {
    const auto busy = service::in_the_middle(desk, shelf_);
    if (!busy) return fail(busy.error());
    if (*busy)
        return fail(
            ErrorKind::busy,
            "Head office has new rules; they come into force when the customer at the counter is served.");
    const config::Document text{"head office's policy", document.text};
    // Nothing that comes from there is signed here.
    if (wire::named_signer(document.signature) == signer_.public_key_hex())
        return fail(ErrorKind::refused,
                    text.name + " is not signed by head office. What is in force stays; call head office.");
    MAKEGOOD_TRY(know_origin(desk, document));
    const auto paper = paper_of(desk, text, document.signature);
    if (!paper) return fail(paper.error());
    return put(desk, *paper, {});
}

Result<> PolicyKeeper::forget_origin(service::Desk& desk) {
    return desk.store.set_setting(origin_setting, "");
}

// A store's hub hands down what head office signed, in answers that it signs itself: so it vouches for that
// key, once. Nobody takes head office's place later.
Result<> PolicyKeeper::know_origin(service::Desk& desk, const ports::SignedText& document) {
    const auto signed_by = wire::signer_of_document(document.text, document.signature);
    if (!signed_by) return {};  // which is told where it is looked at
    const auto above = head_office_key(desk);
    if (!above) return fail(above.error());
    const auto known = desk.store.setting(origin_setting);
    if (!known) return fail(known.error());
    if (*signed_by == *above || *signed_by == *known) return {};
    if (known->empty()) return desk.store.set_setting(origin_setting, *signed_by);
    return fail(
        ErrorKind::refused,
        "The rules that the store's hub hands down are signed by another head office than before. What is "
        "in force stays; if head office was set up anew, enrol this register at the hub again.");
}

Result<> PolicyKeeper::put(service::Desk& desk, const service::PolicyPaper& paper, const PersonId& by) {
    const auto next = settings_by({"own.toml", paper.document.text});
    if (!next) return fail(next.error());
    const auto large = desk.settings.authority.large_raise;
    if (next->authority.large_raise > large) MAKEGOOD_TRY(service::remember_large_raise(desk, large));
    MAKEGOOD_TRY(service::put_into_force(desk, shelf_, paper, by));
    write_file(paper.document);
    desk.policy_notice.clear();
    return work_by_it(desk);
}

// What is plugged in stays as it was when the register was opened.
service::Settings PolicyKeeper::settings_with(config::PolicySettings policy) const {
    auto settings = settings_;
    settings.policy = std::move(policy);
    return service_settings(settings);
}

Result<service::Settings> PolicyKeeper::settings_from(const config::Layers& from) {
    auto read = config::load_settings(from);
    if (!read) return fail(read.error());
    return settings_with(std::move(read->policy));
}

Result<service::Settings> PolicyKeeper::settings_by(const config::Document& document) {
    auto from = layers();
    if (!from) return fail(from.error());
    from->policy = document;
    return settings_from(*from);
}

Result<> PolicyKeeper::work_by_it(service::Desk& desk) {
    const auto now = layers();
    if (!now) return fail(now.error());
    auto settings = settings_from(*now);
    if (!settings) return fail(settings.error());
    desk.settings = std::move(*settings);
    if (desk.engine) desk.engine->set_hand(desk.settings.policy.hand);
    return {};
}

// Other files of the folder would stop counting without a word.
Result<> PolicyKeeper::must_be_only_file() {
    const auto before = shelf_.in_force();
    if (!before) return fail(before.error());
    if (*before) return {};
    for (const auto& other : config::policy_files(folder_ / "policy"))
        if (other != file())
            return fail(ErrorKind::refused,
                        other.string() +
                            " counts today and would not any more: a document stands alone. Put what "
                            "it says into the document, and move that file away.");
    return {};
}

}  // namespace makegood::main
