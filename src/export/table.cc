// The timeline on a terminal:
//
//   2020-11..2021-05 ~  Trump was banned (from X, formerly Twitter)  nearly two years  after "restored"
//   2023-06..08         Trump reached out to Elon Musk               last summer       ← 2024-03-13
//
// No heading, so that no language has to be chosen: the columns speak for themselves. "←" is the day an
// expression is counted from, a quoted word the event or expression it hangs on. With several articles a last
// column names each. "≠" beneath a row is what speaks against its date.
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

class Table {
 public:
  Table(const Timeline& timeline, const ExportOptions& options) : timeline_(timeline), options_(options) {
    for (const Event& event : timeline.events) heads_[event.id] = &event;
    for (const Event& event : timeline.events) dated_.push_back(row_of(event));
    for (const Undated& row : timeline.undated) undated_.push_back(row_of(row));
    widths_ = natural_widths();
    if (options.width > 0) narrow();
  }

  void write(std::ostream& out) const {
    for (std::size_t i = 0; i < dated_.size(); ++i) {
      out << line(dated_[i]) << '\n';
      for (const Conflict& conflict : timeline_.events[i].conflicts) write(conflict, out);
    }
    if (undated_.empty()) return;
    out << (dated_.empty() ? "" : "\n") << "undated (" << undated_.size() << ")\n";
    for (const Row& row : undated_) out << line(row) << '\n';
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
    return {when(event), one_line(event.headline), words_of_expression(timeline_, event), hangs_on(event),
            article_of(event.source)};
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
    return hook.kind == AnchorKind::none || !hook.at ? "" : "← " + to_string(hook.at->day);
  }
  std::string linked(const Event& event) const {
    if (event.links.empty()) return "";
    const EventLink& link = event.links.front();
    const auto found = heads_.find(link.to);
    if (found == heads_.end()) return link.relation;
    return link.relation + " " + quoted(words_of(timeline_, found->second->source, found->second->head));
  }

  Widths natural_widths() const {
    Widths widths{};
    for (const auto* rows : {&dated_, &undated_}) {
      for (const Row& row : *rows) {
        for (std::size_t i = 0; i < column_count; ++i) widths[i] = std::max(widths[i], columns(row[i]));
      }
    }
    return widths;
  }

  // Dates are never cut. The others give way until the line fits: headlines to 24 columns, then what is to
  // their right to a dozen each, and at last the headlines again.
  void narrow() {
    const auto spare = [&](Column column, std::size_t least) {
      const std::size_t wide = total();
      if (wide <= options_.width || widths_[column] <= least) return;
      widths_[column] -= std::min(wide - options_.width, widths_[column] - least);
    };
    spare(headline, 24);
    for (const Column column : {article, anchor, expression}) spare(column, 12);
    spare(headline, 8);
    for (const Column column : {article, anchor, expression}) spare(column, 0);
  }
  std::size_t total() const {
    const auto used =
        static_cast<std::size_t>(std::count_if(widths_.begin(), widths_.end(), [](auto w) { return w > 0; }));
    return std::accumulate(widths_.begin(), widths_.end(), std::size_t{0}) +
           (used == 0 ? 0 : gap * (used - 1));
  }

  std::string line(const Row& row) const {
    std::string text, blanks;
    for (std::size_t i = 0; i < column_count; ++i) {
      if (widths_[i] == 0) continue;
      const std::string cell = fit(row[i], widths_[i]);
      if (!cell.empty()) text += blanks + colored(cell, i);
      if (!cell.empty()) blanks.clear();
      blanks.append(widths_[i] - columns(cell) + gap, ' ');
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
  std::vector<Row> dated_, undated_;
  Widths widths_{};
};

}  // namespace

Losses write_table(const Timeline& timeline, const ExportOptions& options, std::ostream& out) {
  Table(timeline, options).write(out);
  return {};
}

}  // namespace annals
