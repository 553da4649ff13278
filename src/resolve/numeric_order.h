// Which comes first in a document's numeric dates, by those that can be read in one way only; where there are
// none, by those that follow each other: the month stays, the day goes on.
//
//   "17/04/1912 ... 05/04/1912"    day first: 5 April       "04/17/1912 ... 05/04/1912"    month first: 4 May
//   "1/6/44 ... 2/6/44"            day first: 1 and 2 June  "6/1/44 ... 6/2/44"            month first
#pragma once
#include <cstdint>
#include <string_view>

namespace annals {

enum class NumericOrder : std::uint8_t { unknown, day_first, month_first };
// Unknown where no date tells, and where as many tell the one as the other.
NumericOrder numeric_order_of(std::string_view text);

}  // namespace annals
