// Flags in, the pipeline, an exporter out. Each verb has a file of its own in cli/.
#include <fmt/format.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <iostream>

#include "cli/engine.h"
#include "cli/output.h"
#include "cli/score.h"

namespace {

int run(int argc, char** argv) {
  CLI::App app("annals: from articles to an ordered timeline", "annals");
  app.set_version_flag("--version", "annals 0.1.0");
  app.require_subcommand(0, 1);
  app.failure_message([](const CLI::App*, const CLI::Error& error) {
    return fmt::format("annals: {}\nRun with --help for more information.\n", error.what());
  });
  int exit_code = 0;
  annals::add_timeline(app, exit_code);
  annals::add_tag_verb(app, exit_code);
  annals::add_explain_verb(app, exit_code);
  annals::add_check_verb(app, exit_code);
  annals::add_import_verb(app, exit_code);
  annals::add_score_verb(app, exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  } catch (const annals::Failure& failure) {
    std::cerr << "annals: " << failure.what << '\n';
    return failure.exit_code;
  } catch (const annals::InputError& error) {
    std::cerr << "annals: " << error.id << (error.id.empty() ? "" : ": ") << error.what << '\n';
    return 2;
  } catch (const annals::OutputError& error) {
    std::cerr << "annals: " << error.what << '\n';
    return 2;
  } catch (const std::exception& error) {
    std::cerr << "annals: " << error.what() << '\n';
    return 2;
  }
  return exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error of writing, told like any other
  const int exit_code = run(argc, argv);
  std::cout.flush();
  if (exit_code == 2 || (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)) return exit_code;
  std::cerr << "annals: cannot write standard output: " << std::strerror(errno) << '\n';
  return 2;
}
