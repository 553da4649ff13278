#include "resolve/remembered.h"

namespace annals {
namespace {

std::uint64_t word_of(const void* where) { return reinterpret_cast<std::uintptr_t>(where); }

// Values are read off a match by its rules, their captures' elements and what each captured, and by nothing
// else: no span is among them.
void read(const Match& match, Remembered::Key& key) {
  key.clear();
  key.push_back(match.parts.size() << 32 | match.captures.size());
  for (const Part& part : match.parts) {
    key.push_back(word_of(part.rule));
    key.push_back(part.first_capture << 16 | part.captures);
  }
  for (const Capture& capture : match.captures) {
    key.push_back(word_of(capture.element));
    key.push_back(capture.atom ? word_of(capture.atom) : static_cast<std::uint64_t>(capture.number));
    key.push_back(static_cast<std::uint64_t>(capture.part));
  }
}

}  // namespace

Remembered::Said& Remembered::said(const Match& match) {
  read(match, key);
  Said& said = said_.at(key);
  if (said.number != 0) return said;
  said.number = ++count_;
  said.value = read_value(match);
  said.signs = style_signs(said.value);
  return said;
}

}  // namespace annals
