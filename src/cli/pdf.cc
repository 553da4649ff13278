#include "cli/pdf.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "cli/inputs.h"

extern char** environ;

namespace annals {
namespace {

// Runs a program without a shell, so that no file name can be a command, and gives what it printed.
int run(const std::array<const char*, 8>& command, std::string& printed) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) return -1;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addclose(&actions, ends[0]);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", 1, 0);
  pid_t child = 0;
  const int failed =
      posix_spawnp(&child, command[0], &actions, nullptr, const_cast<char* const*>(command.data()), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  std::array<char, 65536> room{};
  for (ssize_t got = 0; failed == 0 && (got = read(ends[0], room.data(), room.size())) > 0;) {
    printed.append(room.data(), static_cast<std::size_t>(got));
  }
  close(ends[0]);
  if (failed != 0) return -1;
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

std::string text_of_pdf(const std::string& path) {
  std::string text;
  const std::string file = path.front() == '-' ? "./" + path : path;
  const int status = run({"pdftotext", "-q", "-enc", "UTF-8", "-nopgbrk", file.c_str(), "-", nullptr}, text);
  if (status == 127 || status == -1)
    throw InputError{path, "pdftotext is not installed. On Debian or Ubuntu: apt-get install poppler-utils"};
  if (status != 0) throw InputError{path, "pdftotext cannot read this PDF"};
  if (text.find_first_not_of(" \t\r\n") == std::string::npos)
    throw InputError{path, "this PDF holds no text; is it a scan?"};
  return text;
}

}  // namespace annals
