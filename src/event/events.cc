#include "event/events.h"

#include "event/finding.h"

namespace annals {

EventFinder::EventFinder(const RuleBook& book, const Tagger& tagger, const Lexicon& lexicon)
    : tagger_(tagger),
      lexicon_(lexicon),
      lists_(book.words, lexicon),
      attacher_(book.attach),
      headlines_(lexicon, lists_) {}

std::vector<Event> EventFinder::find(const Article& article, const std::vector<Resolved>& expressions,
                                     std::vector<Undated>& undated) const {
  return Finding(*this, article, expressions, undated).run();
}

}  // namespace annals
