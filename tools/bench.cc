// How fast, against a bare scan for time words by RE2 in the same run: absolute figures drift by half from
// run to run, ratios hold. Called by tools/bench, which builds it and says how.
#include <fmt/format.h>
#include <re2/re2.h>

#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "benching/child.h"
#include "benching/double_book.h"
#include "benching/prose.h"
#include "export/export.h"
#include "pipeline.h"
#include "rule/loader.h"

namespace bench {
namespace {

constexpr std::size_t kMega = 1'000'000;

struct Settings {
  std::string program, pages, samples, peers;
  std::size_t megabytes = 5, rounds = 7;
  bool hostile = false;
  double hostile_megabytes = 0.1;
  std::vector<std::string> others;  // peers by their command lines
};

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

// As `annals tag --to jsonl` does it: the output is written, and goes whenever a page of it is full.
void tag(const annals::Engine& engine, const annals::Article& one, std::string& out) {
  constexpr std::size_t kFull = 1U << 16U;
  annals::TimexLine line(one, out);
  engine.tag(one, [&](const annals::Resolved& timex, std::string& written) {
    line.add(timex, written);
    if (out.size() > kFull) out.clear();
  });
  line.finish();
}

std::string json_lines(const std::vector<std::string>& documents) {
  std::string out;
  for (std::size_t n = 0; n < documents.size(); ++n) {
    out += fmt::format("{{\"id\":\"{}\",\"dct\":\"2023-04-18\",\"text\":\"", n);
    for (const char c : documents[n]) {
      if (c == '"' || c == '\\') out += '\\';
      if (static_cast<unsigned char>(c) < 0x20) {
        out += fmt::format("\\u{:04x}", c);
      } else {
        out += c;
      }
    }
    out += "\"}\n";
  }
  return out;
}

void row(const char* what, double bytes, double time, double yardstick) {
  fmt::print("{:<34}{:>10.1f} MB/s{:>10.3f}\n", what, bytes / 1e6 / time, yardstick / time);
}

class Bench {
 public:
  explicit Bench(const Settings& settings)
      : s_(settings),
        engine_(annals::read_pages(s_.pages, "rules/en", 0),
                fs::path(s_.program).parent_path() / "share/annals"),
        documents_(make_documents(s_.megabytes * kMega, sample_texts(s_.samples))) {
    for (const std::string& document : documents_) text_ += document;
  }

  void speeds() {
    const auto words = time_words();
    const std::size_t told = std::min<std::size_t>(documents_.size(), 700);
    const annals::Article whole = article(text_);
    std::vector<annals::Article> articles;
    for (const std::string& document : documents_) articles.push_back(article(document));
    std::vector<double> scan, one, many, events;
    std::size_t found = 0;
    std::string out;
    for (std::size_t round = 0; round < s_.rounds; ++round) {
      scan.push_back(seconds([&] { found = bare_scan(*words, text_); }));
      one.push_back(seconds([&] { out.clear(), tag(engine_, whole, out); }));
      many.push_back(seconds([&] {
        for (const annals::Article& each : articles) out.clear(), tag(engine_, each, out);
      }));
      events.push_back(seconds([&] {
        for (std::size_t i = 0; i < told; ++i) engine_.reconstruct({articles[i]}, annals::Merging::within);
      }));
    }
    double told_bytes = 0;
    for (std::size_t i = 0; i < told; ++i) told_bytes += static_cast<double>(documents_[i].size());
    const auto bytes = static_cast<double>(text_.size());
    const double yardstick = median(scan);
    fmt::print("{} MB of prose, {} documents, {} time words, medians of {} rounds\n", text_.size() / kMega,
               documents_.size(), found, s_.rounds);
    fmt::print("{:<34}{:>15}{:>10}\n", "", "speed", "ratio");
    row("bare RE2 scan", bytes, yardstick, yardstick);
    row("tag, one text", bytes, median(one), yardstick);
    row("tag, documents", bytes, median(many), yardstick);
    row("timeline, documents", told_bytes, median(events), yardstick * told_bytes / bytes);
  }

  // The matcher alone, for nothing else sees a rule that does not fire.
  void doubled_pages() {
    annals::Problems problems;
    const annals::RuleBook twice = DoubleBook(engine_.book()).twice();
    const annals::Grammar large(twice, problems);
    if (!problems.empty()) {
      fmt::print("pages doubled: {}\n", problems.front().what);
      return;
    }
    std::vector<double> plain, doubled;
    std::size_t found = 0, found_twice = 0;
    annals::Parses parses, large_parses;
    for (std::size_t round = 0; round < s_.rounds; ++round) {
      plain.push_back(seconds([&] { found = matches(engine_.grammar(), parses); }));
      doubled.push_back(seconds([&] { found_twice = matches(large, large_parses); }));
    }
    fmt::print("{:<34}{:>10.3f} times the matching ({} rules to {}, {} matches{})\n", "pages doubled",
               median(doubled) / median(plain), engine_.book().rules.size(), twice.rules.size(), found,
               found == found_twice ? "" : ", BUT NOT THE SAME");
  }

  void start_up() const {
    const std::string sample = (fs::path(s_.samples) / "truth-social/article.txt").string();
    std::vector<double> starts;
    for (int i = 0; i < 21; ++i) starts.push_back(run({s_.program, "tag", sample}).seconds);
    fmt::print("{:<34}{:>10.1f} ms\n", "start-up, one short article", 1000 * median(starts));
  }

  void jobs_and_memory() const {
    const Scratch plain(".txt"), lines(".jsonl");
    plain.write("date 2023-04-18\n" + text_);
    lines.write(json_lines(documents_));
    const auto bytes = static_cast<double>(text_.size());
    memory("tag --to jsonl", {s_.program, "tag", "--to", "jsonl", plain.path()}, bytes);
    memory("tag, TimeML", {s_.program, "tag", plain.path()}, bytes);
    const std::vector<std::string> stream = {s_.program, "tag", "--from", "jsonl", "--to", "jsonl"};
    memory("tag, JSON Lines", with(stream, {lines.path()}), bytes);
    std::vector<double> one, two;
    for (int i = 0; i < 5; ++i) {
      one.push_back(run(with(stream, {lines.path(), "--jobs", "1"})).seconds);
      two.push_back(run(with(stream, {lines.path(), "--jobs", "2"})).seconds);
    }
    fmt::print("{:<34}{:>10.2f} times one ({:.0f} MB/s to {:.0f})\n", "--jobs 2, JSON Lines",
               median(one) / median(two), bytes / 1e6 / median(one), bytes / 1e6 / median(two));
  }

  // Gives whether all are linear: twice the text, at most 2.1 times the time.
  bool hostile() const {
    bool linear = true;
    const Scratch half(".txt"), whole(".txt");
    const auto bytes = static_cast<std::size_t>(s_.hostile_megabytes * kMega);
    fmt::print("{:<24}{:>12}{:>12}{:>8}\n", "hostile text", fmt::format("{} KB", bytes / 2000),
               fmt::format("{} KB", bytes / 1000), "ratio");
    for (const auto& [name, what] : kHostile) {
      for (const std::string head : {"", "style: narrative\n"}) {
        half.write(framed(head, repeated(what, bytes / 2)));
        whole.write(framed(head, repeated(what, bytes)));
        double short_time = 1e9, long_time = 1e9;
        for (int i = 0; i < 3; ++i) {
          short_time = std::min(short_time, run(hostile_command(half)).processor);
          long_time = std::min(long_time, run(hostile_command(whole)).processor);
        }
        const double ratio = long_time / short_time;
        linear &= ratio <= 2.1;
        fmt::print("{:<24}{:>10.2f} s{:>10.2f} s{:>8.2f}{}\n", name + (head.empty() ? "" : ", story"),
                   short_time, long_time, ratio, ratio > 2.1 ? "  MORE THAN LINEAR" : "");
        std::fflush(stdout);
      }
    }
    return linear;
  }

  // Each on the same text, without its start; ours thirty times over, or its start would drown it.
  void peers() const {
    const Scratch little(".txt"), much(".txt");
    std::string some;
    for (std::size_t n = 0; n < documents_.size() && some.size() < kMega; ++n) some += documents_[n];
    little.write(documents_.front().substr(0, 200));
    const auto net = [&](const std::vector<std::string>& command, double& start, std::size_t times_over = 1) {
      much.write(repeated(some, times_over * some.size()));
      std::vector<double> starts, times;
      for (int i = 0; i < 3; ++i) {
        starts.push_back(run(with(command, {little.path()})).seconds);
        times.push_back(run(with(command, {much.path()})).seconds);
      }
      start = median(starts);
      return static_cast<double>(times_over * some.size()) / 1e6 / (median(times) - start);
    };
    double start = 0;
    const double ours = net({s_.program, "tag", "--to", "jsonl", "--date", "2023-04-18"}, start, 30);
    fmt::print("{:<34}{:>10.1f} MB/s, start {:.0f} ms\n", "annals tag", ours, 1000 * start);
    std::vector<std::pair<std::string, std::vector<std::string>>> all;
    if (!s_.peers.empty()) all.push_back({"chrono-node", {"node", s_.peers + "/chrono.mjs"}});
    for (const std::string& other : s_.others) all.push_back({other, {"sh", "-c", other + " \"$0\""}});
    for (const auto& [name, command] : all) {
      try {
        const double theirs = net(command, start);
        fmt::print("{:<34}{:>10.2f} MB/s, start {:.0f} ms: annals is {:.1f} times as fast\n", name, theirs,
                   1000 * start, ours / theirs);
      } catch (const std::runtime_error&) {
        fmt::print("{:<34}    does not run\n", name);
      }
    }
  }

 private:
  static std::vector<std::string> with(std::vector<std::string> command,
                                       const std::vector<std::string>& more) {
    command.insert(command.end(), more.begin(), more.end());
    return command;
  }
  static std::string framed(const std::string& head, const std::string& text) {
    return "---\ndate: 2023-04-18\n" + head + "---\n" + text + "\n";
  }
  std::vector<std::string> hostile_command(const Scratch& file) const {
    return {s_.program, "tag", "--to", "jsonl", file.path()};
  }

  static void memory(const char* what, const std::vector<std::string>& command, double bytes) {
    const double peak = peak_bytes(command);
    fmt::print("{:<34}{:>10.1f} MB ({:.1f} times the text)\n", fmt::format("peak memory, {}", what),
               peak / 1e6, peak / bytes);
  }

  std::size_t matches(const annals::Grammar& grammar, annals::Parses& parses) const {
    annals::Matcher matcher(grammar, text_, 0, {}, &parses);
    std::size_t count = 0;
    for (annals::Match match; matcher.next(match);) ++count;
    return count;
  }

  Settings s_;
  annals::Engine engine_;
  std::vector<std::string> documents_;
  std::string text_;
};

}  // namespace
}  // namespace bench

int main(int argc, char** argv) try {
  if (argc < 5) return fmt::print("bench PROGRAM RULES SAMPLES PEERS [--hostile] [--peers] ...\n"), 2;
  bench::Settings settings{argv[1], argv[2], argv[3], argv[4]};
  bool peers = false;
  std::vector<std::string> numbers;
  for (int i = 5; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--hostile") {
      settings.hostile = true;
    } else if (word == "--peers") {
      peers = true;
    } else if (peers) {
      settings.others.push_back(word);
    } else if (word.find_first_not_of("0123456789.") == std::string::npos) {
      numbers.push_back(word);
    } else {
      return fmt::print(stderr, "bench: {} is no number of megabytes or rounds\n", word), 2;
    }
  }
  if (!numbers.empty()) settings.hostile_megabytes = std::strtod(numbers[0].c_str(), nullptr);
  if (!numbers.empty()) settings.megabytes = std::strtoul(numbers[0].c_str(), nullptr, 10);
  if (numbers.size() > 1) settings.rounds = std::strtoul(numbers[1].c_str(), nullptr, 10);
  bench::Bench bench(settings);
  if (settings.hostile) return bench.hostile() ? 0 : 1;
  if (peers) return bench.peers(), 0;
  bench.speeds();
  try {
    bench.doubled_pages();
  } catch (const std::runtime_error& full) {  // an automaton has room for so many word classes, and no more
    fmt::print("pages doubled: not measured: {}\n", full.what());
  }
  bench.start_up();
  bench.jobs_and_memory();
} catch (const std::runtime_error& error) {
  return fmt::print(stderr, "bench: {}\n", error.what()), 1;
}
