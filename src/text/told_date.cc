#include "text/told_date.h"

#include <algorithm>

#include "text/ascii.h"

namespace annals {

std::optional<Moment> read_date(std::string_view said) {
  std::string text(trimmed(said));
  std::replace(text.begin(), text.end(), '/', '-');
  if (text.size() == 8 && text.find_first_not_of("0123456789") == std::string::npos)  // 20130910
    text.insert(6, "-").insert(4, "-");
  const auto whole = parse_moment(text);
  return whole ? whole : parse_moment(text.substr(0, 10));
}

void choose_date(std::vector<ToldDate> told, Article& article) {
  if (told.empty()) return;
  std::stable_sort(told.begin(), told.end(),
                   [](const ToldDate& a, const ToldDate& b) { return a.rank < b.rank; });
  article.date = told[0].date;
  article.date_from = told[0].by;
  article.date_chosen = true;
  const auto other = std::find_if(told.begin(), told.end(),
                                  [&](const ToldDate& one) { return one.date.day != told[0].date.day; });
  if (other != told.end()) article.date_from += ", not " + other->by + " " + to_string(other->date.day);
}

}  // namespace annals
