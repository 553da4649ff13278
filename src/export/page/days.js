// Days counted from 1970-01-01, in the proleptic Gregorian calendar and of any year: JavaScript's own Date ends some
// 270,000 years away, and the deep past does not. A clock time is a part of a day.
//
//   dayOf("1914-06-28") === -20276      dayOf("Y-65000000-01-01") is a plain number, too
//   nameOfYear(-43) === "44 BC"         year 0 is 1 BC, as in EDTF and ISO 8601

// After Howard Hinnant's days_from_civil: years begin in March, so that the leap day comes last.
function dayOfCivil(year, month, day) {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

function civilOfDay(count) {
  const z = Math.floor(count) + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1,
  };
}

// Null is an open end. `last` asks for the end of the day, or of the minute that a clock time names.
function dayOf(text, last) {
  if (text === null) return null;
  const found = /^Y?(-?\d+)-(\d\d)-(\d\d)(?:T(\d\d)(?::(\d\d))?(?::(\d\d))?(Z|[+-]\d\d:\d\d)?)?$/.exec(text);
  if (!found) return null;
  const [, year, month, day, hour, minute, second] = found;
  const midnight = dayOfCivil(Number(year), Number(month), Number(day));
  if (hour === undefined) return midnight + (last ? 1 : 0);
  return midnight + (Number(hour) * 3600 + Number(minute || 0) * 60 + Number(second || 0)) / 86400;
}

function nameOfYear(year) {
  const before = 1 - year;
  if (before >= 1e9) return trimmedNumber(before / 1e9) + " bn BC";
  if (before >= 1e6) return trimmedNumber(before / 1e6) + " m BC";
  if (before >= 1e4) return before.toLocaleString("en") + " BC";
  if (before >= 1) return before + " BC";
  return year < 1000 ? "AD " + year : String(year);
}

// A date as a reader writes it, where ISO's years would not be read right: year zero and a minus, or zeros in front.
//
//   "-0043-03-13..16"           "13 Mar 44 BC..16 Mar 44 BC"
//   "-0026 – 0004 ~"            "27 BC – AD 4 ~"
//   "2024-03-01..12"            the same
//   "[1921-05-03,1921-05-05]"   "1921-05-03 or 1921-05-05"
function toldDate(when) {
  if (when.startsWith("[")) return when.slice(1, -1).split(",").map(toldDate).join(" or ");
  const years = when.match(/-?\d{4,}/g) || [];
  if (when.includes(":") || years.every((year) => Number(year) >= 1000)) return when;
  let date = [];
  return when.replace(/Y?(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?|(\d\d)(?:-(\d\d))?/g, (all, year, month, day, ...rest) => {
    const behind = rest.slice(0, 2).filter(Boolean);  // what "..16" leaves out stands in the date before it
    date = year === undefined ? [...date.slice(0, date.length - behind.length), ...behind] : [year, month, day].filter(Boolean);
    const parts = [nameOfYear(Number(date[0])), date[1] && monthNames[Number(date[1]) - 1], date[2] && String(Number(date[2]))];
    return parts.filter(Boolean).reverse().join(" ").replaceAll(" ", "\u00a0");
  });
}

function trimmedNumber(number) {
  return String(Number(number.toPrecision(6)));
}

const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
