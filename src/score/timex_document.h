// A document with its time expressions, as gold annotations and as predictions: one JSON object a line.
//
//   {"id":"a","text":"She left in 1914.","timexes":[{"start":12,"end":16,"type":"DATE","value":"1914"}]}
//
// Offsets count Unicode code points of `text`, end exclusive. A prediction may leave out its text.
#pragma once
#include <cstddef>
#include <istream>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace annals::score {

struct Extent {
  std::size_t start = 0, end = 0;
  bool operator==(const Extent&) const = default;
  std::size_t size() const { return end - start; }
};
inline bool overlap(const Extent& a, const Extent& b) { return a.start < b.end && b.start < a.end; }

struct Timex {
  Extent extent;
  std::string type, value, mod, rule;  // empty where the line has none or null
  bool empty_tag = false;              // annotated without words of its own
  bool creation_time = false;          // the document creation time (DCT), which nobody has to find
};

struct Document {
  std::string id;
  std::optional<std::string> text;
  std::vector<Timex> timexes;
  std::optional<Extent> dct_in_text;  // where the text itself states the DCT
  std::string failure;                // the line's "error": the tagger could not read this document
};

struct UnreadableDocuments : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// One document a line, blank lines skipped. Throws UnreadableDocuments, naming `source` and the line, for
// what is no JSON object, has no id (unless it reports an error) or repeats one.
std::vector<Document> read_documents(std::istream& in, std::string_view source);
Document document_from(const nlohmann::json& line);

// The code points of a text, so that an extent can be cut out of UTF-8.
class Letters {
 public:
  explicit Letters(std::string_view text);
  std::size_t size() const { return starts_.size() - 1; }
  std::string_view between(std::size_t start, std::size_t end) const;  // clipped to the text

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;  // byte of each code point, and the text's size at the end
};

}  // namespace annals::score
