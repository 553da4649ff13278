#include "event/headline.h"

#include <algorithm>

#include "event/pieces.h"

namespace annals {
namespace {

// Gathers the pieces of one headline.
class Draft {
 public:
  Draft(const Reading& reading, const HeadlineRequest& request, const Lexicon& lexicon,
        const WordLists& lists, bool brief)
      : r_(reading),
        request_(request),
        lexicon_(lexicon),
        lists_(lists),
        clauses_(reading, lists),
        brief_(brief) {}

  std::vector<Piece> of_verb();
  std::vector<Piece> of_noun();

 private:
  char letter(std::uint32_t i) const { return r_.letter(i); }
  std::uint32_t size() const { return static_cast<std::uint32_t>(r_.letters.size()); }
  bool is_own_time(std::uint32_t i) const {
    return std::find(request_.times.begin(), request_.times.end(), i) != request_.times.end() && !keep_times_;
  }
  void add_chunk(std::uint32_t i);
  void close_clause(std::uint32_t i);
  void add(Phrase phrase) {
    for (std::uint32_t i = phrase.first; i < phrase.last; ++i) add_chunk(i);
  }
  void put(const std::string& words) { pieces_.push_back({nowhere, words}); }
  void drop_lead();
  void add_subject(Phrase subject);
  void add_verb(std::uint32_t verb, Phrase subject);
  bool is_active(std::uint32_t verb) const;
  bool disagrees(std::uint32_t verb, Phrase subject) const;
  void add_complements(std::uint32_t from, std::uint32_t verb);
  void drop_correlative();
  bool is_object(std::uint32_t time, std::uint32_t verb) const;
  bool says_nothing(std::uint32_t verb, std::size_t begin) const;
  bool opens_with_time(std::uint32_t verb) const;
  void add_words_said(std::uint32_t verb, Phrase subject);
  std::uint32_t behind_comma(std::uint32_t comma, std::uint32_t verb);
  bool starts_clause(std::uint32_t i) const;
  bool main_verb_behind(std::uint32_t i) const;
  bool joins_dated_verb(std::uint32_t i) const;
  bool is_plural(Phrase subject) const;
  std::size_t length() const { return join(r_, pieces_).size(); }

  const Reading& r_;
  const HeadlineRequest& request_;
  const Lexicon& lexicon_;
  const WordLists& lists_;
  Clauses clauses_;
  bool brief_;
  bool keep_times_ = false;
  std::vector<Piece> pieces_;
  std::uint32_t opener_ = nowhere;  // the W or S added last whose verb has not come yet
  std::size_t opened_at_ = 0;       // and how many pieces there were before it
};

void Draft::close_clause(std::uint32_t i) {
  if (letter(i) == 'W' || letter(i) == 'S') {
    opener_ = i;
    opened_at_ = pieces_.size();
  } else if (opener_ != nowhere && is_finite_letter(letter(i)) && r_.chunks[i].governor == opener_) {
    opener_ = nowhere;
  }
}

void Draft::add_chunk(std::uint32_t i) {
  close_clause(i);
  for (std::uint32_t w = r_.chunks[i].first; w < r_.chunks[i].last; ++w) pieces_.push_back({w, ""});
}

// The prepositions, determiners and hedges that led to a time expression just left out.
void Draft::drop_lead() {
  while (!pieces_.empty()) {
    const Tag tag = tag_of(r_, pieces_.back());
    const bool hedge =
        pieces_.back().word != nowhere && lists_.has(r_.words[pieces_.back().word].key, List::hedge);
    if (tag != Tag::IN && tag != Tag::TO && tag != Tag::DT && !hedge) break;
    pieces_.pop_back();
  }
}

// "as soon [as ...]": what waits for a clause just left out.
void Draft::drop_correlative() {
  for (std::size_t back = 1; back <= 3 && back < pieces_.size(); ++back) {
    const Piece& piece = pieces_[pieces_.size() - back];
    if (piece.word == nowhere || !is_adverb(tag_of(r_, piece))) return;
    if (lists_.has(r_.words[piece.word].key, List::correlative)) return pieces_.resize(pieces_.size() - back);
  }
}

// "spent [the next two years] rebuilding it", "had reached [1934]": the verb asks for it.
bool Draft::is_object(std::uint32_t time, std::uint32_t verb) const {
  if (time != verb + 1 || r_.chunks[verb].passive) return false;
  const Chunk& chunk = r_.chunks[time];
  const bool year = chunk.first + 1 == chunk.last && r_.words[chunk.first].tag == Tag::CD;
  return year || lists_.has(r_.chunks[verb].lemma, List::time_verb);
}

// Nothing but adverbs came behind a verb that means little alone: "it had been", "the office said".
bool Draft::says_nothing(std::uint32_t verb, std::size_t begin) const {
  const Chunk& chunk = r_.chunks[verb];
  if (chunk.passive || !(r_.head(verb).entry->has(Mark::be) || lists_.has(chunk.lemma, List::reporting) ||
                         lists_.has(chunk.lemma, List::become)))
    return false;
  return std::all_of(pieces_.begin() + static_cast<std::ptrdiff_t>(begin), pieces_.end(),
                     [&](const Piece& p) { return is_adverb(tag_of(r_, p)) || is_mark(tag_of(r_, p)); });
}

// "[The 1920s] were the good years", "Died Abel Tonkin": clauses that have no subject but can be said again.
bool Draft::opens_with_time(std::uint32_t verb) const {
  const std::size_t stop = r_.letters.rfind(';', verb);
  const std::size_t first = r_.letters.find_first_not_of("TIRD,", stop == std::string::npos ? 0 : stop + 1);
  return first == verb;
}

// What was said stands before: ""We stay open," the mayor said."
void Draft::add_words_said(std::uint32_t verb, Phrase subject) {
  std::uint32_t end = std::min(subject.first, verb);
  while (end > 0 && (letter(end - 1) == ',' || letter(end - 1) == '"')) --end;
  std::uint32_t begin = end;
  while (begin > 0 && letter(begin - 1) != ';' && letter(begin - 1) != '"') --begin;
  const bool quoted = begin > 0 && letter(begin - 1) == '"';
  if (letter(begin) == 'C') ++begin;
  if (end == std::min(subject.first, verb) || r_.letters.find_first_of("VZ", begin) >= end) return;
  if (quoted) return put('"' + words_of(r_, {begin, end}) + '"');
  add({begin, end});
}

bool Draft::is_plural(Phrase subject) const {
  for (std::uint32_t i = subject.first; i < subject.last; ++i) {
    if (letter(i) == 'C') return true;
  }
  std::uint32_t noun = subject.first;
  while (noun + 2 < subject.last && letter(noun + 1) == '\'') noun += 2;
  const Tag tag = r_.head(noun).tag;
  const bool named =
      letter(noun) == 'P' && r_.chunks[noun].first == r_.chunks[noun].head;  // Jobs, not the Greens
  return !named && (tag == Tag::NNS || tag == Tag::NNPS);
}

void Draft::add_subject(Phrase subject) {
  if (!request_.subject.empty() && subject.last == subject.first + 1 && letter(subject.first) == 'p')
    return put(request_.subject);
  const bool quoted =
      subject.first > 1 && letter(subject.first - 1) == '"' && letter(subject.first - 2) == 'D';
  if (quoted) subject.first -= 2;  // The "column of tears"
  if (quoted && letter(subject.last) == '"') ++subject.last;
  add(subject);
}

// A past tense taken for a participle: with an object, a clause or a particle behind it, or of a verb that
// has no passive.
bool Draft::is_active(std::uint32_t verb) const {
  const Chunk& chunk = r_.chunks[verb];
  if (!r_.head(verb).entry->tags.has(Tag::VBD)) return false;
  if (lists_.has(chunk.lemma, List::intransitive)) return true;
  const bool agent = letter(verb + 1) == 'I' && lists_.has(r_.head(verb + 1).key, List::agent_preposition);
  const bool particle = chunk.last > chunk.head + 1 && r_.words[chunk.last - 1].tag == Tag::RP && !agent;
  const bool clause = letter(verb + 1) == 'S' && lists_.has(r_.head(verb + 1).key, List::content);
  return particle || clause || (has_object(r_, verb) && !lists_.has(chunk.lemma, List::naming));
}

// "The number of doctors [were]": the subject found is not the one the verb was written for.
bool Draft::disagrees(std::uint32_t verb, Phrase subject) const {
  if (!is_finite_letter(letter(verb)) || subject.last > verb || letter(subject.first) == 'p') return false;
  const std::uint32_t first = r_.chunks[verb].first;
  const Tag form = r_.words[first].tag;
  const bool singular = form == Tag::VBZ || r_.word(first) == lists_.passive_singular;
  const bool plural = form == Tag::VBP || r_.word(first) == lists_.passive_plural;
  if (singular == plural) return false;
  bool plural_part = false;
  for (std::uint32_t i = subject.first; i < subject.last; ++i) {
    if (letter(i) == 'C' || letter(i) == 'P') return singular && letter(i) == 'C';
    const Tag tag = r_.head(i).tag;
    plural_part |= tag == Tag::NNS || tag == Tag::NNPS || tag == Tag::CD;
  }
  const bool measured = r_.words[r_.chunks[subject.first].first].tag == Tag::CD;
  if (plural) return !plural_part;
  return is_plural(subject) && !measured;
}

void Draft::add_verb(std::uint32_t verb, Phrase subject) {
  const Chunk& chunk = r_.chunks[verb];
  if (letter(verb) != 'U') return add_chunk(verb);
  const Word& head = r_.words[chunk.head];
  if (chunk.passive && !is_active(verb)) {
    const Word& first = r_.words[chunk.first];
    const std::string& be = is_plural(subject) ? lists_.passive_plural : lists_.passive_singular;
    put(first.entry->has(Mark::have) ? lists_.past_of(lexicon_.lemma(r_.word(chunk.first), first.tag)) : be);
    const bool auxiliary =
        chunk.first != chunk.head && (first.entry->has(Mark::have) || first.entry->has(Mark::be));
    for (std::uint32_t w = chunk.first + (auxiliary ? 1 : 0); w < chunk.last; ++w) pieces_.push_back({w, ""});
    return;
  }
  const std::string past = lists_.past_of(lexicon_.lemma(r_.word(chunk.head), head.tag));
  if (past.empty()) return add_chunk(verb);
  put(past);
  for (std::uint32_t w = chunk.head + 1; w < chunk.last; ++w) pieces_.push_back({w, ""});
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
    if (is_noun_letter(c) || c == 'p') subject = true;
    if (c == ',' || c == ';' || c == 'W' || c == 'S' || c == 'U' || c == '"') return false;
  }
  return false;
}

// Behind "and": a verb with a time of its own, told by another row.
bool Draft::joins_dated_verb(std::uint32_t i) const {
  for (; i < size(); ++i) {
    const char c = letter(i);
    if (c == ',' || c == ';' || c == 'W' || c == 'S') return false;
    if (c == 'T') return !is_own_time(i);
  }
  return false;
}

// Where to go on behind a comma, or the sentence's end where the clause is over.
std::uint32_t Draft::behind_comma(std::uint32_t comma, std::uint32_t verb) {
  std::uint32_t i = comma + 1;
  while (i < size() && (letter(i) == 'I' || letter(i) == 'R') && letter(i + 1) == 'T' && is_own_time(i + 1))
    ++i;
  while (i < size() && letter(i) == 'T' && is_own_time(i)) ++i;
  if (i > comma + 1 && letter(i) == ',') return i + 1;
  const char c = letter(i);
  const bool noun = is_noun_letter(c);
  if (noun && !starts_clause(i) && !main_verb_behind(i) && !brief_)
    return comma;  // an apposition, or a list goes on
  if (c == 'C' && !brief_) {
    const bool list = is_noun_letter(letter(i + 1)) && !starts_clause(i + 1) && !main_verb_behind(i + 1);
    const bool joined = i + 1 < size() && is_finite_letter(letter(i + 1)) &&
                        r_.chunks[i + 1].joined_to == verb && !joins_dated_verb(i + 1);
    if (list || joined) return comma;
  }
  const bool phrase = (c == 'I' && is_noun_letter(letter(i + 1))) ||
                      (c == 'R' && letter(i + 1) == 'I' && is_noun_letter(letter(i + 2)));
  if (phrase && !brief_ && length() < 45) return comma;
  return size();
}

void Draft::add_complements(std::uint32_t from, std::uint32_t verb) {
  for (std::uint32_t i = from; i < size(); ++i) {
    const char c = letter(i);
    if (c == ';') break;
    if (brief_ && length() > 110 && std::string_view("IURCWA").find(c) != std::string_view::npos) break;
    if (c == 'V' && i > verb && (letter(verb) == 'Q' || letter(verb) == 'U'))
      break;  // the main clause goes on
    const bool clause = letter(i + 1) == 'S' && !lists_.has(r_.head(i + 1).key, List::content);
    const bool measure = c == 'T' && (letter(i + 1) == 'A' || clause);  // two years [after ...]
    if (c == 'T' && !measure && (letter(i + 1) == '\'' || is_object(i, verb))) {
      add_chunk(i);
      continue;
    }
    if (c == 'T' && (is_own_time(i) || measure)) {
      drop_lead();
      const std::uint64_t last = r_.words[r_.chunks[i].last - 1].key;
      const bool half =
          lists_.has(last, List::before_like) || lists_.has(last, List::after_like);  // [ten days before] it
      if (measure || half) break;
      continue;
    }
    if (c == '(') {
      while (i < size() && letter(i) != ')') ++i;
      continue;
    }
    if (c == ',') {
      const std::uint32_t next = behind_comma(i, verb);
      if (next == size()) break;
      if (next > i) {
        i = next - 1;
        continue;
      }
    }
    if (c == 'W' && (brief_ || length() > 90)) break;
    if (c == 'W') {  // a relative clause that belongs to its noun, without its own times
      const std::size_t stop = r_.letters.find_first_of(",;T", i);
      if (stop != std::string::npos && letter(static_cast<std::uint32_t>(stop)) == 'T') break;
    }
    if (c == 'S') {
      std::uint32_t before = i - 1;
      const bool reports = lists_.has(r_.chunks[verb].lemma, List::reporting);
      const std::string_view between = reports ? "TIRNPp" : "TIR";  // told [the press that ...]
      while (before > verb && between.find(letter(before)) != std::string_view::npos) --before;
      const bool content = (lists_.has(r_.head(i).key, List::content) && is_verb_letter(letter(before))) ||
                           lists_.has(r_.head(i).key, List::comparative);
      if (!content) {
        drop_correlative();
        break;
      }
    }
    if (c == 'C') {
      std::uint32_t next = i + 1;
      while (next < size() && letter(next) == 'R') ++next;
      const bool has_time =
          letter(next) == 'T' || ((letter(next) == 'I' || letter(next) == 'D') && letter(next + 1) == 'T');
      if (starts_clause(i + 1) || has_time || letter(next) == ',') break;
      if (is_verb_letter(letter(next)) && (brief_ || joins_dated_verb(next))) break;
    }
    if (c == 'A' && i > from && brief_) break;
    add_chunk(i);
  }
  if (opener_ != nowhere) pieces_.resize(std::min(pieces_.size(), opened_at_));
  opener_ = nowhere;
}

std::vector<Piece> Draft::of_verb() {
  std::uint32_t verb = request_.chunk;
  while (letter(verb) == 'B') {  // "was forced to shift": said from the finite verb on
    const std::uint32_t governor = clauses_.governor(verb);
    if (governor == nowhere) break;
    verb = governor;
  }
  const Subject subject = clauses_.subject_of(verb);
  if (subject.phrase.empty()) {
    if (!is_finite_letter(letter(verb)) || !opens_with_time(verb)) return {};
    keep_times_ = true;
    add_complements(clauses_.clause_begin(verb), verb);
    const bool told = std::any_of(pieces_.begin(), pieces_.end(),
                                  [&](const Piece& piece) { return piece.word == r_.chunks[verb].head; });
    if (!told) pieces_.clear();
    return std::move(pieces_);
  }
  if (disagrees(verb, subject.phrase)) return {};
  add_subject(subject.phrase);
  add_verb(verb, subject.phrase);
  const Chunk& chunk = r_.chunks[verb];
  const bool object_relative = letter(verb) == 'Q' && subject.before_verb && chunk.governor != nowhere;
  if (object_relative && letter(chunk.governor - (chunk.governor > 0 ? 1 : 0)) != 'I')
    add(clauses_.antecedent(chunk.governor));
  const std::size_t begin = pieces_.size();
  add_complements(verb + 1, verb);
  if (!says_nothing(verb, begin)) return std::move(pieces_);
  if (lists_.has(chunk.lemma, List::reporting)) {
    add_words_said(verb, subject.phrase);
  } else {  // "it had been so [in 1871]"
    keep_times_ = true;
    pieces_.resize(begin);
    add_complements(verb + 1, verb);
  }
  if (says_nothing(verb, begin)) pieces_.clear();
  return std::move(pieces_);
}

std::vector<Piece> Draft::of_noun() {
  const std::uint32_t noun = request_.chunk;
  if (request_.second != nowhere) {
    const std::size_t of = r_.letters.find('O', noun);
    add_chunk(noun);
    if (of < request_.second) add_chunk(static_cast<std::uint32_t>(of));
    add(clauses_.noun_group(request_.second, size()));
    return std::move(pieces_);
  }
  const Phrase group = clauses_.noun_group(noun, size());
  const bool parted = group.first >= 2 && letter(group.first - 1) == 'T' && letter(group.first - 2) == 'D';
  if (parted) add_chunk(group.first - 2);  // the [2015] election
  const bool owned = group.first >= 3 && letter(group.first - 1) == 'T' && letter(group.first - 2) == '\'' &&
                     is_noun_letter(letter(group.first - 3));
  if (owned) add({group.first - 3, group.first - 1});  // the king's [2015] visit
  add(group);
  std::uint32_t i = group.last;
  while (i < size()) {
    const char c = letter(i);
    if (c == 'T' && is_own_time(i)) {
      drop_lead();
    } else if (c == 'I' && letter(i + 1) == 'T' && is_own_time(i + 1)) {
      ++i;
    } else if (c == 'I' && is_noun_letter(letter(i + 1)) && !starts_clause(i + 1)) {
      const Phrase more = clauses_.noun_group(i + 1, size());
      add_chunk(i);
      add(more);
      i = more.last - 1;
    } else if (c == ',') {
      std::uint32_t next = i + 1;  // ", now called X," or ", along with Y"
      while (letter(next) == 'R' || letter(next) == 'T') ++next;
      const std::size_t close = r_.letters.find_first_of(",;V", next);
      if (letter(next) == 'U' && close != std::string::npos && r_.letters[close] == ',') {
        i = static_cast<std::uint32_t>(close);
      } else if (next > i + 1 && letter(next) == 'I' && is_noun_letter(letter(next + 1)) && !brief_) {
        add_chunk(i);
        for (std::uint32_t k = i + 1; k < next; ++k) {
          if (letter(k) == 'R') add_chunk(k);
        }
        i = next - 1;
      } else {
        break;
      }
    } else {
      break;
    }
    ++i;
  }
  return std::move(pieces_);
}

}  // namespace

std::string words_of(const Reading& reading, Phrase phrase) {
  std::vector<Piece> pieces;
  for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
    for (std::uint32_t w = reading.chunks[i].first; w < reading.chunks[i].last; ++w)
      pieces.push_back({w, ""});
  }
  return join(reading, pieces);
}

HeadlineText HeadlineWriter::write(const Reading& reading, const HeadlineRequest& request) const {
  for (const bool brief : {false, true}) {
    Draft draft(reading, request, lexicon_, lists_, brief);
    std::vector<Piece> pieces =
        is_verb_letter(reading.letter(request.chunk)) ? draft.of_verb() : draft.of_noun();
    tidy(reading, pieces);
    std::string text = join(reading, pieces);
    if (!text.empty() && text.size() <= longest) return {capitalised(std::move(text)), false};
  }
  std::vector<Piece> all;
  for (std::uint32_t w = 0; w < reading.words.size(); ++w) all.push_back({w, ""});
  drop_unpaired(reading, all);
  return {capitalised(join(reading, all)), true};
}

}  // namespace annals
