// The digits of dates, written and read by hand: streams and locales are slow, and date's own parsers refuse
// "-0043-03-15" because their width counts the sign.
//
//   append_number(out, 7, 2)            "07"
//   append_year(out, -65000000)         "Y-65000000"
//   Reader r("2024-W13"); r.digits(4, 4) == 2024; r.take("-W"); r.digits(2, 2) == 13; r.done()
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace annals {

// `number`, at least 0, with zeros in front up to `width`.
void append_number(std::string& out, std::int64_t number, int width);
// A year as EDTF writes it: four digits with a sign, "Y" in front of more.
void append_year(std::string& out, std::int64_t year);

class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}
  bool done() const { return rest_.empty(); }
  char next() const { return rest_.empty() ? '\0' : rest_.front(); }
  std::string_view rest() const { return rest_; }
  bool take(char sign);
  bool take(std::string_view word);
  // A run of at least `least` digits, of which at most `most`
  // (below 19) are taken; nothing is taken where there are fewer.
  std::optional<std::int64_t> digits(int least, int most);
  // What append_year writes, within +-farthest_year; "-0000", "Y2024" and "Y012345" are no years.
  std::optional<std::int64_t> year();

 private:
  std::string_view rest_;
};

}  // namespace annals
