#include "text/epub.h"

#include <fmt/format.h>
#include <minizip/unzip.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <vector>

#include "text/ascii.h"
#include "text/markup.h"
#include "text/markup_tree.h"
#include "text/told_date.h"
#include "text/utf8.h"

namespace annals {
namespace {

constexpr std::string_view zip_sign = "PK\x03\x04";
constexpr std::size_t longest_text = 1U << 30U;  // of all chapters: a small zip can hold any amount of zeros

// An archive in memory, as minizip reads one: by calls on a file that is none. Positions are bytes.
struct Memory {
  std::string_view bytes;
  std::size_t at = 0;
};
Memory& memory_of(voidpf opaque) { return *static_cast<Memory*>(opaque); }

voidpf open_memory(voidpf opaque, const void*, int) { return opaque; }
uLong read_memory(voidpf, voidpf stream, void* to, uLong size) {
  Memory& memory = memory_of(stream);
  const std::string_view part = memory.bytes.substr(std::min(memory.at, memory.bytes.size()), size);
  std::copy(part.begin(), part.end(), static_cast<char*>(to));
  memory.at += part.size();
  return static_cast<uLong>(part.size());
}
ZPOS64_T tell_memory(voidpf, voidpf stream) { return memory_of(stream).at; }
long seek_memory(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
  Memory& memory = memory_of(stream);
  const std::size_t from = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                           : origin == ZLIB_FILEFUNC_SEEK_CUR ? memory.at
                                                              : memory.bytes.size();
  memory.at = from + static_cast<std::size_t>(offset);
  return memory.at <= memory.bytes.size() ? 0 : -1;
}
int nothing_wrong(voidpf, voidpf) { return 0; }

class Archive {
 public:
  explicit Archive(const std::string& bytes) : memory_{bytes} {
    zlib_filefunc64_def calls{open_memory, read_memory,   nullptr,       tell_memory,
                              seek_memory, nothing_wrong, nothing_wrong, &memory_};
    archive_.reset(unzOpen2_64("", &calls));
    if (!archive_) throw BadArticle{"is no whole zip archive, as an EPUB is; fetch it once more"};
  }

  bool has(const std::string& name) const { return find(name) == UNZ_OK; }

  std::string read(const std::string& name) {
    if (find(name) != UNZ_OK || unzOpenCurrentFile(archive_.get()) != UNZ_OK) damaged(name);
    std::string bytes;
    for (std::string room(1U << 16U, '\0');;) {
      const int got = unzReadCurrentFile(archive_.get(), room.data(), static_cast<unsigned>(room.size()));
      if (got < 0) damaged(name);
      if (got == 0) break;
      bytes.append(room, 0, static_cast<std::size_t>(got));
      if ((read_ += static_cast<std::size_t>(got)) > longest_text)
        throw BadArticle{"holds more than " + std::to_string(longest_text >> 20U) + " MB of text"};
    }
    if (unzCloseCurrentFile(archive_.get()) != UNZ_OK) damaged(name);  // its checksum is another
    return bytes;
  }

 private:
  struct Close {
    void operator()(void* archive) const { unzClose(archive); }
  };
  int find(const std::string& name) const {
    constexpr int case_counts = 1;
    return unzLocateFile(archive_.get(), name.c_str(), case_counts);
  }
  [[noreturn]] static void damaged(const std::string& name) {
    throw BadArticle{"its part " + name + " cannot be read; is the file whole? `unzip -t` tells"};
  }

  Memory memory_;
  std::unique_ptr<void, Close> archive_;
  std::size_t read_ = 0;
};

// "one%20more.xhtml#start" -> "one more.xhtml"
std::string file_of(std::string_view href) {
  href = href.substr(0, href.find('#'));
  const auto digit = [](char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; };
  std::string name;
  for (std::size_t i = 0; i < href.size(); ++i) {
    const bool coded = href[i] == '%' && i + 2 < href.size() &&
                       std::isxdigit(static_cast<unsigned char>(href[i + 1])) &&
                       std::isxdigit(static_cast<unsigned char>(href[i + 2]));
    name += coded ? static_cast<char>(digit(href[i + 1]) * 16 + digit(href[i + 2])) : href[i];
    i += coded ? 2 : 0;
  }
  return name;
}

std::string beside(const std::string& package, const std::string& href) {
  return (std::filesystem::path(package).parent_path() / file_of(href)).lexically_normal().string();
}

Document parse_part(Archive& archive, const std::string& name) {
  Document document = parse_xml(archive.read(name));
  if (!document) throw BadArticle{"its part " + name + " is no well-formed XML"};
  return document;
}

std::string package_of(Archive& archive) {
  const std::string container = "META-INF/container.xml";
  if (!archive.has(container))
    throw BadArticle{"is a zip archive but no EPUB, for it has no " + container +
                     "; save a .docx or .odt as text, web page or PDF"};
  const Document document = parse_part(archive, container);
  const Node file = first(root_of(document), "rootfile");
  const std::string package = file == nullptr ? "" : attribute(file, "full-path");
  if (package.empty()) throw BadArticle{container + " names no package file (rootfile full-path)"};
  if (!archive.has(package))
    throw BadArticle{container + " names " + package + ", which is not in the archive"};
  return package;
}

std::set<std::string> encrypted_parts(Archive& archive) {
  std::set<std::string> parts;
  const std::string list = "META-INF/encryption.xml";
  if (!archive.has(list)) return parts;
  const Document document = parse_part(archive, list);
  each(root_of(document), [&](Node node) {
    if (name_of(node) == "CipherReference") parts.insert(file_of(attribute(node, "URI")));
  });
  return parts;
}

// EPUB 2 tells what a date is of by opf:event; EPUB 3 has one dc:date, and dcterms:modified beside it.
void read_date_of_book(Node root, Article& article) {
  std::vector<ToldDate> told;
  each(root, [&](Node node) {
    const bool dated = name_of(node) == "date", modified = attribute(node, "property") == "dcterms:modified";
    if (!dated && !modified) return;
    const std::string event = attribute(node, "event");
    const auto date = read_date(content(node));
    if (!date) return;
    const int rank = modified || event == "modification" ? 2 : event == "creation" ? 1 : 0;
    told.push_back({modified        ? "dcterms:modified"
                    : event.empty() ? "dc:date"
                                    : "dc:date (" + event + ")",
                    *date, rank});
  });
  choose_date(std::move(told), article);
}

struct Item {
  std::string href, properties;
};

std::vector<std::string> chapters_of(Node root, const std::string& package) {
  std::map<std::string, Item> items;
  std::vector<std::string> chapters;
  each(root, [&](Node node) {
    if (name_of(node) == "item")
      items[attribute(node, "id")] = {attribute(node, "href"), attribute(node, "properties")};
  });
  each(root, [&](Node node) {
    if (name_of(node) != "itemref" || attribute(node, "linear") == "no") return;
    const auto item = items.find(attribute(node, "idref"));
    if (item == items.end())
      throw BadArticle{package + " puts \"" + attribute(node, "idref") +
                       "\" into the reading order, and has no such item"};
    if (item->second.properties.find("nav") == std::string::npos)
      chapters.push_back(beside(package, item->second.href));
  });
  if (chapters.empty()) throw BadArticle{package + " has no chapters in its reading order (spine)"};
  return chapters;
}

}  // namespace

bool is_epub(std::string_view path, std::string_view bytes) {
  return path.ends_with(".epub") || path.ends_with(".EPUB") || bytes.starts_with(zip_sign);
}

Article read_epub(const std::string& bytes, std::string id) {
  Archive archive(bytes);
  const std::string package = package_of(archive);
  const Document document = parse_part(archive, package);
  const Node root = root_of(document);
  Article article;
  article.id = std::move(id);
  if (const Node title = first(root, "title")) article.title = trimmed(content(title));
  if (const Node language = first(root, "language"))
    article.language = language_of(trimmed(content(language)));
  read_date_of_book(root, article);
  const std::set<std::string> encrypted = encrypted_parts(archive);
  std::string text;
  for (const std::string& chapter : chapters_of(root, package)) {
    if (encrypted.count(chapter))
      throw BadArticle{"its chapter " + chapter +
                       " is encrypted; only books without copy protection can be read"};
    if (!archive.has(chapter))
      throw BadArticle{fmt::format("{} names the chapter {}, which is not in the archive; is the file whole?",
                                   package, chapter)};
    const std::string words = text_of_page(archive.read(chapter));
    if (!text.empty() && !words.empty()) text += '\n';
    text += words;
  }
  if (text.empty()) throw BadArticle{"has no text in its " + package + "; are its pages pictures?"};
  decode(std::move(text), article);
  return article;
}

}  // namespace annals
