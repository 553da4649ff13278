// Lengths of time, hedges, recurrences and the vague ones.
#include <algorithm>
#include <cmath>

#include "resolve/placing.h"

namespace annals {
namespace {

// Days and whole months in a unit, for what is counted
// with it. A month is 30.44 days where only days will do.
struct Size {
  double days, months;
};
Size size_of(Granularity unit) {
  switch (unit) {
    case Granularity::second: return {1.0 / 86400, 0};
    case Granularity::minute: return {1.0 / 1440, 0};
    case Granularity::hour: return {1.0 / 24, 0};
    case Granularity::part_of_day: return {0.25, 0};
    case Granularity::day: return {1, 0};
    case Granularity::weekend: return {7, 0};
    case Granularity::week: return {7, 0};
    case Granularity::month: return {30.436875, 1};
    case Granularity::season: return {91.310625, 3};
    case Granularity::quarter: return {91.310625, 3};
    case Granularity::half: return {182.62125, 6};
    case Granularity::year: return {365.2425, 12};
    case Granularity::decade: return {3652.425, 120};
    case Granularity::century: return {36524.25, 1200};
    case Granularity::millennium: return {365242.5, 12000};
  }
  return {1, 0};
}

const char* letters(Granularity unit) {
  switch (unit) {
    case Granularity::second: return "TS";
    case Granularity::minute: return "TM";
    case Granularity::hour: return "TH";
    case Granularity::part_of_day: return "D";
    case Granularity::day: return "D";
    case Granularity::weekend: return "WE";
    case Granularity::week: return "W";
    case Granularity::month: return "M";
    case Granularity::season: return "SE";
    case Granularity::quarter: return "Q";
    case Granularity::half: return "H";
    case Granularity::year: return "Y";
    case Granularity::decade: return "Y";  // ten each
    case Granularity::century: return "CE";
    case Granularity::millennium: return "ML";
  }
  return "D";
}

std::string set_value(const Recurrence& x) {
  using Kind = Target::Kind;
  const Target& t = x.target;
  static const char* const kSeasons[] = {"SP", "SU", "FA", "WI"};
  switch (t.kind) {
    case Kind::weekday: return fmt::format("XXXX-WXX-{}{}{}", t.index, t.sign.empty() ? "" : "T", t.sign);
    case Kind::month: return fmt::format("XXXX-{:02}", t.index);
    case Kind::season: return fmt::format("XXXX-{}", kSeasons[std::clamp(t.index, 0, 3)]);
    case Kind::quarter: return fmt::format("XXXX-Q{}", t.index);
    case Kind::day: return fmt::format("XXXX-XX-{:02}", t.index);
    case Kind::part_of_day: return "XXXX-XX-XXT" + t.sign;
    default: return timex_length(Length{{{x.amount, t.unit}}, 0}, x.amount);
  }
}

}  // namespace

std::string timex_amount(double amount) {
  if (amount < 0) return "X";
  if (amount == std::floor(amount)) return fmt::format("{}", static_cast<std::int64_t>(amount));
  return fmt::format("{:g}", amount);
}

std::string timex_length(const Length& length, double amount) {
  std::string date;
  std::string time;
  for (const Length::Piece& piece : length.pieces) {
    const char* unit = letters(piece.unit);
    double n = &piece == &length.pieces.front() ? amount : piece.amount;
    if (piece.unit == Granularity::decade && n > 0) n *= 10;
    const double whole = std::floor(n);
    if (unit[0] == 'T' && unit[1] != 'S' && n > whole && n > 0) {  // an hour and a half: 1H30M
      if (whole > 0) time += timex_amount(whole) + (unit + 1);
      time += timex_amount(std::round((n - whole) * 60)) + (unit[1] == 'H' ? "M" : "S");
      continue;
    }
    if (unit[0] == 'T') {
      time += timex_amount(n) + (unit + 1);
    } else {
      date += timex_amount(n) + unit;
    }
  }
  return "P" + date + (time.empty() ? "" : "T" + time);
}

// Where the text does not say how many, the table of hedges does.
std::pair<double, double> Placing::amounts(const Length::Piece& piece, double up_to) const {
  if (piece.amount >= 0) return {piece.amount, up_to > 0 ? up_to : piece.amount};
  const TableRow* row = r_.book().row("hedges", "unsaid");
  if (row == nullptr || !row->contains("from") || !row->contains("to")) return {0, 0};
  return {row->at("from").number, row->at("to").number};
}

Draft Placing::place(const Length& x) {
  Draft d;
  d.type = TimexType::duration;
  d.reason = "a length of time";
  d.grain = x.pieces.front().unit;
  const double amount = x.pieces.front().amount;
  d.value = timex_length(x, x.up_to > 0 ? x.up_to : amount);
  if (x.up_to > 0) d.value = fmt::format("{}/{}", timex_length(x, amount), d.value);
  for (const Length::Piece& piece : x.pieces) {
    d.grain = std::min(d.grain, piece.unit);
    const auto [least, most] = amounts(piece, &piece == &x.pieces.front() ? x.up_to : 0);
    const Size size = size_of(piece.unit);
    d.unsaid |= piece.amount < 0;
    d.least_days += least * size.days, d.most_days += most * size.days;
    d.least_months += least * size.months, d.most_months += most * size.months;
    if (size.months == 0) d.least_months = d.most_months = 0;
  }
  return d;
}

Draft Placing::place(const Hedged& x) {
  Draft d = draft(*x.of);
  const TableRow* row = r_.book().row("hedges", x.hedge);
  if (row == nullptr) return d;
  const auto cell = [&](const char* name) -> const Atom* {
    const auto found = row->find(name);
    return found == row->end() ? nullptr : &found->second;
  };
  const bool point = d.type != TimexType::duration;
  if (const Atom* mod = cell(point ? "point-mod" : "mod")) d.mod = mod->sign;
  if (const Atom* approximate = cell("approximate")) d.approximate = approximate->sign == "true";
  if (const Atom* from = cell("from"); from && !point)
    d.least_days *= from->number, d.least_months *= from->number;
  if (const Atom* to = cell("to"); to && !point) d.most_days *= to->number, d.most_months *= to->number;
  if (const Atom* width = cell("width"); width && point && d.period && d.grain >= Granularity::day) {
    const auto n = static_cast<std::int64_t>(width->number);
    d.bounds = interval(first_day(*d.period - n, seasons()), last_day(*d.period + n, seasons()));
    if (n > 0 && d.period->grain == Granularity::year) widen_circa(d, *x.of);
  }
  step("hedge {}: {} {}", x.hedge, d.mod, d.approximate ? "approximate" : "");
  return d;
}

Draft Placing::place(const Recurrence& x) {
  Draft d;
  d.type = TimexType::set;
  d.reason = "a recurring time";
  d.value = set_value(x);
  if (x.length) d.value = draft(*x.length).value;
  if (x.date) {
    Draft day = draft(*x.date);
    d.value = day.value;
    if (const auto* fields = std::get_if<Fields>(&x.date->said)) d.value = open_value(*fields);
  }
  if (x.times > 0) d.freq = fmt::format("{}X", timex_amount(x.times));
  if (x.amount == 1 && x.times == 0) d.quant = "EVERY";
  return d;
}

Draft Placing::place(const Vague& x) {
  Draft d = vague(x.reference);
  if (const auto from = base(Hang::article)) d.anchor = from->anchor;
  return d;
}

}  // namespace annals
