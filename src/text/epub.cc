#include "text/epub.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <vector>

#include "text/markup.h"
#include "text/markup_tree.h"
#include "text/told_date.h"
#include "text/utf8.h"

namespace annals {
namespace {

constexpr std::string_view zip_sign = "PK\x03\x04";
constexpr std::size_t longest_text = 1U << 30U;  // of all chapters: a small zip can hold any amount of zeros

struct Close {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

class Archive {
 public:
  explicit Archive(const std::string& bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    const std::string what = archive_ ? "" : zip_error_strerror(&error);
    if (!archive_) zip_source_free(source);
    zip_error_fini(&error);
    if (!archive_)
      throw BadArticle{"is no whole zip archive, as an EPUB is (" + what + "); fetch it once more"};
  }

  bool has(const std::string& name) const { return zip_name_locate(archive_.get(), name.c_str(), 0) >= 0; }

  std::string read(const std::string& name) {
    const std::unique_ptr<zip_file_t, Close> file(zip_fopen(archive_.get(), name.c_str(), 0));
    if (!file) damaged(name, zip_strerror(archive_.get()));
    std::string bytes;
    for (std::string room(1U << 16U, '\0');;) {
      const zip_int64_t got = zip_fread(file.get(), room.data(), room.size());
      if (got < 0) damaged(name, zip_error_strerror(zip_file_get_error(file.get())));
      if (got == 0) return bytes;
      bytes.append(room, 0, static_cast<std::size_t>(got));
      if ((read_ += static_cast<std::size_t>(got)) > longest_text)
        throw BadArticle{"holds more than " + std::to_string(longest_text >> 20U) + " MB of text"};
    }
  }

 private:
  [[noreturn]] static void damaged(const std::string& name, const char* what) {
    throw BadArticle{"its part " + name + " cannot be read (" + what +
                     "); is the file whole? `unzip -t` tells"};
  }

  std::unique_ptr<zip_t, Close> archive_;
  std::size_t read_ = 0;
};

// "one%20more.xhtml#start" -> "one more.xhtml"
std::string file_of(std::string_view href) {
  href = href.substr(0, href.find('#'));
  const auto digit = [](char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; };
  std::string name;
  for (std::size_t i = 0; i < href.size(); ++i) {
    const bool coded = href[i] == '%' && i + 2 < href.size() + 0 &&
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

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
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
