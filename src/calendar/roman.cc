#include "calendar/roman.h"

namespace annals {
namespace {

constexpr Year first_julian_year = -44;  // 45 BC

int day_of_nones(int month) { return month == 3 || month == 5 || month == 7 || month == 10 ? 7 : 5; }
int day_of_ides(int month) { return day_of_nones(month) + 8; }

bool is_leap_february(Year year, int month) {
  return month == 2 && days_in_month(Calendar::julian, year, 2) == 29;
}

// The day of the month before the kalends, which must lie after its ides.
std::optional<CalendarDate> before_kalends(const RomanDate& date) {
  const int month = date.month == 1 ? 12 : date.month - 1;
  const bool doubled = is_leap_february(date.year, month);
  if (date.bis && (!doubled || date.count != 6)) return {};
  const int days = days_in_month(Calendar::julian, date.year, month);
  const int day = days + 2 - date.count - (doubled && (date.bis || date.count > 6) ? 1 : 0);
  if (day <= day_of_ides(month)) return {};
  return CalendarDate{Calendar::julian, date.year, month, day};
}

}  // namespace

std::optional<CalendarDate> to_julian(const RomanDate& date) {
  if (date.year < first_julian_year || date.year > farthest_year || date.month < 1 || date.month > 12 ||
      date.count < 1 || date.count > 19)
    return {};
  if (date.mark == RomanMark::kalends && date.count > 1) return before_kalends(date);
  if (date.bis) return {};
  const int nones = day_of_nones(date.month), ides = day_of_ides(date.month);
  const bool to_ides = date.mark == RomanMark::ides;
  const int mark = date.mark == RomanMark::kalends ? 1 : to_ides ? ides : nones;
  const int day = mark + 1 - date.count;
  if (date.count > 1 && day <= (to_ides ? nones : 1)) return {};
  return CalendarDate{Calendar::julian, date.year, date.month, day};
}

}  // namespace annals
