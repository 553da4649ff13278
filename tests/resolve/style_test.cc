#include "resolve/style.h"

#include "catch.h"

using namespace annals;

namespace {

// The style of a text that says these things, written on 1 May 2010.
std::string_view style(const std::vector<StyleSigns>& signs, std::string_view said = "", bool dated = true) {
  StyleEvidence evidence(dated ? std::optional(Moment{to_day(Civil{2010, 5, 1}), {}}) : std::nullopt, said);
  for (const StyleSigns& sign : signs) evidence.add(sign);
  return to_string(evidence.style());
}

// What an expression with a full year says.
StyleSigns year(Year year, int month = 0, bool era_said = false) {
  Fields fields;
  fields.year = year, fields.month = month, fields.era_said = era_said;
  return style_signs({fields});
}

const StyleSigns friday{{}, 1}, in_1914 = year(1914), in_2009 = year(2009);
const StyleSigns in_june_1914 = year(1914, 6), in_58_bc = year(-57, 0, true), in_410_ad = year(410, 0, true),
                 in_1066_ad = year(1066, 0, true);

}  // namespace

TEST_CASE("years long past make a narrative, and years of an era an ancient one") {
  CHECK(style({}) == "news");
  CHECK(style({in_2009, in_2009, in_2009}) == "news");
  CHECK(style({in_1914, in_1914}) == "news");
  CHECK(style({in_1914, in_1914, in_1914}) == "narrative");
  CHECK(style({in_1914, in_1914, in_1914, friday}) == "news");
  CHECK(style({in_58_bc, in_58_bc, in_58_bc}) == "ancient");
  CHECK(style({in_58_bc, in_1914, in_1914, in_1914}) == "narrative");
  CHECK(style({in_58_bc, friday}) == "news");
}

TEST_CASE("months long past, and eras, tell more than years") {
  CHECK(style({in_june_1914}) == "news");
  CHECK(style({in_june_1914, in_1914}) == "narrative");
  CHECK(style({in_june_1914, in_june_1914, friday}) == "news");
  CHECK(style({in_58_bc}) == "ancient");
  CHECK(style({in_410_ad}) == "ancient");
  CHECK(style({in_1066_ad}) == "narrative");
  CHECK(style({in_410_ad, friday}) == "news");
  CHECK(style({year(755)}) == "news");
  CHECK(style({year(755), year(756)}) == "ancient");
}

TEST_CASE("what is seen from its own day under an old heading is no news") {
  const auto under = [](Year heading, const StyleSigns& below) {
    StyleEvidence evidence(Moment{to_day(Civil{2010, 5, 1}), {}}, "");
    evidence.add(year(heading), true);
    for (int i = 0; i < 5; ++i) evidence.add(below);
    return to_string(evidence.style());
  };
  CHECK(under(1863, friday) == "narrative");
  CHECK(under(2009, friday) == "news");
  CHECK(under(532, year(1921)) == "narrative");
  CHECK(under(532, year(533)) == "ancient");
}

TEST_CASE("a day longer ago than anyone lives is told by history") {
  const auto day_of = [](Year year) {
    Fields fields;
    fields.year = year, fields.month = 4, fields.day = 9;
    return style_signs({fields});
  };
  CHECK(style({day_of(1918)}) == "narrative");
  CHECK(style({day_of(1918), friday}) == "news");
  CHECK(style({day_of(1943)}) == "news");  // a birth
}

TEST_CASE("a style said stands, but that a narrative may be ancient; so may a text without a date") {
  CHECK(style({in_1914, in_1914, in_1914}, "news") == "news");
  CHECK(style({friday}, "narrative") == "narrative");
  CHECK(style({in_58_bc}, "narrative") == "ancient");
  CHECK(style({in_1914}, "ancient") == "ancient");
  CHECK(style({}, "", false) == "narrative");
  CHECK(style({in_58_bc}, "", false) == "ancient");
}
