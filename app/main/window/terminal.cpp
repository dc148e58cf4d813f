#include "app/main/window/terminal.hpp"

#include <spdlog/spdlog.h>

#include <cstdio>
#include <utility>

#include "app/cli/run.hpp"
#include "app/service/spending.hpp"
#include "app/terminal/presenter/trouble_screen.hpp"
#include "devices/scanner/wedge_decoder.hpp"

namespace makegood::main::window {
namespace {

namespace presenter = terminal::presenter;

constexpr int tick_ms = 1000, beat_ms = 5, try_again_ms = 3000;
constexpr const char* screen_names[] = {"sign-in",    "home",  "search",   "failure", "offers",
                                        "given",      "paper", "promises", "causes",  "people",
                                        "new-person", "money", "rules",    "what-if", "versions",
                                        "registers",  "join",  "hub-word", "trouble"};
static_assert(std::size(screen_names) == std::variant_size_v<decltype(presenter::Screen::body)>);

Result<std::unique_ptr<Register>> open_folder(const std::string& folder) {
    return Register::open(folder, {.stays_open = true});
}

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

Terminal::Terminal(TerminalOptions options)
    : options_(std::move(options)),
      trace_(options_.trace),
      opening_(std::async(std::launch::async, [data = options_.data] { return open_folder(data); })) {}

void Terminal::begin(terminal::clerk::WindowProgram& program) {
    program_ = &program;
    opened(opening_.get());
}

void Terminal::opened(Opened machine) {
    if (!machine) return tell_trouble(machine.error());
    machine_ = std::move(*machine);
    trouble_.reset();
    program_->exit_with(0);
    show_window();
    make_presenter();
    start_timers();
    listen_to_commands();
    std::printf("ready\n");
    std::fflush(stdout);
}

void Terminal::tell_trouble(const Error& error) {
    if (!trouble_ || trouble_->sentence != error.sentence)
        std::fprintf(stderr, "%s\n", error.sentence.c_str());
    trouble_ = error;
    program_->exit_with(base::exit_code(error.kind));
    show_window();
    program_->show(presenter::trouble_screen(error, false));
    if (presenter::passes_by_itself(error)) program_->after(try_again_ms, [this] { try_again(); });
}

// Away from the window: a disk may take its time.
void Terminal::try_again() {
    if (machine_ || opening_.valid()) return;
    program_->show(presenter::trouble_screen(*trouble_, true));
    opening_ = std::async(std::launch::async, [this, data = options_.data] {
        auto machine = open_folder(data);
        program_->post([this] { opened(opening_.get()); });
        return machine;
    });
}

terminal::clerk::WindowSettings Terminal::window_settings() const {
    terminal::clerk::WindowSettings settings;
    if (machine_) settings.theme = machine_->dark() ? "dark" : "light";
    if (machine_) settings.pixels_per_mm = machine_->pixels_per_mm();
    if (!options_.theme.empty()) settings.theme = options_.theme;
    std::sscanf(options_.size.c_str(), "%dx%d", &settings.width, &settings.height);
    settings.full_screen = options_.full_screen;
    return settings;
}

void Terminal::show_window() {
    if (std::exchange(has_window_, true)) return program_->restyle(window_settings());
    program_->open(
        window_settings(), [this](const presenter::Touched& what) { touched(what); },
        [this](char32_t typed, std::int64_t event_ms) { typed_key(typed, event_ms); });
}

void Terminal::touched(const presenter::Touched& what) {
    if (presenter_)
        input(what.id, [&] { presenter_->touched(what, machine_->clock().steady()); });
    else if (what.id == "again")
        try_again();
    else if (what.id == "close")
        program_->close();
}

void Terminal::typed_key(char32_t typed, std::int64_t event_ms) {
    if (!presenter_) return;
    input("key", [&] { presenter_->key(typed, machine_->clock().steady(), event_ms); });
    wait_for_more_keys();
}

presenter::Setup Terminal::setup() const {
    auto setup = setup_for(*machine_);
    setup.manager_first = options_.manager_first;
    return setup;
}

void Terminal::make_presenter() {
    const auto deliver = [this](std::function<void()> answer) { program_->post(std::move(answer)); };
    backend_ = std::make_unique<DeskBackend>(*machine_, deliver);
    presenter_ = std::make_unique<presenter::Presenter>(*backend_, setup(), keyboard_scanner(),
                                                        [this] { show_screen(); });
    presenter_->start(machine_->clock().now(), machine_->clock().steady());
    // News from printer and sync: the screens ask for the new status at once.
    machine_->on_news([this] {
        program_->post([this] {
            if (!backend_) return;
            backend_->status([this](Result<presenter::Status> status) {
                if (status && presenter_) presenter_->status(*status);
            });
        });
    });
}

void Terminal::tick() {
    presenter_->tick(machine_->clock().now(), machine_->clock().steady());
}

void Terminal::start_timers() {
    program_->every(tick_ms, [this] {
        tick();
        machine_->desk().post([](service::Desk& desk) {
            if (const auto done = service::tick(desk); !done)
                spdlog::error("tick: {}", done.error().sentence);
        });
    });
    if (trace_.on()) program_->every(beat_ms, [this] { trace_.beat(); });
}

void Terminal::listen_to_commands() {
    auto socket = handover::OwnerSocket::open(
        options_.data,
        [machine = machine_.get()](const handover::Request& request, const handover::Sink& sink) {
            return cli::run(request.argv, request.cwd, *machine, {sink.out, sink.err}, request.input);
        });
    if (socket)
        socket_ = std::move(*socket);
    else
        std::fprintf(stderr, "%s\n", socket.error().sentence.c_str());
}

void Terminal::input(const std::string& what, const std::function<void()>& take) {
    if (!trace_.on()) return take();
    trace_.input_begins(what);
    take();
    program_->paint_now();
    trace_.input_painted();
}

void Terminal::show_screen() {
    const auto& screen = presenter_->screen();
    trace_.paint_begins();
    program_->show(screen);
    if (!trace_.on()) return;
    program_->paint_now();
    trace_.screen_painted(screen_names[screen.body.index()]);
}

// Keys that may be a scanner's are held back for a moment; then they are what somebody typed.
void Terminal::wait_for_more_keys() {
    constexpr int a_little_longer_ms = 5;
    if (presenter_->keys_wait()) program_->after(50 + a_little_longer_ms, [this] { tick(); });
}

void Terminal::end() {
    if (opening_.valid()) opening_.wait();  // it still knows the window
    if (socket_) socket_->stop();
    if (machine_) machine_->on_news({});
    presenter_.reset();
    backend_.reset();
    machine_.reset();
}

}  // namespace makegood::main::window
