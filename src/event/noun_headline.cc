// The headline of an event that a noun tells: "The siege of the town", or the clause whose subject it is.
#include <algorithm>

#include "event/draft.h"

namespace annals {

// "The vote" of "The vote [ended]" says little: the verb whose subject it is, or nowhere.
std::uint32_t Draft::verb_of_bare(std::uint32_t noun) const {
  const auto word = [&](const Piece& p) {
    return p.word != nowhere && !is_mark(tag_of(r_, p)) && tag_of(r_, p) != Tag::DT;
  };
  if (std::count_if(pieces_.begin(), pieces_.end(), word) > 2) return nowhere;
  const std::uint32_t verb = clauses_.next_main_verb(noun);
  if (verb == nowhere || r_.chunks[verb].negated) return nowhere;
  const Subject subject = clauses_.subject_of(verb);
  const bool told = subject.before_verb && subject.phrase.first <= noun && noun < subject.phrase.last;
  return told ? verb : nowhere;
}

std::vector<Piece> Draft::of_noun() {
  std::vector<Piece> name = noun_phrase();
  pieces_ = name;
  const std::uint32_t verb = request_.second == nowhere ? verb_of_bare(request_.chunk) : nowhere;
  pieces_.clear();
  if (verb == nowhere) return name;
  std::vector<Piece> clause = of_verb(verb);
  return clause.empty() || keep_times_ ? name : clause;  // "the vote was [in May]"
}

std::vector<Piece> Draft::noun_phrase() {
  const std::uint32_t noun = request_.chunk;
  if (request_.second != nowhere && letter(noun) == 'P') {  // Wren, mayor of Karst since 1846, died
    add_chunk(noun);
    put(lists_.passive_singular);
    add(clauses_.noun_group(request_.second, size()));
    return std::move(pieces_);
  }
  if (request_.second != nowhere) {
    const std::size_t of = r_.letters.find('O', noun);
    add_chunk(noun);
    if (of < request_.second) add_chunk(static_cast<std::uint32_t>(of));
    add(clauses_.noun_group(request_.second, size()));
    return std::move(pieces_);
  }
  const Phrase group = clauses_.noun_group(noun, size());
  add_article(group.first);
  const bool owned = group.first >= 3 && letter(group.first - 1) == 'T' && letter(group.first - 2) == '\'' &&
                     is_noun_letter(letter(group.first - 3));
  if (owned) add({group.first - 3, group.first - 1});  // the king's [2015] visit
  const std::size_t begin = pieces_.size();
  add(group);
  const bool his = tag_of(r_, pieces_[begin]) == Tag::PRPS && group.first == noun;
  if (his && !request_.subject.empty()) pieces_[begin] = {nowhere, request_.subject + lists_.possessive};
  add_more_of_noun(group.last);
  return std::move(pieces_);
}

// What belongs to the noun behind it: "the siege [of the town, now called X,]".
void Draft::add_more_of_noun(std::uint32_t i) {
  while (i < size()) {
    const char c = letter(i);
    if (c == 'T' && is_own_time(i)) {
      drop_lead();
    } else if (c == 'I' && letter(i + 1) == 'T' && stands_within_phrase(i + 1)) {
      add({i, i + 3});  // a fall in [May] profits
      i += 2;
    } else if (c == 'I' && letter(i + 1) == 'T' && is_own_time(i + 1)) {
      ++i;
    } else if (is_noun_letter(letter(i + 1)) && (c == 'O' || (c == 'I' && !starts_clause(i + 1)))) {
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
}

}  // namespace annals
