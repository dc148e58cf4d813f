// A backend that records what it is asked and answers when the test says so: late, out of order, never.
#pragma once
#include <deque>
#include <string>
#include <vector>

#include "app/base/check.hpp"
#include "app/terminal/presenter/backend.hpp"

namespace makegood::terminal::presenter {

// The questions of one method that are still open, oldest first.
template <class T>
class Open {
  public:
    void ask(Answer<T> answer) { open_.push_back(std::move(answer)); }
    std::size_t count() const { return open_.size(); }
    // Answers the oldest, or the one at `place`.
    void answer(Result<T> result, std::size_t place = 0) {
        MAKEGOOD_CHECK(place < open_.size());
        const Answer<T> answer = std::move(open_[place]);
        open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(place));
        answer(std::move(result));
    }

  private:
    std::deque<Answer<T>> open_;
};

class FakeBackend : public Backend {
  public:
    std::vector<std::string> asked;     // in words; status and preview left out
    core::incident::Incident incident;  // of the last report_failure
    Open<std::vector<ports::Person>> people_asked;
    Open<ports::Person> sign_ins;
    Open<std::vector<service::Found>> searches;
    Open<service::Found> articles;
    Open<service::Reported> reports, declines;
    Open<std::string> words_asked;
    Open<service::Given> gives;
    Open<service::VoucherShown> vouchers;
    Open<void> closes, undos, kept, papers;
    Open<core::incident::UnmetDemand> unmet_asked;
    Open<Bitmap> previews;
    Open<Status> statuses;

    void people(Answer<std::vector<ports::Person>> answer) override { people_asked.ask(std::move(answer)); }
    void sign_in(const PersonId& person, const std::string& pin, Answer<ports::Person> answer) override {
        asked.push_back("sign in " + person.text() + " " + pin);
        sign_ins.ask(std::move(answer));
    }
    void search(const std::string& words, Answer<std::vector<service::Found>> answer) override {
        asked.push_back("search " + words);
        searches.ask(std::move(answer));
    }
    void article(const std::string& code, Answer<service::Found> answer) override {
        asked.push_back("article " + code);
        articles.ask(std::move(answer));
    }
    void report_stock_out(const std::string& code, std::int64_t quantity, const PersonId& by,
                          Answer<service::Reported> answer) override {
        asked.push_back("stock-out " + code + " x" + std::to_string(quantity) + " by " + by.text());
        reports.ask(std::move(answer));
    }
    void report_failure(const core::incident::Incident& reported, const PersonId& by,
                        Answer<service::Reported> answer) override {
        asked.push_back("report by " + by.text());
        incident = reported;
        reports.ask(std::move(answer));
    }
    void close_incident(const IncidentId& closed, const std::string& why, const PersonId& by,
                        Answer<> answer) override {
        asked.push_back("close " + closed.text() + " " + why + " by " + by.text());
        closes.ask(std::move(answer));
    }
    void decline(const service::Decline& said, const PersonId& by,
                 Answer<service::Reported> answer) override {
        std::string needs;
        for (const auto& need : said.needs) needs += " " + need;
        for (const auto& need : said.not_needed) needs += " not " + need;
        asked.push_back("decline " + said.offer.text() + " " + std::string(service::word(said.why)) + needs +
                        " by " + by.text());
        declines.ask(std::move(answer));
    }
    void record_words(const std::string& words, const PersonId& by, Answer<std::string> answer) override {
        asked.push_back("words " + words + " by " + by.text());
        words_asked.ask(std::move(answer));
    }
    void give(const OfferId& offer, const PersonId& by, Answer<service::Given> answer) override {
        asked.push_back("give " + offer.text() + " by " + by.text());
        gives.ask(std::move(answer));
    }
    void undo(const RecoveryId& recovery, const PersonId& by, Answer<> answer) override {
        asked.push_back("undo " + recovery.text() + " by " + by.text());
        undos.ask(std::move(answer));
    }
    void show_voucher(const std::string& code, Answer<service::VoucherShown> answer) override {
        asked.push_back("show " + code);
        vouchers.ask(std::move(answer));
    }
    void redeem_voucher(const std::string& code, const PersonId& by,
                        Answer<service::VoucherShown> answer) override {
        asked.push_back("redeem " + code + " by " + by.text());
        vouchers.ask(std::move(answer));
    }
    void keep_promise(const PromiseId& promise, const PersonId& by, Answer<> answer) override {
        asked.push_back("keep " + promise.text() + " by " + by.text());
        kept.ask(std::move(answer));
    }
    void answer_print(const PrintJobId& job, bool whole, const PersonId& by, Answer<> answer) override {
        asked.push_back("paper " + job.text() + (whole ? " whole by " : " torn by ") + by.text());
        papers.ask(std::move(answer));
    }
    void preview(const PrintJobId&, Answer<Bitmap> answer) override { previews.ask(std::move(answer)); }
    void unmet(int days, Answer<core::incident::UnmetDemand> answer) override {
        asked.push_back("unmet " + std::to_string(days));
        unmet_asked.ask(std::move(answer));
    }
    void status(Answer<Status> answer) override { statuses.ask(std::move(answer)); }
};

}  // namespace makegood::terminal::presenter
