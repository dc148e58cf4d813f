// Every word of the screens of the owner's rules; see screen_words.hpp.
#pragma once
#include <string>
#include <string_view>

#include "app/base/money.hpp"
#include "app/core/budget/budget.hpp"
#include "app/terminal/presenter/rules_backend.hpp"

namespace makegood::terminal::presenter::words {

inline constexpr const char *no_limit = "No limit", *yes = "Yes", *no = "No", *budget_group = "Budget",
                            *tiers_group = "Who gives how much", *offers_group = "What is offered",
                            *good_group = "Making good", *limits_group = "Further limits",
                            *versions_group = "Versions",
                            *no_limits = "There are none yet: the budget and what is offered decide.",
                            *limits_note = "What is given must keep within all of them.",
                            *from_head_office_note =
                                "These rules come from head office, and are changed there.",
                            *from_head_office =
                                "These rules come from head office. Ask them to change it there.",
                            *undo_word = "Undo", *redo_word = "Redo", *try_it_out = "Try it out",
                            *save = "Save", *no_changes = "No changes", *take_all_back = "Take all back",
                            *nothing_changed = "Nothing is changed yet. Touch what you want to be different.",
                            *nothing_to_undo = "There is nothing to undo.",
                            *nothing_to_redo = "There is nothing to redo.",
                            *still_checking = "One moment: your change is being looked at.",
                            *changes_title = "Not saved yet",
                            *changes_text = "None of it is in force. Touch what you want to take back.",
                            *keep_changes = "Keep them", *save_title = "Put this into force?",
                            *kept_changes = "Here are your changes again. They are not saved yet.",
                            *all_taken_back = "All is as it is in force.",
                            *type_first = "Type a number first, or go back.", *as_in_force = "As it is now",
                            *without_limit = "Without a limit", *count_in_gifts = "Count in usual gifts",
                            *count_in_money = "Count in money", *back_to_rules = "Back to the rules",
                            *usual_gifts = "usual gifts";
std::string version_note(std::uint64_t version);                  // 0: none was published
std::string many_changes(std::size_t count);                      // "3 changes"
std::string about(std::string_view word, std::string_view what);  // "Undo: Most cost each"
std::string was(std::string_view value);                          // "was $24.00"
std::string now_is(std::string_view value);                       // "Now $24.00"
std::string as_shipped(std::string_view written);                 // "As shipped: 8 gifts"
std::string from_to(std::string_view title, std::string_view from, std::string_view to);
std::string put_right_first(std::string_view title);
std::string changes_of(std::string_view name);
std::string saved(std::uint64_t version, bool budget);
std::string rules_moved(std::uint64_t version);
std::string per_word(const core::budget::Limit& limit);  // "Day", "14 days"

// Further limits
inline constexpr const char *add_limit = "Add a limit", *first_limit = "The first one",
                            *one_more = "One more",
                            *add_limit_line = "for each clerk, kind of gift, case or customer",
                            *new_limit = "new", *more_limits = "More of them",
                            *first_limits = "Back to the first", *taken_out = "taken out",
                            *all_kinds = "All that is given", *limit_cost_choice = "What it may cost",
                            *limit_worth_choice = "What it may be worth",
                            *limit_whom_choice = "Whom it is for", *limit_kind_choice = "What counts",
                            *limit_period_choice = "For how long", *limit_out_choice = "Take it out",
                            *limit_whom_text = "Whom is it for?",
                            *limit_whoms_text =
                                "For each of these by themselves. Several mean each clerk "
                                "and kind, say; none means all of them together.",
                            *limit_kind_text = "Only this counts, and only this is held back.",
                            *limit_period_text = "After this time it begins anew.",
                            *own_days = "So many days";
std::string per_text(const std::string& per);                                // "a day", "14 days"
std::string in_money(const std::string& written, const Currency& currency);  // "$20.00"; gifts stay gifts
std::string limit_whose(const std::vector<std::string>& each);  // "Each clerk and kind", "All together"
std::string limit_kind(const std::string& kind);                // "Amount off"
std::string limit_title(const LimitLine& limit);                // "Each clerk · Amount off · a day"
std::string limit_amount(const LimitLine& limit, const Currency& currency);
std::string limit_line(const LimitLine& limit, const Currency& currency);
std::string limit_in_words(const LimitLine& limit, const Currency& currency);     // "$20.00 a day"
std::string limits_shown(std::size_t first, std::size_t end, std::size_t count);  // "1 to 4 of 9"

// What-if
inline constexpr const char *what_if_title = "What would it change?", *last_week = "Last week",
                            *last_month = "Last month", *made_good_caption = "Made good",
                            *cost_caption = "Cost to us", *worth_caption = "Worth to customers",
                            *sent_away_caption = "Sent away", *refused_too = "not given any more",
                            *by_day = "Cost, day by day", *as_it_was = "As it was", *as_tried = "As tried",
                            *telling_cases = "Where it makes a difference",
                            *no_difference = "It makes no difference to any case of these days.",
                            *no_cases = "There were no cases in these days. Try a longer time.",
                            *stop = "Stop", *given_nothing = "nothing",
                            *nothing_to_try = "Nothing is changed yet: change a rule first, then try it out.";
std::string trying(int percent);
std::string was_number(std::string_view number);     // "was 240"
std::string not_given_any_more(std::int64_t count);  // "12 not given any more"; empty: none

// Versions
inline constexpr const char
    *versions_title = "Versions of the rules",
    *is_in_force = "in force",
    *no_versions = "No rules were published yet. The first version comes with your first change.",
    *put_back = "Put back", *by_head_office = "Head office", *by_console = "At the machine itself",
    *already_in_force = "This version is in force.";
std::string version(std::uint64_t number);
std::string put_back_title(std::uint64_t number);
std::string put_back_text();

}  // namespace makegood::terminal::presenter::words
