// The words of the manager's screens, beside screen_words.hpp.
#pragma once
#include <string>
#include <string_view>

#include "app/core/insight/same_work.hpp"
#include "app/core/recovery/offer.hpp"
#include "app/terminal/presenter/screen_words.hpp"

namespace makegood::terminal::presenter::words {

inline constexpr const char *todays_money = "Today’s money", *rules = "Rules", *causes = "Causes",
                            *registers = "Registers", *manage = "Manage, or sign out",
                            *managers_only = "Those screens are for managers. This is the counter.";

// Today's money
inline constexpr const char
    *reserved = "Reserved",
    *likely_of_that = "Likely of that", *by_the_hour = "By the hour, and what is still to come",
    *chart_note =
        "Solid: given. Pale: likely to come. Dots: what each hour can have so that the last "
        "customer has the same chance as the first.",
    *no_hours = "Nothing is given yet, and nothing is known of this day’s hours.", *by_gesture = "Gestures",
    *by_clerk = "Clerks", *latest = "Latest", *at_this_register = "at this register",
    *nothing_today = "Nothing was given today.", *nobody_yet = "Nobody has had a case yet.",
    *nobody_compared = "For the same kind of case in the same hours, in four weeks.",
    *no_reason = "a surprise", *from_script = "from the command line", *left_here = "May be spent here",
    *only_here = ", at this register";
std::string given_caption(core::budget::PeriodKind kind);  // "Given today"
std::string recoveries(std::int64_t count, bool of_today);
std::string vouchers_out(std::int64_t count);    // "5 vouchers not yet used"
std::string come_back(Percent part);             // "52 % come back"
std::string still_out(std::string_view amount);  // "$12.00 still out"
std::string up_to_an_hour(std::string_view amount);
std::string hour_name(int hour, std::string_view given, std::string_view to_come, std::string_view allowed);
std::string kind_of_gift(core::recovery::OfferKind kind);   // "Better one, free"
std::string times(std::int64_t count);                      // "12 times", "once"
std::string worth(std::string_view amount);                 // "worth $9.49"
std::string cases(std::int64_t count, std::int64_t given);  // "34 cases, 21 made good"
std::string a_case(std::string_view amount);                // "$1.80 a case"
std::string beside_others(core::insight::Beside beside, std::string_view others);

// Approvals
inline constexpr const char *wait_for_it = "Let it wait for them",
                            *waits_now = "It waits for a signature. The case stays open.",
                            *nothing_waits = "Nothing waits for a signature.", *refuse_it = "Say no",
                            *is_turned_down = "Closed without giving anything.",
                            *back_to_money = "Back to the money";
std::string waiting(std::size_t count);       // the tab: "Waiting", "Waiting: 2"
std::string wait_for_you(std::size_t count);  // "2 wait for a signature: touch your initials."
std::string asked_at(std::string_view name, std::string_view time);  // "Ann asked at 14:07"
std::string asks_for(std::string_view asked, std::string_view cause, std::string_view cost);
std::string is_given(std::string_view title);

// Registers
inline constexpr const char
    *in_force = "In force",
    *still_out_caption = "Still out", *used_here = "Used here",
    *alone = "This is the only register: the whole budget is its own, and nobody has to be asked.",
    *not_heard = "The hub was not heard since this program began.",
    *waits_for_hub = "Something takes effect with the hub’s next answer.", *pots = "Rights",
    *no_pots = "No rights yet: they come with the first gift.", *nothing_out = "nothing beyond the limit",
    *not_lowered = "the store’s limit", *comes_back = "until it is spent or expires",
    *no_budget = "No budget is set.", *is_frozen = "Frozen. ";
std::string heard_at(std::string_view time);
std::string unreached_since(std::string_view time);
std::string device_line(std::string_view device, std::uint32_t epoch);
std::string pot_name(std::string_view key, std::string_view period, bool running);
std::string used_of(std::string_view used, std::string_view granted), holds(std::string_view amount);
std::string by_a_copy(std::string_view amount);  // "$4.00 lost to a copy"

// Joining the shop's hub
inline constexpr const char
    *own_budget = "What is given is told to head office; the whole budget is this register’s own.",
    *join_hub = "Join the shop’s hub", *hub = "Hub", *head_office = "Head office",
    *member_since = "Member since", *last_contact = "Last contact", *still_to_send = "Still to send",
    *in_touch = "In touch with the hub.", *not_since_start = "none since this program began",
    *join_lead = "Scan the QR code on the hub’s screen. Or type the hub’s address and its one-time code.",
    *hub_address = "The hub’s address", *address_hint = "hub.example:8443", *one_time_code = "One-time code",
    *code_hint = "ten letters", *join = "Join", *next = "Next",
    *type_address = "Scan the code, or type the hub’s address first.",
    *type_code = "Type the one-time code too: ten letters and digits.",
    *no_hub_code = "That is not the QR code of a hub. Scan the one that the hub shows.",
    *asking_hub = "Asking the hub …", *asking_line = "It takes a moment. Nothing here is changed yet.",
    *compare = "Compare with the hub’s screen", *give_up = "Give up",
    *compare_line =
        "The hub shows a register that waits with these six digits. If they are the same, the owner "
        "confirms there. If they are others, give up here: somebody is between.",
    *joined_title = "This register belongs to the hub",
    *joined_line = "Its money comes from there from now on, and what is given is told there.",
    *turned_away_title = "The hub did not let this register in",
    *turned_away_line =
        "Somebody refused it there, or it was made anew. This register goes on by itself, as "
        "before. Get a new one-time code at the hub to ask again.",
    *expired_title = "Nobody let this register in",
    *expired_line =
        "The digits are good for 10 minutes, and those are over. This register goes on by itself, "
        "as before. Get a new one-time code at the hub to ask again.",
    *join_again = "Join again", *gave_up_joining = "Given up. This register goes on by itself.";
std::string records(std::uint64_t count);  // "3 records", "nothing"
std::string waits_until(std::string_view since, std::string_view until);
std::string hub_out_of_reach(std::string_view since);  // while it waits

}  // namespace makegood::terminal::presenter::words
