// The page's look: the same tokens as the terminal's.
#pragma once
#include <string_view>

namespace makegood::server::receiver {

inline constexpr std::string_view page_style = R"css(
:root { --ground: #F6F2EB; --surface: #FFFFFF; --sunk: #EDE7DC; --ink: #211C16; --muted: #574F46;
  --accent: #0B5D50; --tint: #DDEFEA; --warm: #B3541E; --bad: #9B1C1C; --shadow: 0 2px 16px rgba(33,28,22,.07); }
@media (prefers-color-scheme: dark) { :root { --ground: #171511; --surface: #24211B; --sunk: #1E1B16; --ink: #F5EFE6;
  --muted: #C4BAAB; --accent: #62D2BD; --tint: #173B35; --warm: #F0A36B; --bad: #FF9C94; --shadow: none; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 32px; background: var(--ground); color: var(--ink); font: 17px/1.45 Inter, "Noto Sans",
  system-ui, sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 1240px; margin: 0 auto; display: grid; gap: 24px; }
main > * { min-width: 0; }
header { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 8px 24px; }
h1 { font-size: 34px; font-weight: 650; margin: 0; letter-spacing: -.01em; }
h2 { font-size: 22px; font-weight: 600; margin: 0 0 12px; }
p { margin: 0; }
.muted { color: var(--muted); }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: 20px; }
.card { background: var(--surface); border-radius: 24px; padding: 24px; box-shadow: var(--shadow); }
.number { font-size: 46px; font-weight: 650; line-height: 1.1; letter-spacing: -.02em; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
th { text-align: left; font-weight: 600; color: var(--muted); padding: 8px 16px 8px 0; border-bottom: 2px solid var(--sunk);
  white-space: nowrap; }
td { padding: 14px 16px 14px 0; border-bottom: 1px solid var(--sunk); vertical-align: top; }
tr:last-child td { border-bottom: 0; }
.right { text-align: right; }
.name { font-weight: 600; }
.above { margin: -8px 0 12px; }
.below { margin-top: 16px; }
.by-day { padding-left: 16px; }
.days { display: block; width: 180px; height: 32px; fill: var(--accent); }
.digits { font-size: 28px; font-weight: 650; letter-spacing: .04em; white-space: nowrap; }
code { font: 15px/1.4 "Noto Sans Mono", monospace; background: var(--sunk); border-radius: 8px; padding: 4px 10px;
  white-space: nowrap; }
.open-codes { display: flex; flex-wrap: wrap; gap: 24px 40px; }
.open-code { display: flex; flex-wrap: wrap; gap: 20px; align-items: center; }
.qr { width: 232px; height: 232px; border-radius: 12px; }
.bar { display: block; width: 180px; height: 8px; fill: var(--accent); }
.bar .all { fill: var(--sunk); }
.chips { display: flex; flex-wrap: wrap; gap: 10px; margin-top: 10px; }
.chip { display: inline-block; padding: 2px 14px; border-radius: 16px; background: var(--tint); color: var(--ink);
  font-weight: 600; white-space: nowrap; }
.chip.bad { background: none; border: 2px solid var(--bad); color: var(--bad); }
.chip.warm { background: none; border: 2px solid var(--warm); }
)css";

}  // namespace makegood::server::receiver
