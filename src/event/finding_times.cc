// What a time says of the event it was attached to: whether it is its own, and which of several days or years
// a bare one means.
#include <algorithm>

#include "event/finding.h"

namespace annals {

// "41 million, against 50 million [a year earlier]": the time of what it is compared with.
bool Finding::is_compared(std::uint32_t time) const {
  if (time < 2) return false;
  if (lists_.has(reading_.head(time - 1).key, List::comparative))
    return true;  // higher than [a year earlier]
  const auto letter = [this](std::uint32_t i) { return reading_.letter(i); };
  if (letter(time - 1) == 'I' && letter(time - 2) == 'I' &&
      lists_.has(reading_.head(time - 2).key, List::prepositional))
    return true;  // higher costs, compared with [a year earlier]
  if (!is_noun_letter(letter(time - 1)) && letter(time - 1) != ',') return false;
  std::uint32_t i = time - 1;  // "from $4 million, or 24 cents a share, [a year earlier]"
  while (i > 0 && std::string_view("NEPDJ,C").find(letter(i)) != std::string_view::npos) --i;
  if (letter(i) != 'I') return false;
  const Tag first = reading_.words[reading_.chunks[i + 1].first].tag;
  const bool number = first == Tag::CD || first == Tag::Currency;
  const bool compared =
      i > 0 && letter(i - 1) == 'I' && lists_.has(reading_.head(i - 1).key, List::prepositional);
  return number && (compared || lists_.has(reading_.head(i).key, List::comparing));
}

// "[Today] the mill is a museum": the article's day, and no event of it.
bool Finding::is_how_things_are(std::uint32_t time, std::uint32_t verb) const {
  const Resolved& r = expressions_[reading_.chunks[time].expression];
  const Chunk& chunk = reading_.chunks[verb];
  const Tag form = reading_.words[chunk.first].tag;
  const bool present =
      reading_.letter(verb) == 'V' && (form == Tag::VBZ || form == Tag::VBP) && !chunk.perfect;
  const bool lasts = chunk.passive || reading_.head(verb).entry->has(Mark::be) ||
                     lists_.has(chunk.lemma, List::light) || lists_.has(chunk.lemma, List::stative);
  const bool this_day = article_.date && r.placed && r.anchor.kind == AnchorKind::article &&
                        r.grain == Granularity::day && r.bounds.earliest_start &&
                        r.bounds.earliest_start->day == article_.date->day;
  return time == 0 && present && lasts && this_day;
}

// "The figures for [January] surprised him": what the subject is about.
bool Finding::is_of_subject(std::uint32_t time, std::uint32_t last) const {
  if (time < 2 || !is_noun_letter(reading_.letter(time - 2))) return false;
  std::uint32_t next = last + 1;  // "The line for this year, [she said,] would wait"
  if (reading_.letter(next) == ',' && reading_.letter(next + 2) == 'Z')
    next = static_cast<std::uint32_t>(reading_.letters.find(',', next + 2)) + 1;
  return is_finite_letter(reading_.letter(next)) && lists_.has(reading_.head(time - 1).key, List::forward) &&
         reading_.letter(time - 2) != 'E';
}

// "Its first loss since [1985]", "the worst fire since [1929]": when the one before it was.
bool Finding::is_of_row(std::uint32_t time) const {
  if (time < 2 || !lists_.has(reading_.head(time - 1).key, List::since_like)) return false;
  for (std::uint32_t i = time - 1;
       i-- > 0 && std::string_view("NEPDJOIR'").find(reading_.letter(i)) != std::string_view::npos;) {
    const Chunk& chunk = reading_.chunks[i];
    const bool one = std::any_of(
        reading_.words.begin() + chunk.first, reading_.words.begin() + chunk.last, [&](const Word& word) {
          return word.tag == Tag::JJS || word.tag == Tag::RBS || lists_.has(word.key, List::singling);
        });
    if (one) return true;
  }
  return false;
}

// A verb that was tagged a noun has no part in another's: "were cast in May and first [rung] in June", "and now
// [rings]"; nor has a mere number.
bool Finding::may_take_part(std::uint32_t noun) const {
  const Chunk& chunk = reading_.chunks[noun];
  const Word& head = reading_.words[chunk.head];
  const bool bare = chunk.first == chunk.head && head.entry->tags.has(Tag::VBZ);
  return !head.entry->tags.has(Tag::VBN) && !bare && head.tag != Tag::CD;
}

// Whose day it is, where the words alone do not tell.
std::uint32_t Finding::owner_of(std::uint32_t chunk, std::uint32_t time) const {
  const Resolved& r = expressions_[reading_.chunks[time].expression];
  if (reading_.letter(chunk) == 'B') return done_for(chunk, r);
  return told_of(chunk, time, r);
}

// "All [voted] to support him on Friday", read on Saturday: the day of what was done for a purpose, unless it
// lies ahead. What somebody wants or orders has a day of its own.
std::uint32_t Finding::done_for(std::uint32_t purpose, const Resolved& r) const {
  const bool past =
      article_.date && r.placed && r.bounds.latest_end && !(article_.date->day < r.bounds.latest_end->day);
  const std::uint32_t verb = Clauses(reading_, lists_).governor(purpose);
  if (!past || verb == nowhere || !reading_.chunks[verb].past) return purpose;
  const auto in = [&](List list) { return lists_.has(reading_.chunks[verb].lemma, list); };
  const bool own = in(List::intention) || in(List::directive) || in(List::implicative) ||
                   in(List::negative_verb) || in(List::stative);
  const bool apart = reading_.letters.find_first_of(",;CSW\"", verb) < purpose;
  return own || apart ? purpose : verb;
}

// "They reported a [cutback] in supplies for September": what is said on a day is told with the day; a month
// or a quarter counted from the article is that of what is said.
std::uint32_t Finding::told_of(std::uint32_t verb, std::uint32_t time, const Resolved& r) const {
  const bool long_ago = r.anchor.kind == AnchorKind::article && r.grain >= Granularity::month;
  if (!is_verb_letter(reading_.letter(verb)) || !long_ago || time < verb) return verb;
  const std::uint64_t lemma = reading_.chunks[verb].lemma;
  if (!lists_.has(lemma, List::reporting) && !lists_.has(lemma, List::cognition)) return verb;
  const std::size_t event = reading_.letters.find('E', verb);
  return event < time ? static_cast<std::uint32_t>(event) : verb;
}

// "The next spring the army emerged", and it is still to come: a wrong anchor, unless that lies ahead too. A
// day ahead is the morrow's paper.
bool Finding::is_ahead_of_tense(const Event& event, const Resolved& r) const {
  if (!event.past || !r.placed || !r.anchor.at || !article_.date || !r.bounds.earliest_start) return false;
  const auto ahead = [this](const Moment& at) { return article_.date->day + 1 < at.day; };
  return ahead(*r.bounds.earliest_start) && !ahead(*r.anchor.at);
}

// "The office will open in December", read in March: nothing near it says that December is still to come.
bool Finding::is_behind_plan(std::uint32_t verb, const Resolved& r) const {
  const Chunk& chunk = reading_.chunks[verb];
  return (chunk.planned || lists_.has(chunk.modal, List::planned_modal)) && r.placed &&
         r.policy.starts_with("nearest") && r.bounds.latest_end &&
         r.bounds.latest_end->day < article_.date->day;
}

// "He was shot on the night of October 23", read in May: a bare month, day or weekday that lies ahead of what
// is told as past is the one before, one that lies behind a plan the next. Nothing where the time is not the
// verb's: "a note [due] March 15".
std::optional<Resolved> Finding::one_away(std::uint32_t time, const Resolved& r, int sign) const {
  const std::uint32_t first = reading_.chunks[time].first;
  const bool owned = first > 0 && lists_.has(reading_.words[first - 1].key, List::forward);
  if (r.policy.empty() || owned || !r.bounds.latest_end) return std::nullopt;
  const std::string_view words = text_of(r.span, text_);
  const bool dated = words.find_first_of("0123456789") != std::string_view::npos;
  const bool week = !dated && r.grain <= Granularity::day;
  Resolved out = r;
  for (std::optional<Moment>* edge : {&out.bounds.earliest_start, &out.bounds.latest_start,
                                      &out.bounds.earliest_end, &out.bounds.latest_end}) {
    if (*edge) (*edge)->day = week ? (*edge)->day + 7 * sign : add_months((*edge)->day, 12 * sign);
  }
  const bool ahead = article_.date->day < out.bounds.latest_end->day;
  if (ahead == (sign < 0)) return std::nullopt;
  return out;
}

}  // namespace annals
