#include "event/window.h"

#include "event/clause.h"

namespace annals {
namespace {

Bounds not_after(const std::optional<Moment>& last) {
  Bounds out;
  out.latest_start = out.latest_end = last;
  return out;
}

Bounds not_before(const std::optional<Moment>& first) {
  Bounds out;
  out.earliest_start = out.earliest_end = first;
  return out;
}

Window range(const Bounds& from, const Bounds& to) {
  return {{from.earliest_start, from.latest_end, to.earliest_start, to.latest_end}, Extent::span};
}

}  // namespace

std::uint32_t awaited_verb(const Reading& reading, const WordLists& lists, std::uint32_t time) {
  if (time < 2 || !lists.has(reading.head(time - 1).key, List::until_like)) return nowhere;
  const std::uint32_t verb = Clauses(reading, lists).previous_verb(time);
  const bool apart = verb != nowhere && reading.letters.find_first_of(",;SW\"", verb) < time;
  return verb != nowhere && !apart && reading.chunks[verb].negated && reading.chunks[verb].past ? verb
                                                                                                : nowhere;
}

Window window_of(const Reading& reading, const WordLists& lists, std::uint32_t time, const Resolved& resolved,
                 const Resolved* until) {
  const Bounds& b = resolved.bounds;
  if (until != nullptr && until->placed) return range(b, until->bounds);
  const bool open = !b.earliest_start || !b.latest_end;
  if (open) return {b, Extent::span};
  const bool two = time > 1 && reading.letter(time - 1) == 'I' &&  // prior to 1612
                   lists.has(reading.head(time - 2).key, List::before_like);
  const std::uint64_t before = time > 0 ? reading.head(time - (two ? 2 : 1)).key : 0;
  const char letter = time > 0 ? reading.letter(time - 1) : ' ';
  const bool preposition = letter == 'I' || letter == 'A' || letter == 'S';  // S: "Before [1612] he wrote it"
  if (preposition && lists.has(before, List::by_like)) return {not_after(b.latest_end), Extent::unknown};
  if (preposition && lists.has(before, List::since_like)) {
    return {{b.earliest_start, b.latest_end, b.earliest_start, std::nullopt}, Extent::span};
  }
  const bool clock = resolved.grain < Granularity::day;  // after six o'clock, the same day
  if (preposition && clock && (lists.has(before, List::after_like) || lists.has(before, List::before_like)))
    return {instant_within(interval(containing(Granularity::day, b.earliest_start->day))), Extent::instant};
  if (preposition && lists.has(before, List::after_like))
    return {not_before(Moment{b.latest_end->day + 1, {}}), Extent::unknown};
  if (preposition && lists.has(before, List::before_like)) {
    const bool last = resolved.mod == "END";  // "before the end of the decade" may be its last year
    return {not_after(last ? *b.latest_end : Moment{b.earliest_start->day - 1, {}}), Extent::unknown};
  }
  if (preposition && lists.has(before, List::until_like) && awaited_verb(reading, lists, time) == nowhere)
    return {{std::nullopt, b.latest_end, b.earliest_start, b.latest_end}, Extent::span};
  if (preposition && lists.has(before, List::throughout_like)) return {b, Extent::span};
  return {instant_within(b), Extent::instant};
}

}  // namespace annals
