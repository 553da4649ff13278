// What happened, and which time belongs to it.
//
//   takes  "He sold the mill in May 1846 and left."  and the expression "May 1846", placed
//   gives  sold   1846-05-01..1846-05-31   "He sold the mill and left"   actual   left-verb .79
//
// Only sentences that hold a time expression are read, and those before them where a pronoun asks whose name
// it stands for. Negated, habitual and hypothetical statements give nothing; expressions without a place go
// to `undated`, with their reason. Events that hang on others ("two years after he was banned") come out
// without a date, with a relation for timeline/settle.
#pragma once
#include <vector>

#include "event/attach.h"
#include "event/event.h"
#include "event/headline.h"
#include "event/word_lists.h"
#include "rule/rule_book.h"
#include "text/article.h"
#include "text/tagger.h"

namespace annals {

class EventFinder {
 public:
  EventFinder(const RuleBook& book, const Tagger& tagger, const Lexicon& lexicon);
  // `expressions` are the article's, in text order; so are the events.
  std::vector<Event> find(const Article& article, const std::vector<Resolved>& expressions,
                          std::vector<Undated>& undated) const;

  const WordLists& lists() const { return lists_; }
  const Attacher& attacher() const { return attacher_; }

 private:
  friend class Finding;
  const Tagger& tagger_;
  const Lexicon& lexicon_;
  WordLists lists_;
  Attacher attacher_;
  HeadlineWriter headlines_;
};

}  // namespace annals
