// The formats by name, for `--to` and for what the name of a file ends in.
//
//   find_format("ics")->write(timeline, {}, out)      format_of_file("letters.tml") is TimeML
#pragma once
#include <string_view>
#include <vector>

#include "export/export.h"

namespace annals {

struct Format {
  std::string_view name;
  std::string_view ending;  // of a file's name; empty where none means this format
  std::string_view what;    // one line of --help
  Losses (*write)(const Timeline&, const ExportOptions&, std::ostream&);
};

const std::vector<Format>& formats();
const Format* find_format(std::string_view name);
const Format* format_of_file(std::string_view path);

}  // namespace annals
