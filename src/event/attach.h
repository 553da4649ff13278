// Which chunk of its sentence a time expression belongs to, by the rules of rules/en/attach.yaml.
//
//   takes  letters "PVN|IT|INVpB;"   left "PVN", prefix "i", right "INVpB;"
//   gives  chunk 1, rule left-verb, prior 0.79
//
// The prefix is one letter a word: i preposition, o of, r one that relates times, d determiner before the
// expression; then a for each word of the expression's own that stands before its head, as in "last summer".
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "event/reading.h"
#include "rule/attach_rule.h"

namespace annals {

struct Attachment {
  std::uint32_t chunk = nowhere;
  std::uint32_t second = nowhere;  // of a rule with two groups
  const AttachRule* rule = nullptr;
};

class Attacher {
 public:
  explicit Attacher(const std::vector<AttachRule>& rules);
  ~Attacher();
  // `time` is the chunk of the expression, `last` that of its other half where it is a range, else the same.
  std::optional<Attachment> attach(const Reading& reading, std::uint32_t time, std::uint32_t last) const;

 private:
  struct Compiled;
  std::vector<std::unique_ptr<const Compiled>> rules_;
};

// The first chunk of the prepositions and determiners that lead to a time expression: "in", "on the", or
// itself.
std::uint32_t prefix_begin(const Reading& reading, std::uint32_t time);

}  // namespace annals
