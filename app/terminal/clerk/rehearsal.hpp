// What the first offers would have to wait for: fonts are opened, their letters and shadows rendered, before
// anybody asks. Nothing of it is seen.
#pragma once
#include <cstddef>

#include "app/terminal/widgets/control.hpp"
#include "app/terminal/widgets/scale.hpp"

namespace makegood::terminal::clerk {

class Rehearsal {
  public:
    Rehearsal(const widgets::Theme& theme, const widgets::Scale& scale);

    // One small piece, a few milliseconds at most; false when nothing is left.
    bool step();

  private:
    void draw(const widgets::Shape& shape) const;

    const widgets::Theme& theme_;
    widgets::Scale scale_;
    std::size_t screen_ = 0, control_ = 0;
    widgets::Scene scene_;
};

}  // namespace makegood::terminal::clerk
