#include "resolve/numeric_order.h"

#include "text/token.h"

namespace annals {
namespace {

bool is_separator(const Token& token) {
  return token.gap == Gap::none && (token.mark == '/' || token.mark == '-');
}

NumericOrder of_more(int day_first, int month_first) {
  return day_first > month_first   ? NumericOrder::day_first
         : month_first > day_first ? NumericOrder::month_first
                                   : NumericOrder::unknown;
}

bool is_short(const Token& token) { return token.kind == TokenKind::number && token.digits <= 2; }

}  // namespace

NumericOrder numeric_order_of(std::string_view text) {
  int day_first = 0, month_first = 0;         // can be read in one way only
  int days_go_on = 0, days_go_on_behind = 0;  // next to a date of the same month
  std::int64_t before = 0, before_behind = 0;
  Token a = token_at(text, 0);
  while (a.kind != TokenKind::end) {
    const Token sign = token_at(text, a.end);
    if (!is_short(a) || !is_separator(sign)) {
      a = sign;
      continue;
    }
    const Token b = token_at(text, sign.end);
    const Token again = token_at(text, b.end);
    const Token year = token_at(text, again.end);
    const bool date = is_short(b) && b.gap == Gap::none && is_separator(again) && again.mark == sign.mark &&
                      year.kind == TokenKind::number && year.gap == Gap::none;
    if (date) {
      day_first += a.number > 12 && a.number <= 31 && b.number <= 12;
      month_first += b.number > 12 && b.number <= 31 && a.number <= 12;
      days_go_on += b.number == before_behind && a.number != before;
      days_go_on_behind += a.number == before && b.number != before_behind;
      before = a.number, before_behind = b.number;
    }
    a = date ? token_at(text, year.end) : b;
  }
  const NumericOrder certain = of_more(day_first, month_first);
  return certain != NumericOrder::unknown || day_first > 0 ? certain : of_more(days_go_on, days_go_on_behind);
}

}  // namespace annals
