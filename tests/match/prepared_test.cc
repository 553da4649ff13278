// What the build prepares of the pages is what the pages say, to the last byte, and counts for them alone.
#include "match/prepared.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "catch.h"
#include "engine.h"
#include "export/export.h"

namespace annals {
namespace {

namespace fs = std::filesystem;

const fs::path kBuilt = BINARY_DIR "/share/annals/en/pages.bin";

struct Aside {  // a file that is gone afterwards
  fs::path path = fs::temp_directory_path() / ("annals-pages-" + std::to_string(getpid()) + ".bin");
  ~Aside() { fs::remove(path); }
};

// What is written of a book, and of the grammar that is made of it.
std::string bytes_of(RuleBook book, const std::vector<PageText>& pages) {
  const Aside file;
  Problems problems;
  Grammar grammar(book, problems);
  REQUIRE(problems.empty());
  write_prepared(file.path, pages, book, grammar);
  return read_file(file.path);
}

RuleBook loaded(const std::vector<PageText>& pages, RuleBook base = {}) {
  Problems problems;
  RuleBook book = load(pages, problems, std::move(base));
  INFO(all_of(problems));
  REQUIRE(problems.empty());
  return book;
}

std::string flipped(std::string bytes, std::size_t at) {
  bytes[at] = static_cast<char>(bytes[at] ^ 1);
  return bytes;
}

TEST_CASE("the build has prepared the pages that stand there, and nothing is lost on the way back") {
  const auto pages = built_in_pages();
  const std::string built = read_file(kBuilt);
  CHECK(bytes_of(loaded(pages), pages) == built);
  std::optional<Prepared> again = read_prepared(kBuilt, pages);
  REQUIRE(again);
  CHECK(again->pages == pages.size());
  const Aside file;
  write_prepared(file.path, pages, *again->book, *again->grammar);
  CHECK(read_file(file.path) == built);
}

TEST_CASE("pages of one's own on top of prepared ones give what all of them give") {
  auto pages = built_in_pages();
  const std::size_t built_in = pages.size();
  pages.push_back({"mine.yaml",
                   "the-flood:\n  pattern: the year of the flood\n  means: {date: {year: =1362}}\n"
                   "  examples: [{text: \"In [the year of the flood].\"}]\nlast-season: off\n",
                   1});
  std::optional<Prepared> base = read_prepared(kBuilt, pages);
  REQUIRE(base);
  REQUIRE(base->pages == built_in);
  const RuleBook book = loaded({pages.back()}, std::move(*base->book));
  CHECK(bytes_of(book, pages) == bytes_of(loaded(pages), pages));
  const auto found = read_prepared(kBuilt, std::vector<PageText>(pages.begin() + 1, pages.end()));
  CHECK(!found);
}

std::string tagged(const Engine& engine, const Article& article) {
  std::string out;
  TimexLine line(article, out);
  engine.tag(article, [&](const Resolved& timex, std::string& written) { line.add(timex, written); });
  return out;
}

TEST_CASE("without its patterns and examples a book reads texts as with them") {
  const Engine bare(built_in_pages(), BINARY_DIR "/share/annals", {.patterns = false});
  const auto exemplary = [](const Engine& engine) {
    const auto& rules = engine.book().rules;
    return std::count_if(rules.begin(), rules.end(), [](const Rule& rule) { return !rule.examples.empty(); });
  };
  CHECK(exemplary(bare) == 0);
  CHECK(exemplary(built_in_engine()) > 100);
  for (const auto& sample : fs::directory_iterator(SOURCE_DIR "/samples")) {
    const fs::path text = sample.path() / "article.txt";
    if (!fs::exists(text)) continue;
    INFO(text);
    Article article = read_article(read_file(text), "sample");
    for (const char* style : {"", "news", "narrative"}) {
      article.style = style;
      CHECK(tagged(bare, article) == tagged(built_in_engine(), article));
    }
  }
}

TEST_CASE("a prepared file counts for the very pages it was made of") {
  const auto pages = built_in_pages();
  for (std::size_t n = 0; n < pages.size(); ++n) {
    INFO(pages[n].name);
    auto edited = pages;
    edited[n].text = flipped(edited[n].text, edited[n].text.size() / 2);
    CHECK(!read_prepared(kBuilt, edited));
    edited = pages;
    edited[n].name += "x";
    CHECK(!read_prepared(kBuilt, edited));
  }
  CHECK(!read_prepared(kBuilt, std::span(pages).first(pages.size() - 1)));
}

TEST_CASE("a prepared file that is damaged or is none counts as none") {
  const auto pages = built_in_pages();
  const std::string whole = read_file(kBuilt);
  const Aside file;
  const auto reads = [&](const std::string& bytes) {
    std::ofstream(file.path, std::ios::binary) << bytes;
    return read_prepared(file.path, pages).has_value();
  };
  REQUIRE(reads(whole));
  for (std::size_t size = 0; size < whole.size(); size += 1 + size / 7) {
    INFO(size);
    CHECK(!reads(whole.substr(0, size)));
    CHECK(!reads(flipped(whole, size)));
  }
  CHECK(!reads(whole + "x"));
  CHECK(!read_prepared(file.path / "none", pages));
}

}  // namespace
}  // namespace annals
