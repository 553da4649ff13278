#!/usr/bin/env bash
# The README tells the truth: its timeline is what the program prints, and its five-line rule works.
set -euo pipefail
root=$(readlink -f "${BASH_SOURCE[0]%/*}/../..")
annals=${ANNALS_BUILD_DIR:-$root/build}/annals
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root"

# The indented block behind the first command.
awk '/^    \$ /{on=1; next} on && !/^    / && !/^$/{exit} on' README.md | sed 's/^    //' | sed -e :a -e '/^\n*$/{$d;N;ba' -e '}' >"$work/told"
"$annals" samples/truth-social/article.txt --to table >"$work/printed"
diff "$work/told" "$work/printed"

mkdir "$work/my-rules"
awk '/^    press-night:/{on=1} on && /^$/{exit} on' README.md | sed 's/^    //' >"$work/my-rules/press.yaml"
"$annals" check "$work/my-rules" >/dev/null
"$annals" explain "It was set on press night." --date 1911-05-06 --rules "$work/my-rules" | grep -q 1911-05-04
