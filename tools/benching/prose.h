// The text of the bench: the samples and generated sentences, 35 in 100 with time words, as news and war
// histories have; and text that is there to hurt.
#pragma once
#include <algorithm>
#include <cctype>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace bench {

namespace fs = std::filesystem;

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

inline const std::vector<std::string> kWho = {
    "the harbour board",      "Captain Ferris",        "a young surveyor",
    "the council of Aldmoor", "Mrs. Tolland",          "the miners",
    "an engineer from Brand", "the old ferry company", "two sisters",
    "the garrison",           "its printer",           "the bishop"};
inline const std::vector<std::string> kDid = {"rebuilt the northern pier",
                                              "sold the last of the looms",
                                              "wrote to the ministry",
                                              "refused the offer",
                                              "crossed the river with forty wagons",
                                              "opened a school for apprentices",
                                              "bought the quarry above the town",
                                              "lost a lawsuit over grazing rights",
                                              "carried the wounded to the chapel",
                                              "printed a sharp reply"};
inline const std::vector<std::string> kPlain = {
    "although nobody had asked for it",          "with money borrowed from relatives",
    "because the road was no longer safe",       "and the price of copper rose again",
    "while the neighbours looked on in silence", "as the charter allowed",
    "to the surprise of everyone present",       "without so much as a vote",
    "under a flag of their own making"};
inline const std::vector<std::string> kTime = {"on 14 March 1871",
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

inline std::string sentence(Random& random) {
  std::string out = random.of(kWho);
  out[0] = static_cast<char>(std::toupper(out[0]));
  out += " " + random.of(kDid) + " ";
  out += random.below(100) < 35 ? random.of(kTime) : random.of(kPlain);
  if (random.below(3) == 0) out += ", " + random.of(kPlain);
  return out + ". ";
}

inline std::vector<std::string> sample_texts(const fs::path& folder) {
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
inline std::vector<std::string> make_documents(std::size_t bytes, const std::vector<std::string>& samples) {
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

// Text that a careless matcher reads again and again. Each is one paragraph, whatever its size.
inline const std::vector<std::pair<std::string, std::string>> kHostile = {
    {"ones", "1 "},
    {"prepositions", "in "},
    {"weekdays", "Monday "},
    {"digits", "0123456789"},
    {"quotes", "\""},
    {"apostrophes", "' "},
    {"one long sentence", "the old man and the sea and the boat and "},
    {"years", "1914 "},
    {"dates in one line", "3 May 1914 and "},
    {"chained lengths", "two days after "},
    {"ranges", "from 1914 to "},
    {"letters", "a"},
    {"blanks", " "}};

inline std::string repeated(const std::string& what, std::size_t bytes) {
  std::string out;
  out.reserve(bytes + what.size());
  while (out.size() < bytes) out += what;
  out.resize(bytes);
  return out;
}

}  // namespace bench
