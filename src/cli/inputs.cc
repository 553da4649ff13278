#include "cli/inputs.h"

#include <fmt/format.h>
#include <glob.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>

#include "cli/pdf.h"
#include "export/escape.h"
#include "export/read_back.h"
#include "export/row.h"
#include "text/epub.h"
#include "text/markup.h"

namespace annals {
namespace {

namespace fs = std::filesystem;

constexpr const char* kOurs = "is a timeline that annals wrote, not an article: annals import reads it";

bool is_pdf(const fs::path& path) { return path.extension() == ".pdf" || path.extension() == ".PDF"; }

// What a folder is searched for. TimeML and other XML are read where they are named: beside an article they
// are what a tagger made of it.
bool is_article(const fs::path& path) {
  constexpr std::array endings = {".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".pdf", ".epub"};
  return std::find(endings.begin(), endings.end(), path.extension().string()) != endings.end();
}

bool is_one_of(const std::vector<std::string>& outputs, const fs::path& path) {
  return std::any_of(outputs.begin(), outputs.end(), [&](const std::string& output) {
    std::error_code error;  // one that is not there yet is none
    return !output.empty() && fs::equivalent(output, path, error);
  });
}

bool has_glob(const std::string& path) { return path.find_first_of("*?[") != std::string::npos; }

std::vector<std::string> expand(const std::string& pattern) {
  glob_t found{};
  std::vector<std::string> out;
  if (glob(pattern.c_str(), 0, nullptr, &found) == 0)
    out.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  globfree(&found);
  return out;
}

bool is_utf16(std::string_view begin) { return begin == "\xFF\xFE" || begin == "\xFE\xFF"; }

// What is no text at all, or text in another encoding than UTF-8.
std::string not_utf8(std::string_view begin, std::size_t bad_bytes) {
  if (is_utf16(begin)) return "is UTF-16; `iconv -f UTF-16 -t UTF-8` makes text of it that can be read";
  return fmt::format(
      "is no text, or of another encoding than UTF-8 ({} bytes are not): save it as text, or say its "
      "encoding to `iconv -f ENCODING -t UTF-8`",
      bad_bytes);
}

// No text holds a zero byte; programs and pictures are full of them.
std::size_t count_zeros(std::string_view text) {
  if (text.find('\0') == std::string_view::npos) return 0;  // nearly always, and fast
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\0'));
}

// The first few, by which a reader knows what they are: an é of Latin-1 is 0xE9.
void tell_bad_bytes(const std::string& path, const Article& article) {
  constexpr std::size_t most = 5;
  const std::size_t told = std::min(article.bad_bytes.size(), most);
  for (std::size_t i = 0; i < told; ++i) {
    const BadByte& bad = article.bad_bytes[i];
    std::cerr << fmt::format("annals: {}: byte {} (0x{:02X}) is not UTF-8; read as U+FFFD\n", path,
                             bad.offset, bad.byte);
  }
  if (article.bad_byte_count > told) {
    std::cerr << fmt::format(
        "annals: {}: {} more such bytes; were it Latin-1, `iconv -f LATIN1 -t UTF-8` would help\n", path,
        article.bad_byte_count - told);
  }
}

}  // namespace

void settle_form(InputOptions& options) {
  if (!options.from.empty()) return;
  const auto has_lines = [](const std::string& path) { return fs::path(path).extension() == ".jsonl"; };
  const auto& paths = options.paths;
  const auto lines = std::find_if(paths.begin(), paths.end(), has_lines);
  options.from = lines == paths.end() ? "text" : "jsonl";
  if (lines != paths.end() && !std::all_of(paths.begin(), paths.end(), has_lines))
    throw InputError{"",
                     fmt::format("{}: JSON Lines among other files: give them apart, or say --from", *lines)};
}

void keep_apart(const std::string& read, const std::vector<std::string>& outputs) {
  if (is_one_of(outputs, read))
    throw InputError{"", fmt::format("{}: is read here, and would be written over: name another file", read)};
}

std::string to_json_line(const InputError& error) {
  std::string out = "{";
  if (!error.id.empty()) {
    out += "\"id\":";
    append_json_string(error.id, out);
    out += ',';
  }
  out += "\"error\":";
  append_json_string(error.what, out);
  return out + "}\n";
}

Article read_json_line(const std::string& line, std::size_t number) {
  thread_local simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (const auto error = parser.parse(line).get(root); error)
    throw InputError{"", fmt::format("not JSON: {}", simdjson::error_message(error))};
  simdjson::dom::object object;
  if (root.get(object)) throw InputError{"", "not a JSON object"};
  std::string_view id;
  std::int64_t numeric_id = 0;
  std::string shown;
  if (!object["id"].get(id))
    shown = std::string(id);
  else if (!object["id"].get(numeric_id))
    shown = std::to_string(numeric_id);
  std::string_view text;
  if (object["text"].get(text)) throw InputError{shown, is_written_by_annals(line) ? kOurs : "no \"text\""};
  Article article;
  article.id = shown.empty() ? std::to_string(number) : shown;
  article.text = std::string(text);
  std::string_view dct;
  if (!object["dct"].get(dct) && !dct.empty()) {
    article.date = parse_moment(dct);
    if (!article.date)
      throw InputError{shown, fmt::format("\"dct\" is no date: {} (YYYY-MM-DD is wanted)", dct)};
    article.date_from = "dct";
  }
  std::string_view value;
  if (!object["lang"].get(value)) article.language = std::string(value);
  if (!object["style"].get(value)) article.style = std::string(value);
  for (const std::string_view name : setting_names) {
    if (!object[name].get(value)) article.settings.insert_or_assign(std::string(name), std::string(value));
  }
  return article;
}

Moment read_date_flag(const std::string& said) {
  if (const auto moment = parse_moment(said)) return *moment;
  try {
    read_article("date " + said, "");  // whose first line says why a day cannot exist
  } catch (const BadArticle& bad) {
    throw InputError{"", fmt::format("--date: {}", bad.what)};
  }
  throw InputError{"", fmt::format("--date {}: is no day; write it as YYYY-MM-DD", said)};
}

Inputs::Inputs(InputOptions options) : options_(std::move(options)) {
  if (!options_.date.empty()) date_ = read_date_flag(options_.date);
}

void Inputs::complain(const std::string& path, const std::string& what) {
  ++failed_;
  std::cerr << fmt::format("annals: {}: {}\n", path, what);
}

std::vector<std::string> Inputs::files() {
  std::vector<std::string> out;
  for (const std::string& path : options_.paths) {
    std::error_code error;
    if (path == "-" || (!fs::is_directory(path, error) && fs::exists(path, error))) {
      out.push_back(path);
    } else if (fs::is_directory(path, error)) {
      std::vector<std::string> inside;
      for (fs::recursive_directory_iterator it(path, fs::directory_options::skip_permission_denied, error),
           end;
           !error && it != end; it.increment(error)) {
        const fs::path& found = it->path();
        if (it->is_regular_file(error) && is_article(found) && !is_one_of(options_.outputs, found))
          inside.push_back(found.string());
      }
      if (inside.empty()) complain(path, "no articles in this folder (*.txt, *.md, *.html, *.pdf, *.epub)");
      std::sort(inside.begin(), inside.end());
      out.insert(out.end(), inside.begin(), inside.end());
    } else if (has_glob(path)) {
      const auto found = expand(path);
      if (found.empty()) complain(path, "no file fits this pattern");
      out.insert(out.end(), found.begin(), found.end());
    } else {
      complain(path, "no such file");
    }
  }
  for (const std::string& path : out) keep_apart(path, options_.outputs);
  return out;
}

void Inputs::prepare(Article& article) const {
  if (date_) article.date = date_, article.date_from = "--date", article.date_chosen = false;
  if (!options_.style.empty()) article.style = options_.style;
  if (!options_.language.empty()) article.language = options_.language;
  std::erase_if(article.settings, [&](const auto& said) {
    const std::string wrong =
        options_.setting_problem ? options_.setting_problem(said.first, said.second) : std::string();
    if (!wrong.empty())
      std::cerr << fmt::format("annals: {}: `{}: {}` is passed over: {}\n",
                               article.path.empty() ? article.id : article.path, said.first, said.second,
                               wrong);
    return !wrong.empty();
  });
  for (const auto& [key, value] : options_.settings) article.settings.insert_or_assign(key, value);
}

void Inputs::read_text(const std::string& path, const std::function<void(Article)>& take) {
  try {
    std::string bytes = bytes_of(path);
    if (bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == std::string::npos)
      return complain(path, "is empty");
    if (is_written_by_annals(bytes)) return complain(path, kOurs);
    const std::string bytes_begin = bytes.substr(0, 2);
    const std::string id = path == "-" ? "stdin" : id_of_name(path);
    Article article = is_pdf(path)             ? read_article(text_of_pdf(path), id)
                      : is_epub(path, bytes)   ? read_epub(bytes, id)
                      : is_markup(path, bytes) ? read_markup(bytes, id)
                                               : read_article(std::move(bytes), id);
    article.path = path;
    prepare(article);
    const std::size_t odd_bytes = article.bad_byte_count + count_zeros(article.text);
    if (is_utf16(bytes_begin) || (odd_bytes > 20 && odd_bytes > article.text.size() / 8))
      return complain(path, not_utf8(bytes_begin, odd_bytes));
    tell_bad_bytes(path, article);
    ++read_;
    take(std::move(article));
  } catch (const InputError& error) {
    complain(path, error.what);
  } catch (const BadArticle& error) {
    complain(path, error.what);
  }
}

void Inputs::read_lines(const std::string& path, const std::function<void(Article)>& take,
                        const std::function<void(const InputError&)>& fail) {
  Lines lines(path);
  if (!lines.opened()) return complain(path, std::strerror(errno));
  std::string line;
  for (std::size_t number = 1; lines.next(line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    try {
      Article article = read_json_line(line, number);
      prepare(article);
      ++read_;
      take(std::move(article));
    } catch (const InputError& error) {
      complain(path, fmt::format("line {}: {}", number, error.what));
      fail(error);  // without the number: the lines of an archive may come in parts
    }
  }
  if (lines.error() != 0) complain(path, std::strerror(lines.error()));
}

bool Inputs::each(const std::function<void(Article)>& take,
                  const std::function<void(const InputError&)>& fail) {
  for (const std::string& path : files()) {
    if (options_.from == "jsonl") {
      read_lines(path, take, fail);
    } else {
      read_text(path, take);
    }
  }
  return read_ > 0;
}

}  // namespace annals
