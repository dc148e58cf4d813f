// Shelves on the product's own stores: a register's journal and tables, a hub's tables, in SQLite.
#pragma once
#include "tests/simulation/shelf.hpp"

namespace makegood::simulation {

class ShelvesInSqlite : public Shelves {
  public:
    std::unique_ptr<RegisterShelf> for_register(RegisterBook book) override;
    std::unique_ptr<HubShelf> for_hub(HubBook book) override;
};

}  // namespace makegood::simulation
