// Asks for one of the further limits, sheet by sheet: whom it is for, how long, how much.
#pragma once
#include <functional>
#include <optional>

#include "app/terminal/presenter/number_form.hpp"
#include "app/terminal/presenter/rules_models.hpp"
#include "app/terminal/presenter/stage.hpp"

namespace makegood::terminal::presenter {

class LimitSheets {
  public:
    // `changed` gets the limit after each answer; of a new one when all is said. `out`: it is to go.
    struct Ways {
        std::function<void(const LimitLine&)> changed;
        std::function<void()> out;
    };
    // `limit.id` empty: a new one. `stage` outlives it.
    LimitSheets(LimitLine limit, Ways ways, Stage& stage);

    void begin();
    // What is touched while a number is asked for.
    void touched(const std::string& id);

  private:
    enum class Asked : std::uint8_t { cost, worth, days };

    bool is_new() const { return limit_.id.empty(); }
    void ask_what();
    void ask_whom_of_new();
    void ask_whom(bool again);
    void ask_kind();
    void ask_period();
    void ask_number(Asked what);
    void take_number();
    void take(LimitLine next);
    std::string now(Asked what) const;

    LimitLine limit_;
    Ways ways_;
    Stage& stage_;
    Asked asked_ = Asked::cost;
    std::optional<NumberForm> number_;
};

}  // namespace makegood::terminal::presenter
