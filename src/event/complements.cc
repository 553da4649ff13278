// What stands behind the verb of a headline: how far it goes on, and which times and clauses are left out.
#include "event/draft.h"

namespace annals {

// The prepositions, determiners, hedges and adverbs of time that led to an expression just left out: "as late
// as [May]", "well into [1941]".
void Draft::drop_lead() {
  while (!pieces_.empty()) {
    const Piece& last = pieces_.back();
    const Tag tag = tag_of(r_, last);
    const auto in = [&](List list) {
      return last.word != nowhere && lists_.has(r_.words[last.word].key, list);
    };
    if (tag != Tag::IN && tag != Tag::TO && tag != Tag::DT && !in(List::hedge) && !in(List::before_time) &&
        !in(List::prepositional) && !in(List::before_like))
      break;
    pieces_.pop_back();
  }
}

// "as soon [as ...]": what waits for a clause just left out.
void Draft::drop_correlative() {
  for (std::size_t back = 1; back <= 3 && back < pieces_.size(); ++back) {
    const Piece& piece = pieces_[pieces_.size() - back];
    if (piece.word == nowhere || !is_adverb(tag_of(r_, piece))) return;
    if (!lists_.has(r_.words[piece.word].key, List::correlative)) continue;
    pieces_.resize(pieces_.size() - back);
    back = 0;
  }
}

// "dates back to [1485]", "is dated [4 May]": without it nothing is said.
bool Draft::is_date_told(std::uint32_t time) const {
  std::uint32_t verb = time;
  while (verb > 0 && (letter(verb - 1) == 'I' || letter(verb - 1) == 'R' || letter(verb - 1) == 'D')) --verb;
  return verb > 0 && is_verb_letter(letter(verb - 1)) && lists_.has(r_.chunks[verb - 1].lemma, List::dating);
}

// "spent [the next two years] rebuilding it", "had reached [1934]": the verb asks for it.
bool Draft::is_object(std::uint32_t time, std::uint32_t verb) const {
  if (is_date_told(time)) return true;
  if (time != verb + 1 || r_.chunks[verb].passive) return false;
  const Chunk& chunk = r_.chunks[time];
  const bool year = chunk.first + 1 == chunk.last && r_.words[chunk.first].tag == Tag::CD;
  const bool as =
      letter(time + 1) == 'I' && lists_.has(r_.head(time + 1).key, List::simultaneous);  // set [May 1] as
  return year || as || lists_.has(r_.chunks[verb].lemma, List::time_verb);
}

// "since the [January 1998] bombing", "a drop in [third-quarter] profit": without it the phrase falls apart.
bool Draft::stands_within_phrase(std::uint32_t time) const {
  std::uint32_t noun = time + 1;
  while (letter(noun) == 'J') ++noun;
  if (time == 0 || !is_noun_letter(letter(noun))) return false;
  if (letter(time - 1) == 'D') return true;
  const Tag opening = r_.words[r_.chunks[noun].first].tag;
  const bool bare = letter(noun) != 'P' && opening != Tag::DT && opening != Tag::PRPS && opening != Tag::CD;
  return letter(time - 1) == 'I' && bare && !starts_clause(noun);
}

// A main verb that stands on its own further on: a noun behind a comma may be its subject.
bool Draft::main_verb_behind(std::uint32_t i) const {
  for (; i < size() && letter(i) != ';'; ++i) {
    if (letter(i) == 'V' && r_.chunks[i].joined_to == nowhere) return true;
  }
  return false;
}

// A noun phrase with a finite verb behind it, before the next comma.
bool Draft::starts_clause(std::uint32_t i) const {
  bool subject = false;
  for (; i < size(); ++i) {
    const char c = letter(i);
    if (is_finite_letter(c)) return subject;
    if (c == 'C' && is_verb_letter(letter(i + 1))) return false;  // [the town] and burned it
    if (is_noun_letter(c) || c == 'p') subject = true;
    if (c == ',' || c == ';' || c == 'W' || c == 'S' || c == 'U' || c == '"') return false;
  }
  return false;
}

// Behind "and": a verb with a time of its own, told by another row.
bool Draft::joins_dated_verb(std::uint32_t i) const {
  for (; i < size(); ++i) {
    const char c = letter(i);
    if (c == '(') {
      while (i + 1 < size() && letter(i) != ')') ++i;
      continue;
    }
    if (c == ',' || c == ';' || c == 'W' || c == 'S') return false;
    if (c == 'T') return !is_own_time(i);
  }
  return false;
}

// A noun that is told with its time alone: "the first sank, and [the second at noon]"; behind "and" with a
// time of its own too: "took Hollin in May, and [Karst by June]".
bool Draft::is_gapped(std::uint32_t noun) const {
  std::uint32_t next = clauses_.noun_group(noun, size()).last;
  const bool listed = next == noun + 1 && noun > 0 && letter(noun - 1) == 'C';
  if (letter(next) == 'I') ++next;
  return letter(next) == 'T' &&
         (is_own_time(next) ? is_adjective(r_.head(noun).tag) || (listed && request_.times.size() > 1)
                            : listed);
}

// Behind the headline's own times, with what leads to them: ", [on Friday] the owner".
std::uint32_t Draft::behind_own_times(std::uint32_t i) const {
  while ((letter(i) == 'I' || letter(i) == 'R') && letter(i + 1) == 'T' && is_own_time(i + 1)) ++i;
  while (letter(i) == 'T' && is_own_time(i)) ++i;
  return i;
}

// ", and [the farm]", ", and [left]": behind a time another clause begins: built it in May, and left.
bool Draft::joins_behind_comma(std::uint32_t comma, std::uint32_t next, std::uint32_t verb) const {
  const bool timed = letter(comma - 1) == 'T';
  if (is_noun_letter(letter(next))) {
    const bool over = timed && letter(verb) == 'Q';  // who died in May, and Wren
    return !over && !is_gapped(next) && !starts_clause(next) && !main_verb_behind(next);
  }
  return !timed && is_finite_letter(letter(next)) && r_.chunks[next].joined_to == verb &&
         !joins_dated_verb(next);
}

// Whether the chunk behind a comma belongs to the clause.
bool Draft::goes_on(std::uint32_t comma, std::uint32_t i, std::uint32_t verb) const {
  const char c = letter(i);
  const bool noun = is_noun_letter(c);
  const char next = noun ? letter(clauses_.noun_group(i, size()).last) : c;
  if (next == 'S' || next == 'A') return false;  // [the day after] it fell
  if (letter(comma - 1) == 'J' && (c == 'J' || noun))
    return true;  // executive, legislative and judicial power
  const bool quotes = c == '"' && r_.letters.find('"', verb) == i;
  if (quotes) return lists_.has(r_.chunks[verb].lemma, List::reporting);  // said, ["we stay"]
  if (brief_) return false;
  if (noun) return !is_gapped(i) && !starts_clause(i) && !main_verb_behind(i);  // an apposition, or a list
  if (c == 'C') return joins_behind_comma(comma, i + 1, verb);
  const std::uint32_t preposition = c == 'R' ? i + 1 : i;
  return letter(preposition) == 'I' && is_noun_letter(letter(preposition + 1)) && length() < 45;
}

// Where to go on behind a comma, or the sentence's end where the clause is over.
std::uint32_t Draft::behind_comma(std::uint32_t comma, std::uint32_t verb) const {
  const std::uint32_t i = behind_own_times(comma + 1);
  if (i > comma + 1 && letter(i) == ',') {  // behind "on Friday," an apposition keeps its own comma
    if (starts_clause(i + 1)) return size();
    return is_noun_letter(letter(i + 1)) ? i : i + 1;
  }
  const bool awaited =  // said that the king, an old man, [had left]
      opener_ != nowhere && is_finite_letter(letter(i)) && r_.chunks[i].governor == opener_;
  return awaited || goes_on(comma, i, verb) ? comma : size();
}

// "two years [after ...]", "the fifth day [of ...]".
bool Draft::is_measure(std::uint32_t time) const {
  const char next = letter(time + 1);
  const auto in = [&](List list) { return lists_.has(r_.head(time + 1).key, list); };
  const bool clause = next == 'S' && !in(List::content) && !in(List::conditional);
  return next == 'A' || clause || (next == 'O' && r_.chunks[time].linked);
}

bool Draft::leaves_out(std::uint32_t time, std::uint32_t verb) const {
  if (is_measure(time)) return true;
  const bool holds = letter(time + 1) == '\'' || is_object(time, verb) || stands_within_phrase(time);
  return !holds && is_own_time(time);
}

// A relative clause, up to its first mark.
bool Draft::has_time_of_its_own(std::uint32_t opener) const {
  const std::size_t stop = r_.letters.find_first_of(",;T", opener);
  return stop != std::string::npos && r_.letters[stop] == 'T';
}

// "told [the press, on Friday,] that ...": the clause is what the verb takes.
bool Draft::is_complement(std::uint32_t opener, std::uint32_t verb) const {
  const std::uint64_t word = r_.head(opener).key;
  const std::uint32_t told = clauses_.previous_verb(opener);  // "met them and [told] them that ..."
  const bool reports = lists_.has(r_.chunks[told == nowhere ? verb : told].lemma, List::reporting);
  const bool asks = lists_.has(word, List::conditional) && told != nowhere &&
                    (reports || lists_.has(r_.chunks[told].lemma, List::cognition));
  const std::string_view between = reports ? "TIRNPp," : "TIR,";
  std::uint32_t before = opener - 1;
  const bool names = is_noun_letter(letter(before)) && !brief_;  // the first word [that it was over]
  while (before > verb && between.find(letter(before)) != std::string_view::npos) --before;
  const bool verb_before = is_verb_letter(letter(before));
  return (lists_.has(word, List::content) && (names || verb_before)) || lists_.has(word, List::comparative) ||
         (asks && verb_before && letter(opener - 1) != ',');
}

// "founded the mill in May and [the school in June]": told by the same verb, at a time of its own.
bool Draft::opens_gap(std::uint32_t i) const {
  if (letter(i) == 'I') ++i;
  return std::find(request_.gaps.begin(), request_.gaps.end(), i) != request_.gaps.end();
}

// "died and [Wren, having sold it, left]": a subject, something set in between, and its verb.
bool Draft::starts_parted_clause(std::uint32_t noun) const {
  if (!is_noun_letter(letter(noun))) return false;
  const std::uint32_t open = clauses_.noun_group(noun, size()).last;
  if (letter(open) != ',' || (letter(open + 1) != 'U' && letter(open + 1) != 'W')) return false;
  const std::size_t close = r_.letters.find(',', open + 1);
  return close != std::string::npos && letter(static_cast<std::uint32_t>(close) + 1) == 'V' &&
         r_.chunks[close + 1].joined_to == nowhere;
}

// What "and" joins belongs to the same event: no clause and no time of its own.
bool Draft::joins_on(std::uint32_t joint, std::uint32_t verb) const {
  std::uint32_t next = joint + 1;
  while (next < size() && letter(next) == 'R') ++next;
  const bool has_time =
      letter(next) == 'T' || ((letter(next) == 'I' || letter(next) == 'D') && letter(next + 1) == 'T');
  const bool hangs_too = letter(verb) == 'U' && letter(next) == 'U' && !r_.chunks[next].passive;
  if (starts_parted_clause(next)) return false;
  if (starts_clause(joint + 1) || has_time || letter(next) == ',' || opens_gap(next)) return false;
  if (hangs_too && !r_.chunks[verb].passive) return false;  // winning it and so [ending] the war
  return !is_verb_letter(letter(next)) || !(brief_ || joins_dated_verb(next));
}

// Leaves a time out; gives the chunk to go on from, or the sentence's end where the clause hangs on it.
std::uint32_t Draft::leave_out(std::uint32_t time) {
  drop_lead();
  const std::uint64_t last = r_.words[r_.chunks[time].last - 1].key;  // [ten days before] it
  const bool relates = lists_.has(last, List::before_like) || lists_.has(last, List::after_like);
  return relates || is_measure(time) ? size() : time + 1;
}

// What no complement of the verb is: the end, the verb of another clause, or more than there is room for.
bool Draft::ends_complements(std::uint32_t i, std::uint32_t verb) const {
  const char c = letter(i);
  const bool participle = letter(verb) == 'U';
  const bool ends =
      std::string_view("IURCWA").find(c) != std::string_view::npos || (c == 'O' && letter(i - 1) == 'P');
  if (brief_ && length() > 110 && ends) return true;
  switch (c) {
    case ';':
    case ')': return true;  // of a bracket that opened before the verb
    case 'V': return i > verb && (letter(verb) == 'Q' || participle || embedded_);  // the main clause goes on
    case 'Z': return participle && opener_ == nowhere && r_.chunks[i].governor < verb;
    case 'W': return brief_ || (!relatives_ && length() > 90) || has_time_of_its_own(i);
    case 'S': return !is_complement(i, verb);
    case 'C': return !joins_on(i, verb);
    case 'A': return brief_ && i > verb + 1;
    case 'p':  // leaving in May [he] sold it
      return participle && opener_ == nowhere && is_finite_letter(letter(i + 1)) &&
             lists_.has(r_.head(i).key, List::subject_pronoun);
    default: return false;
  }
}

// Adds the chunk at i, or leaves it out; gives the one to go on from, or the sentence's end.
std::uint32_t Draft::take_complement(std::uint32_t i, std::uint32_t verb) {
  const char c = letter(i);
  if (ends_complements(i, verb)) {
    if (c == 'S') drop_correlative();
    return size();
  }
  if (c == 'T' && leaves_out(i, verb)) return leave_out(i);
  if (c == '(')
    return static_cast<std::uint32_t>(std::min(r_.letters.find(')', i), r_.letters.size() - 1)) + 1;
  if (c == ',') {
    const std::uint32_t next = behind_comma(i, verb);
    if (next > i) return next;
  }
  add_chunk(i);
  return i + 1;
}

void Draft::add_complements(std::uint32_t from, std::uint32_t verb) {
  for (std::uint32_t i = from; i < size();) i = take_complement(i, verb);
  if (opener_ != nowhere) pieces_.resize(std::min(pieces_.size(), opened_at_));
  opener_ = nowhere;
}

}  // namespace annals
