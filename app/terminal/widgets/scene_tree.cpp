#include "app/terminal/widgets/scene_tree.hpp"

#include <gtk/gtk-a11y.h>
#include <gtk/gtk.h>

#include <algorithm>

#include "app/base/check.hpp"
#include "app/terminal/widgets/control_accessible.hpp"
#include "app/terminal/widgets/scene_canvas.hpp"

// wx gives its windows no accessible children on GTK, but the tool kit below does. Every wx window is a
// wxPizza; ours answer with the controls of the scene, all others as before.
extern "C" {
typedef struct {
    GtkContainerAccessible parent;
} MakegoodWindow;
typedef struct {
    GtkContainerAccessibleClass parent;
} MakegoodWindowClass;
static void makegood_window_component(AtkComponentIface* methods);
G_DEFINE_TYPE_WITH_CODE(MakegoodWindow, makegood_window, GTK_TYPE_CONTAINER_ACCESSIBLE,
                        G_IMPLEMENT_INTERFACE(ATK_TYPE_COMPONENT, makegood_window_component))
}

namespace makegood::terminal::widgets {
namespace {

constexpr const char* tree_key = "makegood-scene-tree";
AtkComponentIface* component_before = nullptr;

gint child_count(AtkObject* object) {
    if (SceneTree* tree = SceneTree::behind(object)) return tree->count();
    return ATK_OBJECT_CLASS(makegood_window_parent_class)->get_n_children(object);
}

AtkObject* ref_child(AtkObject* object, gint index) {
    SceneTree* tree = SceneTree::behind(object);
    if (!tree) return ATK_OBJECT_CLASS(makegood_window_parent_class)->ref_child(object, index);
    AtkObject* child = tree->child(index);
    return child ? ATK_OBJECT(g_object_ref(child)) : nullptr;
}

AtkObject* ref_at_point(AtkComponent* component, gint x, gint y, AtkCoordType kind) {
    SceneTree* tree = SceneTree::behind(ATK_OBJECT(component));
    if (!tree) return component_before->ref_accessible_at_point(component, x, y, kind);
    if (kind == ATK_XY_SCREEN) {
        const wxPoint inside = tree->canvas().ScreenToClient(wxPoint(x, y));
        x = inside.x;
        y = inside.y;
    }
    const double factor = tree->canvas().factor();
    AtkObject* child = tree->child_at(x / factor, y / factor);
    return child ? ATK_OBJECT(g_object_ref(child)) : nullptr;
}

}  // namespace

void SceneTree::prepare_windows() {
    static bool done = false;
    if (std::exchange(done, true)) return;
    const GType pizza = g_type_from_name("wxPizza");
    MAKEGOOD_CHECK(pizza != 0);
    gtk_widget_class_set_accessible_type(GTK_WIDGET_CLASS(g_type_class_ref(pizza)),
                                         makegood_window_get_type());
}

SceneTree* SceneTree::behind(AtkObject* object) {
    GtkWidget* widget = gtk_accessible_get_widget(GTK_ACCESSIBLE(object));
    return widget ? static_cast<SceneTree*>(g_object_get_data(G_OBJECT(widget), tree_key)) : nullptr;
}

SceneTree::SceneTree(Canvas& canvas) : canvas_(canvas) {
    g_object_set_data(G_OBJECT(canvas.GetHandle()), tree_key, this);
}

SceneTree::~SceneTree() {
    if (canvas_.GetHandle()) g_object_set_data(G_OBJECT(canvas_.GetHandle()), tree_key, nullptr);
    for (auto& [id, object] : objects_) {
        retire_control_accessible(object);
        g_object_unref(object);
    }
}

int SceneTree::count() {
    if (!std::exchange(listening_, true)) {
        root_ = gtk_widget_get_accessible(canvas_.GetHandle());
        follow({});
    }
    return static_cast<int>(order_.size());
}

AtkObject* SceneTree::child(int index) {
    if (index < 0 || index >= count()) return nullptr;
    const Control* control = canvas_.scene().find(order_[static_cast<std::size_t>(index)]);
    return control ? object_for(*control) : nullptr;
}

AtkObject* SceneTree::child_at(double x, double y) {
    const Control* control = canvas_.scene().at(x, y);
    return control ? child(index_of(control->id)) : nullptr;
}

int SceneTree::index_of(const std::string& id) const {
    const auto found = std::find(order_.begin(), order_.end(), id);
    return found == order_.end() ? -1 : static_cast<int>(found - order_.begin());
}

AtkObject* SceneTree::object_for(const Control& control) {
    AtkObject*& object = objects_[control.id];
    if (!object) object = make_control_accessible(*this, root_, control);
    return object;
}

void SceneTree::forget(const std::string& id, int index) {
    const auto found = objects_.find(id);
    if (found == objects_.end()) return;
    AtkObject* object = found->second;
    objects_.erase(found);
    g_signal_emit_by_name(root_, "children-changed::remove", index, object, nullptr);
    retire_control_accessible(object);
    g_object_unref(object);
}

void SceneTree::follow(const Scene& before) {
    if (!listening_) return;
    const std::vector<std::string> old = std::exchange(order_, {});
    const Scene& scene = canvas_.scene();
    for (std::size_t i = scene.covered; i < scene.controls.size(); ++i)
        if (scene.controls[i].readable()) order_.push_back(scene.controls[i].id);
    for (std::size_t i = old.size(); i > 0; --i)
        if (index_of(old[i - 1]) < 0) forget(old[i - 1], static_cast<int>(i - 1));
    for (std::size_t i = 0; i < order_.size(); ++i) {
        const Control& control = *scene.find(order_[i]);
        if (std::find(old.begin(), old.end(), control.id) == old.end())
            g_signal_emit_by_name(root_, "children-changed::add", static_cast<int>(i), object_for(control),
                                  nullptr);
        else if (const Control* known = before.find(control.id); known && *known != control)
            refresh(*known, control);
    }
}

void SceneTree::refresh(const Control& before, const Control& after) {
    AtkObject* object = object_for(after);
    name_control_accessible(object, after);
    if (before.checked != after.checked)
        atk_object_notify_state_change(object, ATK_STATE_CHECKED, after.checked);
    if (before.box != after.box) g_signal_emit_by_name(root_, "visible-data-changed");
}

void SceneTree::focus_moved(const std::string& id, bool focused) {
    if (!listening_) return;
    if (const Control* control = canvas_.scene().find(id))
        atk_object_notify_state_change(object_for(*control), ATK_STATE_FOCUSED, focused);
}

}  // namespace makegood::terminal::widgets

static void makegood_window_class_init(MakegoodWindowClass* type) {
    using namespace makegood::terminal::widgets;
    ATK_OBJECT_CLASS(type)->get_n_children = child_count;
    ATK_OBJECT_CLASS(type)->ref_child = ref_child;
}

static void makegood_window_init(MakegoodWindow*) {}

static void makegood_window_component(AtkComponentIface* methods) {
    using namespace makegood::terminal::widgets;
    component_before = static_cast<AtkComponentIface*>(g_type_interface_peek_parent(methods));
    methods->ref_accessible_at_point = ref_at_point;
}
