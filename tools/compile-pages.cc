// Reads the pages of a folder once, at build time, and writes down what they hold (rule/page_tree.h).
//
//   compile-pages rules/en build/share/annals/en/pages.bin
//
// The pages stay the source: whoever starts the program beside an edited page has that one read from its
// YAML.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "rule/page_tree.h"

int main(int argc, char** argv) {
  if (argc != 3) return std::cerr << "compile-pages FOLDER OUT\n", 2;
  annals::PreparedPages prepared;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) {
    if (entry.path().extension() != ".yaml" && entry.path().extension() != ".yml") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    try {
      prepared.add(text, annals::read_yaml(text));
    } catch (const annals::NotYaml&) {
      // The program itself says what is wrong with the page.
    }
  }
  prepared.write(argv[2]);
}
