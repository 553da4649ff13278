#include "cli/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace annals {
namespace {

// Through a buffer that stays in the cache, so that the memory of a long text is written once.
std::string slurp(std::FILE* file, std::size_t expected) {
  std::string bytes;
  bytes.reserve(expected);
  std::vector<char> buffer(std::clamp<std::size_t>(expected + 1, 1U << 16U, 1U << 18U));
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), file))
    bytes.append(buffer.data(), got);
  return bytes;
}

}  // namespace

std::string bytes_of(const std::string& path) {
  if (path == "-") return slurp(stdin, 0);
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (!file) throw InputError{path, std::strerror(errno)};
  std::string bytes = slurp(file, error ? 0 : static_cast<std::size_t>(size));
  const bool bad = std::ferror(file) != 0;
  const int reason = errno;
  std::fclose(file);
  if (bad) throw InputError{path, std::strerror(reason)};
  return bytes;
}

Lines::Lines(const std::string& path)
    : file_(path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}

Lines::~Lines() {
  if (file_ > STDIN_FILENO) close(file_);
}

bool Lines::next(std::string& line) {
  line.clear();
  do {
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    line += rest_.substr(0, end);
    if (end < rest_.size()) return rest_.remove_prefix(end + 1), true;
  } while (fill());
  return !line.empty();
}

bool Lines::fill() {
  ssize_t got = 0;
  do got = read(file_, block_.data(), block_.size());
  while (got < 0 && errno == EINTR);
  error_ = got < 0 ? errno : 0;
  rest_ = std::string_view(block_.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
  return got > 0;
}

}  // namespace annals
