#include "app/core/catalogue/image_parts.hpp"
#include "app/core/substitute/learnt.hpp"

namespace makegood::core::substitute {
namespace {

constexpr catalogue::ImageLayout layout{'m', 'a', 'k', 'e', 'g', 'o', 'o', 'd',
                                        ' ', 'l', 'e', 'a', 'r', 'n', 't', '1'};

template <class Self, class Visit>
void each_column(Self& learnt, Visit& visit) {
    visit(learnt.households);
    visit(learnt.pairs_at);
    visit(learnt.pairs);
    visit(learnt.totals);
}

}  // namespace

void write_image(const Learnt& learnt, const catalogue::ImageSink& sink) {
    const catalogue::PartWriter writer(layout, sink);
    each_column(learnt, writer);
}

Result<std::shared_ptr<const Learnt>> learnt_from_image(std::span<const std::byte> image,
                                                        std::shared_ptr<const void> owner,
                                                        std::size_t articles) {
    auto learnt = std::make_shared<Learnt>();
    catalogue::PartReader reader(layout, image);
    each_column(*learnt, reader);
    const bool fits = reader.whole() && (learnt->empty() || (learnt->households.size() == articles &&
                                                             learnt->pairs_at.size() == articles + 1));
    if (!fits)
        return fail(
            ErrorKind::failed,
            "What was learnt from receipts does not belong to this catalogue. Import the receipts again.");
    learnt->lies_in = std::move(owner);
    return learnt;
}

}  // namespace makegood::core::substitute
