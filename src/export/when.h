// When an event was, short enough for the first column of a table and without the words of any language.
//
//   in November 2022                     2022-11
//   last summer                          2023-06..08          somewhere within; months say which hemisphere's
//   summer earlier this month                   2024-03-01..12 nearly two years after 2020-11..2021-05 ~ from
//   28 June to 8 July 1914          1914-06-28 – 07-08   the whole of it from late June to early July 1914
//   1914-06-21..30 – 07-01..10 before 1612                          ..1611
//
// ".." is "somewhere within", a dash "from ... to ...". Whole years and months are written as such only where
// the text was no finer: 1914-01-01..12-31 is not "1914".
#pragma once
#include <string>

#include "event/event.h"

namespace annals {

std::string when(const Event& event);

}  // namespace annals
