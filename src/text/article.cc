#include "text/article.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "text/ascii.h"
#include "text/utf8.h"

namespace annals {
namespace {

constexpr std::string_view blanks = " \t";
constexpr std::string_view white = " \t\r\n";

std::size_t skip(std::string_view text, std::string_view signs, std::size_t at) {
  return std::min(text.find_first_not_of(signs, at), text.size());
}
std::size_t token_end(std::string_view text, std::size_t at) {
  return std::min(text.find_first_of(white, at), text.size());
}

std::string why_not(const Civil& date) {
  constexpr std::array months = {"January", "February", "March",     "April",   "May",      "June",
                                 "July",    "August",   "September", "October", "November", "December"};
  if (date.month < 1 || date.month > 12) return fmt::format("there is no month {:02}", date.month);
  return fmt::format("{} {} has {} days", months[static_cast<std::size_t>(date.month) - 1],
                     year_to_string(date.year), days_in_month(date.year, date.month));
}

Day existing(const Civil& date, std::string_view written) {
  if (!exists(date)) throw BadArticle{fmt::format("date {} does not exist: {}", written, why_not(date))};
  return to_day(date);
}

struct Dated {
  Moment moment;
  std::size_t end;  // byte behind it
};

// A word behind one blank may as well be the first of the
// text, so it is a clock time only where it reads as HH:MM.
std::optional<Dated> with_clock_behind(std::string_view text, Dated dated) {
  if (dated.end >= text.size() || blanks.find(text[dated.end]) == std::string_view::npos) return dated;
  const auto begin = skip(text, blanks, dated.end), end = token_end(text, begin);
  const auto clock = parse_clock(text.substr(begin, end - begin));
  if (!clock || clock->minute < 0) return dated;
  return Dated{{dated.moment.day, clock}, end};
}

// stamp := day | day "T" clock | day blank clock
std::optional<Dated> read_stamp(std::string_view text, std::size_t begin) {
  const auto end = token_end(text, begin);
  const auto word = text.substr(begin, end - begin);
  const auto t = word.find('T');
  const auto date = parse_civil(word.substr(0, t));
  if (!date) return {};
  const auto day = existing(*date, word.substr(0, t));
  if (t == std::string_view::npos) return with_clock_behind(text, {{day, {}}, end});
  const auto clock = parse_clock(word.substr(t + 1));
  if (!clock)
    throw BadArticle{
        fmt::format("time {} does not exist: write {}T09:30", word.substr(t + 1), word.substr(0, t))};
  return Dated{{day, clock}, end};
}

// line := blanks "date" blanks stamp (blanks text | end of
// line); the text proper begins at the next visible sign
void read_date_line(Article& article) {
  constexpr std::string_view keyword = "date";
  const std::string_view text = article.text;
  const auto word = skip(text, blanks, article.body);
  if (text.substr(word, keyword.size()) != keyword) return;
  const auto begin = skip(text, blanks, word + keyword.size());
  if (begin == word + keyword.size()) return;
  const auto dated = read_stamp(text, begin);
  if (!dated) return;
  article.date = dated->moment;
  article.date_from = "first line";
  article.body = skip(text, white, dated->end);
}

struct Field {
  std::string_view key, value;
};

std::string_view unquoted(std::string_view value) {
  const bool quoted =
      value.size() >= 2 && value.front() == value.back() && (value.front() == '"' || value.front() == '\'');
  return quoted ? value.substr(1, value.size() - 2) : value;
}

bool is_key(std::string_view key) {
  constexpr std::string_view signs = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
  return !key.empty() && key.find_first_not_of(signs) == std::string_view::npos;
}

// Whether the line can stand in front matter, and the field it holds. Comments, and lists and blocks
// (indented, or behind a hyphen) under a key nobody here uses, hold none.
bool read_field(std::string_view line, Field& field) {
  if (trimmed(line).empty() || line.front() == '#' || line.front() == ' ' || line.starts_with("- "))
    return true;
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || !is_key(line.substr(0, colon))) return false;
  if (colon + 1 < line.size() && white.find(line[colon + 1]) == std::string_view::npos) return false;
  field = {line.substr(0, colon), unquoted(trimmed(line.substr(colon + 1)))};
  return true;
}

bool is_fence(std::string_view line) { return line.starts_with("---") && trimmed(line) == "---"; }

// The line at `at`, without its end; moves `at` behind it.
std::string_view next_line(std::string_view text, std::size_t& at) {
  const auto begin = at, end = std::min(text.find('\n', at), text.size());
  at = std::min(end + 1, text.size());
  return text.substr(begin, end - begin);
}

void use(const Field& field, Article& article) {
  if (field.key == "title") article.title = field.value;
  if (field.key == "language") article.language = field.value;
  if (field.key == "style") article.style = field.value;
  if (field.key == "id") article.id = field.value;
  if (is_setting(field.key)) article.settings.insert_or_assign(std::string(field.key), field.value);
  if (field.key != "date" || field.value.empty()) return;
  const auto dated = read_stamp(field.value, 0);
  if (!dated || dated->end != field.value.size())
    throw BadArticle{
        fmt::format("date \"{}\" in the front matter cannot be read: write YYYY-MM-DD", field.value)};
  article.date = dated->moment;
  article.date_from = "front matter";
}

// Without a second fence, or with a line that fits no field, the first line is a rule across the page.
void read_front_matter(Article& article) {
  const std::string_view text = article.text;
  std::size_t at = 0;
  if (!text.starts_with("---")) return;  // spares the search for the end of a line of 200 MB
  if (!is_fence(next_line(text, at))) return;
  std::vector<Field> fields;
  for (;;) {
    if (at >= text.size()) return;
    const auto line = next_line(text, at);
    if (is_fence(line)) break;
    Field field;
    if (!read_field(line, field)) return;
    if (!field.key.empty()) fields.push_back(field);
  }
  for (const auto& field : fields) use(field, article);
  article.body = skip(text, white, at);
}

}  // namespace

bool is_setting(std::string_view name) {
  return std::find(setting_names.begin(), setting_names.end(), name) != setting_names.end();
}

Article read_article(std::string bytes, std::string id) {
  Article article;
  article.id = std::move(id);
  decode(std::move(bytes), article);
  read_front_matter(article);
  if (!article.date) read_date_line(article);
  return article;
}

}  // namespace annals
