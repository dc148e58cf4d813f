// One function a screen: puts the controls of its model on the board.
#pragma once
#include "app/terminal/clerk/board.hpp"

namespace makegood::terminal::clerk {

void add_top_bar(Board& board, const presenter::Screen& screen);
void add_body(Board& board, const presenter::SignIn& model);
void add_body(Board& board, const presenter::Home& model);
void add_body(Board& board, const presenter::Search& model);
void add_body(Board& board, const presenter::Failure& model);
void add_body(Board& board, const presenter::Offers& model);
void add_body(Board& board, const presenter::Given& model);
void add_body(Board& board, const presenter::PaperQuestion& model);
void add_body(Board& board, const presenter::Promises& model);
void add_body(Board& board, const presenter::Unmet& model);
void add_body(Board& board, const presenter::People& model);
void add_body(Board& board, const presenter::NewPerson& model);
void add_body(Board& board, const presenter::TodaysMoney& model);
void add_body(Board& board, const presenter::Registers& model);
void add_body(Board& board, const presenter::JoinHub& model);
void add_body(Board& board, const presenter::HubWord& model);
void add_body(Board& board, const presenter::Trouble& model);
void add_body(Board& board, const presenter::RulesView& model);
void add_body(Board& board, const presenter::WhatIfView& model);
void add_body(Board& board, const presenter::VersionsView& model);
// Large numbers side by side, each on a card of its own.
void add_figures(Board& board, const Rect& box, const std::vector<presenter::Figure>& figures);
void add_hour_chart(Board& board, const Rect& box, const presenter::HourChart& chart);
// Name and value over what stands below each of them.
void add_two_lines(Control& row, Rect rest, const presenter::MoneyLine& line);
// The manager's screens, beside each other in the bar on top.
void add_sections(Board& board, const Rect& box, const std::vector<presenter::SectionTab>& tabs);
// What is left free below the screen: more where the news has more than one line.
double foot_under(const Rect& window, const std::string& news);
void add_strip(Board& board, const std::string& news);
// Covers everything added before.
void add_sheet(Board& board, const presenter::Sheet& sheet);
// The card of a sheet that stays, with its title and text; answers the room of that height below them.
Rect add_form_card(Board& board, const presenter::Sheet& sheet, double widest, double below);
// What stands on the sheet on which somebody signs.
void add_signature(Board& board, const presenter::Sheet& sheet);
// What stands on the sheet on which a number is entered.
void add_number(Board& board, const presenter::Sheet& sheet);

}  // namespace makegood::terminal::clerk
