#include <cstdlib>

#include "calendar/bounds.h"
#include "calendar/digits.h"

namespace annals {
namespace {

constexpr int seconds_in_day = 86'400;

struct Instant {
  std::int64_t day;
  std::int64_t second;
  auto operator<=>(const Instant&) const = default;
};

// Kept as two numbers: in seconds the deep past would overflow.
Instant instant(const Moment& moment) {
  if (!moment.clock) return {moment.day.count, 0};
  const auto seconds = seconds_into_day(*moment.clock) - 60 * moment.clock->offset_minutes.value_or(0);
  return {moment.day.count + floor_div(seconds, seconds_in_day), floor_mod(seconds, seconds_in_day)};
}

// zone := "Z" | ("+" | "-") HH [":" MM]
bool read_zone(Reader& reader, Clock& clock) {
  if (reader.take('Z')) {
    clock.offset_minutes = 0;
    return true;
  }
  const int sign = reader.take('+') ? 1 : reader.take('-') ? -1 : 0;
  const auto hours = reader.digits(2, 2);
  if (sign == 0 || !hours || *hours > 14) return false;
  const auto minutes = reader.take(':') ? reader.digits(2, 2) : 0;
  if (!minutes || *minutes > 59) return false;
  clock.offset_minutes = sign * static_cast<int>(*hours * 60 + *minutes);
  return true;
}

bool exists(const Clock& clock) {
  if (clock.hour == 24) return clock.minute == 0 && clock.second <= 0;
  return clock.hour < 24 && clock.minute < 60 && clock.second <= 60;  // 60: a leap second
}

}  // namespace

int seconds_into_day(const Clock& clock) {
  return clock.hour * 3600 + (clock.minute > 0 ? clock.minute * 60 : 0) +
         (clock.second > 0 ? clock.second : 0);
}

std::string to_string(const Clock& clock) {
  std::string out;
  append_number(out, clock.hour, 2);
  if (clock.minute >= 0) append_number(out += ':', clock.minute, 2);
  if (clock.minute >= 0 && clock.second >= 0) append_number(out += ':', clock.second, 2);
  if (!clock.offset_minutes) return out;
  if (*clock.offset_minutes == 0) return out += 'Z';
  const int minutes = std::abs(*clock.offset_minutes);
  append_number(out += *clock.offset_minutes < 0 ? '-' : '+', minutes / 60, 2);
  append_number(out += ':', minutes % 60, 2);
  return out;
}

// clock := HH [":" MM [":" SS]] [zone]
std::optional<Clock> parse_clock(std::string_view text) {
  Reader reader(text);
  Clock clock;
  for (int* field : {&clock.hour, &clock.minute, &clock.second}) {
    if (field != &clock.hour && !reader.take(':')) break;
    const auto number = reader.digits(2, 2);
    if (!number) return {};
    *field = static_cast<int>(*number);
  }
  if (!exists(clock)) return {};
  if (!reader.done() && !read_zone(reader, clock)) return {};
  return reader.done() ? std::optional(clock) : std::nullopt;
}

std::weak_ordering operator<=>(const Moment& a, const Moment& b) { return instant(a) <=> instant(b); }

std::string to_string(const Moment& moment) {
  auto out = to_string(moment.day);
  if (moment.clock) (out += 'T') += to_string(*moment.clock);
  return out;
}

std::optional<Moment> parse_moment(std::string_view text) {
  const auto t = text.find('T');
  const auto day = parse_day(text.substr(0, t));
  if (!day) return {};
  if (t == std::string_view::npos) return Moment{*day, {}};
  const auto clock = parse_clock(text.substr(t + 1));
  return clock ? std::optional(Moment{*day, clock}) : std::nullopt;
}

}  // namespace annals
