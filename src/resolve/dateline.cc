#include "resolve/dateline.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "text/ascii.h"
#include "text/token.h"

namespace annals {
namespace {

constexpr std::size_t kLongestPlace = 60;  // bytes: "HEAD-QUARTERS, ARMY OF THE POTOMAC,"
constexpr std::size_t kLongestMonth = 9;
constexpr std::size_t kLongestEntry = 20000;

struct Place {
  bool ok = false, sure = false;  // in capitals, or names alone: a dash may follow its day
};

// What ends a head: "July 4.-", "July 4 -", "July 4:", "July 4 (Reuters) -", or its line.
enum class HeadEnd : std::uint8_t { none, mark, line };

// What stands between the line's begin and the comma before the day: names of places, and nothing else.
Place read_place(std::string_view head) {
  Place out;
  std::size_t words = 0, names = 0, capitals = 0;
  for (std::size_t at = 0;;) {
    const Token token = token_at(head, at);
    if (token.kind == TokenKind::end) break;
    at = token.end;
    if (token.kind == TokenKind::number) return out;
    if (token.kind == TokenKind::mark) {
      const bool allowed = token.mark == ',' || token.mark == '.' || token.mark == '-' ||
                           token.mark == '\'' || token.mark == '"' || token.mark == '(' ||
                           token.mark == ')' || token.mark == '_';
      if (!allowed) return out;
      continue;
    }
    const std::string_view word = head.substr(token.begin, token.size());
    const bool shouts = std::none_of(word.begin(), word.end(), is_lower);
    ++words;
    names += is_upper(word[0]);
    capitals += shouts && word.size() > 2;
  }
  out.sure = capitals > 0 || names == words;
  out.ok = words > 0 && names > 0 && (capitals > 0 || words - names <= 2);
  return out;
}

HeadEnd head_end(std::string_view text, Span day) {
  const std::string_view behind = text.substr(day.end, kLongestPlace);
  std::size_t at = behind.find_first_not_of(" \t.,");
  if (at != std::string_view::npos && behind[at] == '(')
    at = behind.find_first_not_of(" \t", std::min(behind.find(')', at), behind.size() - 1) + 1);
  if (at == std::string_view::npos || behind[at] == '\n' || behind[at] == '\r') return HeadEnd::line;
  const Token token = token_at(behind, at);
  return token.mark == '-' || token.mark == ':' ? HeadEnd::mark : HeadEnd::none;
}

std::size_t paragraph_end(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find('\n', from); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    const std::size_t next = text.find_first_not_of(" \t\r", at + 1);
    if (next == std::string_view::npos || text[next] == '\n') return at;
  }
  return text.size();
}

// How a day is written, its words and numbers left out: "Sunday, February 7th" is "Aa, Aa 9a".
std::string form_of(std::string_view words) {
  std::string form;
  for (const char letter : words) {
    const char sign = is_digit(letter) ? '9' : is_upper(letter) ? 'A' : is_lower(letter) ? 'a' : letter;
    if (form.empty() || form.back() != sign) form += sign;
  }
  return form;
}

// The line that begins with a day of the same form: the days of one diary are written in one way.
std::optional<std::size_t> next_entry(std::string_view text, Span day) {
  const std::string form = form_of(text_of(day, text));
  text = text.substr(0, std::min(text.size(), day.end + kLongestEntry));
  for (std::size_t at = text.find('\n', day.end); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    if (form_of(text.substr(at + 1, day.size() + kLongestMonth)).starts_with(form)) return at;
  }
  return {};
}

// What stands beneath a head alone on its line, or up to the next entry, or the rest of its paragraph.
std::size_t passage_end(std::string_view text, Span day, HeadEnd end, bool entry) {
  if (end == HeadEnd::line) return text.size();
  const std::optional<std::size_t> next = entry ? next_entry(text, day) : std::nullopt;
  return next ? *next : paragraph_end(text, day.end);
}

std::size_t quote_end(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size();) {
    const Token token = token_at(text, at);
    if (token.kind == TokenKind::end) break;
    if (token.kind == TokenKind::mark && token.mark == '"') return token.begin;
    at = token.end;
  }
  return text.size();
}

}  // namespace

bool is_heading(std::string_view text, Span span) {
  const auto line = [&](std::size_t at) { return at == std::string_view::npos || text[at] == '\n'; };
  const std::size_t before =
      span.begin == 0 ? std::string_view::npos : text.find_last_not_of(" \t\r", span.begin - 1);
  return line(before) && line(text.find_first_not_of(" \t\r.:", span.end));
}

bool heads_entry(std::string_view text, std::size_t body, Span day) {
  const bool opens = day.begin == body || (day.begin > body && text[day.begin - 1] == '\n');
  if (!opens) return false;
  const char behind = day.end < text.size() ? text[day.end] : '\n';
  const char mark = text[day.end - 1] == '.' ? '.' : behind;  // "10 Jan." ends so
  const bool numbered = text_of(day, text).find_first_of("0123456789") != std::string_view::npos;
  return mark == ',' ? numbered : mark == '.' || head_end(text, day) != HeadEnd::none;
}

std::optional<std::size_t> dateline_end(std::string_view text, std::size_t body, Span day) {
  if (heads_entry(text, body, day)) return passage_end(text, day, head_end(text, day), true);
  const std::size_t before = text.substr(0, day.begin).find_last_not_of(" \t");
  if (before == std::string_view::npos || text[before] != ',') return {};        // nearly all end here
  const std::size_t line = std::max(body, text.rfind('\n', day.begin - 1) + 1);  // npos + 1 is 0
  if (day.begin <= line) return {};
  // Within a paragraph only where a quotation opens with it.
  std::string_view head = text.substr(line, day.begin - line);
  const std::size_t quote = head.find_last_of("\"\x9C");  // or the last byte of an opening “
  if (quote != std::string_view::npos) head = text.substr(line + quote + 1, day.begin - line - quote - 1);
  if (head.size() > kLongestPlace) return {};
  const Place place = read_place(head);
  if (!place.ok) return {};
  if (quote != std::string_view::npos) return quote_end(text, day.end);
  const HeadEnd end = head_end(text, day);
  if (end == HeadEnd::none || (end == HeadEnd::mark && !place.sure)) return {};
  return passage_end(text, day, end, false);
}

}  // namespace annals
