#include "pipeline.h"

#include <algorithm>
#include <atomic>
#include <future>

#include "event/events.h"
#include "match/prepared.h"
#include "resolve/dateline.h"
#include "resolve/style.h"
#include "timeline/build.h"
#include "value/value.h"

namespace annals {
namespace {

constexpr std::size_t kBytesPerExpression = 200;  // of text, in news and war histories

// work(0) .. work(count - 1), so many at a time, in any order.
void side_by_side(std::size_t count, std::size_t jobs, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  const auto go = [&] {
    for (std::size_t n = next++; n < count; n = next++) work(n);
  };
  std::vector<std::future<void>> others;
  for (std::size_t job = 1; job < std::min(jobs, count); ++job)
    others.push_back(std::async(std::launch::async, go));
  go();
  for (std::future<void>& other : others) other.get();
}

void place_timed(Resolver& resolver, const Match& match, const Resolver::Take& take, Profile& profile) {
  Stopwatch all;
  double writing = 0;
  resolver.place(match, [&](const Resolved& resolved, std::string& written) {
    Stopwatch watch;
    take(resolved, written);
    writing += watch.lap();
  });
  const double seconds = all.lap();
  profile.place += seconds - writing;
  profile.write += writing;
  profile.rules[&match.rule()].seconds += seconds;
}

bool same_match(const Match& a, const Match& b) { return a.span() == b.span() && &a.rule() == &b.rule(); }

void throw_problems(const std::vector<PageText>& pages, Problems problems) {
  if (problems.empty()) return;
  quote_lines(pages, problems);
  throw BadPages{std::move(problems)};
}

}  // namespace

// What only the events and the guard `tag` need: lexicon, tagger, attachment. Opened when first asked for.
struct Engine::Text {
  Text(const RuleBook& book, const std::filesystem::path& data)
      : engine(open_text_engine(data, book.language)), finder(book, *engine.tagger, engine.lexicon) {}
  TextEngine engine;
  EventFinder finder;
};

const Engine::Text& Engine::text() const {
  std::call_once(text_opened_, [this] { text_ = std::make_unique<Text>(*book_, data_); });
  return *text_;
}

Engine::Engine(const std::vector<PageText>& pages, std::filesystem::path data, EngineOptions options)
    : data_(std::move(data)), options_(std::move(options)) {
  load_pages(pages);
  evidence_ = std::make_unique<Evidence>(*book_);
}

// Reads what the build has not prepared.
void Engine::load_pages(const std::vector<PageText>& pages) {
  RuleBook book;
  std::size_t known = 0;
  if (auto prepared = read_prepared(data_ / book.language / "pages.bin", pages, options_.patterns)) {
    known = prepared->pages;
    if (known == pages.size()) {
      book_ = std::move(prepared->book), grammar_ = std::move(prepared->grammar);
      return;
    }
    book = std::move(*prepared->book);
  }
  Problems problems;
  const std::vector<PageText> others(pages.begin() + static_cast<std::ptrdiff_t>(known), pages.end());
  book_ = std::make_unique<const RuleBook>(load(others, problems, std::move(book)));
  throw_problems(pages, std::move(problems));
  grammar_ = std::make_unique<const Grammar>(*book_, problems);
  throw_problems(pages, std::move(problems));
}

Engine::~Engine() = default;

// By the sentence around it.
TagQuestion Engine::tag_question() const {
  return [this](std::string_view article, Span place, std::string_view asked) {
    const TextEngine& engine = text().engine;
    std::vector<Word> words;
    engine.read(article, sentence_around(article, place.begin, engine.lexicon), words);
    const auto word =
        std::find_if(words.begin(), words.end(), [&](const Word& one) { return place.begin < one.span.end; });
    if (word == words.end()) return false;
    return asked == "verb" ? is_verb(word->tag) : asked == "name" ? is_name(word->tag) : is_noun(word->tag);
  };
}

// The first matches tell the style.
Engine::Opening Engine::open(const Article& article, Memory& memory, Matcher& matcher) const {
  StyleEvidence evidence(article.date, options_.style.empty() ? article.style : options_.style);
  std::size_t count = 0;
  for (; !evidence.settled(); ++count) {
    if (count == memory.opening.size()) memory.opening.emplace_back();
    Memory::First& first = memory.opening[count];
    if (!matcher.next(first.match)) break;
    first.said = &memory.remembered.said(first.match);
    const StyleSigns& signs = first.said->signs;
    const Span span = first.match.span();
    const bool heads = !signs.years.empty() &&
                       (is_heading(article.text, span) || heads_entry(article.text, article.body, span));
    evidence.add(signs, heads);
  }
  return {evidence.style(), count, count > 0 ? memory.opening[count - 1].match.span().end : article.body};
}

// The first were found by the rules of either style: behind one of the other style the text is read again,
// until both readings meet. Leaves the matcher behind the last one.
template <typename Place>
void Engine::place_first(const Opening& opening, const Memory& memory, Matcher& matcher, const Place& place) {
  Match match;
  bool apart = false;
  for (std::size_t i = 0; i < opening.matches;) {
    const Memory::First& first = memory.opening[i];
    if (!apart && !holds_in(to_string(opening.style), first.match.rule()))
      matcher.go_on(first.match.span().begin), apart = true;
    if (!apart) {
      place(first.match, first.said), ++i;
      continue;
    }
    if (!matcher.next(match)) return;
    while (i < opening.matches && memory.opening[i].match.span().begin < match.span().begin) ++i;
    apart = i == opening.matches || !same_match(memory.opening[i].match, match);
    if (apart) place(match, nullptr);
  }
  if (!apart) matcher.go_on(opening.rest);
}

void Engine::tag(const Article& article, const Resolver::Take& take, Profile* profile) const {
  const Shelf<Memory>::Loan memory(memory_);
  memory->remembered.make_room();
  Matcher matcher(*grammar_, article.text, article.body, tag_question(), &memory->parses);
  matcher.set_profile(profile);
  const Opening opening = open(article, *memory, matcher);
  Resolver resolver(article, *book_, {opening.style, options_.steps, {}}, std::cref(*evidence_),
                    &memory->remembered);
  const auto place = [&](const Match& match, Remembered::Said* said) {
    profile ? place_timed(resolver, match, take, *profile) : resolver.place(match, take, said);
  };
  matcher.set_style(to_string(opening.style));
  place_first(opening, *memory, matcher, place);
  for (Match match; matcher.next(match);) {
    memory->remembered.make_room();
    place(match, nullptr);
  }
}

Source Engine::tag(Article article) const {
  Source source{std::move(article), {}};
  source.expressions.reserve(source.article.text.size() / kBytesPerExpression + 4);
  tag(source.article,
      [&](const Resolved& resolved, std::string&) { source.expressions.push_back(resolved); });
  return source;
}

std::vector<Rival> Engine::explain(const Article& article, const Explain& take) const {
  Memory memory;
  Matcher matcher(*grammar_, article.text, article.body, tag_question(), &memory.parses);
  const Style style = open(article, memory, matcher).style;
  Resolver resolver(article, *book_, {style, true, {}}, std::cref(*evidence_));
  matcher.go_on(article.body);
  matcher.set_style(to_string(style));
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

std::optional<Engine::Attached> Engine::attach(const std::string& sentence, Span time) const {
  Article article;
  article.text = sentence;
  std::vector<Resolved> expressions = tag(std::move(article)).expressions;  // the others of the sentence
  std::erase_if(expressions, [&](const Resolved& other) { return other.span.end > time.begin; });
  expressions.emplace_back().span = time;
  expressions.back().placed = true;
  Reading reading;
  const EventFinder& finder = text().finder;
  read_sentence(sentence, {0, sentence.size()}, expressions, 0, text().engine.lexicon, *text().engine.tagger,
                finder.lists(), reading);
  const auto at = static_cast<std::uint32_t>(reading.letters.rfind('T'));
  const auto found = at < reading.letters.size() ? finder.attacher().attach(reading, at, at) : std::nullopt;
  if (!found) return std::nullopt;
  return Attached{found->rule->name, reading.head(found->chunk).span};
}

Timeline Engine::reconstruct(std::vector<Article> articles, Merging merging, std::size_t jobs) const {
  std::vector<Source> sources(articles.size());
  std::vector<std::vector<Event>> events(articles.size());
  std::vector<std::vector<Undated>> undated(articles.size());
  side_by_side(articles.size(), jobs, [&](std::size_t n) {
    sources[n] = tag(std::move(articles[n]));
    events[n] = text().finder.find(sources[n].article, sources[n].expressions, undated[n]);
  });
  return build_timeline(std::move(sources), std::move(events), std::move(undated), text().finder.lists(),
                        merging);
}

}  // namespace annals
