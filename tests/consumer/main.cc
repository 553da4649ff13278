// Reads one article and prints its timeline, with nothing but what annals installs.
#include <fstream>
#include <iostream>
#include <iterator>

#include "export/export.h"
#include "pipeline.h"

int main(int, char** argv) {
  std::ifstream file(argv[1], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const std::string data = DATA_DIR;
  const annals::Engine engine(annals::read_pages(data + "/rules/en", "rules/en", 0), data);
  const auto timeline = engine.reconstruct({annals::read_article(bytes, "article")});
  annals::write_table(timeline, {}, std::cout);
  return timeline.events.empty() ? 1 : 0;
}
