#!/usr/bin/env bash
# What each sample becomes in each format is taken by a reader that others wrote: xmllint with a schema, sqlite3, jq,
# Python's csv, readers of GEDCOM 7, JSON-LD, EDTF and Markdown from npm, TimelineJS in Chromium. (iCalendar: libical in
# tests/export, Python's icalendar in formats.sh; the page: page.sh.) Losses are the same on stderr and in --report.
set -euo pipefail
root=$(readlink -f "$(dirname "$0")/../..")
annals=$(readlink -f "${ANNALS_BUILD_DIR:-$root/build}")/annals
python=$(command -v /usr/bin/python3 || command -v python3)
command -v sqlite3 >/dev/null || { echo "no sqlite3 here" && exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root"
schemas=tests/export/schema

for article in samples/*/article.txt; do
  name=$(basename "$(dirname "$article")")
  for format in csv tsv tei timeml jsonld edtf gedcom google outlook aeon timelinejs timelinejs-csv timesketch simile json sqlite md; do
    "$annals" "$article" --to $format -o "$work/$name.$format" --report "$work/$name.$format.lost" 2>"$work/said"
    diff <(grep "^annals: $format: " "$work/said") <(grep -Ev ': (article date .*|no article date)$' "$work/$name.$format.lost") || { echo "$name: $format reports other losses" && exit 1; }
    cmp "$work/$name.$format" <("$annals" "$article" --to $format 2>/dev/null)
  done
  "$annals" import "$work/$name.csv" --to csv -o "$work/$name.again" 2>/dev/null
  xmllint --noout --relaxng $schemas/tei.rng "$work/$name.tei" 2>"$work/said" || { cat "$work/said" && exit 1; }
  xmllint --noout --relaxng $schemas/timeml.rng "$work/$name.timeml" 2>"$work/said" || { cat "$work/said" && exit 1; }
  events=$(jq '.[0].events | length' "$work/$name.json")
  [[ $(sqlite3 "$work/$name.sqlite" 'pragma integrity_check; select count(*) from event; select count(*) from words') == $'ok\n'"$events"$'\n'"$events" ]]
  jq -e --argjson n "$events" '."@graph" | length == $n and all(."@type" == "Event" and .name != "" and ."time:hasTime"."@type" == "time:ProperInterval")' "$work/$name.jsonld" >/dev/null
  jq -e '.events | all(.start_date.year != 0 and .text.headline != "" and .display_date != "")' "$work/$name.timelinejs" >/dev/null
  jq -e '.events | all(.start and .title)' "$work/$name.simile" >/dev/null
  jq -es 'all(.message and .datetime and .timestamp_desc)' "$work/$name.timesketch" >/dev/null
  [[ $(wc -l <"$work/$name.edtf") == "$events" ]]
  "$python" - "$work/$name" <<'PYTHON'
import csv, datetime, json, re, sys
name = sys.argv[1]
def rows(ending, **dialect):
    read = list(csv.reader(open(f"{name}.{ending}", newline="", encoding="utf-8"), strict=True, **dialect))
    assert len({len(row) for row in read}) == 1, f"{ending}: rows of different lengths"
    return [dict(zip(read[0], row)) for row in read[1:]]
def lost(ending): return [line for line in open(f"{name}.{ending}.lost") if ": ev-" in line]
whole = rows("csv")
assert rows("tsv", delimiter="\t", quoting=csv.QUOTE_NONE) == whole, "TSV differs from CSV"
def words(ending): return [{key: row[key] for key in row if key not in ("start", "end", "anchor")} for row in rows(ending)]
assert words("again") == words("csv"), "import gives another timeline back"
for ending, day, end in (("google", "Start Date", 0), ("outlook", "Start Date", 1)):
    for row in rows(ending):
        first, last = (datetime.datetime.strptime(row[key], "%m/%d/%Y") for key in ("Start Date", "End Date"))
        assert (last - first).days >= end, row
    assert len(rows(ending)) + len(set(line.split(": ")[2] for line in lost(ending) if "without the clock time" not in line)) == len(whole), ending
for row in rows("aeon"): assert row["Title"] and re.fullmatch(r"\d{4,}(-\d\d(-\d\d)?)?( BC)?", row["Start Date"]), row
for row in rows("timelinejs-csv"): assert int(row["Year"]) != 0 and row["Display Date"] and row["Headline"], row
for line in open(f"{name}.timesketch"): datetime.datetime.fromisoformat(json.loads(line)["datetime"])
# GEDCOM 7's date grammar, and its levels: a line goes at most one deeper than the one above it.
month = "(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
date = rf"(?:(?:\d+ )?{month} )?\d+(?: BCE)?"
grammar = re.compile(rf"{date}|ABT {date}|(?:BEF|AFT) {date}|BET {date} AND {date}|FROM {date}(?: TO {date})?|TO {date}")
level = 0
for line in open(f"{name}.gedcom", encoding="utf-8"):
    found = re.fullmatch(r"(\d) (?:@[A-Z]\d+@ )?([A-Z]+)(?: (.+))?\n", line)
    assert found and int(found[1]) <= level + 1, line
    level = int(found[1])
    assert found[2] != "DATE" or grammar.fullmatch(found[3]), line
PYTHON
done

# Years BC and the deep past keep each format's own count of years. 15 March was told by the Julian calendar.
printf 'date 2020-06-01\n\nCaesar was murdered on 15 March 44 BC. An asteroid struck 66 million years ago. Augustus ruled from 27 BC to AD 14.\n' >"$work/old.txt"
has() { "$annals" "$work/old.txt" --to "$1" 2>/dev/null | grep -q -- "$2" || { echo "$1 lacks $2" && exit 1; }; }
has edtf '^-0043-03-13'
has tei 'when="-0044-03-13"'
has tei 'from="-0027" to="0014"'
has timeml 'value="BC0044-03-15"'
has timelinejs-csv '^-44,3,13,'
has gedcom '^2 DATE 13 MAR 44 BCE$'
has gedcom '^2 DATE FROM 27 BCE TO 14$'
has aeon ',0044-03-13 BC,'
has simile '"start": "-0043-03-13"'
has jsonld '"startDate": "-0043-03-13"'
"$annals" "$work/old.txt" -o "$work/old.sqlite" 2>/dev/null
[[ $(sqlite3 "$work/old.sqlite" "select first_day from event order by position" | sort -n | tail -n 1) -lt 0 ]]
[[ $(sqlite3 "$work/old.sqlite" "select e.headline from words w join event e on e.position = w.rowid where words match 'murdered'") == 'Caesar was murdered' ]]
"$annals" "$work/old.txt" --to tei 2>/dev/null | xmllint --noout --relaxng $schemas/tei.rng - 2>"$work/said" || { cat "$work/said" && exit 1; }

# A calendar in parts, each of which another reader takes, and together the whole.
cd "$work"
"$annals" "$root/samples/flood/article.txt" -o whole.ics 2>/dev/null
"$annals" "$root/samples/flood/article.txt" -o part.ics --split 5 2>/dev/null
"$python" - whole.ics part*.ics <<'PYTHON'
import icalendar, sys
def entries(path): return [str(one["uid"]) for one in icalendar.Calendar.from_ical(open(path, "rb").read()).walk("VEVENT")]
whole, *parts = map(entries, sys.argv[1:])
assert sorted(sum(parts, [])) == sorted(whole) and max(map(len, parts)) == 5 and len(parts) == -(-len(whole) // 5), parts
PYTHON
cd "$root"

# The goldens of the writers: what no sample tells (the deep past, blurred spans, hostile signs) is read by the same.
for folder in invented ages; do
  for format in tei timeml gedcom jsonld edtf md timelinejs; do
    sed '/^--- lost ---$/,$d' "tests/export/golden/$folder/$format" | sed '$d' >"$work/$folder.$format"
  done
  for format in tei timeml; do
    xmllint --noout --relaxng $schemas/$format.rng "$work/$folder.$format" 2>"$work/said" || { cat "$work/said" && exit 1; }
  done
done

modules=tests/page/node_modules
if command -v node >/dev/null && [[ -e $modules/jsonld && -e $modules/edtf && -e $modules/commonmark && -e $modules/@fetsorn ]]; then
  node tests/page/others.mjs "$work"/*.{gedcom,jsonld,edtf,md}
  # They see what is wrong.
  sed '0,/^2 DATE .*/s//2 DATE ABOUT 1800/' "$work/flood.gedcom" >"$work/bad.gedcom"
  sed '0,/"@vocab"/s//"@vocabulary"/' "$work/flood.jsonld" >"$work/bad.jsonld"
  sed '1s/.*/2014-02-XY\tIt rained/' "$work/flood.edtf" >"$work/bad.edtf"
  sed '1s/$/ <b>/' "$work/flood.md" >"$work/bad.md"
  for bad in gedcom jsonld edtf md; do
    node tests/page/others.mjs "$work/bad.$bad" >/dev/null && echo "bad.$bad passes" && exit 1
  done
else
  echo "not shown to readers from npm: no node, or no packages (tools/setup test fetches them)"
fi
if command -v chromium chromedriver >/dev/null && "$python" -c 'import selenium' 2>/dev/null && [[ -e $modules/@knight-lab/timelinejs ]]; then
  rm -f "$work"/bad.*
  "$python" tests/page/timelinejs.py $modules/@knight-lab/timelinejs "$work"/*.timelinejs
else
  echo "not shown to TimelineJS: no browser, or no package (tools/setup test fetches it)"
fi
