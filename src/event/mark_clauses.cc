#include "event/mark_clauses.h"

#include <algorithm>

#include "event/marker.h"

namespace annals {

// Makes one chunk of several, with the head and the letter of the last.
void Marker::join_chunks(std::uint32_t first, std::uint32_t last) {
  r_.chunks[last].first = r_.chunks[first].first;
  r_.chunks.erase(r_.chunks.begin() + first, r_.chunks.begin() + last);
  r_.letters.erase(first, last - first);
}

// "Florence (Flo) Wren", "Florence "Flo" Wren": one name.
void Marker::join_nicknames() {
  const auto has_capital = [this](std::uint32_t i) {
    const Shape shape = r_.words[r_.chunks[i].first].shape;
    return is_noun_letter(letter(i)) && (shape == Shape::capital || shape == Shape::upper);
  };
  for (std::uint32_t i = 0; i + 4 < size(); ++i) {
    const bool set_in =
        (letter(i + 1) == '(' && letter(i + 3) == ')') || (letter(i + 1) == '"' && letter(i + 3) == '"');
    if (!set_in || letter(i) != 'P' || !has_capital(i + 2) || !has_capital(i + 4)) continue;
    r_.words[r_.chunks[i + 4].head].tag = Tag::NNP;
    join_chunks(i, i + 4);
    r_.letters[i] = 'P';
  }
}

// "in Palm Beach, Florida": one place, where the second name is a place that no list and no verb goes on
// with.
void Marker::join_places() {
  for (std::uint32_t i = 1; i + 2 < size(); ++i) {
    if (letter(i) != 'P' || letter(i + 1) != ',' || letter(i + 2) != 'P') continue;
    const bool governed = letter(i - 1) == 'I' || letter(i - 1) == 'O';
    const bool closed = letter(i + 3) == ',' && (letter(i + 4) == 'I' || letter(i + 4) == 'T');
    const bool between = closed && !lists_.has(key(i - 1), List::agent_preposition);  // from X, Y, to Z
    const bool place = (between || r_.head(i + 2).entry->topics.has(Topic::location)) &&
                       r_.words[r_.chunks[i + 2].first].tag != Tag::DT;
    if (!governed || !place || letter(i + 3) == 'C' || letter(i + 3) == 'V') continue;
    if (letter(i + 3) == ',' && (letter(i + 4) == 'C' || (letter(i + 4) == 'P' && letter(i + 5) != ',')))
      continue;
    const bool goes_on = closed && letter(i + 4) == 'I' && letter(i + 5) != 'T';
    const std::uint32_t last = i + (goes_on ? 3 : 2);  // from Hollin, Ohio[,] to Karst
    r_.chunks[i].last = r_.chunks[last].last;
    r_.chunks.erase(r_.chunks.begin() + i + 1, r_.chunks.begin() + last + 1);
    r_.letters.erase(i + 1, last - i);
  }
}

// "a Hollin, Ohio, [firm]": what the place stands before.
void Marker::join_described() {
  for (std::size_t at = r_.letters.find("P,P,"); at != std::string::npos;
       at = r_.letters.find("P,P,", at + 1)) {
    const auto i = static_cast<std::uint32_t>(at);
    if (!is_noun_letter(letter(i + 4)) || r_.words[r_.chunks[i].first].tag != Tag::DT) continue;
    const Tag opening = r_.words[r_.chunks[i + 4].first].tag;
    if (opening == Tag::DT || opening == Tag::PRPS) continue;
    join_chunks(i, i + 4);
  }
}

// "In May, [they note], it fell", "Tapes, [they said on Friday], were lost": not what the sentence tells.
void Marker::find_remarks() {
  const std::size_t first = r_.letters.find('V');
  if (first == std::string::npos || first < 2 || !in_list(static_cast<std::uint32_t>(first), List::reporting))
    return;
  const auto i = static_cast<std::uint32_t>(first);
  std::uint32_t close = i + 1;
  while (letter(close) == 'T' || letter(close) == 'I' || letter(close) == 'R') ++close;
  const bool apart = letter(i - 2) == ',' && letter(close) == ',' && letter(close + 1) != '"' &&
                     r_.letters.find('V', close) != std::string::npos;
  if (apart && (letter(i - 1) == 'p' || is_noun_letter(letter(i - 1)))) r_.letters[i] = 'Z';
}

void Marker::find_lemmas() {
  for (std::uint32_t i = 0; i < size(); ++i) {
    if (!is_verb_letter(letter(i))) continue;
    const Word& w = r_.head(i);
    r_.chunks[i].lemma =
        word_key(lexicon_.lemma(text_of(w.span, r_.text), is_verb(w.tag) ? w.tag : Tag::VBN));
  }
}

// A subject and a finite verb behind it, before anything that ends a clause: "after [he lost]", but "after
// [the loss]".
bool Marker::opens_clause(std::uint32_t i) const {
  if (letter(i + 1) == 'T' && letter(i + 2) != '\'' && !is_finite_letter(letter(i + 2)) &&
      !is_noun_letter(letter(i + 2)))
    return false;  // since [2012] against them
  bool subject = false;
  for (std::uint32_t k = i + 1; k < size(); ++k) {
    const char c = letter(k);
    if (c == 'V') return subject;
    if (c == 'C' && letter(k + 1) == 'V') return false;  // he built it after the fire but [sold] it
    if (c == 'p' || is_noun_letter(c)) {
      const bool fresh = !subject || letter(k - 1) == 'C' || letter(k - 1) == '\'' || letter(k - 1) == 'O' ||
                         letter(k - 1) == 'I' || letter(k - 1) == 'R' || letter(k - 1) == '(';
      if (!fresh) return false;  // after the loss | he left
      subject = true;
    } else if (c == ',' || c == ';' || c == 'U' || c == 'B' || c == 'W' || c == '"') {
      return false;
    }
  }
  return false;
}

void Marker::find_subordinators() {
  for (std::uint32_t i = 0; i < size(); ++i) {
    const char c = letter(i);
    const Word& w = r_.head(i);
    if (c == 'W') {
      std::uint32_t left = i;  // insisted [in May] that
      const bool content = lists_.has(w.key, List::content);
      while (left > 0 && content &&
             (letter(left - 1) == 'T' || (letter(left) == 'T' && letter(left - 1) == 'I')))
        --left;
      const char before = left == 0 ? '\0' : letter(left - 1);
      const bool asks =
          is_verb_letter(before) ||
          (w.tag == Tag::WRB && lists_.has(w.key, List::subordinator) && !is_noun_letter(before));
      if (i == 0 || asks || (w.tag == Tag::WRB && lists_.has(w.key, List::simultaneous))) r_.letters[i] = 'S';
    } else if (c == 'I' || c == 'A') {
      const bool content = lists_.has(w.key, List::content) || lists_.has(w.key, List::conditional);
      const bool such =
          i > 0 && letter(i - 1) == 'J' && lists_.has(key(i - 1), List::correlative);  // such as
      const bool role =
          i > 0 && letter(i - 1) == 'W' && lists_.has(w.key, List::correlative);  // who [as] a boy
      const bool compares = lists_.has(w.key, List::comparative) && letter(i + 1) == 'p';
      const bool relative = content && i > 0 && is_noun_letter(letter(i - 1)) && opens_clause(i) &&
                            r_.letters.find_first_of("VUB;") > i;  // the guns [that] he took were sold
      if (relative) {
        r_.letters[i] = 'W';
        continue;
      }
      if (content ||
          (!such && !role && (compares || lists_.has(w.key, List::subordinator)) && opens_clause(i)))
        r_.letters[i] = 'S';
    }
  }
}

// The verb whose subject this one shares: nothing but adverbs and times between it and the "and" behind the
// other. Behind ", and" it is the main verb, not one of a clause in between; where there is none yet, the
// verb is that.
std::uint32_t Marker::joined_to(std::uint32_t verb, std::uint32_t before, std::uint32_t main) const {
  std::uint32_t k = verb;
  while (k > before + 1) {
    --k;
    const char c = letter(k);
    const bool joins_times =
        c == 'C' && letter(k - 1) == 'T' && letter(k + 1) != ',' && letter(verb - 1) == ',';
    if (joins_times) return nowhere;  // who fell in May and again in June, [left]
    if (c == 'C' && letter(k - 1) == ',' && letter(before) != 'V') return main;
    if (c == 'C') return main != nowhere && is_remark(before, verb) ? main : before;
    if (c == ',' && starts_list(k, verb)) return main;
    if (c == 'T' || c == 'R' || c == ',') continue;
    if ((c == 'I' || c == 'D') && letter(k + 1) == 'T') continue;
    return nowhere;
  }
  return nowhere;
}

// "he resigned before the month [was] out and [left]": the clause in between only says how things were.
bool Marker::is_remark(std::uint32_t before, std::uint32_t verb) const {
  const Chunk& chunk = r_.chunks[before];
  return letter(before) == 'Z' && chunk.content_of == nowhere && !chunk.passive &&
         in_list(before, List::stative) && !in_list(verb, List::stative);
}

// "opened a mill, [built] houses, and paid": nothing but a time between the comma and the verb, and ", and"
// with a verb of the list behind it. Without that comma, "opened a mill, [built] houses and paid", nothing may
// be set in between: "ran until the king, tired of it, [left] and died", "the firm, [built] by Wren and let, is".
bool Marker::starts_list(std::uint32_t comma, std::uint32_t verb) const {
  if (r_.letters.find_first_not_of("TRI", comma + 1) != verb) return false;
  const std::size_t main = r_.letters.rfind('V', comma);
  const bool plain = main != std::string::npos && r_.letters.find_first_of(",;SAWUQZ\"", main) >= comma;
  for (std::uint32_t k = verb + 1; k + 1 < size() && letter(k) != ';'; ++k) {
    if (letter(k) != 'C' || (letter(k - 1) != ',' && !plain)) continue;
    std::uint32_t next = k + 1;
    while (letter(next) == 'R' || letter(next) == 'T' || letter(next) == 'I' || letter(next) == ',') ++next;
    if (letter(next) == 'V') return letter(k - 1) == ',' || r_.letters.find(",V", next) == std::string::npos;
  }
  return false;
}

// "He said he would go": no comma, no "and" but within the subject, and the verb before it takes a content.
bool Marker::is_content(std::uint32_t verb, std::uint32_t before) const {
  const bool says = in_list(before, List::reporting) && !in_list(before, List::directive);
  if (!says && !in_list(before, List::reporting) && !in_list(before, List::cognition)) return false;
  bool subject = false;
  for (std::uint32_t k = before + 1; k < verb; ++k) {
    const char c = letter(k);
    const bool list = says && c == 'C' && is_noun_letter(letter(k - 1)) && is_noun_letter(letter(k + 1));
    if (c == ',' || c == ';' || c == '"' || (c == 'C' && !list)) return false;
    subject |= c == 'p' || is_noun_letter(c);
  }
  return subject;
}

// "that the owner, Ada Wren, [left]": one thing between two commas, before the verb.
bool Marker::is_apposition(std::uint32_t opener, std::uint32_t verb) const {
  const std::string_view between = std::string_view(r_.letters).substr(opener + 1, verb - opener - 1);
  return std::count(between.begin(), between.end(), ',') == 2 &&
         between.find_first_not_of("NEPJDOTIR',") == between.npos;
}

// "They insisted that he [leave]": a bare infinitive behind "that" and its subject.
bool Marker::is_subjunctive(std::uint32_t i, std::uint32_t opener) const {
  const Chunk& chunk = r_.chunks[i];
  return letter(i) == 'B' && r_.words[chunk.first].tag != Tag::TO && opener != nowhere && i > opener + 1 &&
         letter(opener) == 'S' && lists_.has(key(opener), List::content);
}

void Marker::mark_verbs() {
  std::uint32_t pending = nowhere;  // the W or S that waits for its verb
  std::uint32_t before = nowhere;   // the finite verb before
  std::uint32_t main = nowhere;     // the last verb of a main clause
  for (std::uint32_t i = 0; i < size(); ++i) {
    const char c = letter(i);
    if (c == 'W' || c == 'S') pending = i;
    if (c == ';') pending = before = main = nowhere;
    if (c != 'V' && !is_subjunctive(i, pending)) continue;
    Chunk& verb = r_.chunks[i];
    verb.planned |= c == 'B';
    if (pending != nowhere && letter(i - 1) == ',' && i - 1 > pending + 1 && letter(pending) == 'S' &&
        !is_apposition(pending, i))
      pending = nowhere;  // its verb was missed
    if (pending != nowhere) {
      r_.letters[i] = letter(pending) == 'W' ? 'Q' : 'Z';
      verb.governor = pending;
      const Word& opener = r_.head(pending);
      if (letter(pending) == 'S' && lists_.has(opener.key, List::content) && before != nowhere)
        verb.content_of = before;
      pending = nowhere;
    } else if (before != nowhere) {
      verb.joined_to = joined_to(i, before, main);
      if (verb.joined_to != nowhere) {
        const Chunk& other = r_.chunks[verb.joined_to];
        r_.letters[i] = letter(verb.joined_to);
        verb.governor = other.governor;
        verb.content_of = other.content_of;
        verb.modal = verb.modal == 0 && verb.first == verb.head && !verb.past ? other.modal : verb.modal;
      } else if (is_content(i, before)) {
        r_.letters[i] = 'Z';
        verb.content_of = before;
      }
    }
    if (letter(i) == 'V') main = i;
    before = i;
  }
}

void mark_clauses(Reading& reading, const Lexicon& lexicon, const WordLists& lists) {
  Marker(reading, lexicon, lists).run();
}

}  // namespace annals
