// Articles in markup: web pages, TimeML and TEI. Their text becomes an article's text, a block to a
// paragraph, and their own word for their date its date.
//
//   <meta property="article:published_time"
//         content="2024-03-13">                           date 2024-03-13 (article:published_time)
//
//   <TimeML><DCT><TIMEX3 value="1998-02-27" .../></DCT>     date 1998-02-27 (DCT)
//
//   <sourceDesc>... <date when="1863-07-14"/>               date 1863-07-14 (sourceDesc)
//
// A page may tell several dates. The day it was published comes before the day it was changed, and date_from
// says what was chosen and what was not: "datePublished, not dateModified 2024-04-01". Scripts, navigation,
// forms and what is hidden are no text. Nothing is fetched, and no entity of a document type is opened.
#pragma once
#include <string>
#include <string_view>

#include "text/article.h"

namespace annals {

// By the name's ending, and by the first signs where there is none (standard input).
bool is_markup(std::string_view path, std::string_view bytes);

// Throws BadArticle where it is markup of another kind, or has no text.
Article read_markup(std::string_view bytes, std::string id);

// The text of a page's main part alone; empty where it has none.
std::string text_of_page(std::string_view bytes);

std::string language_of(std::string_view tag);  // "en" of "en-GB"

}  // namespace annals
