#include "pipeline.h"

#include <algorithm>

#include "event/events.h"
#include "resolve/style.h"
#include "timeline/build.h"
#include "value/value.h"

namespace annals {
namespace {

RuleBook load_or_throw(const std::vector<PageText>& pages) {
  Problems problems;
  RuleBook book = load(pages, problems);
  if (!problems.empty()) throw BadPages{std::move(problems)};
  return book;
}

}  // namespace

// What only the events need: the lexicon, the tagger, the attachment. Opened when the first timeline is asked for.
struct Engine::Text {
  Text(const RuleBook& book, const std::filesystem::path& data) : engine(open_text_engine(data, book.language)), finder(book, *engine.tagger, engine.lexicon) {}
  TextEngine engine;
  EventFinder finder;
};

const Engine::Text& Engine::text() const {
  std::call_once(text_opened_, [this] { text_ = std::make_unique<Text>(book_, data_); });
  return *text_;
}

Engine::Engine(const std::vector<PageText>& pages, std::filesystem::path data, EngineOptions options)
    : book_(load_or_throw(pages)), data_(std::move(data)), options_(std::move(options)) {
  Problems problems;
  grammar_ = std::make_unique<Grammar>(book_, problems);
  quote_lines(pages, problems);
  if (!problems.empty()) throw BadPages{std::move(problems)};
  evidence_ = std::make_unique<Evidence>(book_);
}

Engine::~Engine() = default;

TagQuestion Engine::tag_question() const { return {}; }

Style Engine::style(const Article& article) const {
  Article asked = article;
  if (!options_.style.empty()) asked.style = options_.style;
  StyleEvidence evidence(asked);
  Matcher matcher(*grammar_, article.text, article.body);
  for (Match match; !evidence.settled() && matcher.next(match);) evidence.add(read_value(match));
  return evidence.style();
}

Source Engine::tag(Article article) const {
  Source source{std::move(article), {}};
  const Style style = this->style(source.article);
  Resolver resolver(source.article, book_, {style, options_.steps, {}}, std::cref(*evidence_));
  Matcher matcher(*grammar_, source.article.text, source.article.body, tag_question());
  matcher.set_style(style == Style::news ? "news" : "narrative");
  for (Match match; matcher.next(match);) resolver.place(match, source.expressions);
  return source;
}

std::vector<Rival> Engine::explain(const Article& article, const Explain& take) const {
  const Style style = this->style(article);
  Resolver resolver(article, book_, {style, true, {}}, std::cref(*evidence_));
  Matcher matcher(*grammar_, article.text, article.body, tag_question());
  matcher.set_style(style == Style::news ? "news" : "narrative");
  std::vector<Rival> rivals;
  std::vector<Rival> refused;
  matcher.keep_rivals(&rivals);
  std::vector<Resolved> placed;
  for (Match match; matcher.next(match); rivals.clear()) {
    const std::size_t first = placed.size();
    resolver.place(match, placed);
    // Rivals at earlier places were refused there; those at this one lost to it.
    const auto lost = std::stable_partition(rivals.begin(), rivals.end(),
                                            [&](const Rival& r) { return r.span.end <= match.span().begin; });
    refused.insert(refused.end(), rivals.begin(), lost);
    rivals.erase(rivals.begin(), lost);
    for (std::size_t i = first; i < placed.size(); ++i) take(match, rivals, placed[i]);
  }
  refused.insert(refused.end(), rivals.begin(), rivals.end());
  return refused;
}

Timeline Engine::reconstruct(std::vector<Article> articles) const {
  std::vector<Source> sources;
  std::vector<std::vector<Event>> events(articles.size());
  std::vector<std::vector<Undated>> undated(articles.size());
  for (Article& article : articles) {
    const std::size_t n = sources.size();
    sources.push_back(tag(std::move(article)));
    events[n] = text().finder.find(sources[n].article, sources[n].expressions, undated[n]);
  }
  return build_timeline(std::move(sources), std::move(events), std::move(undated), text().finder.lists());
}

}  // namespace annals
