#include "devices/escpos/make_printer.hpp"

#include <algorithm>

namespace makegood::devices::escpos {

Result<std::unique_ptr<ports::Printer>> make_printer(std::string_view connection, Profile profile,
                                                     const ports::Clock& clock) {
    if (profile.width_dots < 200 || profile.width_dots > 2400) {
        return fail(ErrorKind::bad_input,
                    "The printer's paper must be 200 to 2,400 dots wide: write 576 for 80 mm or 384 for 58 "
                    "mm paper.");
    }
    auto link = transport::make_transport(connection);
    if (!link) return fail(link.error());
    // At 9,600 baud a slice of 24 rows takes two seconds; a printer is deaf for longer when it starts.
    constexpr std::int32_t slow_rows = 24;
    if (connection.starts_with("serial:")) profile.slice_rows = std::min(profile.slice_rows, slow_rows);
    return std::make_unique<EscPosPrinter>(std::move(*link), profile, clock);
}

}  // namespace makegood::devices::escpos
