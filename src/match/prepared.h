// The built-in pages as the build left them: read, checked and made into an automaton, so that the start need
// not do it again (tools/compile-pages.cc, match/prepared.cmake). The pages stay the source: the file counts
// for just the bytes it was made of, and whoever starts the program beside an edited page has them all read
// anew.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <span>

#include "match/grammar.h"
#include "rule/loader.h"

namespace annals {

struct Prepared {
  std::size_t pages = 0;  // how many pages it was made of
  std::unique_ptr<RuleBook> book;
  std::unique_ptr<Grammar> grammar;  // of that book
};

// Throws std::runtime_error where the file cannot be written.
void write_prepared(const std::filesystem::path& file, std::span<const PageText> pages, RuleBook& book,
                    Grammar& grammar);
// Nothing where the file is missing or damaged, or was made of other pages than the first of these. Without
// its patterns, examples and owners, which are most of it, the book reads texts; no page can be put on top.
std::optional<Prepared> read_prepared(const std::filesystem::path& file, std::span<const PageText> pages,
                                      bool patterns = true);

}  // namespace annals
