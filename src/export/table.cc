// The timeline on a terminal:
//
//   2020-11..2021-05 ~  Trump was banned (from X, formerly Twitter)  nearly two years  after "restored"
//   2023-06..08         Trump reached out to Elon Musk               last summer       ← 2024-03-13
//
//   undated (1)
//   ?  Two men have traded insults  the past  vague: the past
//
// No heading, so that no language has to be chosen: the columns speak for themselves. "←" is the day an
// expression is counted from, a quoted word the event or expression it hangs on; of the undated, it is why they
// are. With several articles a last column names each. "≠" beneath a row is what speaks against its date.
#include <algorithm>
#include <array>
#include <numeric>
#include <unordered_map>

#include "export/columns.h"
#include "export/escape.h"
#include "export/row.h"
#include "export/when.h"

namespace annals {
namespace {

enum Column : std::size_t { date, headline, expression, anchor, article, column_count };
using Row = std::array<std::string, column_count>;
using Widths = std::array<std::size_t, column_count>;

constexpr std::size_t gap = 2;
constexpr std::array<std::string_view, column_count> colors = {"\x1B[36m", "\x1B[1m", "", "\x1B[2m",
                                                               "\x1B[2m"};

std::string quoted(const std::string& words) { return words.empty() ? "" : "\"" + words + "\""; }

std::size_t total(const Widths& widths) {
  const auto used =
      static_cast<std::size_t>(std::count_if(widths.begin(), widths.end(), [](auto w) { return w > 0; }));
  return std::accumulate(widths.begin(), widths.end(), std::size_t{0}) + (used == 0 ? 0 : gap * (used - 1));
}

Widths natural_widths(const std::vector<Row>& rows) {
  Widths widths{};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < column_count; ++i) widths[i] = std::max(widths[i], columns(row[i]));
  }
  return widths;
}

// Dates are never cut. The others give way until the line fits: headlines to 40 columns, then what is to their
// right to a dozen each, and both once more, the headlines first.
void narrow(Widths& widths, std::size_t width) {
  const auto spare = [&](Column column, std::size_t least) {
    const std::size_t wide = total(widths);
    if (wide <= width || widths[column] <= least) return;
    widths[column] -= std::min(wide - width, widths[column] - least);
  };
  const auto spare_right = [&](std::size_t least) {
    for (const Column column : {article, anchor, expression}) spare(column, least);
  };
  spare(headline, 40);
  spare_right(12);
  spare(headline, 16);
  spare_right(0);
  spare(headline, 8);
}

class Table {
 public:
  Table(const Timeline& timeline, const ExportOptions& options) : timeline_(timeline), options_(options) {
    for (const Event& event : timeline.events) heads_[event.id] = &event;
  }

  void write(std::ostream& out) const {
    const std::vector<std::string> dated = lines(timeline_.events), undated = lines(timeline_.undated);
    for (std::size_t i = 0; i < dated.size(); ++i) {
      out << dated[i] << '\n';
      for (const Conflict& conflict : timeline_.events[i].conflicts) write(conflict, out);
    }
    if (undated.empty()) return;
    out << (dated.empty() ? "" : "\n") << "undated (" << undated.size() << ")\n";
    for (const std::string& line : undated) out << line << '\n';
  }

 private:
  void write(const Conflict& conflict, std::ostream& out) const {
    out << "    ≠ " << one_line(conflict.what) << '\n';
    if (!options_.claims) return;
    for (const Mention& claim : conflict.between) {
      out << "      " << one_line(timeline_.sources.at(claim.source).article.id) << ": "
          << quoted(one_line(claim.text)) << '\n';
    }
  }
  Row row_of(const Event& event) const {
    return {historical_when(event), one_line(event.headline), words_of_expression(timeline_, event),
            hangs_on(event), article_of(event.source)};
  }
  // A bare expression has no headline: then its own words stand there.
  Row row_of(const Undated& row) const {
    const bool bare = row.headline.empty();
    return {"?", one_line(bare ? row.text : row.headline), bare ? "" : one_line(row.text),
            one_line(row.reason), article_of(row.source)};
  }
  std::string article_of(std::size_t source) const {
    return timeline_.sources.size() > 1 ? one_line(timeline_.sources.at(source).article.id) : "";
  }

  std::string hangs_on(const Event& event) const {
    const Resolved* timex = expression_of(timeline_, event);
    if (timex == nullptr || timex->anchor.kind == AnchorKind::event) return linked(event);
    const Anchor& hook = timex->anchor;
    if (hook.kind == AnchorKind::expression && hook.expression) {
      const Span& span = timeline_.sources[event.source].expressions.at(*hook.expression).span;
      return "← " + quoted(words_of(timeline_, event.source, span));
    }
    return hook.kind == AnchorKind::none || !hook.at ? "" : "← " + historical_dates(to_string(hook.at->day));
  }
  std::string linked(const Event& event) const {
    if (event.links.empty()) return "";
    const EventLink& link = event.links.front();
    const auto found = heads_.find(link.to);
    if (found == heads_.end()) return link.relation;
    return link.relation + " " + quoted(words_of(timeline_, found->second->source, found->second->head));
  }

  // Events and the undated are two tables, each with its own widths: a reason is longer than a day.
  template <typename Told>
  std::vector<std::string> lines(const std::vector<Told>& told) const {
    std::vector<Row> rows;
    for (const Told& one : told) rows.push_back(row_of(one));
    Widths widths = natural_widths(rows);
    if (options_.width > 0) narrow(widths, options_.width);
    std::vector<std::string> out;
    for (const Row& row : rows) out.push_back(line(row, widths));
    return out;
  }
  std::string line(const Row& row, const Widths& widths) const {
    std::string text, blanks;
    for (std::size_t i = 0; i < column_count; ++i) {
      if (widths[i] == 0) continue;
      const std::string cell = fit(row[i], widths[i]);
      if (!cell.empty()) text += blanks + colored(cell, i);
      if (!cell.empty()) blanks.clear();
      blanks.append(widths[i] - columns(cell) + gap, ' ');
    }
    return text;
  }
  std::string colored(const std::string& cell, std::size_t column) const {
    if (!options_.color || colors[column].empty()) return cell;
    return std::string(colors[column]) + cell + "\x1B[0m";
  }

  const Timeline& timeline_;
  const ExportOptions& options_;
  std::unordered_map<std::string, const Event*> heads_;
};

}  // namespace

Losses write_table(const Timeline& timeline, const ExportOptions& options, std::ostream& out) {
  Table(timeline, options).write(out);
  return {};
}

}  // namespace annals
