// What a relative clause says something about.
#include "event/clause.h"

namespace annals {

// What the form of its verb says of the subject of a relative clause.
Clauses::Number Clauses::number_of(std::uint32_t opener) const {
  for (std::uint32_t i = opener + 1; i < r_.letters.size() && r_.letter(i) != ';'; ++i) {
    if (is_nominal(i)) break;  // which [he] lost
    if (r_.letter(i) != 'Q') continue;
    const std::uint32_t first = r_.chunks[i].first;
    if (r_.words[first].tag == Tag::VBZ || r_.word(first) == lists_.passive_singular) return Number::one;
    if (r_.words[first].tag == Tag::VBP || r_.word(first) == lists_.passive_plural) return Number::several;
    break;
  }
  return Number::unknown;
}

// Where what a relative clause hangs on ends: brackets, times and, behind a comma, adverbs may stand between.
std::uint32_t Clauses::antecedent_end(std::uint32_t opener) const {
  std::uint32_t at = opener;
  const std::string_view between = letter_before(opener) == ',' ? ",IO)\"TR" : ",IO)\"T";
  while (at > 0 && between.find(r_.letter(at - 1)) != between.npos) {
    --at;
    if (r_.letter(at) == ')') {
      while (at > 0 && r_.letter(at) != '(') --at;
    }
  }
  if (at > 1 && r_.letter(at - 1) == 'U' && is_nominal(at - 2)) --at;  // shares [issued July 1], which
  return at > 0 && is_nominal(at - 1) ? at : 0;
}

// "of" reaches back over the noun before it, "[an attack] on Hollin that" too, unless that has a name: "the
// arrest of [Hale], who". A place is nobody: "[a man] in Hollin, who", "[a man] at the Observatory, who".
bool Clauses::reaches_back(std::uint32_t opener, std::uint32_t noun, std::uint32_t begin) const {
  const char c = letter_before(begin);
  const bool name = r_.letter(noun) == 'P';
  if (r_.head(opener).tag == Tag::WPS) return false;  // whose
  const bool person = lists_.has(r_.head(opener).key, List::person_relative);
  const bool one = r_.head(begin - 2).tag == Tag::NNS && number_of(opener) == Number::one;
  if (person && r_.letter(noun) == 'N' && r_.letter(begin - 2) == 'P' &&
      r_.head(noun).entry->noun != Topic::person)
    return c == 'O' || c == 'I';  // [Wren] from the same family, who
  if (!person) return (c == 'O' && !one) || (c == 'I' && name && letter_before(opener) == 'P');
  const Chunk& chunk = r_.chunks[noun];
  const bool pair =
      chunk.head + 1 < chunk.last && r_.words[chunk.head + 1].tag == Tag::Comma;  // Hollin, Ohio
  const bool place =
      pair || r_.head(noun).entry->noun == Topic::location || (name && r_.words[chunk.first].tag == Tag::DT);
  const bool title = r_.letter(begin - 2) == 'P' && r_.head(begin - 2).entry->noun == Topic::person;
  const bool several = number_of(opener) == Number::several;  // the owners of Hallam, who were
  return place ? c == 'O' || c == 'I'
               : c == 'O' && (!name || title || several);  // the Secretary of [State Hale]
}

// Where what "and" joins to the noun at `begin` begins. "Spain and Portugal, who": both, unless the verb
// tells of one; "Spain and a king who": the last, unless it tells of several.
std::uint32_t Clauses::joined_begin(std::uint32_t opener, std::uint32_t noun, std::uint32_t begin) const {
  const Number number = number_of(opener);
  const bool apart = letter_before(opener) == ',';
  const bool plural = r_.head(noun).tag == Tag::NNS || r_.head(noun).tag == Tag::NNPS;
  const auto opening = [this](std::uint32_t chunk) { return r_.words[r_.chunks[chunk].first].tag; };
  const bool one_thing = r_.letter(begin) == 'N' && opening(begin) == Tag::NN &&
                         opening(begin - 2) == Tag::DT;  // a tower and spire which
  const bool both = one_thing || (apart ? number != Number::one : number == Number::several && !plural);
  if (!both) return begin;
  begin = group_begin(begin - 2);
  while (apart && begin > 1 && letter_before(begin) == ',' && is_nominal(begin - 2))
    begin = group_begin(begin - 2);
  // "The war of Athens and Sparta, which": nobody knows.
  const bool unsure = apart && number == Number::unknown &&
                      !lists_.has(r_.head(opener).key, List::person_relative) &&
                      (letter_before(begin) == 'I' || letter_before(begin) == 'O');
  return unsure ? nowhere : begin;
}

// "Wren, [a clerk], who", "Sen. Wren, [R-Ohio], who": said of whom stands before.
bool Clauses::is_apposition(std::uint32_t begin, std::uint32_t end) const {
  return begin > 1 && letter_before(begin) == ',' && r_.letter(begin - 2) == 'P' &&
         r_.letters.find('C', begin) >= end &&
         (r_.words[r_.chunks[begin].first].tag == Tag::DT || r_.letter(begin) == 'P');
}

Phrase Clauses::antecedent(std::uint32_t opener, int depth) const {
  const std::uint32_t end = antecedent_end(opener);
  if (end == 0) return {};
  std::uint32_t noun = end - 1;
  std::uint32_t begin = group_begin(noun);
  while (begin >= 2 && is_nominal(begin - 2) && reaches_back(opener, noun, begin)) {
    noun = begin - 2;
    begin = group_begin(noun);
  }
  if (begin >= 2 && letter_before(begin) == 'C' && is_nominal(begin - 2))
    begin = joined_begin(opener, noun, begin);
  if (begin == nowhere) return {};
  if (is_apposition(begin, end)) return noun_group(begin - 2, begin - 1);
  const Phrase named = r_.letter(begin) == 'P' ? Phrase{} : told_by_copula(begin, depth);
  return !named.empty() && r_.letter(named.first) != 'p' ? named : Phrase{begin, end};
}

// "X is [a network] that ...": what is said of the network is said of X.
Phrase Clauses::told_by_copula(std::uint32_t predicate, int depth) const {
  const std::uint32_t verb = predicate - 1;
  const bool copula = predicate > 0 && is_finite_letter(r_.letter(verb)) && !r_.chunks[verb].passive &&
                      r_.head(verb).entry->has(Mark::be) && depth < too_deep;
  return copula ? subject_of(verb, depth + 1).phrase : Phrase{};
}

}  // namespace annals
