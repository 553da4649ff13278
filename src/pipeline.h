// The program in one function, and the parts it keeps between articles.
//
//   const annals::Engine engine(annals::read_pages("rules/en", "rules/en", 0), "build/share/annals");
//   const annals::Timeline timeline = engine.reconstruct({annals::read_article(bytes, "letter")});
#pragma once
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "match/matcher.h"
#include "match/shelf.h"
#include "resolve/remembered.h"
#include "resolve/resolver.h"
#include "resolve/tense.h"
#include "rule/loader.h"
#include "timeline/timeline.h"

namespace annals {

struct EngineOptions {
  std::string style = {};  // "news", "narrative"; empty: each document's own evidence decides
  bool steps = false;      // keep the steps of each placing
  // Keep the patterns, examples and owners in the book, which no text asks for: without, the start is shorter.
  bool patterns = true;
};

// Rule pages that could not be used, with everything that is wrong with them.
struct BadPages {
  Problems problems;
};

class Engine {
 public:
  // Throws BadPages. `data` holds what the build made: the lexicon, the tagger's weights, the prepared pages.
  Engine(const std::vector<PageText>& pages, std::filesystem::path data, EngineOptions options = {});
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  // The time expressions of an article, placed, in text order; one by one, so that no article is too long.
  void tag(const Article& article, const Resolver::Take& take, Profile* profile = nullptr) const;
  Source tag(Article article) const;
  // The same, each expression with its match and what lost to it; gives back what was refused altogether.
  using Explain = std::function<void(const Match&, const std::vector<Rival>&, const Resolved&)>;
  std::vector<Rival> explain(const Article& article, const Explain& take) const;
  // What happened, in order; so many articles are read at the same time.
  Timeline reconstruct(std::vector<Article> articles, Merging merging = Merging::across,
                       std::size_t jobs = 1) const;

  // The rule that says which event of a sentence a time belongs to, and that event's head word.
  struct Attached {
    std::string rule;
    Span head;
  };
  std::optional<Attached> attach(const std::string& sentence, Span time) const;

  const RuleBook& book() const { return *book_; }
  const Grammar& grammar() const { return *grammar_; }
  const EngineOptions& options() const { return options_; }
  TagQuestion tag_question() const;

 private:
  struct Memory {  // kept from article to article
    Parses parses;
    Remembered remembered;
    struct First {
      Match match;
      Remembered::Said* said = nullptr;
    };
    std::vector<First> opening;  // the first matches of a text, and room for more
  };
  struct Opening {
    Style style;
    std::size_t matches;  // how many
    std::size_t rest;     // the byte to go on from
  };
  Opening open(const Article& article, Memory& memory, Matcher& matcher) const;
  template <typename Place>
  static void place_first(const Opening& opening, const Memory& memory, Matcher& matcher, const Place& place);

  void load_pages(const std::vector<PageText>& pages);

  std::unique_ptr<const RuleBook> book_;
  std::unique_ptr<const Grammar> grammar_;
  std::unique_ptr<Evidence> evidence_;
  std::filesystem::path data_;
  EngineOptions options_;
  struct Text;  // lexicon, tagger, event finder: opened when first needed
  const Text& text() const;
  mutable std::once_flag text_opened_;
  mutable std::unique_ptr<Text> text_;
  mutable Shelf<Memory> memory_;
};

}  // namespace annals
