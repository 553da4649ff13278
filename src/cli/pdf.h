// The text of a PDF, by poppler's pdftotext where it is installed.
#pragma once
#include <string>

namespace annals {

std::string text_of_pdf(const std::string& path);  // throws InputError

}  // namespace annals
