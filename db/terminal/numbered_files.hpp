// Files of one kind in a data folder that follow each other: "catalogue-7.db", and beside it what is made of
// it, "catalogue-7.image". While one is being written it is called "catalogue-8.db.new" and counts for
// nothing.
#pragma once
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/result.hpp"

namespace makegood::db::terminal {

// Any thread. The folder exists.
class NumberedFiles {
  public:
    // `beginning`: "catalogue-".
    NumberedFiles(std::string folder, std::string_view beginning)
        : folder_(std::move(folder)), beginning_(beginning) {}

    // A name that none has had so far; a file path() + ".new" is there, empty or a copy of `base`, if that is
    // there. `gone` is to be called when it has been given its name, or removed.
    struct Begun {
        std::string name;
        std::function<void()> gone;
    };
    Result<Begun> begin(const std::string& base) const;
    // Removes those before this one and what was left half written. Later ones stay: they are finished, and
    // wait to be chosen.
    Result<> keep_only(const std::string& file) const;

    const std::string& folder() const { return folder_; }
    std::string path(const std::string& name) const { return folder_ + "/" + name; }

  private:
    Result<std::string> reserve_name() const;
    std::vector<std::string> names() const;
    std::uint64_t number_of(std::string_view name) const;

    const std::string folder_;
    const std::string_view beginning_;
    // Names being written; shared with the writers, which may outlive this.
    struct Building {
        std::mutex guard;
        std::set<std::string> names;
    };
    std::shared_ptr<Building> building_ = std::make_shared<Building>();
};

// "catalogue-7.image" of "catalogue-7.db"
std::string image_name(const std::string& file);
inline constexpr std::string_view unfinished = ".new";

}  // namespace makegood::db::terminal
