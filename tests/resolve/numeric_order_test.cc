#include "resolve/numeric_order.h"

#include "catch.h"

using namespace annals;

TEST_CASE("the order of numeric dates by those that can be read in one way") {
  using Order = NumericOrder;
  const std::pair<const char*, Order> rows[] = {
      {"Paid 05/04/1912.", Order::unknown},
      {"Paid 17/04/1912 and 05/04/1912.", Order::day_first},
      {"Paid 04/17/1912 and 05/04/1912.", Order::month_first},
      {"Paid 17-04-1912.", Order::day_first},
      {"Paid 17/04/1912 and 04/17/1912.", Order::unknown},
      {"Scores of 17/04-1912 and 17 / 04 / 1912.", Order::unknown},
      {"A share of 13/16 of it.", Order::unknown},
      {"Log of 1/6/44. Rain. 2/6/44. Fair.", Order::day_first},  // the month stays, the day goes on
      {"Log of 6/1/44. Rain. 6/2/44. Fair.", Order::month_first},
      {"Log of 1/6/44. Rain. 2/7/44. Fair.", Order::unknown},
      {"Log of 1/6/44. Rain. 2/6/44. 6/13/44.", Order::month_first},
      {"", Order::unknown},
  };
  for (const auto& [text, order] : rows) {
    INFO(text);
    CHECK(numeric_order_of(text) == order);
  }
}
