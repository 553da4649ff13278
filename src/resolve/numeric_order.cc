#include "resolve/numeric_order.h"

#include "text/token.h"

namespace annals {
namespace {

bool is_separator(const Token& token) {
  return token.gap == Gap::none && (token.mark == '/' || token.mark == '-');
}

bool is_short(const Token& token) { return token.kind == TokenKind::number && token.digits <= 2; }

}  // namespace

NumericOrder numeric_order_of(std::string_view text) {
  int day_first = 0;
  int month_first = 0;
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
    }
    a = date ? token_at(text, year.end) : b;
  }
  return day_first > month_first   ? NumericOrder::day_first
         : month_first > day_first ? NumericOrder::month_first
                                   : NumericOrder::unknown;
}

}  // namespace annals
