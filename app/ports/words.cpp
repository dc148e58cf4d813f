#include "app/ports/printer.hpp"
#include "app/ports/store.hpp"

namespace makegood::ports {

std::string_view word(JobState state) {
    switch (state) {
        case JobState::queued:
            return "queued";
        case JobState::sending:
            return "sending";
        case JobState::printed:
            return "printed";
        case JobState::unsure:
            return "unsure";
        case JobState::torn:
            return "torn";
        case JobState::cancelled:
            return "cancelled";
    }
    return "";
}

}  // namespace makegood::ports
