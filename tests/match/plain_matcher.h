// The matcher as one would write it on a napkin: each rule alone, tried on every token, its sequences
// followed word by word. No automaton, no scan, no order of work. What a name reaches from a token is kept,
// for without that the samples take minutes (and came out the same).
#pragma once
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "rule/rule_book.h"
#include "text/span.h"
#include "text/token.h"

namespace annals {

class PlainMatcher {
 public:
  struct Candidate {
    const Rule* rule = nullptr;
    Span span;
    bool operator==(const Candidate&) const = default;
  };

  PlainMatcher(const RuleBook& book, std::string_view text, std::string_view style)
      : book_(book), text_(text), style_(style) {
    for (std::size_t at = 0;;) {
      const Token token = token_at(text, at);
      if (token.kind == TokenKind::end) break;
      tokens_.push_back(token);
      lower_.push_back(lower(token));
      at = token.end;
    }
    for (const WordClass& one : book.classes) named_[one.name].words = &one;
    for (const Rule& rule : book.rules) {
      named_[rule.name].rules.push_back(&rule);
      if (!rule.gives.empty() && rule.gives != rule.name) named_[rule.gives].rules.push_back(&rule);
    }
  }

  std::vector<Candidate> matches() {
    std::vector<Candidate> out;
    for (std::size_t start = 0; start < tokens_.size();) {
      std::size_t next = start + 1;
      for (const auto& [rule, end] : candidates(start)) {
        const Span span{tokens_[start].begin, tokens_[end - 1].end};
        if (!stands_alone(span, start, end) || refused(*rule, start, end)) continue;
        if (!rule->nothing) out.push_back({rule, span});
        next = end;
        break;
      }
      start = next;
    }
    return out;
  }

  // Every whole expression that begins here, best first, whatever its guards say.
  std::vector<std::pair<const Rule*, std::size_t>> candidates(std::size_t start) {
    std::vector<std::pair<const Rule*, std::size_t>> out;
    for (const Rule& rule : book_.rules) {
      if (!rule.whole || (!rule.style.empty() && !style_.empty() && rule.style != style_)) continue;
      for (const std::size_t end : ends(rule, start)) out.emplace_back(&rule, end);
    }
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second > b.second : a.first->layer > b.first->layer;
    });
    return out;
  }

  const std::vector<Token>& tokens() const { return tokens_; }

 private:
  std::set<std::size_t> ends(const Rule& rule, std::size_t start) {
    std::set<std::size_t> out;
    for (const Sequence& sequence : rule.sequences) follow(sequence, 0, start, out);
    return out;
  }

  bool gap_fits(const Element& element, std::size_t index, std::size_t at) const {
    return index == 0 || tokens_[at].gap == (element.glued ? Gap::none : Gap::blank);
  }

  void follow(const Sequence& sequence, std::size_t index, std::size_t at, std::set<std::size_t>& out) {
    if (index == sequence.size()) {
      out.insert(at);
      return;
    }
    if (at >= tokens_.size() || !gap_fits(sequence[index], index, at)) return;
    if (sequence[index].reference.empty()) {
      if (is_one_of(sequence[index].words, at)) follow(sequence, index + 1, at + 1, out);
      return;
    }
    for (const std::size_t end : ends(sequence[index], at)) follow(sequence, index + 1, end, out);
  }

  std::set<std::size_t> ends(const Element& element, std::size_t at) {
    std::set<std::size_t> out;
    if (element.reference.empty()) {
      if (is_one_of(element.words, at)) out.insert(at + 1);
      return out;
    }
    const auto [known, fresh] = reached_.try_emplace({element.reference, at});
    if (!fresh) return known->second;
    const Named& named = named_.at(element.reference);
    if (const WordClass* one = named.words) {
      for (const WordEntry& entry : one->entries) follow(entry.words, 0, at, out);
      if (one->numeric && fits(*one, tokens_[at])) out.insert(at + 1);
    }
    for (const Rule* rule : named.rules) out.merge(ends(*rule, at));
    return reached_[{element.reference, at}] = out;
  }

  std::string lower(const Token& token) const {
    std::string word(text_.substr(token.begin, token.size()));
    if (token.kind == TokenKind::mark) word = std::string(1, token.mark);
    for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return word;
  }

  bool is_one_of(const std::vector<PatternWord>& words, std::size_t at) const {
    return std::any_of(words.begin(), words.end(), [&](const PatternWord& word) {
      return word.text == lower_[at] && (!word.capital || tokens_[at].capital);
    });
  }

  static bool fits(const WordClass& one, const Token& token) {
    return token.kind == TokenKind::number && token.digits >= one.least_digits &&
           token.digits <= one.most_digits && token.number >= one.least && token.number <= one.most;
  }

  // No letter, digit or underscore may touch a word or number at either edge.
  bool stands_alone(Span span, std::size_t start, std::size_t end) const {
    const auto touches = [&](std::size_t at) {
      const Sign sign = sign_at(text_, at);
      return sign.letter || sign.digit || sign.mark == '_';
    };
    const bool word_first = tokens_[start].kind != TokenKind::mark;
    const bool word_last = tokens_[end - 1].kind != TokenKind::mark;
    if (word_first && span.begin > 0 && touches(previous_sign(text_, span.begin))) return false;
    return !(word_last && span.end < text_.size() && touches(span.end));
  }

  bool refused(const Rule& rule, std::size_t start, std::size_t end) {
    bool wanted = false;
    bool met = false;
    for (const Guard& guard : rule.guards) {
      const bool holds = guard.where == Guard::Where::behind
                             ? behind(guard, end)
                             : guard.where == Guard::Where::before && before(guard, start);
      if (!guard.wanted && holds) return true;
      wanted |= guard.wanted;
      met |= guard.wanted && holds;
    }
    return wanted && !met;
  }

  bool behind(const Guard& guard, std::size_t at) {
    for (int away = 0; away < guard.within; ++away, ++at) {
      if (at >= tokens_.size() || tokens_[at].gap == Gap::wall) return false;
      for (const Sequence& sequence : guard.sequences) {
        std::set<std::size_t> found;
        follow(sequence, 0, at, found);
        if (!found.empty()) return true;
      }
    }
    return false;
  }

  bool before(const Guard& guard, std::size_t at) {
    for (int away = 0; away < guard.within; ++away, --at) {
      if (at == 0 || tokens_[at].gap == Gap::wall) return false;
      for (const Sequence& sequence : guard.sequences) {
        for (std::size_t first = at; first-- > 0;) {
          std::set<std::size_t> found;
          follow(sequence, 0, first, found);
          if (found.contains(at)) return true;
          if (tokens_[first].gap == Gap::wall || at - first > 12) break;
        }
      }
    }
    return false;
  }

  const RuleBook& book_;
  std::string_view text_, style_;
  struct Named {
    const WordClass* words = nullptr;
    std::vector<const Rule*> rules;
  };
  std::map<std::string, Named> named_;
  std::map<std::pair<std::string, std::size_t>, std::set<std::size_t>> reached_;
  std::vector<Token> tokens_;
  std::vector<std::string> lower_;
};

}  // namespace annals
