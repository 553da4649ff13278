// Verbs that the tags do not tell, and participles that are none.
#include <algorithm>

#include "event/marker.h"

namespace annals {
namespace {

constexpr std::size_t npos = std::string_view::npos;

}  // namespace

// "he bombarded it and, in May, [mounted] an attack": an "and" with nothing but a time behind it.
bool Marker::follows_and(std::uint32_t i) const {
  while (i > 0 && std::string_view("RTI,D").find(letter(i - 1)) != std::string_view::npos) --i;
  return i > 0 && letter(i - 1) == 'C';
}

// "set off", "cut", "put": past tenses that the lexicon has under the infinitive only.
bool Marker::may_be_past(std::uint32_t i) const {
  const std::string_view form = r_.word(r_.chunks[i].head);
  return r_.head(i).entry->tags.has(Tag::VBD) || lists_.past_of(lexicon_.lemma(form, Tag::VBN)) == form;
}

bool Marker::has_agent(std::uint32_t i) const {
  while (letter(i + 1) == 'T' || letter(i + 1) == 'R') ++i;
  return letter(i + 1) == 'I' && letter(i + 2) != 'T' && lists_.has(key(i + 1), List::agent_preposition);
}

// A sentence proper, not a heading.
bool Marker::ends_with_stop() const {
  return r_.letters.find_last_not_of("\")") != std::string::npos &&
         r_.letters[r_.letters.find_last_not_of("\")")] == ';';
}

// "he collapsed and [died] there": the finite verb before it is active, so this is none of its participles.
bool Marker::follows_active(std::uint32_t i) const {
  for (std::uint32_t k = i; k-- > 0;) {
    if (letter(k) == ';' || letter(k) == 'U' || (letter(k) == 'B' && r_.chunks[k].passive)) return false;
    if (letter(k) == 'V')
      return !has_agent(i) && !r_.chunks[k].passive && r_.chunks[k].past &&
             r_.chunks[k].first == r_.chunks[k].head;
  }
  return false;
}

// "was named editor in May and [made] a partner in June", "was closed but [opened] later by him": the passive
// goes on.
bool Marker::follows_passive(std::uint32_t i) const {
  const std::size_t other = r_.letters.find_last_of("VUB", i - 1);
  if (other == npos || !r_.chunks[other].passive) return false;
  return has_agent(i) ||
         (in_list(i, List::naming) && in_list(static_cast<std::uint32_t>(other), List::naming));
}

// A bare infinitive behind a comma: "the bell, [put] up in May, had been silent" has the form of a
// participle; where no other verb is there, it is the finite one: "his letters, begun in May, [remain] the
// best account", "the figures [compare] well".
void Marker::find_false_infinitives() {
  for (std::uint32_t i = 1; i < size(); ++i) {
    const Chunk& chunk = r_.chunks[i];
    if (letter(i) != 'B' || chunk.first != chunk.head) continue;
    const bool main = r_.letters.find('V') == std::string::npos;
    if (letter(i - 1) == ',' && r_.head(i).entry->tags.has(Tag::VBN)) {
      r_.letters[i] = 'U';
      r_.chunks[i].passive = true;
    } else if (main && (letter(i - 1) == ',' || (is_noun_letter(letter(i - 1)) && opens_field(i - 1)))) {
      r_.letters[i] = 'V';
    }
  }
}

// "due [to lack] of money": behind a preposition of two words it is a noun.
void Marker::find_false_purposes() {
  for (std::uint32_t i = 1; i < size(); ++i) {
    const Chunk to = r_.chunks[i];
    const Word& noun = r_.head(i);
    if (letter(i) != 'B' || to.first + 1 != to.head || !noun.entry->tags.has(Tag::NN) ||
        !lists_.has(key(i - 1), List::prepositional))
      continue;
    r_.words[to.head].tag = Tag::NN;
    r_.letters[i] = 'I';
    r_.chunks[i].last = to.head;
    r_.chunks[i].head = to.first;
    Chunk behind;
    behind.first = behind.head = to.head;
    behind.last = to.last;
    r_.chunks.insert(r_.chunks.begin() + i + 1, behind);
    r_.letters.insert(i + 1, 1, 'N');
  }
}

// "The mill-pond [bore] a cart": where a sentence has no verb, the end of its first noun phrase may be one.
void Marker::find_hidden_verbs() {
  for (std::uint32_t i = 1; i + 1 < size(); ++i) {  // "after rebels [burned] it": no adjective stands there
    const Word& word = r_.head(i);
    if (letter(i) != 'J' || !is_noun_letter(letter(i - 1)) || letter(i + 1) != 'p' ||
        !word.entry->tags.has(Tag::VBD))
      continue;
    r_.letters[i] = 'V';
    r_.chunks[i].past = true;
    r_.words[r_.chunks[i].head].tag = Tag::VBD;
  }
  if (!ends_with_stop() || r_.letters.find_first_of("VUB") != std::string::npos) return;
  const std::size_t noun = r_.letters.find_first_of("NE");
  if (noun == std::string::npos || !is_noun_letter(letter(static_cast<std::uint32_t>(noun) + 1))) return;
  Chunk& subject = r_.chunks[noun];
  if (subject.head <= subject.first || subject.head + 1 != subject.last) return;
  Word& word = r_.words[subject.head];
  if (!word.entry->tags.has(Tag::VBD)) return;
  word.tag = Tag::VBD;
  Chunk verb;
  verb.first = verb.head = subject.head;
  verb.last = subject.last;
  verb.past = true;
  subject.last = subject.head--;
  r_.chunks.insert(r_.chunks.begin() + static_cast<std::ptrdiff_t>(noun) + 1, verb);
  r_.letters.insert(noun + 1, 1, 'V');
}

// "for the three months [ended] May 31": says where a period ends, as a preposition would.
void Marker::find_ends_of_periods() {
  for (std::uint32_t i = 1; i + 1 < size(); ++i) {
    const bool between = letter(i - 1) == 'T' && letter(i + 1) == 'T';
    if (!between || (letter(i) != 'V' && letter(i) != 'U') || !in_list(i, List::aspectual)) continue;
    const bool governed = i > 1 && (letter(i - 2) == 'I' || letter(i - 2) == 'O');
    if (governed || r_.letters.find('V', i + 1) < r_.letters.find(';', i)) {
      r_.letters[i] = 'I';
      r_.words[r_.chunks[i].head].tag = Tag::IN;
    }
  }
}

// "While life in the town [improved], it fell": behind a word that opens a clause and nothing else.
bool Marker::stands_in_clause(std::uint32_t i) const {
  const std::size_t opener = r_.letters.find_last_not_of("NEPJDOR'", i - 1);
  if (opener == npos || opener + 1 == i || letter(static_cast<std::uint32_t>(opener) + 1) == 'O' ||
      letter(static_cast<std::uint32_t>(opener)) != 'I' || has_agent(i))
    return false;
  const auto word = key(static_cast<std::uint32_t>(opener));
  const bool governs = lists_.has(word, List::relating) || lists_.has(word, List::correlative);
  if (lists_.has(word, List::subordinator)) return !governs;
  return opener > 0 && is_noun_letter(letter(static_cast<std::uint32_t>(opener) - 1)) &&
         stands_in_clause(static_cast<std::uint32_t>(opener));
}

// A participle with a subject and no other verb in its clause is a past tense that was tagged wrong.
void Marker::find_missed_verbs() {
  for (std::uint32_t i = 1; i < size(); ++i) {
    if (letter(i) != 'U' || r_.head(i).tag != Tag::VBN || r_.chunks[i].first != r_.chunks[i].head) continue;
    if (!r_.head(i).entry->tags.has(Tag::VBD)) continue;
    std::uint32_t before = i - 1;
    while (before > 0 && letter(before) == 'R') --before;
    bool missed = letter(before) == 'W';
    if (letter(before) == 'p')
      missed = lists_.has(key(before), List::subject_pronoun) || lists_.has(key(before), List::thing_pronoun);
    if (follows_and(i)) missed = (is_noun_letter(letter(i + 1)) && !follows_passive(i)) || follows_active(i);
    // A participle takes no object: "rebels [burned] the mill".
    if (is_noun_letter(letter(before)) && before + 1 == i &&
        (is_noun_letter(letter(i + 1)) || letter(i + 1) == 'p') &&
        (!in_list(i, List::naming) || opens_field(before)))  // but "a dog [named] Rex"
      missed = true;
    if (is_noun_letter(letter(before)) && r_.letters.find('V') == std::string::npos)
      missed = ends_with_stop() && !has_agent(i);
    const bool speaks = in_list(i, List::reporting) && is_noun_letter(letter(before)) && !has_agent(i);
    std::uint32_t behind = i + 1;
    while (letter(behind) == 'R' || (letter(behind) == 'I' && letter(behind + 1) == 'T')) ++behind;
    if (before > 0 && is_noun_letter(letter(before)) && letter(before - 1) == 'W')
      missed |= !has_agent(i);  // whom Wren [met]
    const bool clause = letter(before) != 'W' && stands_in_clause(i);
    const bool goes_on =
        letter(i + 1) == 'B' && (in_list(i, List::aspectual) || in_list(i, List::negative_verb));
    missed |= clause || goes_on || in_list(i, List::intransitive) ||
              (speaks && std::string_view("T;,S").find(letter(behind)) != npos);
    if (!missed) continue;
    r_.letters[i] = 'V';
    r_.chunks[i].passive = false;
    r_.chunks[i].past = true;
  }
}

// A past tense that can be a participle and has no subject, or another verb right behind it, is one: "months
// [ended] in May were", "the firm, [founded] in 1912, is", "according to a report [published] in May".
void Marker::find_false_verbs() {
  for (std::uint32_t i = 1; i < size(); ++i) {
    const Chunk& chunk = r_.chunks[i];
    const Word& head = r_.head(i);
    if (letter(i) != 'V' || head.tag != Tag::VBD || chunk.first != chunk.head ||
        !head.entry->tags.has(Tag::VBN))
      continue;
    if (follows_and(i) && follows_passive(i)) {
      r_.letters[i] = 'U';
      r_.chunks[i].passive = true;
      continue;
    }
    const std::uint32_t time = i + (letter(i + 1) == 'I' ? 2 : 1);
    const bool apart = letter(i - 1) == ',' && letter(time) == 'T';  // the terms, [announced] Friday, are
    if (((in_list(i, List::reporting) || in_list(i, List::cognition)) && !apart) || !follows_noun_or_comma(i))
      continue;
    if (in_list(i, List::intransitive) || (has_object(r_, i) && !in_list(i, List::naming))) continue;
    std::uint32_t lead = i;
    while (lead > 1 && letter(lead - 1) == 'R') --lead;  // a hall, first [opened] in 1846, closed
    const std::size_t stop = r_.letters.find_first_of(",;CSWV\"", i + 1);
    const std::size_t close = r_.letters.find_first_of(",;SWV\"", i + 1);
    const bool comma = letter(lead - 1) == ',';
    const bool inserted = comma && close != npos && r_.letters[close] == ',' && !starts_list(lead - 1, i) &&
                          r_.letters.find('V', close) != npos;
    const bool followed = !comma && stop != npos && r_.letters[stop] == 'V';
    if (!inserted && !followed && !lacks_subject(i)) continue;
    r_.letters[i] = 'U';
    r_.chunks[i].passive = true;
  }
}

bool Marker::follows_noun_or_comma(std::uint32_t i) const {
  while (i > 1 && letter(i - 1) == 'R') --i;  // a hall, first [opened] in 1846
  return letter(i - 1) == ',' || is_noun_letter(letter(i - 1));
}

// Every noun since the last mark is governed by a preposition, and there is another verb to be the main one.
bool Marker::lacks_subject(std::uint32_t verb) const {
  bool governed = true;
  for (std::uint32_t k = verb; k-- > 0;) {
    const char c = letter(k);
    if (c == 'p') return false;
    if (is_noun_letter(c)) {
      governed = k > 0 && (letter(k - 1) == 'I' || letter(k - 1) == 'A' || letter(k - 1) == 'O' ||
                           letter(k - 1) == '\'');
      if (!governed) return false;
    }
    if (c == ',') return letter(verb - 1) != ',' && k > 0 && r_.letters.find('V') < k;
    if (c == ';' || c == 'C' || c == 'S' || c == 'W' || c == 'V' || c == '"') return false;
  }
  // "Under the terms [reached] in May, half will go": all of it hangs on the preposition that opens it.
  const std::size_t comma = r_.letters.find(',', verb);
  return r_.words[0].tag == Tag::IN && letter(0) == 'I' && !lists_.has(key(0), List::subordinator) &&
         comma < r_.letters.find('V', verb + 1) && r_.letters.find('V', verb + 1) != npos;
}

// The noun phrase that ends at `noun` stands where a subject does: no preposition governs it.
bool Marker::opens_field(std::uint32_t noun) const {
  std::uint32_t i = noun;
  while (i > 0 && (is_noun_letter(letter(i - 1)) || letter(i - 1) == 'O' || letter(i - 1) == '\'' ||
                   letter(i - 1) == 'D' || letter(i - 1) == 'J' || letter(i - 1) == 'C' ||
                   (i > 1 && letter(i - 1) == 'I' && is_noun_letter(letter(i - 2)))))
    --i;
  return i == 0 || std::string_view(",;TR\"").find(letter(i - 1)) != npos;
}

// A finite verb behind a chunk that may have its subject before it: not one joined by "and", with a subject
// of its own ("the register burned, and his friends [left]") or without one ("Howe set off and [took] the
// town").
bool Marker::has_main_verb_behind(std::uint32_t chunk, std::uint32_t end) const {
  for (std::size_t verb = r_.letters.find('V', chunk + 1); verb < end;
       verb = r_.letters.find('V', verb + 1)) {
    if (follows_and(static_cast<std::uint32_t>(verb))) continue;
    const std::size_t joint = r_.letters.rfind('C', verb);
    if (joint == npos || joint <= chunk) return true;
    const std::size_t subject = r_.letters.find_first_not_of("DJRTI,", joint + 1);
    if (subject >= verb || is_verb_letter(r_.letters[subject])) return true;
  }
  return false;
}

// Behind a noun that stands where a subject does; adverbs, a time and brackets may stand between.
bool Marker::follows_subject(std::uint32_t i) const {
  while (i > 0 && letter(i - 1) == 'R') --i;
  if (i > 2 && letter(i - 1) == 'T' && letter(i - 2) == 'I') i -= 2;  // losses in May [led] to
  if (i > 0 && letter(i - 1) == ')')
    i = static_cast<std::uint32_t>(std::min(r_.letters.rfind('(', i), std::size_t{i}));
  return i > 0 && is_noun_letter(letter(i - 1)) && opens_field(i - 1);
}

// "Prices [closed] lower when the minister resigned", "The firm, hit by a strike, [posted] a loss": where a
// clause has no main verb, the first participle behind its subject is it, or behind a comma the first that
// takes an object.
void Marker::find_main_verbs() {
  for (std::uint32_t begin = 0; begin < size();) {
    const auto end = static_cast<std::uint32_t>(std::min(r_.letters.find(';', begin), r_.letters.size()));
    for (std::uint32_t i = begin + 1; i < end && letter(begin) != 'S' && letter(i) != 'V'; ++i) {
      const Chunk& chunk = r_.chunks[i];
      const bool past = letter(i) == 'U' && chunk.first == chunk.head && may_be_past(i);
      const bool closes =
          r_.letters.find(',', begin) + 1 < i && ends_with_stop();  // the mill, by now old, [burned]
      const bool inserted =
          letter(i - 1) == ',' && ((has_object(r_, i) && !in_list(i, List::naming)) || closes);
      if (!past || has_agent(i) || (!inserted && !follows_subject(i))) continue;
      if (has_main_verb_behind(i, end)) break;
      r_.letters[i] = 'V';
      r_.chunks[i].passive = false;
      r_.chunks[i].past = true;
      for (std::uint32_t k = i + 1; k < end; ++k) {  // and [took] the town: its subject is theirs
        if (letter(k) == 'V' && follows_and(k) && r_.chunks[k].joined_to == nowhere)
          r_.chunks[k].joined_to = i;
      }
      break;
    }
    begin = end + 1;
  }
}

}  // namespace annals
