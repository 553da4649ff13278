#include "value/value_reader.h"

namespace annals {
namespace {

// A number standing for a whole expression (the rule `means: year`) is a date of that field.
Value whole_value(Operand operand, const Term& term) {
  if (operand.value) return *operand.value;
  if (operand.atom && operand.atom->kind == Atom::Kind::sign) return {Vague{operand.atom->sign}};
  Fields fields;
  if (operand.number && term.capture == "year") fields.year = static_cast<Year>(*operand.number);
  return {fields};
}

// Where an end stands: the first capture that its term names.
std::string first_capture(const Term& term) {
  if (term.kind == Term::Kind::capture) return term.capture;
  for (const Term::Argument& argument : term.arguments) {
    if (std::string name = first_capture(argument.term); !name.empty()) return name;
  }
  return {};
}

}  // namespace

Operand ValueReader::evaluate(const Call& call) const {
  switch (call.term.kind) {
    case Term::Kind::literal: return of_atom(call.term.literal);
    case Term::Kind::capture: return captured(call.part, call.term.capture);
    case Term::Kind::call: return apply(call);
  }
  return {};
}

const Capture* ValueReader::find(const Part& part, std::string_view name) const {
  for (std::uint32_t i = 0; i < part.captures; ++i) {
    const Capture& capture = match_.captures[part.first_capture + i];
    if (capture.element->name == name) return &capture;
  }
  return nullptr;
}

Operand ValueReader::captured(const Part& part, const std::string& name) const {
  const Capture* const capture = find(part, name);
  if (capture == nullptr) return {};
  if (capture->atom) return of_atom(*capture->atom);
  if (capture->part < 0) return {nullptr, static_cast<double>(capture->number), nullptr};
  const Part& inner = match_.parts[static_cast<std::size_t>(capture->part)];
  return evaluate({inner, inner.rule->means});
}

Operand ValueReader::of_atom(const Atom& atom) {
  Operand out;
  out.atom = &atom;
  if (atom.kind == Atom::Kind::number) out.number = atom.number;
  return out;
}

Operand ValueReader::argument(const Call& call, Role role) const {
  for (const Term::Argument& argument : call.term.arguments) {
    if (argument.role == role) return evaluate({call.part, argument.term});
  }
  return {};
}

double ValueReader::number(const Call& call, Role role, double otherwise) const {
  const Operand operand = argument(call, role);
  if (operand.number) return *operand.number;
  return operand.atom ? -1 : otherwise;  // a sign such as X: unsaid
}

std::string ValueReader::sign(const Call& call, Role role) const {
  const Operand operand = argument(call, role);
  return operand.atom ? operand.atom->sign : std::string();
}

Hang ValueReader::hang(const Call& call) const {
  const std::string anchor = sign(call, Role::anchor);
  return anchor == "reference" ? Hang::reference : anchor == "quarter" ? Hang::quarter : Hang::article;
}

int ValueReader::season_index(const std::string& sign) {
  return sign == "SP" ? 0 : sign == "SU" ? 1 : sign == "FA" ? 2 : sign == "WI" ? 3 : -1;
}

Target ValueReader::target(const Call& call) const {
  using Kind = Target::Kind;
  static constexpr std::pair<Role, Kind> kNamed[] = {{Role::month, Kind::month},
                                                     {Role::weekday, Kind::weekday},
                                                     {Role::quarter, Kind::quarter},
                                                     {Role::half, Kind::half},
                                                     {Role::day, Kind::day}};
  Target out;
  for (const auto& [role, kind] : kNamed) {
    if (const Operand operand = argument(call, role)) {
      out.kind = kind;
      out.index = static_cast<int>(operand.number.value_or(0));
    }
  }
  if (const std::string season = sign(call, Role::season); !season.empty()) {
    out.kind = Kind::season, out.index = season_index(season);
  }
  if (const std::string of_day = sign(call, Role::part_of_day); !of_day.empty()) {
    if (out.kind != Kind::weekday) out.kind = Kind::part_of_day;  // "every Tuesday night": of the weekday
    out.sign = of_day;
  }
  if (const std::string feast = sign(call, Role::feast); !feast.empty()) {
    out.kind = Kind::feast, out.sign = feast;
  }
  if (const Operand unit = argument(call, Role::unit)) {
    if (out.kind == Kind::none) out.kind = Kind::unit;
    if (unit.atom) out.unit = unit.atom->unit;
    if (unit.atom && unit.atom->sign == "fiscal-year")
      out.kind = Kind::fiscal_year, out.unit = Granularity::year;
  }
  return out;
}

Operand ValueReader::apply(const Call& call) const {
  switch (call.term.op) {
    case Op::same: return argument(call, Role::value);
    case Op::date: return date(call);
    case Op::time: return time(call);
    case Op::at: return deictic(call, 0);
    case Op::previous: return deictic(call, -1);
    case Op::next: return deictic(call, 1);
    case Op::ago: return shifted(call, -1);
    case Op::hence: return shifted(call, 1);
    case Op::so_far: return so_far(call, false);
    case Op::rest_of: return so_far(call, true);
    case Op::nth: return nth(call);
    case Op::part: return boxed({PartOf{sign(call, Role::part), box(call, Role::of)}});
    case Op::hedge: return boxed({Hedged{sign(call, Role::hedge), box(call, Role::of)}});
    case Op::span: return boxed({SpanOf{box(call, Role::from), box(call, Role::to)}});
    case Op::duration: return duration(call);
    case Op::past: return boxed({Window{box(call, Role::duration), -1, hang(call)}});
    case Op::coming: return boxed({Window{box(call, Role::duration), 1, hang(call)}});
    case Op::set: return recurrence(call);
    case Op::vague: return boxed({Vague{sign(call, Role::value)}});
    case Op::since: return boxed({Open{box(call, Role::date), true}});
    case Op::until: return boxed({Open{box(call, Role::date), false}});
    case Op::before: return boxed({Open{box(call, Role::date), false, true}});
    case Op::after: return boxed({Open{box(call, Role::date), true, true}});
    case Op::one_of: return one_of(call);
    case Op::period: return period(call);
    case Op::sum: return sum(call);
    case Op::product: return product(call);
  }
  return {};
}

Operand ValueReader::deictic(const Call& call, int way) const {
  Deictic d;
  d.target = target(call);
  d.step = way * whole(call, Role::by, 1);
  d.hang = hang(call);
  d.of = box(call, Role::date);
  return boxed({d});
}

Operand ValueReader::shifted(const Call& call, int way) const {
  return boxed({Shifted{box(call, Role::duration), way, hang(call), box(call, Role::from)}});
}

Operand ValueReader::so_far(const Call& call, bool rest) const {
  const Operand unit = argument(call, Role::unit);
  return boxed({SoFar{unit.atom ? unit.atom->unit : Granularity::month, rest, hang(call)}});
}

Operand ValueReader::nth(const Call& call) const {
  Nth n;
  n.ordinal = whole(call, Role::ordinal, 1);
  n.target = target(call);
  n.count = number(call, Role::number, 1);
  n.of = box(call, Role::of);
  n.hang = hang(call);
  return boxed({n});
}

Operand ValueReader::duration(const Call& call) const {
  Length length;
  const Operand unit = argument(call, Role::unit);
  length.pieces.push_back({number(call, Role::number, -1), unit.atom ? unit.atom->unit : Granularity::day});
  if (argument(call, Role::to)) length.up_to = number(call, Role::to, 0);
  return boxed({length});
}

Operand ValueReader::recurrence(const Call& call) const {
  Recurrence r;
  r.target = target(call);
  r.amount = number(call, Role::number, 1);
  r.times = number(call, Role::times, 0);
  r.date = box(call, Role::date);
  r.length = box(call, Role::duration);
  return boxed({r});
}

// Nothing where one of the two numbers is missing.
Operand ValueReader::product(const Call& call) const {
  const Operand a = argument(call, Role::from);
  const Operand b = argument(call, Role::to);
  return a.number && b.number ? Operand{nullptr, *a.number * *b.number, nullptr} : Operand{};
}

// Of numbers, or of lengths; where one is missing, it is the other.
Operand ValueReader::sum(const Call& call) const {
  const Operand a = argument(call, Role::from);
  const Operand b = argument(call, Role::to);
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

Value read_value(const Match& match) {
  const ValueReader reader(match);
  return whole_value(reader.evaluate({match.parts[0], match.rule().means}), match.rule().means);
}

std::vector<End> read_ends(const Match& match) {
  std::vector<End> ends;
  const Term& means = match.rule().means;
  if (!match.rule().apart || means.op != Op::span) return ends;
  const ValueReader reader(match);
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
