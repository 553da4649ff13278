#include "event/attach.h"

#include <re2/re2.h>

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
  const re2::StringPiece left(letters.data(), begin);
  const re2::StringPiece right(letters.data() + last + 1, letters.size() - last - 1);
  const std::string prefix = prefix_of(reading, begin, time);
  for (const auto& compiled : rules_) {
    const AttachRule& rule = compiled->rule;
    const bool to_left = rule.to == AttachRule::Side::left;
    const RE2& target = to_left ? compiled->left : compiled->right;
    const RE2& other = to_left ? compiled->right : compiled->left;
    if (!rule.prefix.empty() && !RE2::PartialMatch(prefix, compiled->prefix)) continue;
    if (!other.pattern().empty() && !RE2::PartialMatch(to_left ? right : left, other)) continue;
    const re2::StringPiece& side = to_left ? left : right;
    re2::StringPiece groups[3];
    const int count = std::min(target.NumberOfCapturingGroups() + 1, 3);
    if (!target.Match(side, 0, side.size(), RE2::UNANCHORED, groups, count) || groups[1].data() == nullptr)
      continue;
    Attachment out;
    out.rule = &rule;
    out.chunk = static_cast<std::uint32_t>(groups[1].data() - letters.data());
    if (count > 2 && groups[2].data() != nullptr)
      out.second = static_cast<std::uint32_t>(groups[2].data() - letters.data());
    return out;
  }
  return std::nullopt;
}

}  // namespace annals
