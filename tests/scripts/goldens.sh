#!/usr/bin/env bash
# Every sample comes out in every format as its golden says, byte for byte, and what a format could not hold, too.
#
#   tests/scripts/goldens.sh [--accept] [SAMPLE...]     all samples, or those named; --accept rewrites (tools/accept does)
#
# The goldens lie beside the article where they are shown to readers (timeline.csv, timeline.ics, expressions.tml), the
# others in tests/export/golden/SAMPLE/FORMAT. A golden is for reading: of the page it has what depends on the article,
# its data indented, script and style by name alone; of the database the schema and its rows, without the index of words.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.." # the goldens hold the path of the article as it was given
annals=$(readlink -f "${ANNALS_BUILD_DIR:-build}")/annals
python=$(command -v /usr/bin/python3 || command -v python3)
command -v sqlite3 >/dev/null || { echo "no sqlite3 here" && exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

page() {
  "$python" - "$1" <<'PYTHON'
import json, re, sys
page = open(sys.argv[1], newline="", encoding="utf-8").read()
page = re.sub("'sha256-[^']*'", "'sha256'", page)
page = re.sub("(?s)<style>.*?</style>", "<style>page.css</style>", page)
head, data, tail = re.fullmatch('(?s)(.*<script type="application/json" id="timeline">)(.*?)(</script>\n<script>).*', page).groups()
print(head + json.dumps(json.loads(data), indent=1, ensure_ascii=False) + tail + "main.js</script>")
PYTHON
}

database() {
  local table
  sqlite3 "$1" "select sql || ';' from sqlite_schema where sql <> '' and name not like 'words\_%' escape '\'"
  for table in article event link conflict undated; do
    printf '\n-- %s\n' $table
    sqlite3 -line "$1" "select * from $table"
  done
}

# Where the golden of a format lies: place SAMPLE FORMAT
place() {
  case $2 in
    csv | ics) echo "samples/$1/timeline.$2" ;;
    expressions) echo "samples/$1/expressions.tml" ;;
    *) echo "tests/export/golden/$1/$2" ;;
  esac
}

# What annals says of a sample now, each golden at its place under $work.
write_sample() {
  local sample=$1 article=samples/$1/article.txt format to
  mkdir -p "$work/samples/$sample" "$work/tests/export/golden/$sample"
  for format in $formats; do
    to=$work/$(place "$sample" "$format")
    "$annals" "$article" --to "$format" -o "$to" --report "$work/report" 2>/dev/null
    case $format in
      html) page "$to" >"$work/text" && mv "$work/text" "$to" ;;
      sqlite) database "$to" >"$work/text" && mv "$work/text" "$to" ;;
    esac
    cat "$work/report"
  done | awk '!seen[$0]++' >"$work/$(place "$sample" losses)" # the article's date is told once
  "$annals" tag "$article" -o "$work/$(place "$sample" expressions)" 2>/dev/null
}

[[ ${1:-} == --accept ]] && accept=1 && shift || accept=
formats=$("$annals" --help | sed -n '/^Formats:/,/^[A-Z]/s/^  \([a-z][a-z-]*\) .*/\1/p')
(($#)) || set -- samples/*/
status=0
for sample in "$@"; do
  sample=$(basename "$sample")
  [[ -e samples/$sample/article.txt ]] || { echo "goldens: there is no samples/$sample/article.txt" >&2 && exit 2; }
  write_sample "$sample"
  if [[ $accept ]]; then
    rm -rf "tests/export/golden/$sample"
    cp -r "$work"/{samples,tests} .
    continue
  fi
  for format in $formats expressions losses; do
    golden=$(place "$sample" "$format")
    cmp -s "$golden" "$work/$golden" && continue
    diff -Nu --label "$golden" --label "as it comes out now" "$golden" "$work/$golden" | head -n 12 || true
    status=1
  done
done
((status == 0)) || echo "tools/accept rewrites the goldens: read their diff"
exit $status
