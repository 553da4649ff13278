#include "event/attach.h"

#include <re2/re2.h>

#include <algorithm>

namespace annals {
namespace {

RE2::Options quiet() {
  RE2::Options options(RE2::Quiet);
  options.set_encoding(RE2::Options::EncodingLatin1);  // letters are ASCII
  return options;
}

bool leads_to_time(char letter) { return letter == 'I' || letter == 'A' || letter == 'O' || letter == 'D'; }

std::string prefix_of(const Reading& reading, std::uint32_t begin, std::uint32_t time) {
  std::string prefix;
  for (std::uint32_t i = begin; i < time; ++i) {
    const char c = reading.letters[i];
    prefix += c == 'I' ? 'i' : c == 'A' ? 'r' : c == 'O' ? 'o' : 'd';
  }
  const Chunk& chunk = reading.chunks[time];
  for (std::uint32_t w = chunk.first; w + 1 < chunk.last && !is_noun(reading.words[w].tag); ++w)
    prefix += 'a';
  return prefix;
}

// What stands on one side of the expression.
struct Flank {
  explicit Flank(std::string_view from) : letters(from.data(), from.size()), set(letter_set(from)) {}
  bool has(std::uint64_t needed) const { return (needed & ~set) == 0; }
  re2::StringPiece letters;
  std::uint64_t set;
};

bool fits(const RE2& pattern, const re2::StringPiece& letters) {
  return pattern.pattern().empty() || pattern.Match(letters, 0, letters.size(), RE2::UNANCHORED, nullptr, 0);
}
bool fits(const RE2& pattern, const re2::StringPiece& letters, re2::StringPiece (&groups)[3]) {
  const int own = pattern.NumberOfCapturingGroups();
  if (own == 0) return fits(pattern, letters);
  return pattern.Match(letters, 0, letters.size(), RE2::UNANCHORED, groups, std::min(own + 1, 3));
}

}  // namespace

struct Attacher::Compiled {
  explicit Compiled(const AttachRule& from)
      : rule(from), left(from.left, quiet()), prefix(from.prefix, quiet()), right(from.right, quiet()) {}
  AttachRule rule;
  RE2 left, prefix, right;
};

Attacher::Attacher(const std::vector<AttachRule>& rules) {
  for (const AttachRule& rule : rules) rules_.push_back(std::make_unique<const Compiled>(rule));
}
Attacher::~Attacher() = default;

std::uint32_t prefix_begin(const Reading& reading, std::uint32_t time) {
  std::uint32_t begin = time;
  while (begin > 0 && leads_to_time(reading.letters[begin - 1])) --begin;
  return begin;
}

std::optional<Attachment> Attacher::attach(const Reading& reading, std::uint32_t time,
                                           std::uint32_t last) const {
  const std::uint32_t begin = prefix_begin(reading, time);
  const std::string_view letters = reading.letters;
  const Flank left(letters.substr(0, begin)), right(letters.substr(last + 1));
  const std::string prefix = prefix_of(reading, begin, time);
  for (const auto& compiled : rules_) {
    const AttachRule& rule = compiled->rule;
    if (!left.has(rule.left_needs) || !right.has(rule.right_needs)) continue;
    if (!fits(compiled->prefix, prefix)) continue;
    const bool to_left = rule.to == AttachRule::Side::left;
    const RE2& target = to_left ? compiled->left : compiled->right;
    const RE2& other = to_left ? compiled->right : compiled->left;
    re2::StringPiece groups[3], others[3];
    if (!fits(other, (to_left ? right : left).letters, others)) continue;
    if (!fits(target, (to_left ? left : right).letters, groups) || groups[1].data() == nullptr) continue;
    if (groups[2].data() == nullptr) groups[2] = others[1];
    Attachment out;
    out.rule = &rule;
    out.chunk = static_cast<std::uint32_t>(groups[1].data() - letters.data());
    if (groups[2].data() != nullptr)
      out.second = static_cast<std::uint32_t>(groups[2].data() - letters.data());
    return out;
  }
  return std::nullopt;
}

}  // namespace annals
