// Sentences with their time expressions marked, so that events can be tested without the finding of times.
//
//   "He left [in May 1846|1846-05]."             placed, as EDTF
//   "He left [now|?vague: the present]."         not placed, with its reason
//   "They left [in May|2024-05@]."               counted from the article's date
//   "from [July|1846-07>] to [May|1847-05<]"     the two halves of a range
//   "[two years|after 24..24 months] after ..."  a distance; the event begins behind the next word
//   "[aged 61|age 732..732 months]"          ... from a birth told before
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "calendar/bounds.h"
#include "event/events.h"
#include "resolve/resolved.h"
#include "rule/loader.h"
#include "text/article.h"
#include "text/engine.h"

namespace annals::testing {

struct Marked {
  Article article;
  std::vector<Resolved> expressions;
};

inline Granularity grain_of(std::string_view edtf) {
  if (edtf.size() == 4) return Granularity::year;
  if (edtf.size() > 7) return Granularity::day;
  return edtf[5] == '2' && edtf[6] > '0' ? Granularity::season : Granularity::month;
}

inline std::int64_t number_at(std::string_view text, std::size_t& at) {
  std::int64_t out = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') out = out * 10 + (text[at++] - '0');
  return out;
}

// "after 18..24 months"
inline Link link_of(std::string_view text) {
  Link link;
  link.way = parse_way(text.substr(0, text.find(' '))).value();
  std::size_t at = text.find(' ') + 1;
  const std::int64_t least = number_at(text, at);
  at += 2;
  const std::int64_t most = number_at(text, at);
  const bool months = text.ends_with("months");
  (months ? link.least_months : link.least_days) = least;
  (months ? link.most_months : link.most_days) = most;
  return link;
}

inline void read_mark(std::string_view mark, Resolved& out) {
  if (mark[0] == '?') {
    out.type = TimexType::date;
    out.reason = mark.substr(1);
  } else if (parse_way(mark.substr(0, mark.find(' ')))) {
    out.type = TimexType::duration;
    out.link = link_of(mark);
  } else {
    out.placed = true;
    if (mark.ends_with('@')) {
      out.anchor.kind = AnchorKind::article;
      mark.remove_suffix(1);
    }
    out.approximate = mark.ends_with('~');
    if (out.approximate) mark.remove_suffix(1);
    out.bounds = parse_edtf(mark).value();
    out.grain = grain_of(mark);
    out.edtf = mark;
  }
}

inline Marked read_marked(std::string_view text, std::string_view date = "2024-03-13") {
  Marked out;
  out.article.id = "test";
  if (!date.empty()) out.article.date = parse_moment(date);
  std::string& plain = out.article.text;
  std::size_t open = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '[') {
      open = plain.size();
    } else if (text[i] == '|') {
      const std::size_t close = text.find(']', i);
      std::string_view mark = text.substr(i + 1, close - i - 1);
      Resolved r;
      r.span = {open, plain.size()};
      if (mark.back() == '>') r.span_to = out.expressions.size() + 1;
      if (mark.back() == '<') r.span_from = out.expressions.size() - 1;
      if (r.span_to || r.span_from) mark.remove_suffix(1);
      read_mark(mark, r);
      out.expressions.push_back(r);
      i = close;
    } else {
      plain += text[i];
    }
  }
  for (Resolved& r : out.expressions) {  // behind the signal word
    if (r.link) r.link->target_begin = plain.find(' ', r.span.end + 1) + 1;
  }
  return out;
}

inline const RuleBook& english_rules() {
  static const RuleBook book = [] {
    Problems problems;
    return load(read_pages(SOURCE_DIR "/rules/en", "rules/en", 0), problems);
  }();
  return book;
}

inline const EventFinder& english_events() {
  static const EventFinder finder(english_rules(), *english().tagger, english().lexicon);
  return finder;
}

}  // namespace annals::testing
