#include "calendar/calendars.h"

#include "catch.h"

using namespace annals;

TEST_CASE("dates that the literature gives in two calendars") {
  struct Row {
    CalendarDate date;
    const char* day;
    int weekday;
  };
  const Row rows[] = {
      {{Calendar::julian, -43, 3, 15}, "-0043-03-13", 3},  // the Ides of March
      {{Calendar::julian, 43, 5, 18}, "0043-05-16", 6},    // a.d. XV Kal. Iun.
      {{Calendar::julian, -170'000'000, 12, 31}, "Y-170003490-03-01", 6},
      {{Calendar::julian, 1066, 10, 14}, "1066-10-20", 6},  // Hastings, "Saturday, St Calixtus' day"
      {{Calendar::julian, 1415, 10, 25}, "1415-11-03", 5},  // Agincourt
      {{Calendar::julian, 1485, 8, 22}, "1485-08-31", 1},   // Bosworth
      {{Calendar::julian, 1582, 10, 4}, "1582-10-14", 4},  // bull Inter gravissimas: Thursday, then Friday 15
      {{Calendar::julian, 1649, 1, 30}, "1649-02-09", 2},  // Charles I
      {{Calendar::julian, 1666, 9, 2}, "1666-09-12", 7},   // Pepys: "Lord's day"
      {{Calendar::julian, 1732, 2, 11}, "1732-02-22", 5},  // Washington's birth
      {{Calendar::julian, 1752, 9, 2}, "1752-09-13", 3},   // 24 Geo. 2 c. 23: the day after is the 14th
      {{Calendar::julian, 1917, 10, 25}, "1917-11-07", 3},  // the October revolution
      {{Calendar::swedish, 1700, 2, 28}, "1700-03-10", 3},  // the last day before Sweden's own calendar
      {{Calendar::swedish, 1700, 3, 1}, "1700-03-11", 4},
      {{Calendar::swedish, 1709, 6, 28}, "1709-07-08", 1},  // Poltava, 27 June in Russia
      {{Calendar::swedish, 1712, 2, 30}, "1712-03-11", 5},
      {{Calendar::swedish, 1712, 3, 1}, "1712-03-12", 6},
      {{Calendar::swedish, 1753, 2, 17}, "1753-02-28", 3},
      {{Calendar::french_republican, 1, 1, 1}, "1792-09-22", 6},
      {{Calendar::french_republican, 2, 11, 9}, "1794-07-27", 7},   // 9 Thermidor II, Robespierre's fall
      {{Calendar::french_republican, 3, 13, 6}, "1795-09-22", 2},   // a leap day
      {{Calendar::french_republican, 4, 1, 13}, "1795-10-05", 1},   // 13 Vendemiaire IV
      {{Calendar::french_republican, 5, 12, 18}, "1797-09-04", 1},  // 18 Fructidor V
      {{Calendar::french_republican, 8, 2, 18}, "1799-11-09", 6},   // 18 Brumaire VIII
      {{Calendar::french_republican, 14, 4, 10}, "1805-12-31", 2},  // its last day
      {{Calendar::french_republican, 79, 8, 16},
       "1871-05-06",
       6},                                                 // the Commune's Journal officiel of 16 Floreal
      {{Calendar::islamic, 1, 1, 1}, "0622-07-19", 5},     // Friday 16 July 622 (Julian)
      {{Calendar::islamic, 583, 7, 27}, "1187-10-09", 5},  // Saladin enters Jerusalem: Friday 2 October
      {{Calendar::hebrew, 5708, 9, 5}, "1948-05-14", 5},   // Israel's declaration of independence
      {{Calendar::solar_hijri, 1285, 5, 14}, "1906-08-06", 1},   // the constitution's firman
      {{Calendar::solar_hijri, 1357, 11, 22}, "1979-02-11", 7},  // the revolution's day
      {{Calendar::coptic, 1, 1, 1}, "0284-08-29", 5},
      {{Calendar::ethiopian, 2000, 1, 1}, "2007-09-12", 3},  // Ethiopia's millennium
  };
  for (const auto& [date, printed, on] : rows) {
    INFO(to_string(date));
    const auto day = to_day(date);
    REQUIRE(day);
    CHECK(to_string(*day) == printed);
    CHECK(weekday(*day) == on);
    CHECK(in_calendar(date.calendar, *day) == date);
  }
}

// The sample dates of E. M. Reingold and N. Dershowitz, Calendrical Calculations (3rd edition, 2008),
// appendix C, in its columns for the Gregorian, Julian, modified French,
// arithmetic Islamic, Hebrew, astronomical Persian, Coptic and Ethiopic calendars,
// after the day as counted from 31 December of 1 BC. "-" is before the era.
TEST_CASE("the sample dates of Calendrical Calculations") {
  struct Row {
    std::int64_t fixed;
    const char* dates;
  };
  const Row rows[] = {
      {-214193, "-0586-07-24 -0586-07-30 - - 3174-12-10 - - -"},
      {-61387, "-0168-12-05 -0168-12-08 - - 3593-03-25 - - -"},
      {25469, "0070-09-24 0070-09-26 - - 3831-01-03 - - 0063-01-29"},
      {49217, "0135-10-02 0135-10-03 - - 3896-01-09 - - 0128-02-05"},
      {171307, "0470-01-08 0470-01-07 - - 4230-04-18 - 0186-05-12 0462-05-12"},
      {210155, "0576-05-20 0576-05-18 - - 4336-10-04 - 0292-09-23 0568-09-23"},
      {253427, "0694-11-10 0694-11-07 - 0075-07-13 4455-02-13 0073-08-19 0411-03-11 0687-03-11"},
      {369740, "1013-04-25 1013-04-19 - 0403-10-05 4773-09-06 0392-02-05 0729-08-24 1005-08-24"},
      {400085, "1096-05-24 1096-05-18 - 0489-05-22 4856-09-23 0475-03-04 0812-09-23 1088-09-23"},
      {434355, "1190-03-23 1190-03-16 - 0586-02-07 4950-08-07 0569-01-03 0906-07-20 1182-07-20"},
      {452605, "1240-03-10 1240-03-03 - 0637-08-07 5000-07-08 0618-12-20 0956-07-07 1232-07-07"},
      {470160, "1288-04-02 1288-03-26 - 0687-02-20 5048-08-21 0667-01-14 1004-07-30 1280-07-30"},
      {473837, "1298-04-27 1298-04-20 - 0697-07-07 5058-09-07 0677-02-08 1014-08-25 1290-08-25"},
      {507850, "1391-06-12 1391-06-04 - 0793-07-01 5151-11-01 0770-03-22 1107-10-10 1383-10-10"},
      {524156, "1436-02-03 1436-01-25 - 0839-07-06 5196-05-07 0814-11-14 1152-05-29 1428-05-29"},
      {544676, "1492-04-09 1492-03-31 - 0897-06-01 5252-08-03 0871-01-21 1208-08-05 1484-08-05"},
      {567118, "1553-09-19 1553-09-09 - 0960-09-30 5314-01-01 0932-06-28 1270-01-12 1546-01-12"},
      {569477, "1560-03-05 1560-02-24 - 0967-05-27 5320-06-27 0938-12-14 1276-06-29 1552-06-29"},
      {601716, "1648-06-10 1648-05-31 - 1058-05-18 5408-10-20 1027-03-21 1364-10-06 1640-10-06"},
      {613424, "1680-06-30 1680-06-20 - 1091-06-02 5440-11-03 1059-04-10 1396-10-26 1672-10-26"},
      {626596, "1716-07-24 1716-07-13 - 1128-08-04 5476-12-05 1095-05-02 1432-11-19 1708-11-19"},
      {645554, "1768-06-19 1768-06-08 - 1182-02-03 5528-11-04 1147-03-30 1484-10-14 1760-10-14"},
      {664224, "1819-08-02 1819-07-21 0027-11-14 1234-10-10 5579-12-11 1198-05-10 1535-11-27 1811-11-27"},
      {671401, "1839-03-27 1839-03-15 0047-07-06 1255-01-11 5599-08-12 1218-01-07 1555-07-19 1831-07-19"},
      {694799, "1903-04-19 1903-04-06 0111-07-29 1321-01-21 5663-08-22 1282-01-29 1619-08-11 1895-08-11"},
      {704424, "1929-08-25 1929-08-12 0137-12-07 1348-03-19 5689-12-19 1308-06-03 1645-12-19 1921-12-19"},
      {708842, "1941-09-29 1941-09-16 0150-01-07 1360-09-08 5702-01-08 1320-07-07 1658-01-19 1934-01-19"},
      {709409, "1943-04-19 1943-04-06 0151-07-29 1362-04-13 5703-08-14 1322-01-29 1659-08-11 1935-08-11"},
      {709580, "1943-10-07 1943-09-24 0152-01-15 1362-10-07 5704-01-08 1322-07-14 1660-01-26 1936-01-26"},
      {727274, "1992-03-17 1992-03-04 0200-06-27 1412-09-13 5752-07-12 1370-12-27 1708-07-08 1984-07-08"},
      {728714, "1996-02-25 1996-02-12 0204-06-07 1416-10-05 5756-06-05 1374-12-06 1712-06-17 1988-06-17"},
      {744313, "2038-11-10 2038-10-28 0247-02-20 1460-10-12 5799-02-12 1417-08-19 1755-03-01 2031-03-01"},
      {764652, "2094-07-18 2094-07-05 0302-11-01 1518-03-05 5854-12-05 1473-04-28 1810-11-11 2086-11-11"},
  };
  const Calendar columns[] = {Calendar::gregorian, Calendar::julian,   Calendar::french_republican,
                              Calendar::islamic,   Calendar::hebrew,   Calendar::solar_hijri,
                              Calendar::coptic,    Calendar::ethiopian};
  for (const auto& [fixed, dates] : rows) {
    const Day day = to_day({0, 12, 31}) + fixed;
    std::string printed;
    for (const auto calendar : columns) {
      const auto date = in_calendar(calendar, day);
      if (!printed.empty()) printed += ' ';
      printed += date ? to_string(*date).substr(to_string(calendar).size() + 1) : "-";
      if (date) CHECK(to_day(*date) == day);
    }
    CHECK(printed == dates);
  }
}

TEST_CASE("dates that do not exist are none") {
  const CalendarDate rows[] = {
      {Calendar::gregorian, 1900, 2, 29},      {Calendar::gregorian, 1914, 6, 31},
      {Calendar::gregorian, 1914, 13, 1},      {Calendar::gregorian, 1914, 0, 1},
      {Calendar::gregorian, 1914, 6, 0},       {Calendar::gregorian, farthest_year + 1, 1, 1},
      {Calendar::julian, 1901, 2, 29},         {Calendar::julian, -farthest_year - 1, 1, 1},
      {Calendar::swedish, 1700, 2, 29},        {Calendar::swedish, 1712, 2, 31},
      {Calendar::french_republican, 2, 13, 6}, {Calendar::french_republican, 0, 1, 1},
      {Calendar::french_republican, 2, 14, 1}, {Calendar::islamic, 583, 8, 30},
      {Calendar::hebrew, 5707, 7, 1},          {Calendar::hebrew, 0, 1, 1},
      {Calendar::solar_hijri, 1357, 12, 30},   {Calendar::coptic, 1, 13, 6},
      {Calendar::ethiopian, 2000, 13, 6},
  };
  for (const auto& date : rows) {
    INFO(to_string(date));
    CHECK_FALSE(to_day(date));
  }
  for (const auto calendar : all_calendars) {
    INFO(to_string(calendar));
    for (const std::int64_t far : {4000 * farthest_year, -4000 * farthest_year, INT64_MAX, INT64_MIN}) {
      CHECK_FALSE(in_calendar(calendar, {far}));
      CHECK_FALSE(to_day({calendar, far, 1, 1}));
      CHECK_FALSE(days_of_year(calendar, far));
      CHECK(days_in_month(calendar, far, 1) == 0);
    }
    CHECK_FALSE(days_of_year(calendar, farthest_year + 1));
    CHECK_FALSE(days_of_month(calendar, 2000, months_in(calendar) + 1));
  }
}

TEST_CASE("calendars by name") {
  for (const auto calendar : all_calendars) CHECK(calendar_named(to_string(calendar)) == calendar);
  CHECK(to_string(Calendar::ethiopian) == "ethiopian");
  CHECK_FALSE(calendar_named("Julian"));
}

TEST_CASE("months and years as spans of days") {
  struct Row {
    std::optional<DaySpan> span;
    const char *first, *last;
  };
  const Row rows[] = {
      {days_of_year(Calendar::islamic, 583), "1187-03-20", "1188-03-08"},
      {days_of_month(Calendar::islamic, 583, 7), "1187-09-13", "1187-10-12"},
      {days_of_year(Calendar::french_republican, 8), "1799-09-23", "1800-09-22"},
      {days_of_month(Calendar::french_republican, 2, 11), "1794-07-19", "1794-08-17"},
      {days_of_month(Calendar::french_republican, 3, 13), "1795-09-17", "1795-09-22"},
      {days_of_year(Calendar::julian, 1700), "1700-01-11", "1701-01-11"},
      {days_of_month(Calendar::swedish, 1712, 2), "1712-02-11", "1712-03-11"},
      {days_of_year(Calendar::hebrew, 5784), "2023-09-16", "2024-10-02"},
      {days_of_year(Calendar::solar_hijri, 1403), "2024-03-20", "2025-03-20"},
  };
  for (const auto& [span, first, last] : rows) {
    REQUIRE(span);
    CHECK(to_string(span->first) == first);
    CHECK(to_string(span->last) == last);
  }
}
