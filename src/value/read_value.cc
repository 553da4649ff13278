#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "value/value.h"

namespace annals {
namespace {

// An argument: a number or a word's value, or a value of its own.
struct Operand {
  const Atom* atom = nullptr;
  std::optional<double> number;
  Box value;
  explicit operator bool() const { return atom != nullptr || number.has_value() || value != nullptr; }
};

class Reader {
 public:
  explicit Reader(const Match& match) : match_(match) {}

  Operand evaluate(const Part& part, const Term& term) {
    switch (term.kind) {
      case Term::Kind::literal: return of_atom(term.literal);
      case Term::Kind::capture: return captured(part, term.capture);
      case Term::Kind::call: return call(part, term);
    }
    return {};
  }

  Operand of_capture(const Capture& capture) {
    if (capture.atom) return of_atom(*capture.atom);
    if (capture.part < 0) return {nullptr, static_cast<double>(capture.number), nullptr};
    const Part& inner = match_.parts[static_cast<std::size_t>(capture.part)];
    return evaluate(inner, inner.rule->means);
  }

  const Capture* find(const Part& part, std::string_view name) const {
    for (std::uint32_t i = 0; i < part.captures; ++i) {
      const Capture& capture = match_.captures[part.first_capture + i];
      if (capture.element->name == name) return &capture;
    }
    return nullptr;
  }

 private:
  static Operand of_atom(const Atom& atom) {
    Operand out;
    out.atom = &atom;
    if (atom.kind == Atom::Kind::number) out.number = atom.number;
    return out;
  }

  Operand captured(const Part& part, const std::string& name) {
    const Capture* capture = find(part, name);
    return capture ? of_capture(*capture) : Operand{};
  }

  Operand argument(const Part& part, const Term& term, Role role) {
    for (const Term::Argument& argument : term.arguments) {
      if (argument.role == role) return evaluate(part, argument.term);
    }
    return {};
  }

  double number(const Part& part, const Term& term, Role role, double otherwise) {
    const Operand operand = argument(part, term, role);
    if (operand.number) return *operand.number;
    return operand.atom ? -1 : otherwise;  // a sign such as X: unsaid
  }
  int whole(const Part& part, const Term& term, Role role, int otherwise = 0) {
    return static_cast<int>(number(part, term, role, otherwise));
  }
  Box box(const Part& part, const Term& term, Role role) { return argument(part, term, role).value; }
  std::string sign(const Part& part, const Term& term, Role role) {
    const Operand operand = argument(part, term, role);
    return operand.atom ? operand.atom->sign : std::string();
  }
  Hang hang(const Part& part, const Term& term) {
    const std::string anchor = sign(part, term, Role::anchor);
    return anchor == "reference" ? Hang::reference : anchor == "quarter" ? Hang::quarter : Hang::article;
  }

  static int season_index(const std::string& sign) {
    return sign == "SP" ? 0 : sign == "SU" ? 1 : sign == "FA" ? 2 : sign == "WI" ? 3 : -1;
  }

  Target target(const Part& part, const Term& term) {
    using Kind = Target::Kind;
    static constexpr std::pair<Role, Kind> kNamed[] = {
        {Role::month, Kind::month}, {Role::weekday, Kind::weekday}, {Role::quarter, Kind::quarter},
        {Role::half, Kind::half},   {Role::day, Kind::day},         {Role::year, Kind::year}};
    Target out;
    for (const auto& [role, kind] : kNamed) {
      if (const Operand operand = argument(part, term, role)) {
        out.kind = kind;
        out.index = static_cast<int>(operand.number.value_or(0));
      }
    }
    if (const std::string season = sign(part, term, Role::season); !season.empty()) {
      out.kind = Kind::season, out.index = season_index(season);
    }
    if (const std::string of_day = sign(part, term, Role::part_of_day); !of_day.empty()) {
      if (out.kind != Kind::weekday) out.kind = Kind::part_of_day;  // "every Tuesday night": of the weekday
      out.sign = of_day;
    }
    if (const std::string feast = sign(part, term, Role::feast); !feast.empty()) {
      out.kind = Kind::feast, out.sign = feast;
    }
    if (const Operand unit = argument(part, term, Role::unit)) {
      if (out.kind == Kind::none) out.kind = Kind::unit;
      if (unit.atom) out.unit = unit.atom->unit;
      if (unit.atom && unit.atom->sign == "fiscal-year")
        out.kind = Kind::fiscal_year, out.unit = Granularity::year;
    }
    return out;
  }

  static Operand boxed(Value value) { return {nullptr, {}, std::make_shared<const Value>(std::move(value))}; }

  Operand call(const Part& part, const Term& term) {
    switch (term.op) {
      case Op::same: return argument(part, term, Role::value);
      case Op::date: return date(part, term);
      case Op::time: return time(part, term);
      case Op::at: return deictic(part, term, 0);
      case Op::previous: return deictic(part, term, -1);
      case Op::next: return deictic(part, term, 1);
      case Op::ago: return shifted(part, term, -1);
      case Op::hence: return shifted(part, term, 1);
      case Op::so_far: return so_far(part, term, false);
      case Op::rest_of: return so_far(part, term, true);
      case Op::nth: return nth(part, term);
      case Op::part: return boxed({PartOf{sign(part, term, Role::part), box(part, term, Role::of)}});
      case Op::hedge: return boxed({Hedged{sign(part, term, Role::hedge), box(part, term, Role::of)}});
      case Op::span: return boxed({SpanOf{box(part, term, Role::from), box(part, term, Role::to)}});
      case Op::duration: return duration(part, term);
      case Op::past: return boxed({Window{box(part, term, Role::duration), -1, hang(part, term)}});
      case Op::coming: return boxed({Window{box(part, term, Role::duration), 1, hang(part, term)}});
      case Op::set: return recurrence(part, term);
      case Op::vague: return boxed({Vague{sign(part, term, Role::value)}});
      case Op::since: return boxed({Open{box(part, term, Role::date), true}});
      case Op::until: return boxed({Open{box(part, term, Role::date), false}});
      case Op::before: return boxed({Open{box(part, term, Role::date), false, true}});
      case Op::after: return boxed({Open{box(part, term, Role::date), true, true}});
      case Op::one_of: return one_of(part, term);
      case Op::period: return period(part, term);
      case Op::sum: return sum(part, term);
      case Op::product: return product(part, term);
    }
    return {};
  }

  Operand date(const Part& part, const Term& term) {
    if (const Box of = box(part, term, Role::of)) return more(part, term, *of);
    Fields f;
    f.telling = telling(part, term);
    const std::string said_era = sign(part, term, Role::era);
    const bool before_christ = said_era == "BC";
    f.era_said = !said_era.empty();
    const auto era = [&](double n) { return static_cast<std::int64_t>(before_christ ? 1 - n : n); };
    if (const Operand year = argument(part, term, Role::year); year.number) f.year = era(*year.number);
    if (const Operand year = argument(part, term, Role::short_year); year.number) {
      f.year = static_cast<Year>(*year.number), f.short_year = true;
    }
    if (const Operand decade = argument(part, term, Role::decade); decade.number)
      f.decade = era(*decade.number);
    if (const Operand century = argument(part, term, Role::century); century.number)
      f.century = era(*century.number);
    if (const Operand millennium = argument(part, term, Role::millennium); millennium.number)
      f.millennium = era(*millennium.number);
    f.month = whole(part, term, Role::month);
    f.day = whole(part, term, Role::day);
    f.weekday = whole(part, term, Role::weekday);
    f.week = whole(part, term, Role::week);
    f.quarter = whole(part, term, Role::quarter);
    f.half = whole(part, term, Role::half);
    f.season = season_index(sign(part, term, Role::season));
    f.weekend = static_cast<bool>(argument(part, term, Role::weekend));
    f.fiscal = static_cast<bool>(argument(part, term, Role::fiscal));
    f.feast = sign(part, term, Role::feast);
    f.unsure_order = sign(part, term, Role::order) == "unsure";
    f.hang = hang(part, term);
    return boxed({f});
  }

  // A date said, and more of it: "Tuesday [30 January 1649]", "[11 February 1731] O.S."
  Operand more(const Part& part, const Term& term, const Value& of) {
    const auto* said = std::get_if<Fields>(&of.said);
    if (said == nullptr) return boxed(of);
    Fields f = *said;
    if (const int weekday = whole(part, term, Role::weekday); weekday > 0) f.weekday = weekday;
    if (const Operand year = argument(part, term, Role::year); year.number) {
      const std::string era = sign(part, term, Role::era);
      f.year = static_cast<Year>(era == "BC" ? 1 - *year.number : *year.number);
      f.era_said = !era.empty();
    }
    if (const auto more = telling(part, term)) {
      Telling t = f.telling ? *f.telling : Telling{};
      if (!more->era.empty()) t.era = more->era;
      if (!more->calendar.empty()) t.calendar = more->calendar;
      if (!more->reckoning.empty()) t.reckoning = more->reckoning;
      if (more->dual_year >= 0) t.dual_year = more->dual_year;
      if (more->indiction) t.indiction = more->indiction;
      f.telling = std::make_shared<const Telling>(std::move(t));
    }
    return boxed({f});
  }

  std::shared_ptr<const Telling> telling(const Part& part, const Term& term) {
    Telling t;
    t.era = sign(part, term, Role::era);
    if (t.era == "BC" || t.era == "AD") t.era.clear();
    t.calendar = sign(part, term, Role::calendar);
    t.reckoning = sign(part, term, Role::reckoning);
    t.point = sign(part, term, Role::point);
    t.reading = sign(part, term, Role::reading);
    t.dual_year = whole(part, term, Role::dual_year, -1);
    t.indiction = whole(part, term, Role::indiction);
    t.count = whole(part, term, Role::number);
    return t == Telling{} ? nullptr : std::make_shared<const Telling>(std::move(t));
  }

  // A set within a set is one: "1667, 1668 or 1670".
  Operand one_of(const Part& part, const Term& term) {
    OneOf out;
    for (const Role role : {Role::from, Role::to}) {
      const Box date = box(part, term, role);
      const auto* inner = date ? std::get_if<OneOf>(&date->said) : nullptr;
      if (inner) out.dates.insert(out.dates.end(), inner->dates.begin(), inner->dates.end());
      if (date && !inner) out.dates.push_back(date);
    }
    return boxed({out});
  }

  Operand period(const Part& part, const Term& term) {
    Named out;
    const std::string name = sign(part, term, Role::name);
    const std::size_t slash = name.find('/');
    out.table = name.substr(0, slash);
    out.row = slash == std::string::npos ? "" : name.substr(slash + 1);
    if (const std::string one = sign(part, term, Role::from), other = sign(part, term, Role::to);
        !one.empty())
      out.row = std::min(one, other) + "-" + std::max(one, other);  // of two names, in either order
    out.year = whole(part, term, Role::number);
    out.month = whole(part, term, Role::month);
    out.day = whole(part, term, Role::day);
    out.feast = sign(part, term, Role::feast);
    return boxed({out});
  }

  Operand time(const Part& part, const Term& term) {
    TimeOfDay t;
    if (const Box of = box(part, term, Role::of)) {
      if (const auto* inner = std::get_if<TimeOfDay>(&of->said)) t = *inner;
    }
    const int hour = whole(part, term, Role::hour, -1);
    if (hour >= 0) t.hour = hour;
    if (hour > 24) t.hour = hour / 100, t.minute = hour % 100;  // 0430: both in one number
    if (const int minute = whole(part, term, Role::minute, -1); minute >= 0) t.minute = minute;
    if (const int second = whole(part, term, Role::second, -1); second >= 0) t.second = second;
    const std::string meridiem = sign(part, term, Role::meridiem);
    if (meridiem == "PM" && t.hour >= 0 && t.hour < 12) t.hour += 12;
    if (meridiem == "AM" && t.hour == 12) t.hour = 0;
    const std::string way = sign(part, term, Role::way);
    if (!way.empty()) {  // ten to four, half past three
      const int minutes = whole(part, term, Role::number);
      t.minute = way == "to" ? 60 - minutes : minutes;
      if (way == "to") t.hour = (t.hour + 23) % 24;
    }
    t.in_words = t.hour >= 0 && (t.minute < 0 || !way.empty() || t.in_words);
    if (const std::string of_day = sign(part, term, Role::part_of_day); !of_day.empty())
      apply_part(of_day, t);
    t.half_said |=
        !meridiem.empty() || !t.part.empty() || t.hour > 12 || !sign(part, term, Role::part_of_day).empty();
    if (const Operand zone = argument(part, term, Role::zone); zone.number) {
      t.offset_minutes = static_cast<int>(*zone.number);
      t.utc = *zone.number == 0;
    }
    if (const Box on = box(part, term, Role::on)) t.on = on;
    return boxed({t});
  }

  Operand deictic(const Part& part, const Term& term, int way) {
    Deictic d;
    d.target = target(part, term);
    d.step = way * whole(part, term, Role::by, 1);
    d.hang = hang(part, term);
    d.of = box(part, term, Role::date);
    return boxed({d});
  }

  Operand shifted(const Part& part, const Term& term, int sign_of_shift) {
    return boxed({Shifted{box(part, term, Role::duration), sign_of_shift, hang(part, term),
                          box(part, term, Role::from)}});
  }

  Operand so_far(const Part& part, const Term& term, bool rest) {
    const Operand unit = argument(part, term, Role::unit);
    return boxed({SoFar{unit.atom ? unit.atom->unit : Granularity::month, rest, hang(part, term)}});
  }

  Operand nth(const Part& part, const Term& term) {
    Nth n;
    n.ordinal = whole(part, term, Role::ordinal, 1);
    n.target = target(part, term);
    n.count = number(part, term, Role::number, 1);
    n.of = box(part, term, Role::of);
    n.hang = hang(part, term);
    return boxed({n});
  }

  Operand duration(const Part& part, const Term& term) {
    Length length;
    const Operand unit = argument(part, term, Role::unit);
    length.pieces.push_back(
        {number(part, term, Role::number, -1), unit.atom ? unit.atom->unit : Granularity::day});
    if (argument(part, term, Role::to)) length.up_to = number(part, term, Role::to, 0);
    return boxed({length});
  }

  Operand recurrence(const Part& part, const Term& term) {
    Recurrence r;
    r.target = target(part, term);
    r.amount = number(part, term, Role::number, 1);
    r.times = number(part, term, Role::times, 0);
    r.date = box(part, term, Role::date);
    r.length = box(part, term, Role::duration);
    return boxed({r});
  }

  // Of two numbers that the pattern bound: where one is missing, nothing is added to a sum.
  Operand product(const Part& part, const Term& term) {
    const Operand a = argument(part, term, Role::from);
    const Operand b = argument(part, term, Role::to);
    return a.number && b.number ? Operand{nullptr, *a.number * *b.number, nullptr} : Operand{};
  }

  Operand sum(const Part& part, const Term& term) {
    const Operand a = argument(part, term, Role::from);
    const Operand b = argument(part, term, Role::to);
    if (a.value && !b.value) return a;
    if (b.value && !a.value) return b;
    if (!a.value && !a.number && !b.number) return {};
    if (!a.value || !b.value) return {nullptr, a.number.value_or(0) + b.number.value_or(0), nullptr};
    Length out;
    for (const Box& box : {a.value, b.value}) {
      if (const auto* length = std::get_if<Length>(&box->said))
        out.pieces.insert(out.pieces.end(), length->pieces.begin(), length->pieces.end());
    }
    return boxed({out});
  }

  const Match& match_;
};

// A number standing for a whole expression (the rule `means: year`) is a date of that field.
Value whole_value(Operand operand, const Term& term) {
  if (operand.value) return *operand.value;
  if (operand.atom && operand.atom->kind == Atom::Kind::sign) return {Vague{operand.atom->sign}};
  Fields fields;
  if (operand.number && term.capture == "year") fields.year = static_cast<Year>(*operand.number);
  return {fields};
}

}  // namespace

void apply_part(std::string_view of_day, TimeOfDay& time) {
  if (time.hour < 0) {
    time.part = of_day;
  } else if (time.hour == 12 && of_day == "MO") {
    time.hour = 0;  // "12 in the morning"
  } else if (time.hour < 12 && (of_day == "AF" || of_day == "EV" || (of_day == "NI" && time.hour > 5))) {
    time.hour += 12;
  }
}

Value read_value(const Match& match) {
  Reader reader(match);
  return whole_value(reader.evaluate(match.parts[0], match.rule().means), match.rule().means);
}

namespace {

// Where an end stands: the first capture that its term names.
std::string first_capture(const Term& term) {
  if (term.kind == Term::Kind::capture) return term.capture;
  for (const Term::Argument& argument : term.arguments) {
    if (std::string name = first_capture(argument.term); !name.empty()) return name;
  }
  return {};
}

}  // namespace

std::vector<End> read_ends(const Match& match) {
  std::vector<End> ends;
  const Term& means = match.rule().means;
  if (!match.rule().apart || means.op != Op::span) return ends;
  Reader reader(match);
  for (const Role role : {Role::from, Role::to}) {
    for (const Term::Argument& argument : means.arguments) {
      if (argument.role != role) continue;
      const Capture* capture = reader.find(match.parts[0], first_capture(argument.term));
      if (!capture) continue;
      const Rule* rule =
          capture->part >= 0 ? match.parts[static_cast<std::size_t>(capture->part)].rule : &match.rule();
      ends.push_back({capture->span, rule});
    }
  }
  return ends;
}

}  // namespace annals
