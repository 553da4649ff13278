#include "event/mark_clauses.h"

namespace annals {
namespace {

constexpr std::size_t npos = std::string_view::npos;

class Marker {
 public:
  Marker(Reading& reading, const Lexicon& lexicon, const WordLists& lists)
      : r_(reading), lexicon_(lexicon), lists_(lists) {}

  void run() {
    join_places();
    find_false_infinitives();
    find_hidden_verbs();
    find_lemmas();
    find_missed_verbs();
    find_false_verbs();
    find_ends_of_periods();
    find_subordinators();
    mark_verbs();
    find_main_verbs();
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(r_.letters.size()); }
  char letter(std::uint32_t i) const { return r_.letter(i); }
  std::uint64_t key(std::uint32_t i) const { return r_.words[r_.chunks[i].first].key; }
  bool in_list(std::uint32_t verb, List list) const { return lists_.has(r_.chunks[verb].lemma, list); }
  void find_lemmas();
  void find_false_verbs();
  void find_false_infinitives();
  void find_hidden_verbs();
  void find_ends_of_periods();
  bool is_noun_or_comma(std::uint32_t i) const;
  bool lacks_subject(std::uint32_t verb) const;
  void join_places();
  void find_missed_verbs();
  bool follows_and(std::uint32_t i) const;
  bool has_agent(std::uint32_t i) const;
  bool ends_with_stop() const;
  bool follows_active(std::uint32_t i) const;
  void find_subordinators();
  void mark_verbs();
  void find_main_verbs();
  bool has_main_verb_behind(std::uint32_t chunk, std::uint32_t end) const;
  bool opens_field(std::uint32_t noun) const;
  bool opens_clause(std::uint32_t i) const;
  std::uint32_t joined_to(std::uint32_t verb, std::uint32_t before, std::uint32_t main) const;
  bool is_remark(std::uint32_t before, std::uint32_t verb) const;
  bool starts_list(std::uint32_t comma, std::uint32_t verb) const;
  bool is_content(std::uint32_t verb, std::uint32_t before) const;

  Reading& r_;
  const Lexicon& lexicon_;
  const WordLists& lists_;
};

// "in Palm Beach, Florida": one place, where the second name is a place and no list goes on behind it.
void Marker::join_places() {
  for (std::uint32_t i = 1; i + 2 < size(); ++i) {
    if (letter(i) != 'P' || letter(i + 1) != ',' || letter(i + 2) != 'P') continue;
    const bool governed = letter(i - 1) == 'I' || letter(i - 1) == 'O';
    const bool place = r_.head(i + 2).entry->noun == Topic::location;
    if (!governed || !place || letter(i + 3) == 'C') continue;
    if (letter(i + 3) == ',' && (letter(i + 4) == 'C' || (letter(i + 4) == 'P' && letter(i + 5) != ',')))
      continue;
    r_.chunks[i].last = r_.chunks[i + 2].last;
    r_.chunks.erase(r_.chunks.begin() + i + 1, r_.chunks.begin() + i + 3);
    r_.letters.erase(i + 1, 2);
  }
}

// "he bombarded it and, in May, [mounted] an attack": an "and" with nothing but a time behind it.
bool Marker::follows_and(std::uint32_t i) const {
  while (i > 0 && std::string_view("RTI,D").find(letter(i - 1)) != std::string_view::npos) --i;
  return i > 0 && letter(i - 1) == 'C';
}

bool Marker::has_agent(std::uint32_t i) const {
  return letter(i + 1) == 'I' && lists_.has(key(i + 1), List::agent_preposition);
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

// A bare infinitive behind a comma: "the bell, [put] up in May, had been silent" has the form of a
// participle; where no other verb is there, it is the finite one: "his letters, begun in May, [remain] the
// best account".
void Marker::find_false_infinitives() {
  for (std::uint32_t i = 1; i < size(); ++i) {
    const Chunk& chunk = r_.chunks[i];
    if (letter(i) != 'B' || chunk.first != chunk.head || letter(i - 1) != ',') continue;
    if (r_.head(i).entry->tags.has(Tag::VBN)) {
      r_.letters[i] = 'U';
      r_.chunks[i].passive = true;
    } else if (r_.letters.find('V') == std::string::npos) {
      r_.letters[i] = 'V';
    }
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
    if (r_.letters.find('V', i + 1) < r_.letters.find(';', i)) r_.letters[i] = 'I';
  }
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
    if (follows_and(i)) missed = is_noun_letter(letter(i + 1)) || follows_active(i);
    // A participle takes no object: "rebels [burned] the mill".
    if (is_noun_letter(letter(before)) && before + 1 == i &&
        (is_noun_letter(letter(i + 1)) || letter(i + 1) == 'p'))
      missed = true;
    if (is_noun_letter(letter(before)) && r_.letters.find('V') == std::string::npos)
      missed = ends_with_stop() && !has_agent(i);
    const bool speaks = in_list(i, List::reporting) && is_noun_letter(letter(before)) && !has_agent(i);
    missed |=
        in_list(i, List::intransitive) || (speaks && std::string_view("T;,S").find(letter(i + 1)) != npos);
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
    if (in_list(i, List::reporting) || in_list(i, List::cognition) || !is_noun_or_comma(i - 1)) continue;
    if (in_list(i, List::intransitive) || (has_object(r_, i) && !in_list(i, List::naming))) continue;
    const std::size_t stop = r_.letters.find_first_of(",;CSWV\"", i + 1);
    const char next = stop == std::string::npos ? '\0' : r_.letters[stop];
    const bool inserted = letter(i - 1) == ',' && next == ',' && !starts_list(i - 1, i) &&
                          r_.letters.find('V', stop) != std::string::npos;
    const bool followed = letter(i - 1) != ',' && next == 'V';
    if (!inserted && !followed && !lacks_subject(i)) continue;
    r_.letters[i] = 'U';
    r_.chunks[i].passive = true;
  }
}

bool Marker::is_noun_or_comma(std::uint32_t i) const { return letter(i) == ',' || is_noun_letter(letter(i)); }

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
  return false;
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
  bool subject = false;
  for (std::uint32_t k = i + 1; k < size(); ++k) {
    const char c = letter(k);
    if (c == 'V') return subject;
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
      const char before = i == 0 ? '\0' : letter(i - 1);
      const bool asks =
          is_verb_letter(before) ||
          (w.tag == Tag::WRB && lists_.has(w.key, List::subordinator) && !is_noun_letter(before));
      if (i == 0 || asks || (w.tag == Tag::WRB && lists_.has(w.key, List::simultaneous))) r_.letters[i] = 'S';
    } else if (c == 'I' || c == 'A') {
      const bool content = lists_.has(w.key, List::content) || lists_.has(w.key, List::conditional);
      const bool compares = lists_.has(w.key, List::comparative) && letter(i + 1) == 'p';
      if (content || ((compares || lists_.has(w.key, List::subordinator)) && opens_clause(i)))
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
// with a verb of the list behind it.
bool Marker::starts_list(std::uint32_t comma, std::uint32_t verb) const {
  if (r_.letters.find_first_not_of("TRI", comma + 1) != verb) return false;
  for (std::uint32_t k = verb + 1; k + 1 < size() && letter(k) != ';'; ++k) {
    if (letter(k) != ',' || letter(k + 1) != 'C') continue;
    std::uint32_t next = k + 2;
    while (letter(next) == 'R' || letter(next) == 'T' || letter(next) == 'I' || letter(next) == ',') ++next;
    if (letter(next) == 'V') return true;
  }
  return false;
}

// "He said he would go": no comma, no "and", and the verb before it takes a content.
bool Marker::is_content(std::uint32_t verb, std::uint32_t before) const {
  if (!in_list(before, List::reporting) && !in_list(before, List::cognition)) return false;
  bool subject = false;
  for (std::uint32_t k = before + 1; k < verb; ++k) {
    const char c = letter(k);
    if (c == ',' || c == ';' || c == 'C' || c == '"') return false;
    subject |= c == 'p' || is_noun_letter(c);
  }
  return subject;
}

void Marker::mark_verbs() {
  std::uint32_t pending = nowhere;  // the W or S that waits for its verb
  std::uint32_t before = nowhere;   // the finite verb before
  std::uint32_t main = nowhere;     // the last verb of a main clause
  for (std::uint32_t i = 0; i < size(); ++i) {
    const char c = letter(i);
    if (c == 'W' || c == 'S') pending = i;
    if (c == ';') pending = before = main = nowhere;
    if (c != 'V') continue;
    Chunk& verb = r_.chunks[i];
    if (pending != nowhere && letter(i - 1) == ',' && i - 1 > pending + 1 && letter(pending) == 'S')
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

// The noun phrase that ends at `noun` stands where a subject does: no preposition governs it.
bool Marker::opens_field(std::uint32_t noun) const {
  std::uint32_t i = noun;
  while (i > 0 && (is_noun_letter(letter(i - 1)) || letter(i - 1) == 'O' || letter(i - 1) == '\'' ||
                   letter(i - 1) == 'D' || letter(i - 1) == 'J' || letter(i - 1) == 'C'))
    --i;
  return i == 0 || std::string_view(",;TR\"").find(letter(i - 1)) != npos;
}

// The finite verb behind a chunk, unless "and" and a new subject part them: "the register burned, and his
// friends [left]".
bool Marker::has_main_verb_behind(std::uint32_t chunk, std::uint32_t end) const {
  const std::size_t verb = r_.letters.find('V', chunk + 1);
  if (verb >= end) return false;
  const std::size_t joint = r_.letters.rfind('C', verb);
  if (joint == npos || joint <= chunk) return true;
  const std::size_t subject = r_.letters.find_first_not_of("DJRTI,", joint + 1);
  return subject >= verb;
}

// "Prices [closed] lower when the minister resigned": where a clause has no main verb, the first participle
// behind its subject is it.
void Marker::find_main_verbs() {
  for (std::uint32_t begin = 0; begin < size();) {
    const auto end = static_cast<std::uint32_t>(std::min(r_.letters.find(';', begin), r_.letters.size()));
    for (std::uint32_t i = begin + 1; i < end && letter(begin) != 'S' && letter(i) != 'V'; ++i) {
      const Chunk& chunk = r_.chunks[i];
      const bool past = letter(i) == 'U' && chunk.first == chunk.head && r_.head(i).entry->tags.has(Tag::VBD);
      if (!past || !is_noun_letter(letter(i - 1)) || has_agent(i) || !opens_field(i - 1)) continue;
      if (has_main_verb_behind(i, end)) break;
      r_.letters[i] = 'V';
      r_.chunks[i].passive = false;
      r_.chunks[i].past = true;
      break;
    }
    begin = end + 1;
  }
}

}  // namespace

void mark_clauses(Reading& reading, const Lexicon& lexicon, const WordLists& lists) {
  Marker(reading, lexicon, lists).run();
}

}  // namespace annals
