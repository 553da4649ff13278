#include "pipeline.h"

#include <algorithm>

#include "value/value.h"

namespace annals {
namespace {

constexpr std::size_t kMostDatesForStyle = 40;

RuleBook load_or_throw(const std::vector<PageText>& pages) {
  Problems problems;
  RuleBook book = load(pages, problems);
  if (!problems.empty()) throw BadPages{std::move(problems)};
  return book;
}

}  // namespace

struct Engine::Text {};

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

// The years that the article's own dates name, as far as needed to tell news from narrative.
Style Engine::style(const Article& article) const {
  Article asked = article;
  if (!options_.style.empty()) asked.style = options_.style;
  if (!asked.style.empty() || !asked.date) return style_of(asked, {});
  std::vector<Day> days;
  Matcher matcher(*grammar_, article.text, article.body);
  for (Match match; days.size() < kMostDatesForStyle && matcher.next(match);) {
    const Value value = read_value(match);
    const auto* fields = std::get_if<Fields>(&value.said);
    if (fields && fields->year && !fields->short_year)
      days.push_back(first_day(year_period(*fields->year)) + 182);
  }
  return style_of(asked, days);
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
  Timeline timeline;
  for (Article& article : articles) timeline.sources.push_back(tag(std::move(article)));
  return timeline;
}

}  // namespace annals
