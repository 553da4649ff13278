// What the rows of several formats share: the words an event stands on, in the article's own letters.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "export/export.h"

namespace annals {

std::string name_of(const Article& article);      // its path, or its id where it has none; valid UTF-8
std::string id_of_name(const std::string& name);  // "letters/a.txt" is "a", "flood/article.txt" "flood"

std::string title_of(const Timeline& timeline);  // its article's, or "Timeline of 3 articles"

// The one that dates it, or null.
const Resolved* expression_of(const Timeline& timeline, const Event& event);
std::string words_of(const Timeline& timeline, std::size_t source, const Span& span);  // on one line
std::string words_of_expression(const Timeline& timeline, const Event& event);  // "last summer", or empty

std::string joined(const std::vector<Mention>& mentions);  // "Musk; Trump"

// What else there is to say: "approximate; uncertain; basis:
// narrative; calendar: julian; conflict: 1850 against 1856".
std::string notes_of(const Event& event);

std::string decimal(double number);  // "0.79", at most three places, the same in every locale

// One loss for the file where it has undated ones and `format` no place for them.
void lose_undated(const Timeline& timeline, std::string_view format, Losses& losses);

// One loss for each event with a clock time, and one for
// those that hang on others, where `format` holds neither.
void lose_clocks(const Timeline& timeline, std::string_view format, Losses& losses);
void lose_links(const Timeline& timeline, std::string_view format, Losses& losses);

}  // namespace annals
