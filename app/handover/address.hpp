// Where the owner's socket of a folder is. A Unix address holds 107 bytes; folders may be deeper, so the
// folder is opened and reached through /proc/self/fd.
#pragma once
#include <sys/un.h>

#include <filesystem>

namespace makegood::handover {

inline constexpr const char* socket_name = "owner.sock";

// A descriptor that is closed at the end.
class Descriptor {
  public:
    explicit Descriptor(int number = -1) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(other.number_) { other.number_ = -1; }
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor();
    int number() const { return number_; }
    explicit operator bool() const { return number_ >= 0; }

  private:
    int number_;
};

// The folder, opened for its path only; empty when it can't be, with errno set.
Descriptor open_folder(const std::filesystem::path& folder);
// Good for as long as `folder` is open.
sockaddr_un address_in(const Descriptor& folder);

}  // namespace makegood::handover
