// A backend that records what it is asked and answers when the test says so: late, out of order, never.
#pragma once
#include <string>
#include <vector>

#include "app/terminal/presenter/backend.hpp"
#include "tests/unit/app/terminal/presenter/fake_hub.hpp"
#include "tests/unit/app/terminal/presenter/fake_rules.hpp"

namespace makegood::terminal::presenter {

class FakeBackend : public Backend {
  public:
    std::vector<std::string> asked;     // in words; status and preview left out
    core::incident::Incident incident;  // of the last report_failure
    Open<std::vector<ports::Person>> people_asked, approvers_asked;
    Open<ports::Person> sign_ins;
    Open<std::vector<service::Found>> searches;
    Open<service::Found> articles;
    Open<service::Reported> reports, declines, renewals;
    Open<std::string> words_asked;
    Open<service::Given> gives;
    Open<service::VoucherShown> vouchers;
    Open<void> closes, undos, kept, papers;
    Open<core::incident::UnmetDemand> unmet_asked;
    Open<Bitmap> previews;
    Open<std::vector<service::StaffMember>> staff_asked;
    Open<service::AddedPerson> added;
    Open<std::string> pins;
    Open<void> changes_of_people;  // role, lock, leaving
    Open<service::MoneyAtAGlance> glances;
    Open<std::vector<service::WorkOfPerson>> works;
    Open<service::RegistersNow> registers_asked;
    Open<std::vector<service::WaitingApproval>> waiting_asked;
    Open<void> approvals_asked, turned_down;
    Open<Status> statuses;

    void people(Answer<std::vector<ports::Person>> answer) override { people_asked.ask(std::move(answer)); }
    void sign_in(const PersonId& person, const std::string& pin, Answer<ports::Person> answer) override {
        asked.push_back("sign in " + person.text() + " " + pin);
        sign_ins.ask(std::move(answer));
    }
    void sign_in_with_badge(const std::string& code, Answer<ports::Person> answer) override {
        asked.push_back("badge " + code);
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
    void renew(const IncidentId& standing, const PersonId& by, Answer<service::Reported> answer) override {
        asked.push_back("renew " + standing.text() + " by " + by.text());
        renewals.ask(std::move(answer));
    }
    void record_words(const std::string& words, const PersonId& by, Answer<std::string> answer) override {
        asked.push_back("words " + words + " by " + by.text());
        words_asked.ask(std::move(answer));
    }
    void give(const OfferId& offer, const PersonId& by, const std::optional<service::Approval>& approval,
              Answer<service::Given> answer) override {
        asked.push_back("give " + offer.text() + " by " + by.text());
        if (approval)
            asked.back() += " signed by " + approval->by.text() + " " + approval->pin + " " + approval->why;
        gives.ask(std::move(answer));
    }
    void approvers(const OfferId& offer, const PersonId& by,
                   Answer<std::vector<ports::Person>> answer) override {
        asked.push_back("approvers " + offer.text() + " by " + by.text());
        approvers_asked.ask(std::move(answer));
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
    void staff(Answer<std::vector<service::StaffMember>> answer) override {
        staff_asked.ask(std::move(answer));
    }
    void add_person(const service::NewPerson& wanted, const PersonId& by,
                    Answer<service::AddedPerson> answer) override {
        asked.push_back("add " + wanted.name + " as " + std::string(ports::word(wanted.role)) + " by " +
                        by.text());
        added.ask(std::move(answer));
    }
    void make_pin(const PersonId& whose, const PersonId& by, Answer<std::string> answer) override {
        asked.push_back("pin of " + whose.text() + " by " + by.text());
        pins.ask(std::move(answer));
    }
    void change_role(const PersonId& whose, ports::Role role, const PersonId& by, Answer<> answer) override {
        asked.push_back("role of " + whose.text() + " " + std::string(ports::word(role)) + " by " +
                        by.text());
        changes_of_people.ask(std::move(answer));
    }
    void unlock(const PersonId& whose, const PersonId& by, Answer<> answer) override {
        asked.push_back("unlock " + whose.text() + " by " + by.text());
        changes_of_people.ask(std::move(answer));
    }
    void remove_person(const PersonId& whose, const PersonId& by, Answer<> answer) override {
        asked.push_back("remove " + whose.text() + " by " + by.text());
        changes_of_people.ask(std::move(answer));
    }
    void glance(Answer<service::MoneyAtAGlance> answer) override {
        asked.push_back("glance");
        glances.ask(std::move(answer));
    }
    void same_work(Answer<std::vector<service::WorkOfPerson>> answer) override {
        asked.push_back("same work");
        works.ask(std::move(answer));
    }
    void registers(Answer<service::RegistersNow> answer) override {
        asked.push_back("registers");
        registers_asked.ask(std::move(answer));
    }
    void waiting_approvals(Answer<std::vector<service::WaitingApproval>> answer) override {
        waiting_asked.ask(std::move(answer));
    }
    void ask_approval(const OfferId& offer, const PersonId& by, Answer<> answer) override {
        asked.push_back("ask approval " + offer.text() + " by " + by.text());
        approvals_asked.ask(std::move(answer));
    }
    void turn_down(const OfferId& offer, const PersonId& by, Answer<> answer) override {
        asked.push_back("turn down " + offer.text() + " by " + by.text());
        turned_down.ask(std::move(answer));
    }
    FakeHub fake_hub{asked};
    HubBackend& hub() override { return fake_hub; }
    FakeRules fake_rules{asked};
    RulesBackend& rules() override { return fake_rules; }
    void status(Answer<Status> answer) override { statuses.ask(std::move(answer)); }
};

}  // namespace makegood::terminal::presenter
