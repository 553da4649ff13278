// Books: an EPUB is a zip of web pages and of a package file that names them in reading order.
//
//   META-INF/container.xml    <rootfile full-path="OEBPS/book.opf"/>
//   OEBPS/book.opf            <dc:title>The flood</dc:title> <dc:date>1998-02-27</dc:date>
//                             <item id="c1" href="one.xhtml"/> ... <itemref idref="c1"/>
//   OEBPS/one.xhtml           the first chapter, read as any web page
//
// The chapters become one text, a blank line between them. The contents (nav) and what stands outside the
// reading order (linear="no") are left out. The book's date is its dc:date, published before modified.
#pragma once
#include <string>
#include <string_view>

#include "text/article.h"

namespace annals {

// By the name's ending, or, as any zip, by its first signs.
bool is_epub(std::string_view path, std::string_view bytes);

// Throws BadArticle where it is no EPUB, is damaged or encrypted, or has no text: what, where, and what to
// do.
Article read_epub(const std::string& bytes, std::string id);

}  // namespace annals
