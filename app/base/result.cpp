#include "app/base/result.hpp"

namespace makegood::base {

int exit_code(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::refused: return 1;
        case ErrorKind::needs_approval: return 1;
        case ErrorKind::bad_input: return 2;
        case ErrorKind::not_found: return 2;
        case ErrorKind::busy: return 3;
        case ErrorKind::failed: return 3;
    }
    return 3;
}

}  // namespace makegood::base
