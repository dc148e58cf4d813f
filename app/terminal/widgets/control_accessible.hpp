// One control as an object of the accessibility tree: name, role, state, place, and an action that presses
// it.
#pragma once
#include <string>

typedef struct _AtkObject AtkObject;

namespace makegood::terminal::widgets {

class SceneTree;
struct Control;

// A new object, owned by the caller.
AtkObject* make_control_accessible(SceneTree& tree, AtkObject* parent, const Control& control);
void name_control_accessible(AtkObject* object, const Control& control);
// The control is gone; the object answers as defunct from now on, however long others hold it.
void retire_control_accessible(AtkObject* object);

}  // namespace makegood::terminal::widgets
