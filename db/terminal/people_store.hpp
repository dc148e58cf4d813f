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
    Result<std::optional<Known>> find(const PersonId& id) override;
    // Also bad_input: a PIN that is not 4 to 12 digits, an empty name.
    Result<> add(const ports::Person& person, const std::string& pin) override;
    // Likewise bad_input.
    Result<> change_pin(const PersonId& id, const std::string& pin) override;
    Result<> change_role(const PersonId& id, ports::Role role) override;
    Result<> remove(const PersonId& id) override;
    Result<> set_badge(const PersonId& id, const std::string& code) override;
    Result<std::optional<PersonId>> with_badge(const std::string& code) override;
    Result<ports::Attempts> attempts(const PersonId& id) override;
    Result<> count_wrong(const PersonId& id, const ports::Moment& now) override;
    Result<> restart_wait(const PersonId& id, const ports::Moment& now) override;
    Result<> clear_wrong(const PersonId& id) override;
    Result<bool> pin_is(const PersonId& id, const std::string& pin) override;

  private:
    PeopleStore(engine::Connection& connection, const Key& pepper)
        : connection_(connection), pepper_(pepper) {}
    // Changes one row; not_found when there is none. `sql` is a literal, the id its first parameter.
    template <class... Values>
    Result<> change(engine::Literal sql, const PersonId& id, const Values&... values);
    Result<std::string> sealed(const PersonId& id, const std::string& pin) const;
    std::string peppered(const PersonId& id, const std::string& pin) const;
    std::string badge_hash(const std::string& code) const;

    engine::Connection& connection_;
    Key pepper_;
};

}  // namespace makegood::db::terminal
