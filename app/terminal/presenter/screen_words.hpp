// Every word that the clerk's screens say, in one place. Sentences say what is so and the way out.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/base/money.hpp"
#include "app/base/result.hpp"
#include "app/base/time_values.hpp"
#include "app/core/budget/authority.hpp"
#include "app/core/incident/incident.hpp"
#include "app/ports/printer.hpp"

namespace makegood::terminal::presenter::words {

inline constexpr const char *all_right = "All right", *not_now = "Not now", *home = "Home", *dot = " · ";

// Sign-in
inline constexpr const char *sign_in_title = "Who is here?",
                            *sign_in_prompt = "Touch your name, then your PIN",
                            *no_people =
                                "Nobody is known at this register yet. Set the shop up with: makegood init.",
                            *name_first = "Touch your name first, then your PIN.",
                            *pin_first = "Enter your PIN, then touch Sign in.",
                            *scan_before_sign_in = "Sign in first, then scan it again.",
                            *sign_out_title = "Sign out?",
                            *sign_out_text = "The next person signs in with their own PIN.",
                            *sign_out_in_flow = "This customer's case is closed without giving anything.",
                            *sign_out = "Sign out", *stay = "Stay",
                            *signed_out_idle = "Signed out, because nobody touched the screen for a while.",
                            *idle_warning = "Signing out soon. Touch anything to stay.";

std::string case_is_kept(std::string_view name);  // "Ann Miller’s customer is kept. Touch your name …"
std::string goes_on_with(std::string_view name);  // said when somebody else goes on
inline constexpr const char* goes_on = "Here is your customer again, as you left them.";

// When the register can't be opened
inline constexpr const char *can_not_start = "This register can’t start yet", *try_again = "Try again",
                            *close = "Close", *tries_by_itself = "It is tried again every few seconds.";

// Home
inline constexpr const char
    *field_hint = "Scan an article or a voucher, or type what is missing",
    *out_of_stock = "Out of stock", *out_of_stock_line = "Find something better, now",
    *went_wrong = "Something went wrong", *went_wrong_line = "Make it good in three touches",
    *surprise = "Surprise someone", *surprise_line = "For no reason at all", *promises_due = "Promises due",
    *nothing_due = "Nothing is due.",
    *no_articles =
        "There are no articles yet. Import the shop's export file with: makegood import catalogue FILE.",
    *articles_loading = "The articles are being read; this takes a few seconds.",
    *look_at_paper = "The printer is not sure about one piece. Look at the paper when you have a moment.";

// Search
inline constexpr const char *search_hint = "Scan it, or type two letters",
                            *not_sold_here = "Not sold here? Write it down", *write_it_down = "Write it down",
                            *write_down_text = "For the list of what to order. Nothing is offered for it.",
                            *two_letters_first = "Type what was asked for; two letters at least.";
std::string write_down(std::string_view text), ask_write_down(std::string_view text);
std::string written_down(std::string_view text);
std::string nothing_found(std::string_view text);
std::string left_on_shelf(std::int64_t pieces);  // "none left", "14 there"

// Something went wrong
inline constexpr const char *make_it_good = "Make it good", *kind_first = "First touch what went wrong.",
                            *voucher_is_no_article = "That is a voucher. Go back to Home and scan it there.";
std::string about_article(std::string_view name);
std::string failure(core::incident::Failure failure);
std::string severity(core::incident::Severity severity);

// Offers
inline constexpr const char *is_out_of_stock = "is out of stock", *free_caption = "Without spending a cent",
                            *give_this = "Give this", *pays = "Pays", *nothing = "nothing", *later = "later",
                            *none_of_these = "None of these", *tell_us_why = "Tell us why",
                            *why_title = "Why none of these?",
                            *why_text = "One touch helps to offer something better next time.",
                            *why_not_wanted = "Nothing fitted", *why_left = "The customer left",
                            *why_in_error = "Recorded in error", *back_to_offers = "Back to the offers",
                            *nothing_given = "Recorded. Nothing was given.", *not_this_one = "Not this one",
                            *another_stands_there = "Another one stands there already.",
                            *no_counts = "It counts already.", *other_brand = "Another brand",
                            *other_size = "Another size", *change_needs = "Change what it must be",
                            *needs = "It must be …", *go_on = "Go on", *needs_title = "What must it be?",
                            *needs_text = "What is not known to be so is left out.",
                            *still_recording = "One moment: it is still being recorded.",
                            *scan_again = "One moment, then scan it again.";
// Somebody else signs
inline constexpr const char *sign = "Sign", *signer_first = "Touch who signs.",
                            *signers_pin_first = "The PIN of whoever signs is missing.",
                            *reason_first = "Touch why.",
                            *finish_this = "Finish this first, then scan it again.",
                            *nobody_signs = "Nobody else who works here may sign for it.";
std::string needs_role(core::budget::Role role);    // "Needs a supervisor"
std::string why_not_title(std::string_view title);  // "Why not Kokora 800 ml?"
std::string need(std::string_view word);            // "nuts": "without nuts"
std::string nth_time(std::int64_t times);           // "4th time"
std::string costs_us(Money cost, const Currency& currency);
std::string valid_until(CivilDate date, CivilDate today);
std::string on_a_card(std::string_view title);
std::string given_after_all(std::string_view title);

// Given
inline constexpr const char *
    done = "Done",
   *say_it = "Say it, so that they know what you did", *next_customer = "Next customer",
   *recorded = "recorded for head office", *recorded_here = "recorded", *free_suffix = ", free",
   *undo_over = "The time to undo is over: it counts as given. A voucher can still be voided by the manager.",
   *paper_none = "Nothing to print: saying it is enough", *paper_going = "On its way to the printer",
   *paper_printing = "The printer is at it", *paper_out = "Waiting for paper",
   *paper_cover = "Waiting until the cover is closed",
   *paper_waits = "Waiting for the printer; it prints by itself as soon as it can",
   *paper_unsure = "Not sure that it came out whole: look at it",
   *paper_held_up = "Waits until somebody has looked at the voucher before it", *paper_got = "This is what the printer got",
   *undone_nothing_printed = "Undone. Nothing was printed.", *undone = "Undone.",
   *undone_sticker = "Undone. Tear up the sticker.", *undone_voucher = "Undone. Tear up the voucher.",
   *sticker_printed = "sticker printed", *sticker_waits = "sticker on its way",
   *voucher_printed = "voucher printed", *voucher_waits = "voucher on its way";
std::string undo_in(Duration left);  // "Undo · 0:52"

// The paper question
inline constexpr const char *paper_title = "Look at the paper",
                            *paper_line =
                                "The printer took it, but did not say that it finished. Only you can see it.",
                            *paper_whole = "Yes, it is whole", *paper_torn = "No, torn or missing",
                            *paper_later = "Later", *paper_counts = "Thank you. It counts.",
                            *paper_again = "Tear up what came out. A new one is being printed.",
                            *look_now = "Look now";
std::string paper_question(std::string_view voucher);  // empty: a sticker

// Promises
inline constexpr const char* kept = "Kept";
std::string due_by(std::string_view time), was_due(std::string_view time), next_due(std::string_view time),
    first_was_due(std::string_view time);
std::string kept_promise(std::string_view what);
std::string more_promises(std::size_t count);

// What to order
inline constexpr const char *what_to_order = "What to order", *taken_instead = "taken instead",
                            *back_to_first = "Back to the first";
std::string times_sign(std::int64_t times);                      // "7×"
std::string asked_for(std::int64_t times, std::int64_t pieces);  // "asked for 7 times, 9 pieces"
std::string left_without(std::int64_t times);                    // "3 left without"; empty: nobody
std::string cost_us(Money cost, const Currency& currency);       // "cost us $12.40"
std::string several(std::int64_t times, std::string_view what);  // "4 × Virgin coconut oil 800 ml"
std::string asked_and_not_sold(std::int64_t times);              // "asked for 3 times, not sold here"
std::string and_more(std::size_t count);                         // "14 more"
std::string of_the_last(int days), nothing_to_order(int days);

// People
inline constexpr const char *people = "People", *add_somebody = "Add somebody", *add = "Add",
                            *name_hint = "First and last name", *name_missing = "Type a name first.",
                            *can_sign_in = "Can sign in", *locked = "Locked", *make_pin = "Make a new PIN",
                            *change_role = "Change the role", *open_sign_in = "Open the sign-in",
                            *take_out = "Take out", *back_to_people = "Back to the people",
                            *not_locked = "Their sign-in is not locked: nothing has to be opened.",
                            *not_yourself =
                                "Somebody else has to do that: nobody changes their own role, "
                                "or takes themselves out.",
                            *new_pin_text = "The PIN that they had opens nothing from then on.",
                            *take_out_text =
                                "PIN and badge open nothing from then on. What they did stays in "
                                "the record.",
                            *which_role = "What may they do from now on?";
std::string role(core::budget::Role role);        // "Supervisor"
std::string waits(Duration left);                 // "Waits 2 minutes"
std::string new_pin_of(std::string_view name);    // "A new PIN for Maya Adler?"
std::string pin_in_groups(std::string_view pin);  // "481 902"
std::string pin_is_told_once(std::string_view name);
std::string take_out_whom(std::string_view name), is_taken_out(std::string_view name),
    can_sign_in_again(std::string_view name), is_now(std::string_view name, core::budget::Role role);

// Vouchers
std::string voucher_title(std::string_view serial);
std::string good_for(std::string_view value, std::string_view date), redeem(std::string_view value);
std::string redeemed(std::string_view value);
inline constexpr const char
    *voucher_drafted =
        "It is still being printed, so it does not count yet. Wait for the paper, then scan it again.",
    *voucher_unsure =
        "Nobody has said yet whether it came out whole. Touch Printer above and look at the paper.",
    *voucher_redeemed =
        "It was redeemed already and can't be used a second time. If the customer was let down, touch "
        "Something went wrong.",
    *voucher_voided = "It was voided and has no value. A manager can give a new one.";
std::string voucher_replaced(std::string_view serial), voucher_expired(std::string_view date);

// The top bar
std::string left_caption(core::budget::PeriodKind kind);
std::string of_limit(std::string_view limit);
std::string printer_lamp(ports::PrinterState state), printer_detail(ports::PrinterState state);
std::string pieces_wait(std::size_t pieces);
inline constexpr const char *look_at_paper_lamp = "Look at the paper", *asking = "One moment",
                            *asking_detail = "The register is still finding out.", *all_sent = "All sent",
                            *all_sent_detail = "Head office has everything.", *on_its_own = "On its own",
                            *on_its_own_detail = "No head office is set up. Everything is kept here, safe.";
std::string to_send(std::uint64_t events), to_send_detail(std::uint64_t events);
std::string not_reached(std::string_view time),
    not_reached_detail(std::string_view time, std::uint64_t events);

std::string error_title(ErrorKind kind);

// "$150" for "$150.00": for places where cents are noise.
std::string short_money(Money amount, const Currency& currency);
// "21 February"; with the year when it is not within the next eleven months.
std::string short_date(CivilDate date, CivilDate today);
// "“Please take it.”"; text that has quotes already keeps its own.
std::string quoted(std::string_view sentence);
// The first letter, as a capital: what a card shows without a picture.
std::string initial(std::string_view title);
// With a capital first letter.
std::string as_sentence(std::string_view words);
// The parts that are not empty, with " · " between.
std::string joined(const std::vector<std::string>& parts);

}  // namespace makegood::terminal::presenter::words
