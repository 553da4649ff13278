// What somebody said, where it does not stand behind the verb that says so.
#include "event/draft.h"

namespace annals {

// "Tapes, the agency [said], were lost": what was said stands before and behind.
void Draft::add_words_around(std::uint32_t begin, std::uint32_t end, std::uint32_t verb) {
  const std::uint32_t main = clauses_.next_main_verb(verb);
  if (main == nowhere) return;
  const Subject subject = clauses_.subject_of(main);
  if (!subject.before_verb || subject.phrase.first < begin || subject.phrase.last > end) return;
  add({begin, end});
  add_chunk(main);
  add_complements(main + 1, main);
}

// What was said stands before: ""We stay open," the mayor said."
void Draft::add_words_said(std::uint32_t verb, Phrase subject) {
  std::uint32_t end = std::min(subject.first, verb);
  while (end > 0 && (letter(end - 1) == ',' || letter(end - 1) == '"')) --end;
  std::uint32_t begin = end;
  while (begin > 0 && letter(begin - 1) != ';' && letter(begin - 1) != '"') --begin;
  const bool quoted = begin > 0 && letter(begin - 1) == '"';
  if (letter(begin) == 'C') ++begin;
  if (end == std::min(subject.first, verb)) return;
  if (r_.letters.find_first_of("VZ", begin) >= end) return add_words_around(begin, end, verb);
  if (quoted) return put('"' + words_of(r_, {begin, end}) + '"');
  if (!brief_) return add({begin, end});
  const auto told = static_cast<std::uint32_t>(r_.letters.find_first_of("VZ", begin));
  const Subject teller = clauses_.subject_of(told);
  if (!teller.before_verb || teller.phrase.first < begin) return;
  add(teller.phrase);
  add_chunk(told);
  add_complements(told + 1, told);
}

// ""We stay," the mayor [said in an interview]", "..., it [was said]": all that is said stands before. In "...,
// they were admitted" nobody says anything.
bool Draft::says_what_stands_before(std::uint32_t verb, Phrase subject) const {
  const char before = subject.first > 0 && subject.last <= verb ? letter(subject.first - 1) : '\0';
  const bool apart = before == ',' || before == '"';
  const bool says = lists_.has(r_.chunks[verb].lemma, List::reporting) &&
                    (!r_.chunks[verb].passive || lists_.has(r_.head(subject.first).key, List::thing_pronoun));
  return apart && says && !has_object(r_, verb) && r_.letters.find('S', verb) > r_.letters.find(';', verb);
}

// ""We stay open," [said the mayor], a friend of ours": the subject stands behind.
Phrase Draft::inverted_subject(std::uint32_t verb) const {
  const std::uint32_t noun = verb + 1;
  if (!lists_.has(r_.chunks[verb].lemma, List::reporting) || !is_noun_letter(letter(noun))) return {};
  return clauses_.noun_group(noun, size());
}

}  // namespace annals
