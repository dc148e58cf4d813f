#include "app/terminal/widgets/control.hpp"

#include <unordered_map>

#include "app/terminal/widgets/shadow.hpp"

namespace makegood::terminal::widgets {

Rect reach(const Shape& shape) {
    const Rect box = std::visit([](const auto& one) { return one.box; }, shape);
    const auto* panel = std::get_if<Panel>(&shape);
    return box.grown(panel && panel->raised ? shadow_reach : 2);
}

Rect Control::reach() const {
    Rect all = box.grown(4);
    for (const Shape& shape : shapes) all = all.united(widgets::reach(shape));
    return all;
}

const Control* Scene::find(const std::string& id) const {
    for (const Control& control : controls)
        if (control.id == id) return &control;
    return nullptr;
}

const Control* Scene::at(double x, double y) const {
    for (std::size_t i = controls.size(); i > covered; --i)
        if (controls[i - 1].pressable() && controls[i - 1].box.contains(x, y)) return &controls[i - 1];
    return nullptr;
}

void Scene::make_names_unique() {
    std::unordered_map<std::string, int> seen;
    for (std::size_t i = covered; i < controls.size(); ++i)
        if (Control& control = controls[i]; control.pressable())
            if (const int times = ++seen[control.name]; times > 1)
                control.name += ", " + std::to_string(times);
}

}  // namespace makegood::terminal::widgets
