#include "rule/operators.h"

#include <algorithm>
#include <array>
#include <utility>

namespace annals {
namespace {

using R = Role;

// Of at, previous and next: what is counted, how many, and from where.
const std::vector<Role> kPeriod = {R::unit, R::month, R::weekday,     R::season, R::quarter, R::half,
                                   R::day,  R::feast, R::part_of_day, R::by,     R::anchor,  R::date};

const std::array kOps = {
    std::pair{"same", Signature{Op::same, {R::value}, {}, "{same: number}"}},
    std::pair{"date",
              Signature{Op::date,
                        {},
                        {R::year,       R::short_year, R::month,  R::day,       R::weekday, R::season,
                         R::quarter,    R::half,       R::week,   R::weekend,   R::decade,  R::century,
                         R::millennium, R::era,        R::fiscal, R::feast,     R::order,   R::calendar,
                         R::reckoning,  R::dual_year,  R::point,  R::indiction, R::reading, R::number,
                         R::of,         R::anchor},
                        "{date: [year, month, day]}"}},
    std::pair{"time", Signature{Op::time,
                                {},
                                {R::hour, R::minute, R::second, R::meridiem, R::part_of_day, R::zone, R::on,
                                 R::of, R::number, R::way},
                                "{time: [hour, minute], on: date}"}},
    std::pair{"at", Signature{Op::at, {}, kPeriod, "{at: unit}"}},
    std::pair{"previous", Signature{Op::previous, {}, kPeriod, "{previous: season}"}},
    std::pair{"next", Signature{Op::next, {}, kPeriod, "{next: month}"}},
    std::pair{"ago", Signature{Op::ago, {R::duration}, {R::from, R::anchor}, "{ago: duration}"}},
    std::pair{"hence", Signature{Op::hence, {R::duration}, {R::from, R::anchor}, "{hence: duration}"}},
    std::pair{"so-far", Signature{Op::so_far, {R::unit}, {R::anchor}, "{so-far: unit}"}},
    std::pair{"rest-of", Signature{Op::rest_of, {R::unit}, {R::anchor}, "{rest-of: unit}"}},
    std::pair{"nth",
              Signature{Op::nth,
                        {R::ordinal},
                        {R::unit, R::weekday, R::month, R::season, R::feast, R::of, R::number, R::anchor},
                        "{nth: [ordinal, unit], of: date}"}},
    std::pair{"part", Signature{Op::part, {R::part, R::of}, {}, "{part: part, of: date}"}},
    std::pair{"hedge", Signature{Op::hedge, {R::hedge, R::of}, {}, "{hedge: hedge, of: duration}"}},
    std::pair{"span", Signature{Op::span, {R::from, R::to}, {}, "{span: [from, to]}"}},
    std::pair{"duration",
              Signature{Op::duration, {R::unit}, {R::number, R::to}, "{duration: [number, unit]}"}},
    std::pair{"past", Signature{Op::past, {R::duration}, {R::anchor}, "{past: duration}"}},
    std::pair{"coming", Signature{Op::coming, {R::duration}, {R::anchor}, "{coming: duration}"}},
    std::pair{"set",
              Signature{Op::set,
                        {},
                        {R::unit, R::number, R::weekday, R::month, R::season, R::part_of_day, R::times,
                         R::duration, R::date, R::day, R::quarter},
                        "{set: unit, times: =2}"}},
    std::pair{"vague", Signature{Op::vague, {R::value}, {}, "{vague: =PAST_REF}"}},
    std::pair{"since", Signature{Op::since, {R::date}, {}, "{since: date}"}},
    std::pair{"until", Signature{Op::until, {R::date}, {}, "{until: date}"}},
    std::pair{"before", Signature{Op::before, {R::date}, {}, "{before: date}"}},
    std::pair{"after", Signature{Op::after, {R::date}, {}, "{after: date}"}},
    std::pair{"one-of", Signature{Op::one_of, {R::from, R::to}, {}, "{one-of: [from, to]}"}},
    std::pair{"period", Signature{Op::period,
                                  {R::name},
                                  {R::number, R::month, R::day, R::feast, R::from, R::to},
                                  "{period: {name: reign, number: digits}}"}},
    std::pair{"sum", Signature{Op::sum, {R::from, R::to}, {}, "{sum: {from: tens, to: units}}"}},
    std::pair{"product", Signature{Op::product, {R::from, R::to}, {}, "{product: {from: units, to: =100}}"}},
};

constexpr std::array<std::pair<std::string_view, Role>, 46> kRoles = {{
    {"year", R::year},
    {"short-year", R::short_year},
    {"month", R::month},
    {"day", R::day},
    {"weekday", R::weekday},
    {"season", R::season},
    {"quarter", R::quarter},
    {"half", R::half},
    {"week", R::week},
    {"weekend", R::weekend},
    {"decade", R::decade},
    {"century", R::century},
    {"millennium", R::millennium},
    {"era", R::era},
    {"fiscal", R::fiscal},
    {"feast", R::feast},
    {"order", R::order},
    {"calendar", R::calendar},
    {"reckoning", R::reckoning},
    {"dual-year", R::dual_year},
    {"point", R::point},
    {"indiction", R::indiction},
    {"reading", R::reading},
    {"part-of-day", R::part_of_day},
    {"hour", R::hour},
    {"minute", R::minute},
    {"second", R::second},
    {"meridiem", R::meridiem},
    {"zone", R::zone},
    {"number", R::number},
    {"unit", R::unit},
    {"ordinal", R::ordinal},
    {"times", R::times},
    {"by", R::by},
    {"date", R::date},
    {"duration", R::duration},
    {"of", R::of},
    {"on", R::on},
    {"from", R::from},
    {"to", R::to},
    {"value", R::value},
    {"part", R::part},
    {"hedge", R::hedge},
    {"anchor", R::anchor},
    {"way", R::way},
    {"name", R::name},
}};

}  // namespace

std::optional<Op> parse_op(std::string_view name) {
  for (const auto& [known, signature] : kOps) {
    if (known == name) return signature.op;
  }
  return {};
}

std::string_view to_string(Op op) {
  for (const auto& [known, signature] : kOps) {
    if (signature.op == op) return known;
  }
  return "";
}

std::optional<Role> parse_role(std::string_view name) {
  for (const auto& [known, role] : kRoles) {
    if (known == name) return role;
  }
  return {};
}

std::string_view to_string(Role role) {
  for (const auto& [known, r] : kRoles) {
    if (r == role) return known;
  }
  return "";
}

const Signature& signature(Op op) {
  return std::find_if(kOps.begin(), kOps.end(), [op](const auto& entry) { return entry.second.op == op; })
      ->second;
}

std::vector<std::string_view> op_names() {
  std::vector<std::string_view> names;
  for (const auto& [name, signature] : kOps) names.emplace_back(name);
  return names;
}

std::vector<std::string_view> role_names() {
  std::vector<std::string_view> names;
  for (const auto& [name, role] : kRoles) names.push_back(name);
  return names;
}

}  // namespace annals
