// What is written, in which format and where: shared by the commands that write timelines.
//
//   Writer writer(flags);                         --to ics -o letters.ics --split 50
//   Sheet sheet;
//   const std::string report = writer.write(timeline, sheet);      what the format could not hold
//   writer.finish(sheet.out, report);                               letters.ics, letters-2.ics, ...
#pragma once
#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/belt.h"
#include "cli/output.h"
#include "export/formats.h"

namespace annals {

struct WritingFlags {
  std::string to, output, report;
  ExportOptions options;
  std::vector<std::pair<const CLI::Option*, std::vector<std::string_view>>> of_formats;  // --split: ics
};
void add_writing_flags(CLI::App& app, WritingFlags& flags);
std::string format_list();  // for the foot of --help

class Writer {
 public:
  explicit Writer(const WritingFlags& flags);

  bool writes(std::string_view format) const { return format_->name == format; }
  Output& output() { return output_; }
  // Adds the text to the sheet, and what stderr is told of dates and losses. Gives what is to be reported.
  std::string write(const Timeline& timeline, Sheet& sheet) const;
  // Puts the text out, whole or in parts, and the report into its file.
  void finish(const std::string& text, const std::string& report);

 private:
  const Format* usual_format() const;
  void hold_flags() const;
  void write_parts(const std::string& text);

  const WritingFlags& flags_;
  Output output_;
  const Format* format_;
  ExportOptions options_;
};

}  // namespace annals
