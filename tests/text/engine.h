// The lexicon and taggers as the build made them, opened once for all tests.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "text/tagger.h"

namespace annals {

inline const TextEngine& english() {
  static const TextEngine engine = open_text_engine(std::filesystem::path(BINARY_DIR) / "share" / "annals");
  return engine;
}

}  // namespace annals
