// Text as JSON and XML want it, and text on one line.
//
//   append_json_string("said \"no\"", out)          "said \"no\""
//   append_xml("Marks & Spencer", out)              Marks &amp; Spencer
//   one_line("the  bridge\r\n burned \x1B[31m")     the bridge burned ?[31m      (? = U+FFFD)
//
// The first two stand on the path of `annals tag`, which copies whole articles: plain stretches are found
// eight bytes at a time and appended at once.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace annals {

void append_json_string(std::string_view text, std::string& out);  // with its quotes

// Character data. What XML 1.0 has no place for (most control characters,
// U+FFFE, U+FFFF) becomes U+FFFD; gives how many did. A carriage return
// is written as a reference, for a reader would turn it into a line feed.
std::size_t append_xml(std::string_view text, std::string& out);
// name="value", with a blank before it.
std::size_t append_xml_attribute(std::string_view name, std::string_view value, std::string& out);

// Bad bytes become U+FFFD: an id may be a file name, which holds any.
std::string valid_utf8(std::string_view text);

// Runs of blanks and line breaks become one blank, none at either end; control characters become U+FFFD, lest
// a text write to the terminal what it likes, and so do bad bytes.
std::string one_line(std::string_view text);

}  // namespace annals
