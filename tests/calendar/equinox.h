// When spring and autumn begin, to about a minute: J. Meeus, Astronomical Algorithms (2nd edition, 1998),
// chapter 27, for the years 1000 to 3000. For the tests of calendars that hang on it.
#pragma once
#include <cmath>
#include <numbers>

namespace annals {

enum class Equinox { march, september };

// In days from 1970-01-01 00:00 of universal time, of the Gregorian year.
inline double equinox(Equinox which, int year) {
  const double y = (year - 2000) / 1000.0;
  const double mean = which == Equinox::march
                          ? 2451623.80984 + y * (365242.37404 + y * (0.05169 + y * (-0.00411 - y * 0.00057)))
                          : 2451810.21715 + y * (365242.01767 + y * (-0.11575 + y * (0.00337 + y * 0.00078)));
  struct Term {
    double size, phase, speed;
  };
  static constexpr Term terms[] = {
      {485, 324.96, 1934.136}, {203, 337.23, 32964.467}, {199, 342.08, 20.186},   {182, 27.85, 445267.112},
      {156, 73.14, 45036.886}, {136, 171.52, 22518.443}, {77, 222.54, 65928.934}, {74, 296.72, 3034.906},
      {70, 243.58, 9037.513},  {58, 119.81, 33718.147},  {52, 297.17, 150.678},   {50, 21.02, 2281.226},
      {45, 247.54, 29929.562}, {44, 325.15, 31555.956},  {29, 60.93, 4443.417},   {18, 155.12, 67555.328},
      {17, 288.79, 4562.452},  {16, 198.04, 62894.029},  {14, 199.76, 31436.921}, {12, 95.39, 14577.848},
      {12, 287.11, 31931.756}, {12, 320.81, 34777.259},  {9, 227.73, 1222.114},   {8, 15.45, 16859.074}};
  constexpr double degree = std::numbers::pi / 180;
  const double t = (mean - 2451545) / 36525;
  const double w = (35999.373 * t - 2.47) * degree;
  double sum = 0;
  for (const auto& [size, phase, speed] : terms) sum += size * std::cos((phase + speed * t) * degree);
  const double dynamical = mean + 0.00001 * sum / (1 + 0.0334 * std::cos(w) + 0.0007 * std::cos(2 * w));
  const double u = (year - 1820) / 100.0;  // universal time lags behind by -20 + 32 u^2 seconds or so
  return dynamical - (-20 + 32 * u * u) / 86400 - 2440587.5;
}

}  // namespace annals
