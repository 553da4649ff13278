// The engine over the built-in pages, made once for all tests.
#pragma once
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "catch.h"
#include "pipeline.h"

namespace annals {

inline std::vector<PageText> built_in_pages() {
  return read_pages(std::filesystem::path(SOURCE_DIR) / "rules/en", "rules/en", 0);
}

inline std::string all_of(const Problems& problems) {
  std::string text;
  for (const Problem& problem : problems) text += to_string(problem) + "\n";
  return text;
}

inline const Engine& built_in_engine() {
  static const Engine* const engine = [] {
    try {
      return new Engine(built_in_pages(), BINARY_DIR "/share/annals");
    } catch (const BadPages& bad) {
      throw std::runtime_error(all_of(bad.problems));
    }
  }();
  return *engine;
}

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace annals
