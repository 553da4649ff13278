// The fast way and the plain one find the same: on the sample articles, and on text made of the pages' own
// wordings, sound and spoiled.
#include <filesystem>

#include "catch.h"
#include "engine.h"
#include "match/matcher.h"
#include "match/plain_matcher.h"

namespace annals {
namespace {

std::string print(const std::vector<PlainMatcher::Candidate>& matches, std::string_view text) {
  std::string out;
  for (const auto& match : matches) {
    out += "[" + std::to_string(match.span.begin) + "," + std::to_string(match.span.end) + ") " +
           match.rule->name + " " + std::string(text_of(match.span, text)) + "\n";
  }
  return out;
}

struct Fast {
  std::vector<PlainMatcher::Candidate> matches;
  std::vector<std::vector<PlainMatcher::Candidate>> rivals;  // what began with the match and lost to it
};

Fast fast(const Grammar& grammar, std::string_view text, std::string_view style, bool with_rivals) {
  Fast out;
  Matcher matcher(grammar, text, 0);
  matcher.set_style(style);
  std::vector<Rival> rivals;
  if (with_rivals) matcher.keep_rivals(&rivals);
  for (Match match; matcher.next(match); rivals.clear()) {
    out.matches.push_back({&match.rule(), match.span()});
    out.rivals.emplace_back();
    for (const Rival& rival : rivals) {
      if (rival.span.begin == match.span().begin) out.rivals.back().push_back({rival.rule, rival.span});
    }
  }
  return out;
}

// Fewer rows than words: only where they differ is anything printed.
void compare(const Engine& engine, std::string_view text, std::string_view style) {
  PlainMatcher plain(engine.book(), text, style);
  const auto expected = plain.matches();
  const Fast got = fast(engine.grammar(), text, style, true);
  if (got.matches != expected) {
    INFO(text);
    CHECK(print(got.matches, text) == print(expected, text));
    return;
  }
  CHECK(fast(engine.grammar(), text, style, false).matches == expected);  // watched or not
  std::size_t token = 0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    while (plain.tokens()[token].begin < expected[i].span.begin) ++token;
    const auto all = plain.candidates(token);
    for (const auto& rival : got.rivals[i]) {  // each rival fits by the plain reading too
      const bool known = std::any_of(all.begin(), all.end(), [&](const auto& c) {
        return c.first == rival.rule && plain.tokens()[c.second - 1].end == rival.span.end;
      });
      INFO(print({rival}, text));
      CHECK(known);
    }
    for (const auto& [rule, end] : all) {  // and what is shorter than the match is among them
      const PlainMatcher::Candidate one{rule, {expected[i].span.begin, plain.tokens()[end - 1].end}};
      const auto& rivals = got.rivals[i];
      INFO(print({one}, text));
      CHECK((one.span.end >= expected[i].span.end ||
             std::find(rivals.begin(), rivals.end(), one) != rivals.end()));
    }
  }
}

TEST_CASE("the automaton finds in the samples what the plain reading finds") {
  const Engine& engine = built_in_engine();
  std::size_t articles = 0;
  for (const auto& folder :
       std::filesystem::directory_iterator(std::filesystem::path(SOURCE_DIR) / "samples")) {
    const auto path = folder.path() / "article.txt";
    if (!std::filesystem::exists(path)) continue;
    INFO(path);
    const std::string text = read_file(path);
    for (const char* style : {"news", "narrative"}) compare(engine, text, style);
    ++articles;
  }
  CHECK(articles >= 10);
}

// Writes random text with the pages: a sequence of a rule,
// its classes filled in, between words that mean nothing.
class Writer {
 public:
  Writer(const RuleBook& book, unsigned seed) : book_(book), seed_(seed) {}

  std::string page(int expressions) {
    std::string text;
    for (int i = 0; i < expressions; ++i) {
      std::string wording;
      write(book_.rules[below(book_.rules.size())].sequences, wording);
      if (below(6) == 0) spoil(wording);
      text += wording;
      static const char* const between[] = {" ",     " ", ", ", ". ",  "\n", "\n\n", " of ", " the ",  " in ",
                                            " and ", "-", "",   " – ", " (", "’s ",  " \n ", " about "};
      text += between[below(std::size(between))];
      static const char* const noise[] = {"", "", "", "river ", "it ", "7 ", "Élan ", "x", "mayor ", "the "};
      text += noise[below(std::size(noise))];
    }
    return text;
  }

 private:
  std::size_t below(std::size_t most) { return (seed_ = seed_ * 1664525U + 1013904223U) / 65536 % most; }

  void write(const std::vector<Sequence>& sequences, std::string& out) {
    if (!sequences.empty()) write(sequences[below(sequences.size())], out);
  }

  void write(const Sequence& sequence, std::string& out) {
    for (const Element& element : sequence) {
      if (&element != &sequence.front() && !element.glued) out += below(9) == 0 ? "\n" : " ";
      if (element.reference.empty()) {
        write(element.words[below(element.words.size())], out);
      } else {
        write_class(element.reference, out);
      }
    }
  }

  void write(const PatternWord& word, std::string& out) {
    const std::size_t first = out.size();
    out += word.text == "-" && below(3) == 0 ? "–" : word.text == "'" && below(2) == 0 ? "’" : word.text;
    if ((word.capital || below(12) == 0) && out[first] >= 'a' && out[first] <= 'z')
      out[first] = static_cast<char>(out[first] - 32);
  }

  void write_class(const std::string& name, std::string& out) {
    std::vector<const Rule*> givers;
    for (const Rule& rule : book_.rules) {
      if (rule.name == name || rule.gives == name) givers.push_back(&rule);
    }
    const WordClass* one = book_.word_class(name);
    if (!givers.empty() && (one == nullptr || below(2) == 0))
      return write(givers[below(givers.size())]->sequences, out);
    if (one == nullptr) return;
    if (!one->entries.empty()) return write(one->entries[below(one->entries.size())].words, out);
    const std::int64_t number =
        one->least + static_cast<std::int64_t>(below(static_cast<std::size_t>(one->most - one->least) + 1));
    std::string digits = std::to_string(number);
    while (digits.size() < static_cast<std::size_t>(one->least_digits)) digits.insert(0, "0");
    out += digits;
  }

  void spoil(std::string& wording) {
    if (wording.empty()) return;
    const std::size_t at = below(wording.size());
    if (static_cast<unsigned char>(wording[at]) >= 128) return;
    if (below(2) == 0) {
      wording.erase(at, 1);
    } else {
      wording.insert(at, 1, " \n1aZ-.,'_"[below(10)]);
    }
  }

  const RuleBook& book_;
  unsigned seed_;
};

TEST_CASE("the automaton finds in random wordings what the plain reading finds") {
  const Engine& engine = built_in_engine();
  for (unsigned seed = 1; seed <= 150; ++seed) {
    const std::string text = Writer(engine.book(), seed * 7919).page(12);
    static const char* const styles[] = {"", "news", "narrative"};
    INFO("seed " << seed);
    compare(engine, text, styles[seed % 3]);
  }
}

}  // namespace
}  // namespace annals
