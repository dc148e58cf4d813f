// The image of a catalogue beside its file ("catalogue-7.image" beside "catalogue-7.db"): it is mapped into
// memory and there at once. Only a saving of time: whatever is wrong with it, the catalogue file is read
// instead.
#pragma once
#include <memory>
#include <string>

#include "app/core/catalogue/catalogue.hpp"

namespace makegood::db::terminal {

std::string image_name(const std::string& catalogue_file);

// Null when there is none that was made by this version of the program, from the catalogue file as it lies
// there now (size and time), and is whole (XXH3 over all of it).
std::shared_ptr<const core::catalogue::Catalogue> open_image(const std::string& folder,
                                                             const std::string& catalogue_file);

// Replaces it in one step. A disk that is full or can't be written to leaves it out.
void save_image(const std::string& folder, const std::string& catalogue_file,
                const core::catalogue::Catalogue& articles);

}  // namespace makegood::db::terminal
