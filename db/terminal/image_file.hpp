// Images of what is in files, kept beside them: mapped into memory they are there at once. Only a saving of
// time: whatever is wrong with one, the files themselves are read instead.
#pragma once
#include <array>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>

#include "app/core/catalogue/image.hpp"

namespace makegood::db::terminal {

// The files that an image was made of, by their paths; the second may be empty.
using MadeOf = std::array<std::string, 2>;

// The image of a kind that was opened last. Used by any thread.
class LastImage {
  public:
    // The image at `path`, aligned to eight bytes and in memory for as long as the answer lives. Null when
    // there is none that was made of these files as they lie there now (size and time), and is whole (XXH3
    // over all of it).
    std::shared_ptr<const std::span<const std::byte>> open(const std::string& path, const MadeOf& files);
    // What was read of it need not stay in memory: it is read again when it is asked for. Others may read
    // meanwhile. Nothing to do where nobody uses it any more.
    void let_pages_go() const;

  private:
    mutable std::mutex mutex_;
    std::weak_ptr<const std::span<const std::byte>> image_;
};

// Replaces the image at `path` in one step by what `write` hands out. A disk that is full or can't be written
// to leaves it out.
void save_image_file(const std::string& path, const MadeOf& files,
                     const std::function<void(const core::catalogue::ImageSink&)>& write);

}  // namespace makegood::db::terminal
