// The scene as the accessibility tree sees it: one child of the canvas for each control that can be read or
// pressed. Made only when somebody asks; costs nothing otherwise.
#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "app/terminal/widgets/control.hpp"

typedef struct _AtkObject AtkObject;

namespace makegood::terminal::widgets {

class Canvas;

class SceneTree {
  public:
    // Teaches the tool kit our accessible type. Call after the first frame exists and before any canvas does.
    static void prepare_windows();
    // The tree of the canvas behind an accessible object; null for other windows.
    static SceneTree* behind(AtkObject* object);

    explicit SceneTree(Canvas& canvas);
    ~SceneTree();
    SceneTree(const SceneTree&) = delete;
    SceneTree& operator=(const SceneTree&) = delete;

    Canvas& canvas() { return canvas_; }
    // After the canvas took a new scene: tells listeners what came, went and changed.
    void follow(const Scene& before);
    void focus_moved(const std::string& id, bool focused);

    int count();
    AtkObject* child(int index);  // borrowed; null when there is none
    AtkObject* child_at(double x, double y);
    int index_of(const std::string& id) const;

  private:
    AtkObject* object_for(const Control& control);
    void forget(const std::string& id, int index);
    void refresh(const Control& before, const Control& after);

    Canvas& canvas_;
    AtkObject* root_ = nullptr;  // borrowed from the window, once somebody has asked
    std::vector<std::string> order_;
    std::unordered_map<std::string, AtkObject*> objects_;
    bool listening_ = false;
};

}  // namespace makegood::terminal::widgets
