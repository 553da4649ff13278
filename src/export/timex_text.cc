#include "export/timex_text.h"

#include <algorithm>

#include "calendar/digits.h"
#include "export/escape.h"

namespace annals {

void append_timeml_id(std::string_view name, char letter, std::size_t number, std::string& out) {
  ((out += ' ') += name) += "=\"";
  append_number(out += letter, static_cast<std::int64_t>(number), 1);
  out += '"';
}

void TimexText::begin() {
  out_ += "<TimeML>\n<DOCID>";
  replaced_ += append_xml(valid_utf8(article_.id), out_);
  out_ += "</DOCID>\n";
  if (article_.date) creation_time(*article_.date);
  out_ += "<TEXT>";
}

void TimexText::end() {
  copy(text_.size());
  out_ += "</TEXT>\n";
}

void TimexText::creation_time(const Moment& date) {
  const std::string value = date.clock ? to_string(date) : timex3(day_period(date.day));
  out_ += "<DCT><TIMEX3 tid=\"t0\"";
  append_xml_attribute("type", date.clock ? "TIME" : "DATE", out_);
  append_xml_attribute("value", value, out_);
  out_ += " temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">";
  append_xml(to_string(date), out_);
  out_ += "</TIMEX3></DCT>\n";
}

void TimexText::copy(std::size_t end) {
  if (end <= at_) return;
  replaced_ += append_xml(text_.substr(at_, end - at_), out_);
  at_ = end;
}

void TimexText::mark(const Head& head, std::size_t end) {
  if (head.span.begin < at_ || head.span.end > end || head.span.empty()) {
    unmarked_.push_back(head.number);
    return;
  }
  copy(head.span.begin);
  out_ += "<EVENT";
  append_timeml_id("eid", 'e', head.number, out_);
  out_ += " class=\"OCCURRENCE\">";
  copy(head.span.end);
  out_ += "</EVENT>";
}

bool TimexText::is_marked(std::size_t number) const {
  return !std::binary_search(unmarked_.begin(), unmarked_.end(), number);
}

void TimexText::add(const Resolved& timex) {
  copy(timex.span.begin);
  tids_.push_back(++last_tid_);
  out_ += "<TIMEX3";
  append_timeml_id("tid", 't', tids_.back(), out_);
  attribute("type", to_string(timex.type));
  attribute("value", timex.value);
  if (!timex.mod.empty()) attribute("mod", timex.mod);
  if (!timex.quant.empty()) attribute("quant", timex.quant);
  if (!timex.freq.empty()) attribute("freq", timex.freq);
  anchor(timex.anchor);
  const std::size_t begin = point("beginPoint", timex.begin_value);
  const std::size_t end = point("endPoint", timex.end_value);
  if (timex.span.begin < at_) {
    overlapping_.push_back(tids_.back());
    out_ += "/>";
  } else {
    out_ += '>';
    copy(timex.span.end);
    out_ += "</TIMEX3>";
  }
  if (begin > 0) empty_timex(begin, timex.begin_value);
  if (end > 0) empty_timex(end, timex.end_value);
}

void TimexText::anchor(const Anchor& anchor) {
  if (anchor.kind == AnchorKind::none) return;
  out_ += " temporalFunction=\"true\"";
  if (anchor.expression) {
    append_timeml_id("anchorTimeID", 't', tid(*anchor.expression), out_);
  } else if (anchor.kind == AnchorKind::article && article_.date) {
    append_timeml_id("anchorTimeID", 't', 0, out_);
  }
}

// Gives the number of the empty TIMEX3 to write, 0 where none is needed.
std::size_t TimexText::point(std::string_view name, const std::string& value) {
  if (value.empty()) return 0;
  const auto& date = article_.date;
  const bool is_creation_time = date && !date->clock && value == timex3(day_period(date->day));
  const std::size_t number = is_creation_time ? 0 : ++last_tid_;
  append_timeml_id(name, 't', number, out_);
  return number;
}

void TimexText::empty_timex(std::size_t number, const std::string& value) {
  out_ += "<TIMEX3";
  append_timeml_id("tid", 't', number, out_);
  attribute("type", value.find('T') == std::string::npos ? "DATE" : "TIME");
  attribute("value", value);
  out_ += " temporalFunction=\"true\"/>";
}

void TimexText::attribute(std::string_view name, std::string_view value) {
  replaced_ += append_xml_attribute(name, value, out_);
}

void TimexText::lose(Losses& losses) const {
  const std::string& id = article_.id;
  if (replaced_ > 0) {
    losses.push_back({valid_utf8(id) + ": " + std::to_string(replaced_) +
                          " characters that XML 1.0 cannot hold became U+FFFD",
                      ""});
  }
  for (const std::size_t tid : overlapping_) {
    losses.push_back({valid_utf8(id) + ": t" + std::to_string(tid) +
                          " overlaps the expression before it, and elements cannot: it is empty",
                      ""});
  }
}

}  // namespace annals
