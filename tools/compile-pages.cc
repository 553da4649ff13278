// Reads the pages of a folder once, at build time, and writes down what came of them (match/prepared.h).
//
//   compile-pages rules/en build/share/annals/en/pages.bin
#include <exception>
#include <filesystem>
#include <iostream>

#include "match/prepared.h"

int main(int argc, char** argv) try {
  if (argc != 3) return std::cerr << "compile-pages FOLDER OUT\n", 2;
  const std::filesystem::path folder(argv[1]);
  const auto pages = annals::read_pages(folder, "rules/" + folder.filename().string(), 0);
  annals::Problems problems;
  annals::RuleBook book = annals::load(pages, problems);
  std::filesystem::remove(argv[2]);
  // The program itself says what is wrong with a page.
  if (!problems.empty()) return 0;
  annals::Grammar grammar(book, problems);
  if (problems.empty()) annals::write_prepared(argv[2], pages, book, grammar);
} catch (const std::exception& error) {
  return std::cerr << "compile-pages: " << error.what() << '\n', 1;
}
