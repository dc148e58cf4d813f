// Who works here, with their PINs as Argon2id under a pepper that is kept outside the database: a stolen
// disk image alone does not give the PINs away.
#pragma once
#include <filesystem>

#include "app/ports/people.hpp"
#include "db/engine/connection.hpp"
#include "db/terminal/key_file.hpp"

namespace makegood::db::terminal {

// One thread at a time, the store's. `connection` must outlive it and have the register's tables.
class PeopleStore final : public ports::People {
  public:
    // Makes the pepper in <folder>/keys/pepper when nobody works here yet. failed when it is gone.
    static Result<std::unique_ptr<PeopleStore>> open(engine::Connection& connection,
                                                     const std::filesystem::path& folder);

    Result<std::vector<ports::Person>> all() override;
    // Also bad_input: a PIN that is not 4 to 12 digits, an empty name.
    Result<> add(const ports::Person& person, const std::string& pin) override;
    Result<ports::Attempts> attempts(const PersonId& id) override;
    Result<> count_wrong(const PersonId& id, Instant now) override;
    Result<> restart_wait(const PersonId& id, Instant now) override;
    Result<> clear_wrong(const PersonId& id) override;
    // not_found: nobody has this id.
    Result<bool> pin_is(const PersonId& id, const std::string& pin) override;

  private:
    PeopleStore(engine::Connection& connection, const Key& pepper)
        : connection_(connection), pepper_(pepper) {}
    // Changes one person; not_found when there is nobody.
    Result<> change(std::string_view sql, const PersonId& id, std::optional<Instant> now);
    std::string peppered(const PersonId& id, const std::string& pin) const;

    engine::Connection& connection_;
    Key pepper_;
};

}  // namespace makegood::db::terminal
