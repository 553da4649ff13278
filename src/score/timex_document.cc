#include "score/timex_document.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_set>

namespace annals::score {
namespace {

using nlohmann::json;

std::string string_at(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

Extent extent_from(const json& object) {
  return {object.at("start").get<std::size_t>(), object.at("end").get<std::size_t>()};
}

Timex timex_from(const json& object) {
  Timex timex;
  timex.extent = extent_from(object);
  timex.type = string_at(object, "type");
  timex.value = string_at(object, "value");
  timex.mod = string_at(object, "mod");
  timex.rule = string_at(object, "rule");
  timex.empty_tag = object.contains("emptyTag") && object.at("emptyTag") == true;
  timex.creation_time = string_at(object, "functionInDocument") == "CREATION_TIME";
  return timex;
}

[[noreturn]] void refuse(std::string_view source, std::size_t line, const std::string& what) {
  throw UnreadableDocuments(std::string(source) + ":" + std::to_string(line) + ": " + what);
}

Document parse_line(const std::string& text, std::string_view source, std::size_t line) {
  try {
    return document_from(json::parse(text));
  } catch (const json::parse_error&) {
    refuse(source, line, "not JSON");
  } catch (const json::exception& error) {
    const std::string what = error.what();  // "[json.exception.out_of_range.403] key 'end' not found"
    refuse(source, line, what.substr(what.find("] ") + 2));
  }
}

}  // namespace

Document document_from(const json& line) {
  Document document;
  document.id = string_at(line, "id");
  document.failure = string_at(line, "error");
  if (line.contains("text")) document.text = string_at(line, "text");
  if (const auto dct = line.find("dct_in_text"); dct != line.end() && dct->is_object()) {
    document.dct_in_text = extent_from(*dct);
  }
  if (document.failure.empty()) {
    for (const auto& timex : line.at("timexes")) document.timexes.push_back(timex_from(timex));
  }
  return document;
}

std::vector<Document> read_documents(std::istream& in, std::string_view source) {
  std::vector<Document> documents;
  std::unordered_set<std::string> ids;
  std::string text;
  for (std::size_t line = 1; std::getline(in, text); ++line) {
    if (text.find_first_not_of(" \t\r") == std::string::npos) continue;
    auto document = parse_line(text, source, line);
    if (document.id.empty() && document.failure.empty()) refuse(source, line, "a document without an id");
    if (!document.id.empty() && !ids.insert(document.id).second) {
      refuse(source, line, "a second document with the id \"" + document.id + "\"");
    }
    documents.push_back(std::move(document));
  }
  return documents;
}

Letters::Letters(std::string_view text) : text_(text) {
  for (std::size_t byte = 0; byte < text.size(); ++byte) {
    const bool continuation = (static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80;
    if (!continuation) starts_.push_back(byte);
  }
  starts_.push_back(text.size());
}

std::string_view Letters::between(std::size_t start, std::size_t end) const {
  const auto last = std::min(end, size());
  const auto first = std::min(start, last);
  return text_.substr(starts_[first], starts_[last] - starts_[first]);
}

}  // namespace annals::score
