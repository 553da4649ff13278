// A list to paste into a README or a wiki, each event with the sentence that tells it:
//
//   - **2022-11** The bridge was reopened
//     > In November 2022 the bridge was reopened. (bridge.txt)
//
// A list and not a table, for a quoted sentence in a table's cell breaks every layout it meets.
#include "export/escape.h"
#include "export/row.h"
#include "export/when.h"

namespace annals {
namespace {

// Every sign that CommonMark, GitHub's tables, strike-through or formulas would read as markup; a backslash
// before punctuation always stands for the sign itself (CommonMark 0.31, 2.4).
std::string markdown(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (std::string_view("\\`*_[]<>|~&#$").find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

// What would open a block at the start of a line: a list ("-
// ", "+ ", "1. ", "1) "), a rule or a heading's underline.
std::string opening(const std::string& text) {
  const std::size_t digits = text.find_first_not_of("0123456789");
  if (digits != std::string::npos && digits > 0 && (text[digits] == '.' || text[digits] == ')')) {
    return text.substr(0, digits) + "\\" + text.substr(digits);
  }
  return !text.empty() && std::string_view("-+=").find(text[0]) != std::string_view::npos ? "\\" + text
                                                                                          : text;
}

void quote(const Timeline& timeline, std::size_t source, const Span& sentence, std::ostream& out) {
  const std::string words = words_of(timeline, source, sentence);
  if (words.empty()) return;
  out << "  > " << opening(markdown(words)) << " (" << markdown(name_of(timeline.sources[source].article))
      << ")\n";
}

}  // namespace

Losses write_md(const Timeline& timeline, const ExportOptions&, std::ostream& out) {
  const bool titled = timeline.sources.size() == 1 && !timeline.sources[0].article.title.empty();
  if (titled) out << "# " << markdown(one_line(timeline.sources[0].article.title)) << "\n\n";
  for (const Event& event : timeline.events) {
    out << "- **" << markdown(historical_when(event)) << "** " << markdown(one_line(event.headline)) << '\n';
    quote(timeline, event.source, event.sentence, out);
  }
  if (timeline.undated.empty()) return {};
  out << (timeline.events.empty() ? "" : "\n") << "Undated:\n\n";
  for (const Undated& row : timeline.undated) {
    const std::string& words = row.headline.empty() ? row.text : row.headline;
    out << "- " << opening(markdown(one_line(words))) << " (" << markdown(one_line(row.reason)) << ")\n";
    quote(timeline, row.source, row.sentence, out);
  }
  return {};
}

}  // namespace annals
