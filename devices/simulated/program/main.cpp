// makegood-simulated-printer: a receipt printer to try a shop with. Write a word into DIR/state to change
// its mood: ready, paper_out, cover_open, slow, silent, gone, reset.
#include <CLI/CLI.hpp>
#include <csignal>
#include <ctime>
#include <fstream>
#include <iostream>

#include "devices/simulated/simulated_printer.hpp"

namespace {

namespace simulated = makegood::devices::simulated;

std::string word_in(const std::filesystem::path& file) {
    std::string word;
    std::ifstream(file) >> word;
    return word;
}

// Until told to end; looks at the state file ten times a second.
void follow(simulated::SimulatedPrinter& printer, const std::filesystem::path& state_file,
            const sigset_t& endings) {
    std::string last;
    const timespec pause{0, 100'000'000};
    do {
        const auto now = word_in(state_file);
        if (now == last) continue;
        last = now;
        if (const auto state = simulated::state_from_word(now)) {
            printer.set_state(*state);
            std::cout << "state " << now << std::endl;
        } else if (!now.empty()) {
            std::cerr << "\"" << now
                      << "\" is no state. Write ready, paper_out, cover_open, slow, silent, gone or reset."
                      << std::endl;
        }
    } while (::sigtimedwait(&endings, nullptr, &pause) < 0);
}

int serve(const simulated::Setting& setting, const std::string& state) {
    // Before any thread is made, so that all of them leave these signals to follow().
    sigset_t endings;
    sigemptyset(&endings);
    sigaddset(&endings, SIGINT);
    sigaddset(&endings, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &endings, nullptr);
    auto printer = simulated::SimulatedPrinter::start(setting);
    if (!printer) {
        std::cerr << printer.error().sentence << '\n';
        return makegood::base::exit_code(printer.error().kind);
    }
    const auto state_file = setting.folder / "state";
    if (!state.empty()) std::ofstream(state_file) << state << '\n';
    std::cout << "listening on tcp://127.0.0.1:" << (*printer)->port() << std::endl;
    follow(**printer, state_file, endings);
    return 0;
}

}  // namespace

int main(int count, char** words) {
    CLI::App app("A simulated receipt printer (ESC/POS over TCP, loopback only).");
    simulated::Setting setting;
    std::string state;
    app.add_option("--listen", setting.port, "port, 0 for any free one")->required();
    app.add_option("--out", setting.folder, "folder for piece-0001.bin and piece-0001.png")->required();
    app.add_option("--width", setting.model.width_dots, "dots across")->check(CLI::Range(200, 2400));
    app.add_option("--state", state, "how it begins")
        ->check(CLI::IsMember({"ready", "paper_out", "cover_open", "slow", "silent", "gone"}));
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& refused) {
        return app.exit(refused) == 0 ? 0 : 2;
    }
    return serve(setting, state);
}
