// A printer from what the shop's configuration says about it.
#pragma once
#include <memory>
#include <string_view>

#include "app/base/result.hpp"
#include "devices/escpos/escpos_printer.hpp"

namespace makegood::devices::escpos {

// `connection` as make_transport takes it. Nothing is opened yet. The clock must live longer.
Result<std::unique_ptr<ports::Printer>> make_printer(std::string_view connection, Profile profile,
                                                     const ports::Clock& clock);

}  // namespace makegood::devices::escpos
