#include "resolve/remembered.h"

namespace annals {
namespace {

std::uint64_t word_of(const void* where) { return reinterpret_cast<std::uintptr_t>(where); }

// Values are read off a match by its rules, their captures' elements and what each captured, and by nothing
// else: no span is among them.
void read(const Match& match, Remembered::Key& key) {
  key.resize(1 + 2 * match.parts.size() + 3 * match.captures.size());
  auto at = key.begin();
  *at++ = match.parts.size() << 32 | match.captures.size();
  for (const Part& part : match.parts) {
    *at++ = word_of(part.rule);
    *at++ = part.first_capture << 16 | part.captures;
  }
  for (const Capture& capture : match.captures) {
    *at++ = word_of(capture.element);
    *at++ = capture.atom ? word_of(capture.atom) : static_cast<std::uint64_t>(capture.number);
    *at++ = static_cast<std::uint64_t>(capture.part);
  }
}

}  // namespace

Remembered::Said& Remembered::said(const Match& match) {
  read(match, next_key);
  Said& said = said_.at(next_key);
  if (said.number != 0) return said;
  said.number = ++count_;
  said.value = read_value(match);
  said.signs = style_signs(said.value);
  return said;
}

}  // namespace annals
