// Where the axis has its lines: the finest unit whose lines stand far enough apart.
//
//   ticksBetween(1914-06-01, 1914-08-31, 30)    Jun | Jul | Aug
//   ticksBetween(1914-06-30, 1914-07-02, 1)     30 Jun | 1 Jul 1914 | 2 Jul
//
// Years before Christ fall on their own round numbers: 100 BC and not 101 BC, which is the round one for a program.

const meanYear = 365.2425;

const steps = [
  ...[1, 3, 6, 12].map((count) => ({ unit: "hour", count, days: count / 24 })),
  ...[1, 2, 7].map((count) => ({ unit: "day", count, days: count })),
  ...[1, 3, 6].map((count) => ({ unit: "month", count, days: count * 30.44 })),
];

function yearStep(days) {
  const years = days / meanYear;
  const power = 10 ** Math.floor(Math.log10(Math.max(years, 1)));
  const count = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= years * 0.999) || 10 * power;
  return { unit: "year", count, days: count * meanYear };
}

// `least` is the least distance of two lines, in days.
function ticksBetween(first, last, least) {
  const step = steps.find((one) => one.days >= least) || yearStep(least);
  if (step.unit === "year") return yearTicks(first, last, step.count);
  if (step.unit === "month") return monthTicks(first, last, step.count);
  return dayTicks(first, last, step);
}

function yearTicks(first, last, count) {
  const ticks = [];
  const begin = civilOfDay(first).year;
  const end = civilOfDay(last).year;
  for (let round = Math.floor((begin - 1) / count) * count; round <= end + count; round += count) {
    const year = round > 0 ? round : round === 0 ? 1 : round + 1;
    const day = dayOfCivil(year, 1, 1);
    if (day < first || day > last) continue;
    ticks.push({ day, name: nameOfYear(year), major: year === 1 || (count < 1000 && round % (count * 10) === 0) });
  }
  return ticks;
}

function monthTicks(first, last, count) {
  const ticks = [];
  const begin = civilOfDay(first);
  for (let index = Math.floor((begin.year * 12 + begin.month - 1) / count) * count; ; index += count) {
    const month = ((index % 12) + 12) % 12;
    const year = (index - month) / 12;
    const day = dayOfCivil(year, month + 1, 1);
    if (day > last) return ticks;
    if (day >= first) ticks.push({ day, name: month === 0 ? nameOfYear(year) : monthNames[month], major: month === 0 });
  }
}

function dayTicks(first, last, step) {
  const ticks = [];
  for (let day = Math.floor(first / step.days) * step.days; day <= last; day += step.days) {
    if (day < first) continue;
    const { year, month, day: number } = civilOfDay(day + 1e-6);
    const hour = Math.round((day - Math.floor(day + 1e-6)) * 24);
    const major = hour === 0 && number === 1;
    const date = number + " " + monthNames[month - 1] + (major ? " " + nameOfYear(year) : "");
    ticks.push({ day, name: hour > 0 ? String(hour).padStart(2, "0") + ":00" : date, major });
  }
  return ticks;
}

// The date that says in which year or day the lines at the left edge lie, where their own names do not.
function contextOf(day, least) {
  const { year, month, day: number } = civilOfDay(day);
  if (least >= 365) return "";
  if (least >= 28) return nameOfYear(year);
  if (least >= 1) return monthNames[month - 1] + " " + nameOfYear(year);
  return number + " " + monthNames[month - 1] + " " + nameOfYear(year);
}
