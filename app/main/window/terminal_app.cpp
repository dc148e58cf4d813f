#include "app/main/window/terminal_app.hpp"

#include <cstdio>

#include "app/cli/run.hpp"
#include "app/terminal/widgets/canvas.hpp"
#include "devices/scanner/wedge_decoder.hpp"

namespace makegood::main::window {
namespace {

namespace presenter = terminal::presenter;

constexpr int tick_ms = 1000, beat_ms = 5;
const char* const screen_names[] = {"sign-in", "home",  "search", "failure",
                                    "offers",  "given", "paper",  "promises"};

presenter::ScanDecoder keyboard_scanner() {
    auto decoder = std::make_shared<devices::scanner::WedgeDecoder>();
    return [decoder](char32_t key, Duration steady) -> std::optional<std::string> {
        const auto scan = decoder->feed(key, steady);
        if (!scan) return std::nullopt;
        return scan->text;
    };
}

presenter::Setup setup_for(Register& machine) {
    const auto shop =
        machine.desk().ask([](service::Desk& desk) { return std::pair(desk.shop, desk.currency); });
    presenter::Setup setup;
    setup.store = shop.first.store;
    setup.register_name = shop.first.register_name;
    setup.currency = shop.second;
    setup.range = machine.range();
    setup.time_of_day = [&clock = machine.clock()](Instant instant) { return clock.local_time(instant); };
    setup.day = [&clock = machine.clock()](Instant instant) { return clock.local_date(instant); };
    setup.idle = machine.sign_out_after();
    return setup;
}

}  // namespace

bool TerminalApp::OnInit() {
    if (!open_register()) return false;
    make_window();
    make_presenter();
    start_timers();
    listen_to_commands();
    window_->Show();
    std::printf("ready\n");
    std::fflush(stdout);
    return true;
}

int TerminalApp::OnRun() {
    const int code = wxApp::OnRun();
    return exit_code_ != 0 ? exit_code_ : code;
}

bool TerminalApp::open_register() {
    auto opened = Register::open(options_.data, {.stays_open = true});
    if (!opened) {
        std::fprintf(stderr, "%s\n", opened.error().sentence.c_str());
        exit_code_ = base::exit_code(opened.error().kind);
        return false;
    }
    machine_ = std::move(*opened);
    return true;
}

void TerminalApp::make_window() {
    terminal::clerk::ClerkWindow::Settings settings;
    settings.theme = !options_.theme.empty() ? options_.theme : machine_->dark() ? "dark" : "light";
    settings.pixels_per_mm = machine_->pixels_per_mm();
    std::sscanf(options_.size.c_str(), "%dx%d", &settings.width, &settings.height);
    settings.full_screen = options_.full_screen;
    window_ = new terminal::clerk::ClerkWindow(settings);
    window_->on_touch([this](const presenter::Touched& touched) {
        input(touched.id, [&] { presenter_->touched(touched, machine_->clock().steady()); });
    });
    window_->on_key([this](char32_t key) {
        input("key", [&] { presenter_->key(key, machine_->clock().steady()); });
        wait_for_more_keys();
    });
}

void TerminalApp::make_presenter() {
    trace_ = TouchTrace(options_.trace);
    backend_ =
        std::make_unique<DeskBackend>(*machine_, [this](std::function<void()> answer) { CallAfter(answer); });
    presenter_ = std::make_unique<presenter::Presenter>(*backend_, setup_for(*machine_), keyboard_scanner(),
                                                        [this] { show_screen(); });
    presenter_->start(machine_->clock().now(), machine_->clock().steady());
    // News from printer and sync: the screens ask for the new status at once.
    machine_->on_news([this] {
        CallAfter([this] {
            if (!backend_) return;
            backend_->status([this](Result<presenter::Status> status) {
                if (status && presenter_) presenter_->status(*status);
            });
        });
    });
}

void TerminalApp::start_timers() {
    second_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        presenter_->tick(machine_->clock().now(), machine_->clock().steady());
        machine_->desk().post([](service::Desk& desk) { (void)service::tick(desk).has_value(); });
    });
    second_.Start(tick_ms);
    keys_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        presenter_->tick(machine_->clock().now(), machine_->clock().steady());
    });
    if (!trace_.on()) return;
    beat_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { trace_.beat(); });
    beat_.Start(beat_ms);
}

void TerminalApp::listen_to_commands() {
    auto socket = handover::OwnerSocket::open(
        options_.data,
        [machine = machine_.get()](const handover::Request& request, const handover::Sink& sink) {
            return cli::run(request.argv, request.cwd, *machine, {sink.out, sink.err});
        });
    if (socket)
        socket_ = std::move(*socket);
    else
        std::fprintf(stderr, "%s\n", socket.error().sentence.c_str());
}

void TerminalApp::input(const std::string& what, const std::function<void()>& take) {
    if (!trace_.on()) return take();
    trace_.input_begins(what);
    take();
    window_->canvas().Update();  // what is to be seen of it is on the window now
    trace_.input_painted();
}

void TerminalApp::show_screen() {
    const auto& screen = presenter_->screen();
    window_->show(screen);
    if (!trace_.on()) return;
    window_->canvas().Update();
    trace_.screen_painted(screen_names[screen.body.index()]);
}

// Keys that may be a scanner's are held back for a moment; then they are what somebody typed.
void TerminalApp::wait_for_more_keys() {
    constexpr int a_little_longer_ms = 5;
    if (presenter_->keys_wait()) keys_.StartOnce(50 + a_little_longer_ms);
}

int TerminalApp::OnExit() {
    for (auto* timer : {&second_, &keys_, &beat_}) timer->Stop();
    if (socket_) socket_->stop();
    if (machine_) machine_->on_news({});
    presenter_.reset();
    backend_.reset();
    machine_.reset();
    return wxApp::OnExit();
}

}  // namespace makegood::main::window
