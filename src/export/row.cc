#include "export/row.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>

#include "export/escape.h"
#include "export/when.h"

namespace annals {
namespace {

void add(std::string& list, const std::string& item) {
  if (item.empty()) return;
  if (!list.empty()) list += "; ";
  list += item;
}

}  // namespace

std::string name_of(const Article& article) {
  return one_line(article.path.empty() ? article.id : article.path);
}

std::string id_of_name(const std::string& name) {
  const std::filesystem::path path(name);
  const std::string id = path.stem().string();
  return id == "article" && path.has_parent_path() ? path.parent_path().filename().string() : id;
}

std::string title_of(const Timeline& timeline) {
  if (timeline.sources.size() != 1)
    return "Timeline of " + std::to_string(timeline.sources.size()) + " articles";
  const Article& article = timeline.sources[0].article;
  return one_line(article.title.empty() ? valid_utf8(article.id) : article.title);
}

const Resolved* expression_of(const Timeline& timeline, const Event& event) {
  return event.time ? &timeline.sources.at(event.source).expressions.at(*event.time) : nullptr;
}

std::string words_of(const Timeline& timeline, std::size_t source, const Span& span) {
  return one_line(text_of(span, timeline.sources.at(source).article.text));
}

std::string words_of_expression(const Timeline& timeline, const Event& event) {
  const Resolved* expression = expression_of(timeline, event);
  return expression == nullptr ? "" : words_of(timeline, event.source, expression->span);
}

std::string joined(const std::vector<Mention>& mentions) {
  std::string list;
  for (const Mention& mention : mentions) add(list, one_line(mention.text));
  return list;
}

std::string notes_of(const Event& event) {
  std::string notes;
  if (event.approximate) add(notes, "approximate");
  if (event.uncertain) add(notes, "uncertain");
  if (event.basis != Basis::stated) add(notes, "basis: " + std::string(to_string(event.basis)));
  if (!event.attributed_to.empty()) add(notes, "attributed to: " + one_line(event.attributed_to));
  add(notes, one_line(event.note));
  for (const EventLink& link : event.links) {
    add(notes, link.relation + " " + link.to + (link.why.empty() ? "" : " (" + one_line(link.why) + ")"));
  }
  for (const Conflict& conflict : event.conflicts) add(notes, "conflict: " + one_line(conflict.what));
  return notes;
}

std::string decimal(double number) {
  char digits[32];
  const double rounded = std::round(number * 1000) / 1000;
  return {digits, std::to_chars(digits, digits + sizeof digits, rounded).ptr};
}

void lose_undated(const Timeline& timeline, std::string_view format, Losses& losses) {
  const std::size_t count = timeline.undated.size();
  if (count == 0) return;
  losses.push_back({std::to_string(count) + " undated not written: " + std::string(format) +
                        " holds dated events; the table, JSON and Markdown list them with their reasons",
                    ""});
}

void lose_clocks(const Timeline& timeline, std::string_view format, Losses& losses) {
  for (const Event& event : timeline.events) {
    const auto& first = event.when.earliest_start;
    if (first && first->clock)
      losses.push_back(
          {when(event) + ": " + std::string(format) + " gets the day without the clock time", event.id});
  }
}

void lose_links(const Timeline& timeline, std::string_view format, Losses& losses) {
  const auto count = std::count_if(timeline.events.begin(), timeline.events.end(),
                                   [](const Event& event) { return !event.links.empty(); });
  if (count > 0)
    losses.push_back(
        {std::to_string(count) + " hang on other events: " + std::string(format) + " has no word for it",
         ""});
}

}  // namespace annals
