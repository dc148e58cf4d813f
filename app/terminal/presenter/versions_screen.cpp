#include "app/terminal/presenter/versions_screen.hpp"

#include <algorithm>

#include "app/terminal/presenter/rules_screen.hpp"
#include "app/terminal/presenter/rules_words.hpp"
#include "app/terminal/presenter/screen_words.hpp"
#include "app/terminal/presenter/tasks.hpp"

namespace makegood::terminal::presenter {
namespace {

constexpr std::size_t most_lines = 6;

std::string who(const RulesVersion& version) {
    if (version.from_head_office) return words::by_head_office;
    return version.by.empty() ? words::by_console : version.by;
}

VersionLine line_of(const RulesVersion& version, bool in_force, const Facts& facts) {
    const auto& setup = facts.setup;
    const std::string when =
        words::short_date(setup.day(version.at), facts.today()) + ", " + setup.time_of_day(version.at);
    return {std::to_string(version.version), words::version(version.version),
            words::joined({when, who(version)}), in_force, in_force ? words::is_in_force : ""};
}

}  // namespace

std::size_t version_pages(const std::vector<RulesVersion>& versions) {
    return std::max<std::size_t>(1, (versions.size() + most_lines - 1) / most_lines);
}

VersionsView versions_view(const std::vector<RulesVersion>& versions, std::size_t page, const Facts& facts) {
    VersionsView view{.back = words::back_to_rules};
    if (versions.empty()) view.message = words::no_versions;
    const std::size_t first = page * most_lines, end = std::min(versions.size(), first + most_lines);
    for (std::size_t i = first; i < end; ++i) view.lines.push_back(line_of(versions[i], i == 0, facts));
    if (version_pages(versions) > 1)
        view.more = end == versions.size() ? words::back_to_first : words::and_more(versions.size() - end);
    return view;
}

std::string VersionsPage::title() const {
    return words::versions_title;
}

void VersionsPage::shown(Stage& stage) {
    instead_ = {.back = words::back_to_rules, .icon = "clock", .message = words::asking};
    load(stage);
}

void VersionsPage::load(Stage& stage) {
    stage.backend.rules().versions(stage.here<std::vector<RulesVersion>>([this](auto versions) {
        if (versions) {
            versions_ = std::move(*versions);
            page_ = std::min(page_, version_pages(*versions_) - 1);
        } else {
            instead_.icon = "exclamation";
            instead_.message = versions.error().sentence;
        }
    }));
}

Body VersionsPage::body(const Stage& stage) const {
    return versions_ ? versions_view(*versions_, page_, stage.facts) : instead_;
}

void VersionsPage::touched(const std::string& id, Stage& stage) {
    if (id == "do:back") stage.go(std::make_unique<RulesPage>());
    if (!versions_) return;
    if (id == "more") page_ = (page_ + 1) % version_pages(*versions_);
    for (const auto& each : *versions_)
        if (id == "version:" + std::to_string(each.version)) return ask(each.version, stage);
}

void VersionsPage::ask(std::uint64_t version, Stage& stage) {
    if (version == versions_->front().version) return stage.say(words::already_in_force);
    stage.show_sheet({.title = words::put_back_title(version),
                      .text = words::put_back_text(),
                      .action = words::put_back,
                      .other = words::not_now},
                     [this, version, &stage](const std::string&) {
                         stage.backend.rules().put_back(
                             version, stage.by(), stage.work<std::uint64_t>([this, &stage](auto next) {
                                 next ? stage.say(words::saved(*next, false)) : stage.tell(next.error());
                                 page_ = 0;
                                 load(stage);
                             }));
                     });
}

void VersionsPage::scanned(const std::string& code, Stage& stage) {
    take_scan(code, stage);
}

}  // namespace makegood::terminal::presenter
