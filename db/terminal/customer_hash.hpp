// Customers' codes as hashes under a key of its own in <folder>/keys, made when the first code is seen.
#pragma once
#include <optional>

#include "app/ports/customer_codes.hpp"
#include "db/terminal/key_file.hpp"

namespace makegood::db::terminal {

class CustomerHash final : public ports::CustomerCodes {
  public:
    explicit CustomerHash(const std::filesystem::path& folder);
    Result<std::string> reference_of(std::string_view code) override;
    Result<std::string> reference_of_person(std::string_view name) override;
    Result<> take_over(const std::string& secret) override;
    // To be told to those who share it.
    Result<std::string> secret();

  private:
    Result<> need_key();

    std::filesystem::path file_;
    std::optional<Key> key_;
};

}  // namespace makegood::db::terminal
