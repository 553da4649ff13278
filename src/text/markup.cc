#include "text/markup.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>
#include <vector>

#include "text/ascii.h"
#include "text/markup_tree.h"
#include "text/told_date.h"
#include "text/utf8.h"

namespace annals {
namespace {

// Runs of blanks become one; blocks become paragraphs.
class Words {
 public:
  void text(std::string_view words) {
    for (const char c : words) {
      const bool blank = std::string_view(" \t\r\n\f").find(c) != std::string_view::npos;
      if (!blank && waiting_ && !at_start()) out_ += ' ';
      if (!blank) out_ += c;
      waiting_ = blank;
    }
  }
  void line() {
    if (!out_.empty() && out_.back() != '\n') out_ += '\n';
    waiting_ = false;
  }
  void block() {
    line();
    if (!out_.empty() && !std::string_view(out_).ends_with("\n\n")) out_ += '\n';
  }
  std::string take() {
    while (!out_.empty() && out_.back() == '\n') out_.pop_back();
    return out_.empty() ? "" : std::move(out_) + '\n';
  }

 private:
  bool at_start() const { return out_.empty() || out_.back() == '\n'; }
  std::string out_;
  bool waiting_ = false;
};

const std::set<std::string_view> no_text = {"script", "style",  "noscript", "nav",      "aside",
                                            "footer", "form",   "button",   "svg",      "template",
                                            "iframe", "select", "head",     "teiHeader"};
const std::set<std::string_view> blocks = {
    "p",          "div",        "h1",     "h2",    "h3",   "h4",   "h5", "h6", "li",      "tr",
    "blockquote", "pre",        "ul",     "ol",    "dt",   "dd",   "dl", "hr", "section", "article",
    "header",     "figcaption", "figure", "table", "main", "head", "l",  "lg", "q",       "ab"};

void append(Node node, Words& words) {
  for (Node child = node->children; child != nullptr; child = child->next) {
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
      words.text(reinterpret_cast<const char*>(child->content));
    }
    const std::string_view name = name_of(child);
    if (name.empty() || no_text.count(name) || has_attribute(child, "hidden") ||
        attribute(child, "aria-hidden") == "true")
      continue;
    if (name == "br" || name == "lb") words.line();
    if (blocks.count(name)) words.block();
    append(child, words);
    if (blocks.count(name)) words.block();
  }
}

std::string text_of(Node node) {
  Words words;
  append(node, words);
  return words.take();
}

// Published before modified, what is said for machines before what is said for eyes.
constexpr std::pair<std::string_view, int> claims[] = {{"article:published_time", 0},
                                                       {"og:article:published_time", 0},
                                                       {"datepublished", 0},
                                                       {"citation_publication_date", 1},
                                                       {"dc.date.issued", 1},
                                                       {"dcterms.issued", 1},
                                                       {"article.published", 1},
                                                       {"parsely-pub-date", 1},
                                                       {"citation_date", 2},
                                                       {"dc.date", 2},
                                                       {"dcterms.date", 2},
                                                       {"date", 2},
                                                       {"pubdate", 2},
                                                       {"publish-date", 2},
                                                       {"sailthru.date", 2},
                                                       {"datecreated", 3},
                                                       {"dc.date.created", 3},
                                                       {"dcterms.created", 3},
                                                       {"article:modified_time", 5},
                                                       {"datemodified", 5},
                                                       {"og:updated_time", 5},
                                                       {"dc.date.modified", 6},
                                                       {"last-modified", 6},
                                                       {"dcterms.modified", 6},
                                                       {"revised", 6}};

void add(std::vector<ToldDate>& told, const std::string& by, int rank, const std::string& text) {
  if (const auto date = read_date(text)) told.push_back({by, *date, rank});
}

void add_claim(std::vector<ToldDate>& told, const std::string& by, const std::string& text) {
  for (const auto& [name, rank] : claims) {
    if (lower(by) == name) add(told, by, rank, text);
  }
}

// "datePublished" and its like in a page's JSON-LD, wherever they stand there.
void add_linked_data(std::vector<ToldDate>& told, const std::string& json) {
  for (const char* key : {"datePublished", "dateCreated", "dateModified"}) {
    const std::size_t at = json.find('"' + std::string(key) + '"');
    if (at == std::string::npos) continue;
    const std::size_t open = json.find('"', json.find(':', at)), close = json.find('"', open + 1);
    if (close != std::string::npos) add_claim(told, key, json.substr(open + 1, close - open - 1));
  }
}

std::vector<ToldDate> dates_of(Node root) {
  std::vector<ToldDate> told;
  each(root, [&](Node node) {
    const std::string_view name = name_of(node);
    const std::string value = name == "time" ? attribute(node, "datetime") : attribute(node, "content");
    add_claim(told, attribute(node, "itemprop"), value);  // of any element
    for (const char* key : {"property", "name", "http-equiv"}) {
      if (name == "meta" || name == "time") add_claim(told, attribute(node, key), value);
    }
    if (name == "time" && attribute(node, "itemprop").empty()) {
      add(told, "<time>", has_attribute(node, "pubdate") ? 1 : 4, value);
    }
    if (name == "script" && attribute(node, "type") == "application/ld+json")
      add_linked_data(told, content(node));
  });
  return told;
}

// The longest <article>, else <main>, else the body.
Node main_part(Node root) {
  Node best = nullptr;
  std::size_t longest = 0;
  each(root, [&](Node node) {
    if (name_of(node) != "article") return;
    const std::size_t size = text_of(node).size();
    if (size > longest) best = node, longest = size;
  });
  for (const char* name : {"main", "body"}) {
    if (best == nullptr) best = first(root, name);
  }
  return best == nullptr ? root : best;
}

Document parse_html(std::string_view bytes) {
  Article probe;
  decode(std::string(bytes), probe);  // where it is UTF-8, whatever the page says or leaves unsaid
  const char* encoding = probe.bad_byte_count == 0 ? "UTF-8" : nullptr;
  return Document(
      htmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, encoding,
                     HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET));
}

void read_html(Node root, Article& article) {
  each(root, [&](Node node) {
    if (name_of(node) == "meta" && attribute(node, "name") == "generator" &&
        attribute(node, "content") == "annals")
      throw BadArticle{"is a page that annals wrote, not an article"};
    if (name_of(node) == "meta" && attribute(node, "property") == "og:title")
      article.title = attribute(node, "content");
  });
  const Node title = first(root, "title");
  if (article.title.empty() && title != nullptr) article.title = content(title);
  const std::string language = attribute(root, "lang");
  if (!language.empty()) article.language = language_of(language);
  choose_date(dates_of(root), article);
  article.text = text_of(main_part(root));
}

// Its TEXT stands as it is, a date line included, so that offsets are those of TEXT.
void read_timeml(Node root, Article& article) {
  const Node text = first(root, "TEXT"), creation = first(root, "DCT"), name = first(root, "DOCID");
  if (name != nullptr && !content(name).empty()) article.id = content(name);
  if (text != nullptr) article = read_article(content(text), article.id);
  const Node timex = creation == nullptr ? nullptr : first(creation, "TIMEX3");
  const auto date = timex == nullptr ? std::nullopt : read_date(attribute(timex, "value"));
  if (date) article.date = date, article.date_from = "DCT";
}

// The source's own date before the edition's.
void read_tei(Node root, Article& article) {
  const Node title = first(root, "title"), text = first(root, "text");
  if (title != nullptr) article.title = content(title);
  for (const char* part : {"creation", "sourceDesc", "publicationStmt"}) {
    const Node holder = article.date ? nullptr : first(root, part);
    const Node date = holder == nullptr ? nullptr : first(holder, "date");
    if (date != nullptr) article.date = read_date(attribute(date, "when"));
    if (date != nullptr && article.date) article.date_from = part, article.date_chosen = true;
  }
  if (text != nullptr) article.text = text_of(text);
}

std::string_view first_sign(std::string_view bytes) {
  return bytes.substr(std::min(bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF"), bytes.size()), 64);
}

bool calls_itself_xml(std::string_view bytes) { return first_sign(bytes).starts_with("<?xml"); }
bool calls_itself_html(std::string_view bytes) {
  const std::string begin = lower(first_sign(bytes));
  return begin.starts_with("<!doctype html") || begin.starts_with("<html");
}

}  // namespace

std::string language_of(std::string_view tag) { return lower(tag.substr(0, tag.find_first_of("-_"))); }

std::string text_of_page(std::string_view bytes) {
  const Document document = parse_html(bytes);
  const Node root = root_of(document);
  return root == nullptr ? "" : text_of(main_part(root));
}

bool is_markup(std::string_view path, std::string_view bytes) {
  const std::string name = lower(path);
  for (const char* ending : {".html", ".htm", ".xhtml", ".xml", ".tml", ".tei"}) {
    if (name.ends_with(ending)) return true;
  }
  return path == "-" && (calls_itself_html(bytes) || calls_itself_xml(bytes));
}

Article read_markup(std::string_view bytes, std::string id) {
  Article article;
  article.id = std::move(id);
  Document document = parse_xml(bytes);
  Node root = root_of(document);
  if (root != nullptr && name_of(root) == "TimeML") {
    read_timeml(root, article);
  } else if (root != nullptr && name_of(root) == "TEI") {
    read_tei(root, article);
  } else if (root != nullptr && name_of(root) != "html") {
    throw BadArticle{"its root is <" + std::string(name_of(root)) + ">: html, TEI and TimeML can be read"};
  } else {
    if (root == nullptr && calls_itself_xml(bytes)) throw BadArticle{"is no well-formed XML"};
    document = parse_html(bytes);
    root = root_of(document);
    if (root != nullptr) read_html(root, article);
  }
  if (trimmed(article.text).empty()) throw BadArticle{"has no text"};
  decode(std::exchange(article.text, ""), article);
  return article;
}

}  // namespace annals
