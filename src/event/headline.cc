#include "event/headline.h"

#include <algorithm>

namespace annals {
namespace {

struct Piece {  // a word of the sentence, or one put in
  std::uint32_t word = nowhere;
  std::string put;
};

std::string_view form(const Reading& r, const Piece& piece) {
  return piece.word == nowhere ? std::string_view(piece.put) : r.word(piece.word);
}

Tag tag_of(const Reading& r, const Piece& piece) {
  return piece.word == nowhere ? Tag::NNP : r.words[piece.word].tag;
}

bool sticks(const Reading& r, const Piece& piece, const Piece& before) {
  if (piece.word == nowhere) return false;
  const Word& w = r.words[piece.word];
  if (before.word != nowhere && before.word + 1 == piece.word) return w.glued;
  return w.tag == Tag::Comma || w.tag == Tag::CloseQuote || w.tag == Tag::CloseBracket || w.tag == Tag::POS ||
         w.tag == Tag::Stop;
}

// The sentence's first word, moved to another place, has lost its right to a capital, unless it is a name.
bool loses_capital(const Reading& r, const Piece& piece) {
  const Tag tag = tag_of(r, piece);
  return piece.word == 0 && (tag == Tag::DT || tag == Tag::PRPS || tag == Tag::PRP || tag == Tag::IN ||
                             tag == Tag::CD || is_adverb(tag));
}

std::string join(const Reading& r, const std::vector<Piece>& pieces) {
  std::string out;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i > 0 && !sticks(r, pieces[i], pieces[i - 1])) out += ' ';
    const std::size_t begin = out.size();
    out += form(r, pieces[i]);
    if (i > 0 && loses_capital(r, pieces[i]) && out[begin] >= 'A' && out[begin] <= 'Z')
      out[begin] = static_cast<char>(out[begin] + ('a' - 'A'));
  }
  return out;
}

// What no phrase ends with.
bool dangles(Tag tag) {
  switch (tag) {
    case Tag::IN:
    case Tag::CC:
    case Tag::DT:
    case Tag::PDT:
    case Tag::TO:
    case Tag::MD:
    case Tag::PRPS:
    case Tag::Comma:
    case Tag::Colon:
    case Tag::OpenQuote:
    case Tag::OpenBracket:
    case Tag::HYPH:
    case Tag::Currency:
    case Tag::WDT:
    case Tag::WP:
    case Tag::WPS:
    case Tag::WRB:
    case Tag::POS:
    case Tag::Stop:
    case Tag::NFP: return true;
    default: return false;
  }
}

bool opens_badly(Tag tag) {
  return tag == Tag::Comma || tag == Tag::CC || tag == Tag::Colon || tag == Tag::CloseQuote ||
         tag == Tag::CloseBracket || tag == Tag::Stop || tag == Tag::HYPH || tag == Tag::NFP ||
         tag == Tag::POS;
}

bool lacks_partner(const Reading& r, const std::vector<Piece>& pieces, Tag open, Tag close) {
  int depth = 0;
  for (const Piece& piece : pieces) {
    const Tag tag = tag_of(r, piece);
    depth += tag == open ? 1 : tag == close ? -1 : 0;
    if (depth < 0) return true;
  }
  return depth != 0;
}

void drop_unpaired(const Reading& r, std::vector<Piece>& pieces) {
  for (const auto& [open, close] :
       {std::pair{Tag::OpenQuote, Tag::CloseQuote}, std::pair{Tag::OpenBracket, Tag::CloseBracket}}) {
    if (!lacks_partner(r, pieces, open, close)) continue;
    std::erase_if(
        pieces, [&, o = open, c = close](const Piece& p) { return tag_of(r, p) == o || tag_of(r, p) == c; });
  }
}

void tidy(const Reading& r, std::vector<Piece>& pieces) {
  drop_unpaired(r, pieces);
  std::vector<Piece> out;
  for (Piece& piece : pieces) {  // no comma behind a comma
    const bool twice = tag_of(r, piece) == Tag::Comma && !out.empty() && tag_of(r, out.back()) == Tag::Comma;
    if (!twice) out.push_back(std::move(piece));
  }
  while (!out.empty() && dangles(tag_of(r, out.back()))) out.pop_back();
  const auto first =
      std::find_if(out.begin(), out.end(), [&](const Piece& p) { return !opens_badly(tag_of(r, p)); });
  out.erase(out.begin(), first);
  pieces = std::move(out);
  drop_unpaired(r, pieces);
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

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
  void add(Phrase phrase) {
    for (std::uint32_t i = phrase.first; i < phrase.last; ++i) add_chunk(i);
  }
  void put(const std::string& words) { pieces_.push_back({nowhere, words}); }
  void drop_lead();
  void add_subject(Phrase subject);
  void add_verb(std::uint32_t verb, Phrase subject);
  void add_complements(std::uint32_t from, std::uint32_t verb);
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
};

void Draft::add_chunk(std::uint32_t i) {
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

bool Draft::is_plural(Phrase subject) const {
  for (std::uint32_t i = subject.first; i < subject.last; ++i) {
    if (letter(i) == 'C') return true;
  }
  std::uint32_t noun = subject.first;
  while (noun + 2 < subject.last && letter(noun + 1) == '\'') noun += 2;
  const Tag tag = r_.head(noun).tag;
  return tag == Tag::NNS || tag == Tag::NNPS;
}

void Draft::add_subject(Phrase subject) {
  if (!request_.subject.empty() && subject.last == subject.first + 1 && letter(subject.first) == 'p')
    return put(request_.subject);
  add(subject);
}

void Draft::add_verb(std::uint32_t verb, Phrase subject) {
  const Chunk& chunk = r_.chunks[verb];
  if (letter(verb) != 'U') return add_chunk(verb);
  const Word& head = r_.words[chunk.head];
  if (chunk.passive) {
    put(is_plural(subject) ? lists_.passive_plural : lists_.passive_singular);
    return add_chunk(verb);
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
    const bool list = is_noun_letter(letter(i + 1)) && !starts_clause(i + 1);
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
    if (c == 'V' && i > verb && (letter(verb) == 'Q' || letter(verb) == 'U'))
      break;  // the main clause goes on
    const bool clause = letter(i + 1) == 'S' && !lists_.has(r_.head(i + 1).key, List::content);
    const bool measure = c == 'T' && (letter(i + 1) == 'A' || clause);  // two years [after ...]
    if (c == 'T' && (is_own_time(i) || measure)) {
      drop_lead();
      if (measure) break;
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
      while (before > verb && (letter(before) == 'T' || letter(before) == 'I' || letter(before) == 'R'))
        --before;
      const bool content = lists_.has(r_.head(i).key, List::content) && is_verb_letter(letter(before));
      if (!content) break;
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
    if (!is_finite_letter(letter(verb))) return {};
    keep_times_ = true;  // "[The 1920s] were the good years"
    add_complements(clauses_.clause_begin(verb), verb);
    return std::move(pieces_);
  }
  add_subject(subject.phrase);
  add_verb(verb, subject.phrase);
  const Chunk& chunk = r_.chunks[verb];
  const bool object_relative = letter(verb) == 'Q' && subject.before_verb && chunk.governor != nowhere;
  if (object_relative && letter(chunk.governor - (chunk.governor > 0 ? 1 : 0)) != 'I')
    add(clauses_.antecedent(chunk.governor));
  add_complements(verb + 1, verb);
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
