#!/usr/bin/env bash
# What the samples become can be read by somebody else's readers: CSV by Python's, iCalendar by icalendar's, TimeML by
# an XML parser, JSON by jq.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
annals=${ANNALS_BUILD_DIR:-build}/annals
python=$(command -v /usr/bin/python3 || command -v python3)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for article in samples/*/article.txt; do
  for format in csv ics json jsonl timeml; do "$annals" "$article" --to $format -o "$work/out.$format"; done
  "$annals" tag "$article" -o "$work/tag.timeml"
  xmllint --noout "$work/out.timeml" "$work/tag.timeml"
  jq -e '.[0].events | length > 0' "$work/out.json" >/dev/null || { echo "$article: no events" && exit 1; }
  jq -e '.events | length > 0' "$work/out.jsonl" >/dev/null
  "$python" - "$work" "$article" <<'PYTHON'
import csv, icalendar, json, re, sys
work, article = sys.argv[1:]
text = open(article, newline="", encoding="utf-8").read()
events = json.loads(open(f"{work}/out.jsonl").read())["events"]
rows = list(csv.DictReader(open(f"{work}/out.csv", newline="")))
assert [row["id"] for row in rows if row["id"]] == [event["id"] for event in events], "CSV and JSON differ"
assert len({event["id"] for event in events}) == len(events), "an id twice"
def order(edge):  # -0499 before -0400
    year, rest = re.match(r"(-?\d+)(.*)", edge).groups()
    return int(year), rest
for event in events:
    assert text[event["start"]:event["end"]] == event["text"], event
    four = [event[name] for name in ("earliest_start", "latest_start", "earliest_end", "latest_end")]
    for lower, upper in ((0, 1), (2, 3), (0, 2), (1, 3)):
        assert not (four[lower] and four[upper]) or order(four[lower]) <= order(four[upper]), event
raw = open(f"{work}/out.ics", "rb").read()
assert all(len(line) <= 75 for line in raw.split(b"\r\n")) and b"\n" not in raw.replace(b"\r\n", b""), "folding"
calendar = icalendar.Calendar.from_ical(raw)
uids = [str(entry["uid"]) for entry in calendar.walk("VEVENT")]
assert set(uids) <= {f"{event['id']}@annals" for event in events} and len(set(uids)) == len(uids), uids
for entry in calendar.walk("VEVENT"):
    assert "dtstamp" in entry and "summary" in entry
    if "dtend" in entry: assert entry["dtend"].dt > entry["dtstart"].dt, entry
PYTHON
done
