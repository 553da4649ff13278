// The dates that a page or a book tells of itself, and which of them is believed.
//
//   {{"dateModified", 2024-09-01, 5}, {"datePublished", 2024-03-13, 0}}
//   date 2024-03-13, date_from "datePublished, not dateModified 2024-09-01"
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/article.h"

namespace annals {

struct ToldDate {
  std::string by;
  Moment date;
  int rank = 0;  // the least is believed; of two that are equal the first
};

// Pages write dates as ISO 8601, some with slashes, some with parts of a second: then the day alone is taken.
std::optional<Moment> read_date(std::string_view said);

void choose_date(std::vector<ToldDate> told, Article& article);

}  // namespace annals
