#!/usr/bin/env bash
# The page of --to html in a real Chromium: drawn, zoomed, filtered, walked along with keys, saved from, on a phone and
# on paper; with hostile articles and 5,000 events; no complaint on the console, no request, nothing serious for axe.
# Every sample is opened. Pictures of what was seen stand in build/page afterwards.
set -euo pipefail
root=$(readlink -f "$(dirname "$0")/../..")
build=$(readlink -f "${ANNALS_BUILD_DIR:-$root/build}")
annals=$build/annals
python=$(command -v /usr/bin/python3 || command -v python3)
for program in chromium chromedriver; do
  command -v $program >/dev/null || { echo "no $program here" && exit 77; }
done
"$python" -c 'import selenium, icalendar' 2>/dev/null || { echo "no python3-selenium or python3-icalendar here" && exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/articles" "$work/pages"
cd "$root"

"$python" tests/page/articles.py "$work/articles"
for article in "$work"/articles/*.txt samples/*/article.txt; do
  name=$(basename "$article" .txt)
  [[ $name == article ]] && name=$(basename "$(dirname "$article")")
  for format in html json csv; do "$annals" "$article" --to $format -o "$work/pages/$name.$format" 2>/dev/null; done
done
"$annals" samples/{biography,flood,science,chronicle}/article.txt --to html -o "$work/pages/several.html" 2>/dev/null
cmp <("$annals" samples/flood/article.txt --to html) <("$annals" samples/flood/article.txt --to html)
"$python" tests/page/check.py "$work/pages" "$build/page" "$root/tests/page/node_modules/axe-core/axe.min.js"
