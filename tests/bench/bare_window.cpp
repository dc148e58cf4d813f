// What a wxWidgets program costs at least: one window with nine buttons.
#include <wx/wx.h>

namespace {

class BareApp : public wxApp {
  public:
    bool OnInit() override {
        auto* window = new wxFrame(nullptr, wxID_ANY, "Nine buttons", wxDefaultPosition, wxSize(1280, 800));
        auto* grid = new wxGridSizer(3, 3, 8, 8);
        for (int number = 1; number <= 9; ++number)
            grid->Add(new wxButton(window, wxID_ANY, wxString::Format("Button %d", number)), 1, wxEXPAND);
        window->SetSizer(grid);
        window->Show();
        return true;
    }
};

}  // namespace

int main(int argc, char** argv) {
    wxApp::SetInstance(new BareApp);
    return wxEntry(argc, argv);
}
