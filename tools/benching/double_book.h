// The rule book twice: beside every rule and class its copy, in which each word has become one that no text
// holds. So many rules more, none of which can fire: what do they cost?
//
//   last-season: (the) last|past <season>     and     last-season~: (theqx) lastqx|pastqx <season~>
//
// Digits and single letters stay what they are, or the copies would not be patterns of their kind; a pattern
// with nothing in it that changed would fire like its original, and is left out.
#pragma once
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "rule/rule_book.h"

namespace bench {

class DoubleBook {
 public:
  explicit DoubleBook(annals::RuleBook book) : book_(std::move(book)) {
    for (const annals::WordClass& one : book_.classes) {
      if (!one.numeric) changed_.insert(one.name);
    }
    while (find_changed()) {
    }
  }

  annals::RuleBook twice() const {
    annals::RuleBook out = book_;
    for (const annals::WordClass& one : book_.classes) {
      if (changed_.contains(one.name)) out.classes.push_back(copy(one));
    }
    for (const annals::Rule& rule : book_.rules) {
      annals::Rule other = rule;
      other.name += '~';
      if (!other.gives.empty()) other.gives += '~';
      std::erase_if(other.sequences, [this](const auto& sequence) { return !changes(sequence); });
      for (annals::Sequence& sequence : other.sequences) change(sequence);
      if (!other.sequences.empty()) out.rules.push_back(std::move(other));
    }
    return out;
  }

 private:
  static bool is_word(const annals::PatternWord& word) {
    return word.text.size() > 1 &&
           std::any_of(word.text.begin(), word.text.end(), [](unsigned char c) { return std::isalpha(c); });
  }

  // A group has changed where every pattern that gives to it has.
  bool find_changed() {
    std::map<std::string, bool> groups;
    for (const annals::Rule& rule : book_.rules) {
      const bool all = std::all_of(rule.sequences.begin(), rule.sequences.end(),
                                   [this](const auto& sequence) { return changes(sequence); });
      for (const std::string& name : {rule.name, rule.gives}) {
        if (!name.empty()) groups[name] = (groups.contains(name) ? groups[name] : true) && all;
      }
    }
    const std::size_t before = changed_.size();
    for (const auto& [name, all] : groups) {
      if (all && !numeric(name)) changed_.insert(name);
    }
    return changed_.size() > before;
  }

  bool numeric(const std::string& name) const {
    const annals::WordClass* one = book_.word_class(name);
    return one != nullptr && one->numeric;
  }

  bool changes(const annals::Element& element) const {
    return element.reference.empty() ? std::all_of(element.words.begin(), element.words.end(), is_word)
                                     : changed_.contains(element.reference);
  }
  bool changes(const annals::Sequence& sequence) const {
    return std::any_of(sequence.begin(), sequence.end(),
                       [this](const annals::Element& element) { return changes(element); });
  }

  void change(annals::Sequence& sequence) const {
    for (annals::Element& element : sequence) {
      for (annals::PatternWord& word : element.words) {
        if (is_word(word)) word.text += "qx";
      }
      if (changed_.contains(element.reference)) element.reference += '~';
    }
  }

  annals::WordClass copy(annals::WordClass one) const {
    one.name += '~';
    for (annals::WordEntry& entry : one.entries) change(entry.words);
    return one;
  }

  annals::RuleBook book_;
  std::set<std::string> changed_;
};

}  // namespace bench
