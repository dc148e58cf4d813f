#include "app/ports/receiver_store.hpp"

namespace makegood::ports {

std::string_view word(ExceptionKind kind) {
    switch (kind) {
        case ExceptionKind::not_understood:
            return "not-understood";
        case ExceptionKind::contradicts:
            return "contradicts";
        case ExceptionKind::chain_broken:
            return "chain-broken";
        case ExceptionKind::wrong_key:
            return "wrong-key";
        case ExceptionKind::behind:
            return "behind";
    }
    return {};
}

}  // namespace makegood::ports
