// How well a tagger tags, and how fast.
//
//   ewt-test: ... % of ... tags right; verbs P ... R ..., verb and form R ...; names P ... R ...
#pragma once
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "text/tagger.h"
#include "training/treebank.h"

namespace annals {

struct Report {
  std::size_t all = 0, right = 0;
  std::size_t gold_verbs = 0, said_verbs = 0, right_verbs = 0, right_forms = 0;
  std::size_t gold_names = 0, said_names = 0, right_names = 0;
  double accuracy() const { return 100.0 * static_cast<double>(right) / static_cast<double>(all); }
};

// A verb is VB, VBD, VBG, VBN, VBP, VBZ or MD, a name NNP or NNPS; right where gold and tagger say one of these.
inline Report measure(const Tagger& tagger, std::vector<Sentence> sentences,
                      std::map<std::pair<Tag, Tag>, int>* confused) {
  const auto verb = [](Tag t) { return is_verb(t) || t == Tag::MD; };
  Report r;
  for (auto& s : sentences) {
    tagger.tag(s.text, s.words);
    for (std::size_t i = 0; i < s.words.size(); ++i) {
      const Tag said = s.words[i].tag, gold = s.gold[i];
      ++r.all, r.right += said == gold;
      r.gold_verbs += verb(gold), r.said_verbs += verb(said), r.right_verbs += verb(gold) && verb(said);
      r.right_forms += verb(gold) && said == gold;
      r.gold_names += is_name(gold), r.said_names += is_name(said),
          r.right_names += is_name(gold) && is_name(said);
      if (confused && said != gold) ++(*confused)[{gold, said}];
    }
  }
  return r;
}

inline void print(const std::string& name, const Report& r) {
  const auto of = [](std::size_t a, std::size_t b) {
    return static_cast<double>(a) / static_cast<double>(b);
  };
  char line[200];
  std::snprintf(
      line, sizeof line,
      "%s: %.2f %% of %zu tags right; verbs P %.4f R %.4f, verb and form R %.4f; names P %.4f R %.4f\n",
      name.c_str(), r.accuracy(), r.all, of(r.right_verbs, r.said_verbs), of(r.right_verbs, r.gold_verbs),
      of(r.right_forms, r.gold_verbs), of(r.right_names, r.said_names), of(r.right_names, r.gold_names));
  std::cout << line << std::flush;
}

// The pairs of tags most often taken for one another, gold before said.
inline void print_confusions(const std::string& name, const std::map<std::pair<Tag, Tag>, int>& confused) {
  std::vector<std::pair<int, std::pair<Tag, Tag>>> order;
  for (const auto& [pair, n] : confused) order.push_back({n, pair});
  std::sort(order.rbegin(), order.rend());
  std::cout << "most often wrong on " << name << " (gold said):";
  for (std::size_t i = 0; i < 12 && i < order.size(); ++i)
    std::cout << ' ' << to_string(order[i].second.first) << ' ' << to_string(order[i].second.second) << ' '
              << order[i].first << ';';
  std::cout << '\n';
}

// Splits and tags the text of the test part, as running text, for about two seconds.
inline void print_speed(const std::string& name, const Tagger& tagger, const Lexicon& lexicon,
                        const std::vector<Sentence>& sentences) {
  std::vector<Word> words;
  std::size_t bytes = 0;
  const auto start = std::clock();
  double spent = 0;
  while (spent < 2) {
    for (const auto& s : sentences) {
      split_words(s.text, {0, s.text.size()}, lexicon, words);
      tagger.tag(s.text, words);
      bytes += s.text.size();
    }
    spent = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  }
  std::cout << name << ": " << static_cast<double>(bytes) / 1e6 / spent
            << " MB/s of processor time, words and tags\n";
}

}  // namespace annals
