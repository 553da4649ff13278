#include "event/clause.h"

#include <algorithm>

namespace annals {

std::uint32_t Clauses::previous_verb(std::uint32_t chunk) const {
  for (std::uint32_t i = chunk; i-- > 0;) {
    if (is_verb_letter(r_.letter(i))) return i;
    if (r_.letter(i) == ';') break;
  }
  return nowhere;
}

std::uint32_t Clauses::next_main_verb(std::uint32_t chunk) const {
  for (std::uint32_t i = chunk + 1; i < r_.letters.size() && r_.letter(i) != ';'; ++i) {
    if (r_.letter(i) == 'V') return i;
  }
  return nowhere;
}

std::uint32_t Clauses::group_begin(std::uint32_t noun) const {
  std::uint32_t begin = noun;
  while (begin >= 2 && r_.letter(begin - 1) == '\'' && is_nominal(begin - 2)) begin -= 2;
  return begin;
}

// Behind the noun at i: possessed nouns, phrases of prepositions, nouns joined by "and".
std::uint32_t Clauses::group_end(std::uint32_t i, std::uint32_t end) const {
  std::uint32_t at = i + 1;
  while (at < end) {
    const char c = r_.letter(at);
    std::uint32_t next = at + 1;
    while (next < end && r_.letter(next) == 'D') ++next;
    if (r_.letter(next) == 'T' && r_.letter(next - 1) == 'D') ++next;  // of the [Spring] Offensive
    while (next < end && r_.letter(next) == 'J' && is_noun_letter(r_.letter(next + 1))) ++next;
    const bool joins = c == '\'' || c == 'O' || c == 'I' || c == 'C';
    if (!joins || next >= end || !is_nominal(next)) break;
    at = next + 1;
    const bool kin = at < end && r_.letter(next) == 'P' && r_.letter(at) == 'N' &&
                     r_.words[r_.chunks[at].first].tag == Tag::PRPS;
    if (kin) ++at;  // of Otto and Ada [his wife]
  }
  return std::min(at, end);
}

Phrase Clauses::noun_group(std::uint32_t noun, std::uint32_t end) const {
  return {group_begin(noun), group_end(noun, end)};
}

// Behind something set in between: brackets, or a relative, participle or infinitive phrase up to its comma;
// "On coming home [he] sold it" needs none.
std::uint32_t Clauses::skip_inserted(std::uint32_t i, std::uint32_t end) const {
  const char close = r_.letter(i) == '(' ? ')' : ',';
  const bool ends_at_subject = r_.letter(i) == 'U' || r_.letter(i) == 'B';
  const auto is_subject = [&](std::uint32_t k) {
    return r_.letter(k) == 'p' && lists_.has(r_.head(k).key, List::subject_pronoun);
  };
  while (i < end && r_.letter(i) != close && !(ends_at_subject && is_subject(i))) ++i;
  return i;
}

bool Clauses::is_reflexive(std::uint32_t i) const {
  return r_.letter(i) == 'p' && lists_.has(r_.head(i).key, List::reflexive);
}

// "[this time] the owner wrote": a noun with the subject right behind it tells when or how.
bool Clauses::is_adverbial(std::uint32_t i, std::uint32_t end) const {
  return r_.letter(i) == 'N' && i + 1 < end && is_nominal(i + 1) && !is_reflexive(i + 1);
}

// What stands before a verb, while it is read from left to right.
struct Clauses::Field {
  Phrase first, last;     // that no preposition governs
  int last_segment = -1;  // the one of `last`
  int segment = 0;        // between commas
  bool joined = false;    // "A, B and C"
  bool governed = false;  // by a preposition
};

// A noun phrase that no preposition governs; a list is one.
void Clauses::add_subject(Field& field, std::uint32_t noun, std::uint32_t stop) const {
  const bool behind_and = field.joined && r_.letter(noun - 1) == 'C';
  const bool holds_and = r_.letter(noun - 1) == ',' && r_.letters.find('C', noun) < stop;  // A, [B and C]
  const bool list = !field.first.empty() && field.last_segment >= 0 && (behind_and || holds_and);
  field.last = list ? Phrase{field.first.first, stop} : Phrase{noun, stop};
  const bool the_third =
      !field.first.empty() && is_adjective(r_.head(field.first.first).tag) && r_.letter(noun) == 'P';
  if (field.first.empty() || the_third) field.first = field.last;  // the third, [Ada Wren], left
  field.last_segment = field.segment;
}

// Gives where the noun phrase at `noun` ends.
std::uint32_t Clauses::take_noun(Field& field, std::uint32_t noun, std::uint32_t end) const {
  std::uint32_t stop = field.governed ? noun + 1 : group_end(noun, end);
  if (field.governed) {
    while (stop + 1 < end && r_.letter(stop) == '\'' && is_nominal(stop + 1)) stop += 2;
  } else {
    if (stop + 1 == end && r_.letter(stop) == '\'') ++stop;  // "[Wren's] was sold"
    add_subject(field, noun, stop);
  }
  field.governed = false;
  return stop;
}

// The subject among the chunks before a verb. The noun phrase right before the verb is it; where a comma
// stands there, the first that no preposition governs.
Phrase Clauses::in_field(std::uint32_t begin, std::uint32_t end) const {
  Field field;
  for (std::uint32_t i = begin; i < end; ++i) {
    const char c = r_.letter(i);
    if (c == 'I' || c == 'A' || c == 'O' || is_adverbial(i, end)) {
      field.governed = c != 'N' && c != 'E';
    } else if (c == ',' || c == ';') {
      ++field.segment;
      field.governed = field.joined = false;
    } else if (c == 'C') {
      field.joined = true;
      field.governed = false;
    } else if (c == 'T') {
      // the place for [Friday's] meeting, the success of the [1974] offensive
      const bool within = i > 0 && r_.letter(i - 1) == 'D' && is_noun_letter(r_.letter(i + 1));
      field.governed = field.governed && (within || r_.letter(i + 1) == '\'');
    } else if (c == 'p' && i > begin && field.last.last == i && is_reflexive(i)) {
      ++field.last.last;  // the president [himself]
    } else if (c == '(') {
      i = skip_inserted(i, end);
    } else if (c == 'W' || is_verb_letter(c)) {
      i = skip_inserted(i, end) - 1;
      field.governed = false;
    } else if (is_nominal(i)) {
      i = take_noun(field, i, end) - 1;
    }
  }
  return field.last_segment == field.segment ? field.last : field.first;
}

// Where a clause set into that of `verb` begins, by its own verb: ", [they note],", ", [who sold it],".
std::uint32_t Clauses::embedded_begin(std::uint32_t other, std::uint32_t verb) const {
  if (is_remark(other)) return other;
  const std::uint32_t opener = r_.chunks[other].governor;
  if (r_.letter(other) != 'Q' || opener == nowhere) return nowhere;
  const bool closed = letter_before(opener) == ',' && r_.letter(verb - 1) == ',';
  return closed || r_.letters.find('C', other) >= verb ? opener : nowhere;
}

// Where the clause of `verb` begins behind that of another verb, which ends before `begin`: at the next comma
// or "and", else at once.
std::uint32_t Clauses::behind_clause(std::uint32_t begin, std::uint32_t verb) const {
  const std::size_t comma = r_.letters.find(',', begin);
  const std::size_t joint =
      r_.letters.rfind('C', verb);  // stood between Howe and the town but [was] driven back
  const bool shared = r_.chunks[verb].joined_to != nowhere && joint != std::string::npos && joint >= begin &&
                      r_.letters.find_first_not_of("TRID,", joint + 1) >= verb &&
                      (comma >= verb || r_.letters.find('U', comma) >= verb);
  const std::size_t mark = shared ? joint : comma < verb ? comma : r_.letters.find('C', begin);
  return mark < verb ? static_cast<std::uint32_t>(mark) + 1 : begin;
}

std::uint32_t Clauses::clause_begin(std::uint32_t verb) const {
  const Chunk& chunk = r_.chunks[verb];
  const bool joined = chunk.joined_to != nowhere;
  if (chunk.governor != nowhere && !joined) return chunk.governor + 1;
  if (chunk.content_of != nowhere && !joined) return chunk.content_of + 1;
  for (std::uint32_t begin = verb; begin > 0;) {
    const char c = r_.letter(begin - 1);
    if (c == ';' || (c == 'S' && r_.letter(verb) != 'V')) return begin;
    const std::uint32_t before = is_finite_letter(c) ? embedded_begin(begin - 1, verb) : begin - 1;
    if (before == nowhere) return behind_clause(begin, verb);
    begin = before;
  }
  return 0;
}

Subject Clauses::of_participle(std::uint32_t verb, int depth) const {
  std::uint32_t before = verb;
  while (before > 0 && (r_.letter(before - 1) == 'R' || r_.letter(before - 1) == 'T')) --before;
  if (letter_before(before) == '(') --before;  // the bridge ([opened] in 1846)
  const char c = before == 0 ? '\0' : r_.letter(before - 1);
  if (is_noun_letter(c)) {  // a force [sent by the king]
    std::uint32_t noun = before - 1;
    std::uint32_t begin = group_begin(noun);
    const auto reaches_back = [&](std::uint32_t at) {  // a series of meetings in Hanoi [held in May]
      return r_.letter(at) == 'O' || (r_.letter(at) == 'I' && r_.letter(at + 1) == 'P');
    };
    while (begin >= 2 && reaches_back(begin - 1) && is_nominal(begin - 2)) begin = group_begin(begin - 2);
    return {{begin, before}, true};
  }
  const std::uint32_t left = previous_verb(verb);
  if (c == 'C' && left != nowhere && (r_.letter(left) == 'U' || r_.chunks[left].passive))
    return subject_of(left, depth + 1);
  if (c == ',' && before >= 2 && is_noun_letter(r_.letter(before - 2))) {
    const Phrase near = noun_group(before - 2, before - 1);  // but the king, [having left], was
    const std::size_t close = r_.letters.find(',', verb);
    const bool subject = near.first > 0 && r_.letter(near.first - 1) == 'C' &&
                         close + 1 < r_.letters.size() && r_.letters[close + 1] == 'V';
    if (subject) return {near, true};
  }
  if (c == ',' && r_.chunks[verb].passive && before >= 2 && is_noun_letter(r_.letter(before - 2))) {
    Phrase near = noun_group(before - 2, before - 1);  // the ship, [launched in May]
    std::uint32_t first = near.first;                  // the ship of the line, [launched in May], sank
    while (first >= 2 && is_nominal(first - 2) &&
           (letter_before(first) == 'O' || letter_before(first) == 'I'))
      first = group_begin(first - 2);
    const bool opens = first == 0 || letter_before(first) == 'C' || letter_before(first) == ';';
    if (left == nowhere || opens) near.first = first;
    if (const Phrase named = told_by_copula(first, depth); !named.empty()) return {named, true};
    const bool object = left != nowhere && is_verb_letter(r_.letter(left)) && near.first > left;
    if (object || left == nowhere) return {near, true};
  }
  std::uint32_t main = left;
  while (main != nowhere && !is_finite_letter(r_.letter(main))) main = previous_verb(main);
  if (main == nowhere) main = next_main_verb(verb);
  return main == nowhere ? Subject{} : subject_of(main, depth + 1);
}

std::uint32_t Clauses::governor(std::uint32_t verb) const {
  const char c = r_.letter(verb);
  if (c != 'B' && c != 'U') return nowhere;
  return previous_verb(verb);
}

Subject Clauses::of_infinitive(std::uint32_t verb, int depth) const {
  const std::uint32_t left = previous_verb(verb);
  if (left == nowhere) {
    const std::uint32_t main = next_main_verb(verb);
    return main == nowhere ? Subject{} : subject_of(main, depth + 1);
  }
  if (verb > left + 1 && is_nominal(left + 1) && lists_.has(r_.chunks[left].lemma, List::directive)) {
    return {{left + 1, group_end(left + 1, verb)}, true};
  }
  return subject_of(left, depth + 1);
}

Subject Clauses::subject_of(std::uint32_t verb, int depth) const {
  if (depth > too_deep) return {};
  const char c = r_.letter(verb);
  const Chunk& chunk = r_.chunks[verb];
  if (c == 'U') return of_participle(verb, depth);
  if (c == 'B') return of_infinitive(verb, depth);
  const Phrase own = in_field(clause_begin(verb), verb);
  if (chunk.joined_to != nowhere && own.empty()) return subject_of(chunk.joined_to, depth + 1);
  if (!own.empty()) return {own, true};
  if (c == 'Q' && chunk.governor != nowhere) return {antecedent(chunk.governor, depth), false};
  return {};
}

}  // namespace annals
