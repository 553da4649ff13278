#!/usr/bin/env bash
# Another project can use what `cmake --install` leaves behind: tests/consumer is one, and prints a timeline. The
# installed program finds its rules under the prefix.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
build=${ANNALS_BUILD_DIR:-build}
if grep -qs ANNALS_SANITIZE:BOOL=ON "$build/CMakeCache.txt"; then
  echo "a sanitized library is not for other projects"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cmake --install "$build" --prefix "$work/prefix" >/dev/null
cmake -G Ninja -S tests/consumer -B "$work/build" -DCMAKE_PREFIX_PATH="$work/prefix" >/dev/null
cmake --build "$work/build"
cp samples/truth-social/article.txt "$work/article.txt"
cd "$work" # nothing of the clone may be needed any more
"$work/build/consumer" article.txt | tee "$work/consumer.txt"
"$work/prefix/bin/annals" article.txt --to csv >"$work/annals.csv"
grep -q '2022-11' "$work/consumer.txt"
grep -q '2022-11' "$work/annals.csv"
