// Learns the tagger's weights from a treebank and from prose of our own, and reports how well it tags.
//
//   train-tagger TREEBANK PROSE LEXICON OUT [COURSES [WEIGHTS]]
//
// TREEBANK holds ewt-train.tsv, ewt-dev.tsv and ewt-test.tsv, PROSE holds prose.tsv and prose-test.tsv: a
// token a line (word, lemma, Penn tag, ...), a blank line between sentences. ewt-train and prose train, the
// others are only reported. What a perceptron learns hangs on the order of the sentences, so it is taught in
// several courses, each in its own, and their weights are added up. The same input gives the same bytes: the
// orders come from a generator of our own with a fixed seed. After each course all observations are asked; how
// sure a word must be for the first to do is settled at the end.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <numeric>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/perceptron.h"
#include "text/tagger.h"

namespace annals {
namespace {

namespace fs = std::filesystem;

struct Sentence {
  std::string text;  // the tokens with blanks between them
  std::vector<Word> words;
  std::vector<Tag> gold;
};

class Random {  // xorshift64*, Vigna 2016
 public:
  std::uint64_t next() {
    state_ ^= state_ >> 12, state_ ^= state_ << 25, state_ ^= state_ >> 27;
    return state_ * 2685821657736338717ULL;
  }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() >> 33) % n; }

 private:
  std::uint64_t state_ = 20150401;
};

void place(Sentence& s, const std::vector<std::string>& tokens, const Lexicon& lexicon) {
  std::vector<Span> spans;
  for (const auto& token : tokens) {
    if (!s.text.empty()) s.text += ' ';
    spans.push_back({s.text.size(), s.text.size() + token.size()});
    s.text += token;
  }
  for (const auto& span : spans) s.words.push_back(word_at(s.text, span, lexicon));
}

std::vector<Sentence> read_treebank(const fs::path& file, const Lexicon& lexicon) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  std::vector<Sentence> sentences;
  std::vector<std::string> tokens;
  Sentence s;
  const auto finish = [&] {
    if (tokens.empty()) return;
    place(s, tokens, lexicon);
    sentences.push_back(std::move(s));
    s = {}, tokens.clear();
  };
  for (std::string line; std::getline(in, line);) {
    const auto word_end = line.find('\t'), lemma_end = line.find('\t', word_end + 1);
    if (word_end == std::string::npos) {
      finish();
      continue;
    }
    const auto name = line.substr(lemma_end + 1, line.find('\t', lemma_end + 1) - lemma_end - 1);
    const auto tag = tag_from(name);
    if (!tag) throw std::runtime_error(file.string() + ": no such tag: " + name);
    tokens.push_back(line.substr(0, word_end)), s.gold.push_back(*tag);
  }
  finish();
  return sentences;
}

// Headlines are written in capitals or with a capital on each word, which a web treebank hardly shows: some
// sentences are learnt in those dresses too.
enum class Dress { capitals, title };
Sentence dressed(const Sentence& s, Dress dress, const Lexicon& lexicon) {
  Sentence d;
  d.gold = s.gold;
  std::vector<std::string> tokens;
  for (const auto& w : s.words) {
    std::string token(text_of(w.span, s.text));
    for (std::size_t i = 0; i < (dress == Dress::title ? 1 : token.size()); ++i)
      if (token[i] >= 'a' && token[i] <= 'z' && (dress == Dress::capitals || token.size() > 3))
        token[i] = static_cast<char>(token[i] & ~0x20);
    tokens.push_back(token);
  }
  place(d, tokens, lexicon);
  return d;
}

Features observe(const View& view) {
  Features features;
  observe_first(view, features), observe_rest(view, features);
  return features;
}

class Trainer {
 public:
  explicit Trainer(std::vector<Sentence> sentences) : sentences_(std::move(sentences)) {}
  void count_words();
  void number_features(std::uint32_t at_least);
  void run_epoch(Random& random);
  void end_course();  // adds what was learnt since the last one to the weights, and begins anew
  void write(const fs::path& file, std::size_t most_weights) const;
  const std::vector<Sentence>& sentences() const { return sentences_; }

 private:
  struct Row {
    std::array<std::int32_t, tag_count> now{};
    std::array<std::int64_t, tag_count> sum{};  // of each change times the step it was made at
  };
  Usual usual(std::uint64_t key) const {
    const auto it = usual_.find(key);
    return it == usual_.end() ? Usual{} : it->second;
  }
  std::map<std::uint64_t, weights_file::Row> heaviest(std::size_t most) const;
  std::vector<Usual> usual_table(std::uint32_t bits) const;
  Tag learn(const Features& features, TagSet open, Tag gold);

  std::vector<Sentence> sentences_;
  std::map<std::uint64_t, Usual> usual_;
  std::unordered_map<std::uint64_t, std::uint32_t> number_;
  std::vector<Row> rows_;
  std::vector<std::array<double, tag_count>> weights_;  // the averages of the courses, added up
  std::int64_t step_ = 1;
};

// Words of five and more; certain where ten and more had one tag but for one in two hundred.
void Trainer::count_words() {
  std::map<std::uint64_t, std::map<Tag, int>> counts;
  for (const auto& s : sentences_)
    for (std::size_t i = 0; i < s.words.size(); ++i)
      if (s.words[i].shape != Shape::number) ++counts[s.words[i].key][s.gold[i]];
  for (const auto& [key, tags] : counts) {
    int all = 0, most = 0;
    Usual u;
    Tag top = Tag::NN;
    for (const auto& [tag, n] : tags) all += n;
    TagSet set;
    for (const auto& [tag, n] : tags) {
      if (n > most) most = n, top = tag;
      if (n * 40 >= all) set.add(tag);
    }
    if (all < 5) continue;
    u.check = static_cast<std::uint32_t>(key >> 32);
    u.tags = static_cast<std::uint16_t>(spread(set.bits() * 64 + static_cast<std::uint64_t>(top)) >> 48 | 1);
    if (all >= 10 && most * 200 >= all * 199) u.certain = static_cast<std::uint8_t>(top);
    usual_[key] = u;
  }
}

// One row for each observation made often enough when all tags before are right.
void Trainer::number_features(std::uint32_t at_least) {
  std::unordered_map<std::uint64_t, std::uint32_t> counts;
  for (auto& s : sentences_)
    tag_along(
        s.text, s.words, [&](std::uint64_t key) { return usual(key); },
        [&](const View& view, std::size_t i) {
          for (const auto f : observe(view)) ++counts[f];
          return s.gold[i];
        });
  std::vector<std::uint64_t> kept;
  for (const auto& [feature, n] : counts)
    if (n >= at_least) kept.push_back(feature);
  std::sort(kept.begin(), kept.end());
  for (const auto f : kept) number_.emplace(f, static_cast<std::uint32_t>(number_.size()));
  rows_.resize(kept.size()), weights_.resize(kept.size());
  std::cout << counts.size() << " observations, " << kept.size() << " of them made " << at_least
            << " times or more\n";
}

Tag Trainer::learn(const Features& features, TagSet open, Tag gold) {
  std::array<Row*, feature_count> rows{};
  std::array<std::int32_t, tag_count> scores{};
  for (std::size_t f = 0; f < feature_count; ++f) {
    const auto it = number_.find(features[f]);
    if (it == number_.end()) continue;
    rows[f] = &rows_[it->second];
    for (std::size_t t = 0; t < tag_count; ++t) scores[t] += rows[f]->now[t];
  }
  auto best = static_cast<std::size_t>(Tag::NN);
  for (std::size_t t = 0; t < tag_count; ++t)
    if (open.has(static_cast<Tag>(t)) && scores[t] > scores[best]) best = t;
  const auto right = static_cast<std::size_t>(gold);
  ++step_;
  if (best == right || !open.has(gold))
    return static_cast<Tag>(best);  // nothing to learn, or nothing that could be said
  for (Row* const row : rows) {
    if (!row) continue;
    ++row->now[right], row->sum[right] += step_;
    --row->now[best], row->sum[best] -= step_;
  }
  return static_cast<Tag>(best);
}

void Trainer::run_epoch(Random& random) {
  std::vector<std::size_t> order(sentences_.size());
  std::iota(order.begin(), order.end(), 0);
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
  for (const auto n : order) {
    Sentence& s = sentences_[n];
    tag_along(
        s.text, s.words, [&](std::uint64_t key) { return usual(key); },
        [&](const View& view, std::size_t i) {
          return learn(observe(view), open_tags(s.words[i]), s.gold[i]);
        });
  }
}

void Trainer::end_course() {
  for (std::size_t n = 0; n < rows_.size(); ++n)
    for (std::size_t t = 0; t < tag_count; ++t)
      weights_[n][t] += rows_[n].now[t] - static_cast<double>(rows_[n].sum[t]) / static_cast<double>(step_);
  rows_.assign(rows_.size(), Row{});
  step_ = 1;
}

template <typename T>
void put(std::ostream& out, const std::vector<T>& values) {
  out.write(reinterpret_cast<const char*>(values.data()),
            static_cast<std::streamsize>(values.size() * sizeof(T)));
}

// Keeps the `most` heaviest weights.
std::map<std::uint64_t, weights_file::Row> Trainer::heaviest(std::size_t most) const {
  double top = 1;
  for (const auto& row : weights_)
    for (const double weight : row) top = std::max(top, std::abs(weight));
  const auto value = [&](std::uint32_t n, std::size_t t) {
    return static_cast<std::int16_t>(std::lround(weights_[n][t] / top * weights_file::heaviest));
  };
  std::vector<std::size_t> count(weights_file::heaviest + 1);
  for (std::uint32_t n = 0; n < weights_.size(); ++n)
    for (std::size_t t = 0; t < tag_count; ++t) ++count[static_cast<std::size_t>(std::abs(value(n, t)))];
  int least = weights_file::heaviest;
  for (std::size_t kept = 0; least > 0 && kept + count[static_cast<std::size_t>(least)] <= most; --least)
    kept += count[static_cast<std::size_t>(least)];
  std::map<std::uint64_t, weights_file::Row> rows;
  for (const auto& [feature, n] : number_)
    for (std::size_t t = 0; t < tag_count; ++t)
      if (std::abs(value(n, t)) > least) rows[feature][t] = value(n, t);
  return rows;
}

std::vector<Usual> Trainer::usual_table(std::uint32_t bits) const {
  std::vector<Usual> table(std::size_t{1} << bits);
  for (const auto& [key, u] : usual_) {
    std::size_t slot = key & (table.size() - 1);
    while (table[slot].check) slot = (slot + 1) & (table.size() - 1);
    table[slot] = u;
  }
  return table;
}

// The weights as the file holds them: buckets filled in the order of the features' hashes.
struct Packed {
  explicit Packed(const std::map<std::uint64_t, weights_file::Row>& weights);
  std::vector<weights_file::Bucket> buckets;
  std::vector<weights_file::Row> rows;
  std::vector<std::int16_t> votes;

 private:
  std::vector<std::vector<std::pair<std::uint64_t, const weights_file::Row*>>> held_;
};

Packed::Packed(const std::map<std::uint64_t, weights_file::Row>& weights)
    : buckets(weights.size() / 5 + 1), held_(buckets.size()) {
  const auto n = static_cast<std::uint32_t>(buckets.size());
  for (const auto& [feature, row] : weights) {
    std::size_t b = weights_file::bucket_of(feature, n);
    while (held_[b].size() == weights_file::slots) {
      buckets[b].first_vote |= weights_file::full_flag;
      b = (b + 1) % n;
    }
    held_[b].push_back({feature, &row});
  }
  for (std::size_t b = 0; b < n; ++b) {
    const auto first = static_cast<std::uint32_t>(votes.size());
    buckets[b].first_vote |= first;
    for (std::size_t slot = 0; slot < held_[b].size(); ++slot) {
      const auto& [feature, row] = held_[b][slot];
      const auto behind = static_cast<std::uint32_t>(votes.size()) - first;
      unsigned used = 0;
      for (const auto w : *row) used += w != 0;
      buckets[b].checks[slot] = weights_file::check_of(feature);
      if (used > 11) {
        buckets[b].refs[slot] = static_cast<std::uint16_t>(weights_file::row_flag | rows.size());
        rows.push_back(*row);
        continue;
      }
      for (std::size_t t = 0; t < tag_count; ++t)
        for (int left = (*row)[t]; left != 0;) {
          const int part = std::clamp(left, -511, 511);
          votes.push_back(weights_file::vote(t, part)), left -= part;
        }
      buckets[b].refs[slot] =
          weights_file::votes_ref(behind, static_cast<unsigned>(votes.size() - first - behind));
    }
  }
}

void Trainer::write(const fs::path& file, std::size_t most_weights) const {
  const Packed packed(heaviest(most_weights));
  weights_file::Header header;
  std::memcpy(header.magic, weights_file::magic, sizeof header.magic);
  for (header.usual_bits = 4; (std::size_t{1} << header.usual_bits) * 4 < usual_.size() * 5;)
    ++header.usual_bits;
  header.buckets = static_cast<std::uint32_t>(packed.buckets.size());
  header.rows = static_cast<std::uint32_t>(packed.rows.size());
  header.votes = static_cast<std::uint32_t>(packed.votes.size());
  if (header.rows >= weights_file::row_flag) throw std::runtime_error("more rows than a slot can number");
  std::ofstream out(file, std::ios::binary);
  out.write(reinterpret_cast<const char*>(&header), sizeof header);
  put(out, usual_table(header.usual_bits)), put(out, packed.buckets), put(out, packed.rows),
      put(out, packed.votes);
  if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

std::vector<Tag> tags_of(const Tagger& tagger, std::vector<Sentence> sentences) {
  std::vector<Tag> tags;
  for (auto& s : sentences) {
    tagger.tag(s.text, s.words);
    for (const auto& w : s.words) tags.push_back(w.tag);
  }
  return tags;
}

// Writes the least lead that may settle a word on its first observations: at most one tag in a thousand of
// `sentences` comes out otherwise than if all were always asked.
void settle_sure(const fs::path& weights, const std::vector<Sentence>& sentences) {
  const auto all = tags_of(*perceptron_tagger(weights), sentences);
  for (std::size_t others = all.size(), sure = 0; others * 1000 > all.size();) {
    const auto lead = static_cast<std::int32_t>(sure += 10);
    std::fstream file(weights, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(offsetof(weights_file::Header, sure));
    file.write(reinterpret_cast<const char*>(&lead), sizeof lead);
    if (!file.flush()) throw std::runtime_error("cannot write " + weights.string());
    const auto said = tags_of(*perceptron_tagger(weights), sentences);
    others = 0;
    for (std::size_t i = 0; i < all.size(); ++i) others += said[i] != all[i];
  }
}

struct Report {
  std::size_t all = 0, right = 0, gold_verbs = 0, said_verbs = 0, right_verbs = 0, gold_forms = 0,
              right_forms = 0, gold_names = 0, said_names = 0, right_names = 0;
  double accuracy() const { return 100.0 * static_cast<double>(right) / static_cast<double>(all); }
};

// A verb is VB, VBD, VBG, VBN, VBP, VBZ or MD, a name NNP or NNPS; found where the tagger too says one of
// these.
Report measure(const Tagger& tagger, std::vector<Sentence> sentences,
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

void print(const std::string& name, const Report& r) {
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

// Splits and tags the text of the test part, as running text, for about two seconds.
void print_speed(const std::string& name, const Tagger& tagger, const Lexicon& lexicon,
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

int run(const fs::path& dir, const fs::path& own, const fs::path& lexicon_file, const fs::path& out,
        int courses, std::size_t most_weights) {
  constexpr int epochs = 6;
  const Lexicon lexicon(lexicon_file);
  if (courses == 0) {
    print_speed("perceptron", *perceptron_tagger(out), lexicon, read_treebank(dir / "ewt-test.tsv", lexicon));
    return 0;
  }
  auto train = read_treebank(dir / "ewt-train.tsv", lexicon);
  const auto dev = read_treebank(dir / "ewt-dev.tsv", lexicon),
             test = read_treebank(dir / "ewt-test.tsv", lexicon),
             prose_test = read_treebank(own / "prose-test.tsv", lexicon);
  Random random;
  for (std::size_t i = 0, n = train.size(); i < n; ++i) {
    if (i % 16 == 3) train.push_back(dressed(train[i], Dress::capitals, lexicon));
    if (i % 16 == 11) train.push_back(dressed(train[i], Dress::title, lexicon));
  }
  for (auto& s : read_treebank(own / "prose.tsv", lexicon)) train.push_back(std::move(s));
  Trainer trainer(std::move(train));
  trainer.count_words();
  trainer.number_features(2);
  for (int course = 1; course <= courses; ++course) {
    for (int epoch = 0; epoch < epochs; ++epoch) trainer.run_epoch(random);
    trainer.end_course();
    trainer.write(out, most_weights);
    print("courses: " + std::to_string(course) + ", ewt-dev", measure(*perceptron_tagger(out), dev, nullptr));
  }
  settle_sure(out, dev);
  const auto tagger = perceptron_tagger(out);
  std::map<std::pair<Tag, Tag>, int> confused;
  std::cout << "a verb is VB, VBD, VBG, VBN, VBP, VBZ or MD, a name NNP or NNPS, said or gold\n";
  print("perceptron, ewt-dev ", measure(*tagger, dev, &confused));
  print("perceptron, ewt-test", measure(*tagger, test, nullptr));
  print("perceptron, prose-test", measure(*tagger, prose_test, nullptr));
  print("rules,      ewt-test", measure(*rule_tagger(), test, nullptr));
  std::vector<std::pair<int, std::pair<Tag, Tag>>> order;
  for (const auto& [pair, n] : confused) order.push_back({n, pair});
  std::sort(order.rbegin(), order.rend());
  std::cout << "most often wrong on ewt-dev (gold said):";
  for (std::size_t i = 0; i < 12 && i < order.size(); ++i)
    std::cout << ' ' << to_string(order[i].second.first) << ' ' << to_string(order[i].second.second) << ' '
              << order[i].first << ';';
  std::cout << '\n';
  print_speed("perceptron", *tagger, lexicon, test);
  print_speed("rules", *rule_tagger(), lexicon, test);
  std::cout << out.string() << ": " << fs::file_size(out) << " bytes\n";
  return 0;
}

}  // namespace
}  // namespace annals

int main(int argc, char** argv) {
  if (argc < 5) {
    std::cerr << "usage: train-tagger TREEBANK PROSE LEXICON OUT [COURSES [WEIGHTS]]\n";
    return 2;
  }
  try {
    return annals::run(argv[1], argv[2], argv[3], argv[4], argc > 5 ? std::stoi(argv[5]) : 8,
                       argc > 6 ? std::stoul(argv[6]) : 280000);
  } catch (const std::exception& e) {
    std::cerr << "train-tagger: " << e.what() << '\n';
    return 1;
  }
}
