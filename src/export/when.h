// When an event was, short enough for the first column of a table and without the words of any language.
//
//   last summer                          2023-06..08          within it; months say which hemisphere's summer
//   nearly two years after               2020-11..2021-05 ~
//   from 28 June to 8 July 1914          1914-06-28 – 07-08   the whole of it
//   from late June to early July 1914    1914-06-21..30 – 07-01..10
//   before 1612                          ..1611
//
// ".." is "somewhere within", a dash "from ... to ...". Whole years and months are written as such only where
// the text was no finer: 1914-01-01..12-31 is not "1914".
#pragma once
#include <string>
#include <string_view>

#include "event/event.h"

namespace annals {

std::string when(const Event& event);

// The same for readers, and tools that show it to them and have no year
// zero, years told as history books do: "-0499..-0400 – -0399..-0300" is "500
// BC..401 BC – 400 BC..301 BC", "-0043-03-13" "44-03-13 BC", "0004" "AD 4".
std::string historical_when(const Event& event);
std::string historical_dates(std::string_view text);  // "-0043-03-13" alone

}  // namespace annals
