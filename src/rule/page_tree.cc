#include "rule/page_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace annals {
namespace {

constexpr std::string_view kMagic = "annals pages 1\n";

// FNV-1a (Fowler, Noll, Vo) over eight bytes at a time: tells an edited page from the one that was prepared.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (std::size_t at = 0; at < text.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, std::min<std::size_t>(8, text.size() - at));
    hash = (hash ^ word) * 1099511628211ULL;
    hash ^= hash >> 32;
  }
  return hash;
}

// Written and read on the same machine or its like: the bytes of the integers as they lie.
class Writer {
 public:
  template <typename Integer>
  void number(Integer value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  std::string bytes;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}
  template <typename Integer>
  Integer number() {
    Integer value{};
    const std::string_view bytes = take(sizeof value);
    std::memcpy(&value, bytes.data(), bytes.size());
    return value;
  }
  std::string_view take(std::size_t size) {
    cut_ |= size > rest_.size();
    const std::string_view bytes = rest_.substr(0, size);
    rest_.remove_prefix(bytes.size());
    return bytes;
  }
  // How many items of at least so many bytes follow; none where there is no room for them.
  std::size_t count(std::size_t least_bytes) {
    const auto said = number<std::uint32_t>();
    cut_ |= said > rest_.size() / least_bytes;
    return cut_ ? 0 : said;
  }
  bool cut() const { return cut_; }

 private:
  std::string_view rest_;
  bool cut_ = false;
};

void write(const PageTree::Item& item, Writer& out) {
  out.number(static_cast<std::uint8_t>(static_cast<unsigned>(item.kind) | (item.quoted ? 128U : 0U)));
  out.number(static_cast<std::uint16_t>(item.column));
  out.number(static_cast<std::uint32_t>(item.line));
  out.number(item.first);
  out.number(item.kind == PageTree::Kind::scalar ? static_cast<std::uint32_t>(item.text.size()) : item.count);
  out.bytes += item.text;
}

PageTree::Item read_item(Reader& in) {
  PageTree::Item item;
  const auto kind = in.number<std::uint8_t>();
  item.kind = static_cast<PageTree::Kind>(kind & 127U);
  item.quoted = (kind & 128U) != 0;
  item.column = in.number<std::uint16_t>();
  item.line = static_cast<int>(in.number<std::uint32_t>());
  item.first = in.number<std::uint32_t>();
  const auto count = in.number<std::uint32_t>();
  if (item.kind == PageTree::Kind::scalar) {
    item.text = in.take(count);
  } else {
    item.count = count;
  }
  return item;
}

constexpr std::size_t kLeastBytesOfPage = 20, kLeastBytesOfItem = 15;

}  // namespace

const PageTree::Item& Node::item() const {
  static const PageTree::Item none;
  return tree_ && index_ < tree_->items.size() ? tree_->items[index_] : none;
}

Node Node::operator[](std::string_view name) const {
  for (std::size_t i = 0; is_map() && i < size(); ++i) {
    if (key(i).is_scalar() && key(i).text() == name) return value(i);
  }
  return {};
}

void PreparedPages::add(std::string_view text, PageTree tree) {
  pages_.push_back({text.size(), hash_of(text), std::make_shared<const PageTree>(std::move(tree))});
}

std::shared_ptr<const PageTree> PreparedPages::find(std::string_view text) const {
  if (pages_.empty()) return {};
  const std::uint64_t hash = hash_of(text);
  const auto found = std::find_if(pages_.begin(), pages_.end(), [&](const Page& page) {
    return page.size == text.size() && page.hash == hash;
  });
  return found == pages_.end() ? nullptr : found->tree;
}

void PreparedPages::write(const std::filesystem::path& path) const {
  Writer out;
  out.bytes = kMagic;
  out.number(static_cast<std::uint32_t>(pages_.size()));
  for (const Page& page : pages_) {
    out.number(page.size), out.number(page.hash);
    out.number(static_cast<std::uint32_t>(page.tree->items.size()));
    for (const PageTree::Item& item : page.tree->items) annals::write(item, out);
  }
  std::ofstream file(path, std::ios::binary);
  file.write(out.bytes.data(), static_cast<std::streamsize>(out.bytes.size()));
  if (!file.flush()) throw std::runtime_error(fmt::format("cannot write {}", path.string()));
}

PreparedPages PreparedPages::open(const std::filesystem::path& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  std::string bytes(error ? 0 : size, '\0');
  std::ifstream file(path, std::ios::binary);
  if (!file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) return {};
  if (!bytes.starts_with(kMagic)) return {};
  Reader in(std::string_view(bytes).substr(kMagic.size()));
  PreparedPages out;
  out.pages_.resize(in.count(kLeastBytesOfPage));
  for (Page& page : out.pages_) {
    page.size = in.number<std::uint64_t>(), page.hash = in.number<std::uint64_t>();
    auto tree = std::make_shared<PageTree>();
    tree->items.resize(in.count(kLeastBytesOfItem));
    for (PageTree::Item& item : tree->items) item = read_item(in);
    page.tree = std::move(tree);
  }
  return in.cut() ? PreparedPages() : out;
}

}  // namespace annals
