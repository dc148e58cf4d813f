#include "tests/unit/app/terminal/presenter/counter.hpp"

#include <algorithm>
#include <chrono>
#include <memory>

namespace makegood::terminal::presenter {

using namespace std::chrono_literals;

Instant noon() {
    return std::chrono::sys_days(std::chrono::year(2026) / 11 / 22) + 12h;
}

ports::Person ann() {
    return {PersonId("p1"), "Ann Miller", "AM", ports::Role::clerk};
}

ports::Person bo() {
    return {PersonId("p2"), "Bo Lee", "BL", ports::Role::manager};
}

service::Found found(const std::string& number, const std::string& name) {
    return {ArticleNumber(number), name, "Kokora", "Aisle 7", Money::minor(599), 0};
}

core::recovery::Offer offer(const std::string& id, const std::string& title) {
    core::recovery::Offer made;
    made.id = OfferId(id);
    made.title = title;
    made.label = "Twice as large, free";
    made.detail = "Kokora · 800 ml instead of 400 ml";
    made.sentence = "Please take the large one, it is on us.";
    made.place = "Aisle 7 · 14 there";
    made.cost = Money::minor(410);
    return made;
}

service::Reported reported() {
    service::Reported made{.incident = IncidentId("i1-1"), .title = "Coconut oil 400 ml", .times = 4};
    made.cards = {offer("o1-1.1", "Virgin coconut oil 800 ml"), offer("o1-1.2", "Organic coconut oil 400 ml"),
                  offer("o1-1.3", "Voucher for two")};
    made.cards[0].kind = core::recovery::OfferKind::free_substitute;
    made.cards[0].article = ArticleNumber("9520000000028");
    made.cards[0].paper = core::gesture::Paper::sticker;
    made.cards[0].pays = Money{};
    made.cards[1].pays = Money::minor(599);
    made.cards[2].paper = core::gesture::Paper::voucher;
    made.cards[2].place.clear();
    made.cards[2].valid_days = 91;
    made.free = {offer("o1-1.4", "Keep one back"), offer("o1-1.5", "Today's price, kept")};
    return made;
}

service::Given given(const std::string& id) {
    service::Given made{.recovery = RecoveryId("r1-2"), .incident = IncidentId("i1-1")};
    made.offer = reported().cards[0];
    made.offer.id = OfferId(id);
    made.job = PrintJobId("p1-2");
    made.undo_until = noon() + 1h;
    return made;
}

Status calm_status() {
    Status status;
    status.money = {"2026-11-22", {core::budget::PeriodKind::day, Money::minor(15000), {}}, {}, {}, {}, {}};
    status.money.spent_cost = Money::minor(4690);
    status.money.reserved_cost = Money::minor(1670);
    status.printer.state = ports::PrinterState::ready;
    status.sync = {true, 3, {}};
    status.articles = 300;
    return status;
}

ports::PrintJobRow job(const std::string& id, ports::JobState state) {
    return {PrintJobId(id), RecoveryId("r1-2"), VoucherSerial("MG-29-0000000017"), state, 1, {}};
}

service::VoucherShown voucher(core::voucher::State state) {
    service::VoucherShown shown;
    shown.row.voucher.serial = VoucherSerial("MG-29-0000000017");
    shown.row.voucher.ean13 = "2900000000179";
    shown.row.voucher.value = Money::minor(500);
    shown.row.voucher.expires = std::chrono::year(2027) / 2 / 21;
    shown.row.voucher.state = state;
    return shown;
}

core::followup::Promise promise(const std::string& id, const std::string& what, Instant due) {
    return {PromiseId(id), what, due, {}};
}

ScanDecoder quick_keys() {
    struct Burst {
        std::string text;
        Duration last{};
    };
    return [burst = std::make_shared<Burst>()](char32_t key, Duration steady) -> std::optional<std::string> {
        if (steady - burst->last > 35ms) burst->text.clear();
        burst->last = steady;
        if (key != U'\n') {
            burst->text += static_cast<char>(key);
            return std::nullopt;
        }
        return burst->text.size() < 6 ? std::nullopt : std::optional(std::exchange(burst->text, {}));
    };
}

Setup Counter::setup() {
    Setup made{
        .store = "Corner Market", .register_name = "Register 2", .currency = *Currency::from_code("USD")};
    made.range = {"29", 1, 9'999'999'999};
    made.time_of_day = [](Instant instant) { return base::format_instant(instant).substr(11, 5); };
    made.day = [](Instant instant) { return CivilDate(std::chrono::floor<std::chrono::days>(instant)); };
    return made;
}

Counter::Counter() : Counter(setup()) {}

Counter::Counter(Setup setup) : presenter(backend, std::move(setup), quick_keys(), [this] { ++changes; }) {
    presenter.start(now_, steady_);
}

void Counter::pass(Duration time) {
    steady_ += time;
    now_ += time;
    presenter.tick(now_, steady_);
}

void Counter::wait(Duration time) {
    for (; time > 1s; time -= 1s) pass(1s);
    pass(time);
}

void Counter::touch(const std::string& id) {
    pass(1s);
    touch_again(id);
}

void Counter::touch_again(const std::string& id) {
    ++touches;
    presenter.touched({id}, steady_);
}

void Counter::scan(const std::string& code) {
    pass(3s);
    for (const char character : code) {
        presenter.key(static_cast<char32_t>(character), steady_);
        pass(5ms);
    }
    presenter.key(U'\n', steady_);
}

void Counter::type(const std::string& text) {
    for (const char character : text) press(static_cast<char32_t>(character));
}

void Counter::press(char32_t key) {
    pass(150ms);
    presenter.key(key, steady_);
    pass(60ms);
}

void Counter::sign_in(const ports::Person& person) {
    backend.people_asked.answer(std::vector{person});
    backend.statuses.answer(calm_status());
    type("123456");
    press(U'\n');
    backend.sign_ins.answer(person);
    backend.asked.clear();
    touches = 0;
}

void Counter::offers() {
    scan("9520000000011");
    backend.reports.answer(reported());
}

void Counter::give() {
    offers();
    touch("card:o1-1.1");
    auto made = given();
    made.undo_until = now_ + 1min;
    backend.gives.answer(std::move(made));
}

void Counter::search(const std::string& text) {
    touch("tile:stock-out");
    type(text);
}

std::size_t Counter::asked(const std::string& what) const {
    return static_cast<std::size_t>(
        std::count_if(backend.asked.begin(), backend.asked.end(),
                      [&](const std::string& line) { return line.starts_with(what); }));
}

}  // namespace makegood::terminal::presenter
