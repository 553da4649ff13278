#include "text/tags.h"

#include <algorithm>
#include <array>

namespace annals {
namespace {
constexpr std::array<std::string_view, tag_count> names = {
    "CC",  "CD",   "DT",    "EX",    "FW",  "IN",   "JJ",  "JJR", "JJS", "LS",  "MD",  "NN", "NNS",
    "NNP", "NNPS", "PDT",   "POS",   "PRP", "PRP$", "RB",  "RBR", "RBS", "RP",  "SYM", "TO", "UH",
    "VB",  "VBD",  "VBG",   "VBN",   "VBP", "VBZ",  "WDT", "WP",  "WP$", "WRB", ".",   ",",  ":",
    "``",  "''",   "-LRB-", "-RRB-", "$",   "HYPH", "NFP", "ADD", "GW",  "AFX", "XX"};
static_assert(names.back() == "XX");
}  // namespace

std::string_view to_string(Tag tag) { return names[static_cast<std::size_t>(tag)]; }

std::optional<Tag> tag_from(std::string_view name) {
  const auto it = std::find(names.begin(), names.end(), name);
  if (it == names.end()) return std::nullopt;
  return static_cast<Tag>(it - names.begin());
}

}  // namespace annals
