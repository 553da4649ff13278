// How fast, against a bare scan for time words by RE2 in the same run: absolute figures drift by half from
// run to run, ratios hold. The text is made from the samples and from generated sentences, 35 in 100 with
// time words, as news and war histories have. Called by tools/bench, which builds it.
#include <fcntl.h>
#include <fmt/format.h>
#include <re2/re2.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include "export/export.h"
#include "pipeline.h"
#include "rule/loader.h"

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

class Random {  // xorshift (Marsaglia 2003): the same text on every machine
 public:
  std::size_t below(std::size_t n) {
    state_ ^= state_ << 13, state_ ^= state_ >> 7, state_ ^= state_ << 17;
    return static_cast<std::size_t>(state_ % n);
  }
  const std::string& of(const std::vector<std::string>& words) { return words[below(words.size())]; }

 private:
  std::uint64_t state_ = 88172645463325252ULL;
};

const std::vector<std::string> kWho = {"the harbour board",      "Captain Ferris",        "a young surveyor",
                                       "the council of Aldmoor", "Mrs. Tolland",          "the miners",
                                       "an engineer from Brand", "the old ferry company", "two sisters",
                                       "the garrison",           "its printer",           "the bishop"};
const std::vector<std::string> kDid = {"rebuilt the northern pier",
                                       "sold the last of the looms",
                                       "wrote to the ministry",
                                       "refused the offer",
                                       "crossed the river with forty wagons",
                                       "opened a school for apprentices",
                                       "bought the quarry above the town",
                                       "lost a lawsuit over grazing rights",
                                       "carried the wounded to the chapel",
                                       "printed a sharp reply"};
const std::vector<std::string> kPlain = {
    "although nobody had asked for it",          "with money borrowed from relatives",
    "because the road was no longer safe",       "and the price of copper rose again",
    "while the neighbours looked on in silence", "as the charter allowed",
    "to the surprise of everyone present",       "without so much as a vote",
    "under a flag of their own making"};
const std::vector<std::string> kTime = {"on 14 March 1871",
                                        "in November 1902",
                                        "last summer",
                                        "two days later",
                                        "the following year",
                                        "in the early 1930s",
                                        "on Tuesday",
                                        "yesterday",
                                        "three weeks ago",
                                        "from June to September 1936",
                                        "earlier this month",
                                        "in the autumn of 1848",
                                        "at 9:30 a.m. on Monday",
                                        "between 1914 and 1918",
                                        "by the end of the century",
                                        "for nearly four years",
                                        "in July",
                                        "on December 24, 1944",
                                        "every Friday",
                                        "this week",
                                        "in the third quarter",
                                        "nearly two years after the fire"};

std::string sentence(Random& random) {
  std::string out = random.of(kWho);
  out[0] = static_cast<char>(std::toupper(out[0]));
  out += " " + random.of(kDid) + " ";
  out += random.below(100) < 35 ? random.of(kTime) : random.of(kPlain);
  if (random.below(3) == 0) out += ", " + random.of(kPlain);
  return out + ". ";
}

std::vector<std::string> sample_texts(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().filename() == "article.txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> out;
  for (const fs::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(in)), {});
    out.push_back(text.substr(text.find('\n') + 1));
  }
  return out;
}

// Documents of some 3 KB: a sample in ten, the rest generated.
std::vector<std::string> make_documents(std::size_t bytes, const std::vector<std::string>& samples) {
  Random random;
  std::vector<std::string> out;
  for (std::size_t made = 0; made < bytes; made += out.back().size()) {
    std::string text;
    if (random.below(10) == 0 && !samples.empty()) text = random.of(samples);
    while (text.size() < 3000) {
      for (std::size_t n = 2 + random.below(5); n > 0; --n) text += sentence(random);
      text += "\n\n";
    }
    out.push_back(std::move(text));
  }
  return out;
}

double seconds(const std::function<void()>& work) {
  const auto start = Clock::now();
  work();
  return std::chrono::duration<double>(Clock::now() - start).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

// The yardstick: each word that can belong to a time, found by one alternation.
std::size_t bare_scan(const RE2& words, const std::string& text) {
  re2::StringPiece rest(text);
  std::size_t hits = 0;
  while (RE2::FindAndConsume(&rest, words)) ++hits;
  return hits;
}

std::unique_ptr<RE2> time_words() {
  RE2::Options options;
  options.set_case_sensitive(false);
  options.set_encoding(RE2::Options::EncodingLatin1);
  return std::make_unique<RE2>(
      "\\b(january|february|march|april|may|june|july|august|september|october|november|december|monday|"
      "tuesday|wednesday|thursday|friday|saturday|"
      "sunday|today|yesterday|tomorrow|tonight|now|ago|earlier|later|last|next|this|spring|summer|autumn|"
      "fall|winter|morning|afternoon|evening|night|"
      "noon|seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?|century|centuries|[12][0-"
      "9]{3}s?)\\b",
      options);
}

annals::Article article(std::string text) {
  annals::Article out;
  out.id = "bench";
  out.text = std::move(text);
  out.date = annals::parse_moment("2023-04-18");
  return out;
}

struct Child {
  double seconds = 0;
  long peak_kb = 0;
};
Child run(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const auto start = Clock::now();
  const pid_t child = fork();
  if (child == 0) {
    const int nothing = open("/dev/null", O_WRONLY);
    dup2(nothing, STDOUT_FILENO), dup2(nothing, STDERR_FILENO);
    execv(arguments[0], arguments.data());
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  return {std::chrono::duration<double>(Clock::now() - start).count(), usage.ru_maxrss};
}

void row(const char* what, double bytes, double time, double yardstick) {
  fmt::print("{:<28}{:>10.1f} MB/s{:>10.2f}\n", what, bytes / 1e6 / time, yardstick / time);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return fmt::print("bench PROGRAM RULES SAMPLES [MEGABYTES] [ROUNDS]\n"), 2;
  const std::string program = argv[1];
  const std::size_t megabytes = argc > 4 ? std::strtoul(argv[4], nullptr, 10) : 5;
  const std::size_t rounds = argc > 5 ? std::strtoul(argv[5], nullptr, 10) : 7;
  const annals::Engine engine(annals::read_pages(argv[2], "rules/en", 0),
                              fs::path(program).parent_path() / "share/annals");
  const auto documents = make_documents(megabytes * 1'000'000, sample_texts(argv[3]));
  std::string text;
  for (const std::string& document : documents) text += document;
  const auto words = time_words();

  std::vector<double> scan, tag, lines, events;
  std::size_t found = 0;
  std::string out;
  const std::size_t timeline_documents = std::min<std::size_t>(documents.size(), 700);
  double timeline_bytes = 0;
  for (std::size_t i = 0; i < timeline_documents; ++i)
    timeline_bytes += static_cast<double>(documents[i].size());
  for (std::size_t round = 0; round < rounds; ++round) {
    scan.push_back(seconds([&] { found = bare_scan(*words, text); }));
    annals::Article whole = article(text);
    tag.push_back(seconds([&] {
      out.clear();
      annals::append_timexes_json(engine.tag(std::move(whole)), out);
    }));
    std::vector<annals::Article> articles;
    for (const std::string& document : documents) articles.push_back(article(document));
    lines.push_back(seconds([&] {
      for (annals::Article& one : articles) {
        out.clear();
        annals::append_timexes_json(engine.tag(std::move(one)), out);
      }
    }));
    std::vector<annals::Article> some;
    for (std::size_t i = 0; i < timeline_documents; ++i) some.push_back(article(documents[i]));
    events.push_back(seconds([&] {
      for (annals::Article& one : some) {
        std::vector<annals::Article> alone;
        alone.push_back(std::move(one));
        engine.reconstruct(std::move(alone));
      }
    }));
  }
  const auto bytes = static_cast<double>(text.size());
  const double yardstick = median(scan);
  fmt::print("{} MB of prose, {} documents, {} time words, medians of {} rounds\n", text.size() / 1000000,
             documents.size(), found, rounds);
  fmt::print("{:<28}{:>15}{:>10}\n", "", "speed", "ratio");
  row("bare RE2 scan", bytes, yardstick, yardstick);
  row("tag, one text", bytes, median(tag), yardstick);
  row("tag, documents", bytes, median(lines), yardstick);
  row("timeline, documents", timeline_bytes, median(events), yardstick * timeline_bytes / bytes);

  std::vector<double> starts;
  const std::string sample = (fs::path(argv[3]) / "truth-social/article.txt").string();
  for (int i = 0; i < 15; ++i) starts.push_back(run({program, "tag", sample}).seconds);
  fmt::print("{:<28}{:>10.1f} ms\n", "start-up, one short article", 1000 * median(starts));
  const fs::path file = fs::temp_directory_path() / fmt::format("annals-bench-{}.txt", getpid());
  std::ofstream(file, std::ios::binary) << "date 2023-04-18\n" << text;
  const Child child = run({program, "tag", "--to", "jsonl", file.string()});
  fs::remove(file);
  fmt::print("{:<28}{:>10.1f} MB for one text of {} MB ({:.1f} times its size)\n", "peak memory, tag",
             static_cast<double>(child.peak_kb) / 1000, text.size() / 1000000,
             static_cast<double>(child.peak_kb) * 1024 / bytes);
  return 0;
}
