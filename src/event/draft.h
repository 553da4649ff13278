// One headline in the making: the subject, its verb, and what belongs to them, piece by piece.
#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "event/headline.h"
#include "event/pieces.h"

namespace annals {

class Draft {
 public:
  enum class Length : std::uint8_t { full, without_relatives, brief };
  Draft(const Reading& reading, const HeadlineRequest& request, const Lexicon& lexicon,
        const WordLists& lists, Length length)
      : r_(reading),
        request_(request),
        lexicon_(lexicon),
        lists_(lists),
        clauses_(reading, lists),
        brief_(length == Length::brief),
        relatives_(length == Length::full) {}

  std::vector<Piece> of_verb(std::uint32_t verb);
  std::vector<Piece> of_gapped(std::uint32_t verb, Phrase subject);
  std::vector<Piece> of_noun();

 private:
  std::vector<Piece> noun_phrase();
  std::uint32_t verb_of_bare(std::uint32_t noun) const;
  bool hangs_on_verb(std::uint32_t verb) const;
  std::uint32_t first_of_pair(std::uint32_t verb) const;
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
  void add_article(std::uint32_t noun);
  void add_subject(Phrase subject);
  void add_purpose(std::uint32_t from, std::uint32_t verb);
  bool is_awaited(std::uint32_t verb) const;
  void add_affirmed(std::uint32_t verb);
  bool is_fragment(std::uint32_t verb) const;
  void add_verb(std::uint32_t verb, Phrase subject);
  bool is_active(std::uint32_t verb) const;
  bool disagrees(std::uint32_t verb, Phrase subject) const;
  std::uint32_t leave_out(std::uint32_t time);
  bool ends_complements(std::uint32_t i, std::uint32_t verb) const;
  std::uint32_t take_complement(std::uint32_t i, std::uint32_t verb);
  void add_complements(std::uint32_t from, std::uint32_t verb);
  std::vector<Piece> without_subject(std::uint32_t verb);
  void add_more_of_noun(std::uint32_t i);
  void drop_correlative();
  bool is_measure(std::uint32_t time) const;
  bool leaves_out(std::uint32_t time, std::uint32_t verb) const;
  bool has_time_of_its_own(std::uint32_t opener) const;
  bool is_complement(std::uint32_t opener, std::uint32_t verb) const;
  bool starts_parted_clause(std::uint32_t noun) const;
  bool joins_on(std::uint32_t joint, std::uint32_t verb) const;
  bool stands_within_phrase(std::uint32_t time) const;
  bool is_date_told(std::uint32_t time) const;
  bool is_object(std::uint32_t time, std::uint32_t verb) const;
  bool says_nothing(std::uint32_t verb, std::size_t begin) const;
  bool opens_with_time(std::uint32_t verb) const;
  std::uint32_t contact_object(std::uint32_t verb, const Subject& subject) const;
  bool says_what_stands_before(std::uint32_t verb, Phrase subject) const;
  void add_words_around(std::uint32_t begin, std::uint32_t end, std::uint32_t verb);
  void add_words_said(std::uint32_t verb, Phrase subject);
  Phrase inverted_subject(std::uint32_t verb) const;
  std::uint32_t behind_own_times(std::uint32_t i) const;
  bool joins_behind_comma(std::uint32_t comma, std::uint32_t next, std::uint32_t verb) const;
  bool goes_on(std::uint32_t comma, std::uint32_t i, std::uint32_t verb) const;
  std::uint32_t behind_comma(std::uint32_t comma, std::uint32_t verb) const;
  bool starts_clause(std::uint32_t i) const;
  bool is_gapped(std::uint32_t noun) const;
  bool opens_gap(std::uint32_t i) const;
  bool main_verb_behind(std::uint32_t i) const;
  bool joins_dated_verb(std::uint32_t i) const;
  bool is_people(std::uint32_t noun) const;
  bool is_plural(Phrase subject) const;
  std::size_t length() const { return join(r_, pieces_).size(); }

  const Reading& r_;
  const HeadlineRequest& request_;
  const Lexicon& lexicon_;
  const WordLists& lists_;
  Clauses clauses_;
  bool brief_;
  bool relatives_;  // relative clauses behind a long headline stay
  bool keep_times_ = false;
  bool embedded_ = false;  // the verb is one of a relative clause without its opener
  std::vector<Piece> pieces_;
  std::uint32_t opener_ = nowhere;  // the W or S added last whose verb has not come yet
  std::size_t opened_at_ = 0;       // and how many pieces there were before it
};

}  // namespace annals
