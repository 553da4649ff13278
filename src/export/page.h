// The page that `--to html` fills: page/page.html with its style, its script
// and D3 within, put together at build time by page/embed.cmake. {{language}},
// {{title}}, {{plain}} and {{data}} are left for the writer, the first twice.
#pragma once
#include <string_view>

namespace annals {

extern const std::string_view page_template;

}  // namespace annals
