// The article's text with its TIMEX3 elements, and EVENT elements where there are any: what `tag` and the
// timeline write alike of TimeML.
//
//   TimexText text(article, out);  text.begin();  text.add(...), text.add(...);  text.end();
//
// One expression after the other as they are found (Engine::tag), so that no article is too long: `out` may
// be emptied between any two. TEXT holds the whole text, date line included, so that its characters are
// counted as everywhere else. Expressions are numbered as they stand in it, empty ones between them.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "export/export.h"

namespace annals {

class TimexText {
 public:
  TimexText(const Article& article, std::string& out)  // both must outlive it
      : article_(article), text_(article.text), out_(out) {}

  struct Head {  // an event's head word, as EVENT e<number>
    Span span;
    std::size_t number = 0;
  };

  void begin();  // down to <TEXT>
  void add(const Resolved& timex);
  void mark(const Head& head, std::size_t end);  // where the span fits in before the byte `end`
  void end();                                    // of TEXT

  std::size_t tid(std::size_t expression) const { return tids_.at(expression); }
  bool is_marked(std::size_t number) const;  // of a head
  void lose(Losses& losses) const;           // adds what XML and TimeML could not hold

 private:
  void creation_time(const Moment& date);
  void copy(std::size_t end);
  void anchor(const Anchor& anchor);
  std::size_t point(std::string_view name, const std::string& value);
  void empty_timex(std::size_t number, const std::string& value);
  void attribute(std::string_view name, std::string_view value);

  const Article& article_;
  std::string_view text_;
  std::string& out_;
  std::size_t at_ = 0, last_tid_ = 0, replaced_ = 0;
  std::vector<std::size_t> tids_;         // of the expressions
  std::vector<std::size_t> overlapping_;  // by their tid
  std::vector<std::size_t> unmarked_;     // heads by their number, in order
};

inline constexpr std::string_view kXmlDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
void append_timeml_id(std::string_view name, char letter, std::size_t number, std::string& out);

}  // namespace annals
