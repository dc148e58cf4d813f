#include "app/terminal/widgets/control_accessible.hpp"

#include <atk/atk.h>
#include <wx/window.h>

#include <cmath>

#include "app/terminal/widgets/scene_canvas.hpp"
#include "app/terminal/widgets/scene_tree.hpp"

namespace makegood::terminal::widgets {
namespace {

struct Backing {
    SceneTree* tree;
    std::string id;
};

}  // namespace
}  // namespace makegood::terminal::widgets

extern "C" {
typedef struct {
    AtkObject parent;
    makegood::terminal::widgets::Backing* backing;  // null once retired
} MakegoodControl;
typedef struct {
    AtkObjectClass parent;
} MakegoodControlClass;

static void makegood_control_action(AtkActionIface* methods);
static void makegood_control_component(AtkComponentIface* methods);
G_DEFINE_TYPE_WITH_CODE(MakegoodControl, makegood_control, ATK_TYPE_OBJECT,
                        G_IMPLEMENT_INTERFACE(ATK_TYPE_ACTION, makegood_control_action)
                            G_IMPLEMENT_INTERFACE(ATK_TYPE_COMPONENT, makegood_control_component))
}

namespace makegood::terminal::widgets {
namespace {

MakegoodControl* self_of(gpointer object) {
    return reinterpret_cast<MakegoodControl*>(object);
}

const Control* control_of(gpointer object) {
    const Backing* backing = self_of(object)->backing;
    return backing ? backing->tree->canvas().scene().find(backing->id) : nullptr;
}

AtkRole role_of(Role role) {
    switch (role) {
        case Role::decoration:
        case Role::label:
            return ATK_ROLE_LABEL;
        case Role::heading:
            return ATK_ROLE_HEADING;
        case Role::status:
            return ATK_ROLE_STATUSBAR;
        case Role::image:
            return ATK_ROLE_IMAGE;
        case Role::button:
        case Role::key:
            return ATK_ROLE_PUSH_BUTTON;
        case Role::toggle:
            return ATK_ROLE_TOGGLE_BUTTON;
        case Role::field:
            return ATK_ROLE_ENTRY;
    }
    return ATK_ROLE_UNKNOWN;
}

AtkStateSet* states(AtkObject* object) {
    AtkStateSet* set = ATK_OBJECT_CLASS(makegood_control_parent_class)->ref_state_set(object);
    const Control* control = control_of(object);
    if (!control) {
        atk_state_set_add_state(set, ATK_STATE_DEFUNCT);
        return set;
    }
    // What can't be used now is still sensitive: it answers with its reason.
    for (AtkStateType state : {ATK_STATE_ENABLED, ATK_STATE_SENSITIVE, ATK_STATE_VISIBLE, ATK_STATE_SHOWING})
        atk_state_set_add_state(set, state);
    if (control->pressable()) atk_state_set_add_state(set, ATK_STATE_FOCUSABLE);
    if (control->role == Role::toggle) atk_state_set_add_state(set, ATK_STATE_CHECKABLE);
    if (control->checked) atk_state_set_add_state(set, ATK_STATE_CHECKED);
    const Attention& attention = self_of(object)->backing->tree->canvas().attention();
    if (attention.focused == control->id) atk_state_set_add_state(set, ATK_STATE_FOCUSED);
    if (attention.pressed == control->id) atk_state_set_add_state(set, ATK_STATE_PRESSED);
    return set;
}

gint index_in_parent(AtkObject* object) {
    const Backing* backing = self_of(object)->backing;
    return backing ? backing->tree->index_of(backing->id) : -1;
}

void finalize(GObject* object) {
    delete self_of(object)->backing;
    G_OBJECT_CLASS(makegood_control_parent_class)->finalize(object);
}

gint action_count(AtkAction* action) {
    const Control* control = control_of(action);
    return control && control->pressable() ? 1 : 0;
}

gboolean do_action(AtkAction* action, gint index) {
    if (index != 0 || action_count(action) == 0) return FALSE;
    const Backing* backing = self_of(action)->backing;
    backing->tree->canvas().press_later(backing->id);
    return TRUE;
}

const gchar* action_name(AtkAction*, gint) {
    return "click";
}

void extents(AtkComponent* component, gint* x, gint* y, gint* width, gint* height, AtkCoordType kind) {
    *x = *y = *width = *height = 0;
    const Control* control = control_of(component);
    if (!control) return;
    Canvas& canvas = self_of(component)->backing->tree->canvas();
    const double factor = canvas.factor();
    *x = static_cast<gint>(std::floor(control->box.x * factor));
    *y = static_cast<gint>(std::floor(control->box.y * factor));
    *width = static_cast<gint>(std::ceil(control->box.width * factor));
    *height = static_cast<gint>(std::ceil(control->box.height * factor));
    if (kind != ATK_XY_SCREEN) return;
    const wxPoint corner = canvas.ClientToScreen(wxPoint(*x, *y));
    *x = corner.x;
    *y = corner.y;
}

gboolean grab_focus(AtkComponent* component) {
    const Control* control = control_of(component);
    if (!control || !control->pressable()) return FALSE;
    self_of(component)->backing->tree->canvas().focus_on(control->id);
    return TRUE;
}

}  // namespace

AtkObject* make_control_accessible(SceneTree& tree, AtkObject* parent, const Control& control) {
    auto* object = ATK_OBJECT(g_object_new(makegood_control_get_type(), nullptr));
    self_of(object)->backing = new Backing{&tree, control.id};
    atk_object_set_parent(object, parent);
    name_control_accessible(object, control);
    return object;
}

void name_control_accessible(AtkObject* object, const Control& control) {
    atk_object_set_role(object, role_of(control.role));
    atk_object_set_name(object, control.name.c_str());
    atk_object_set_description(object, control.description.c_str());
}

void retire_control_accessible(AtkObject* object) {
    delete std::exchange(self_of(object)->backing, nullptr);
    atk_object_notify_state_change(object, ATK_STATE_DEFUNCT, TRUE);
    atk_object_set_parent(object, nullptr);
}

}  // namespace makegood::terminal::widgets

static void makegood_control_class_init(MakegoodControlClass* type) {
    using namespace makegood::terminal::widgets;
    G_OBJECT_CLASS(type)->finalize = finalize;
    ATK_OBJECT_CLASS(type)->ref_state_set = states;
    ATK_OBJECT_CLASS(type)->get_index_in_parent = index_in_parent;
}

static void makegood_control_init(MakegoodControl*) {}

static void makegood_control_action(AtkActionIface* methods) {
    using namespace makegood::terminal::widgets;
    methods->do_action = do_action;
    methods->get_n_actions = action_count;
    methods->get_name = action_name;
}

static void makegood_control_component(AtkComponentIface* methods) {
    using namespace makegood::terminal::widgets;
    methods->get_extents = extents;
    methods->grab_focus = grab_focus;
}
