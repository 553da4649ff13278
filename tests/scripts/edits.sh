#!/usr/bin/env bash
# A spreadsheet edited by hand survives: import finds what was changed, --edits applies it on every rerun, and what the
# changed article contradicts is said and kept.
set -euo pipefail
root=$(readlink -f "$(dirname "$0")/../..")
annals=$(readlink -f "${ANNALS_BUILD_DIR:-$root/build}")/annals
python=$(command -v /usr/bin/python3 || command -v python3)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() { echo "FAILED: $*" && exit 1; }
cat >article.txt <<'TEXT'
date 1960-05-02

The bridge at Thorne burned in May 1921. The mill at Carrow was sold on 3 June 1924. The ferry at Ilmouth sank in 1899.
The school at Wendover closed in 1931. The quay at Dunmere flooded in 1940.
TEXT
"$annals" article.txt -o written.csv 2>/dev/null
[[ $(wc -l <written.csv) == 6 ]] || fail "the article gives $(wc -l <written.csv) lines, not 6"

# Nothing changed, nothing to keep: as written, and as two spreadsheets save it.
"$annals" import written.csv article.txt -o none.csv 2>/dev/null
[[ $(wc -l <none.csv) == 1 ]] || fail "edits where nothing was edited: $(cat none.csv)"
"$python" - <<'PYTHON'
import csv
rows = list(csv.reader(open("written.csv", newline="")))
for name, bom, dialect in (("semicolons.csv", "\ufeff", dict(delimiter=";", quoting=csv.QUOTE_ALL)), ("lines.csv", "", dict(lineterminator="\n"))):
    with open(name, "w", newline="", encoding="utf-8") as file:
        file.write(bom)
        csv.writer(file, **dialect).writerows(rows)
# What a reader does: a headline, a date, a row less, a row more, two rows made one.
names, body = rows[0], rows[1:]
at = {name: i for i, name in enumerate(names)}
row = {one[at["headline"]].split()[1]: one for one in body}
row["bridge"][at["headline"]] = "The old bridge, \"Long Tom\", burned down"
row["mill"][at["edtf"]] = "1924-06-04"
row["ferry"][at["id"]] += "; " + row["school"][at["id"]]
new = [""] * len(names)
new[at["headline"]], new[at["edtf"]] = "=A storm took the pier", "-0043-03-15"
with open("edited.csv", "w", newline="", encoding="utf-8") as file:
    csv.writer(file).writerows([names, row["bridge"], row["mill"], row["ferry"], new])
PYTHON
for same in semicolons.csv lines.csv; do
  "$annals" import $same article.txt 2>/dev/null | cmp - none.csv || fail "$same differs"
done

"$annals" import edited.csv article.txt -o edits.csv 2>said || fail "import: $(cat said)"
grep -q ' 6 edits$' said || fail "$(cat said; cat edits.csv)"
"$annals" article.txt --edits edits.csv -o kept.csv 2>said
[[ ! -s said ]] || fail "a conflict where there is none: $(cat said)"
"$python" - <<'PYTHON'
import csv
rows = {row["headline"]: row for row in csv.DictReader(open("kept.csv", newline=""))}
assert len(rows) == 4, rows.keys()
assert "edited by hand" in rows['The old bridge, "Long Tom", burned down']["note"]
mill = rows["The mill at Carrow was sold"]
assert (mill["earliest_start"], mill["latest_end"]) == ("1924-06-04", "1924-06-04") and "1924-06-03" in mill["note"], mill
assert "merged by hand" in rows["The ferry at Ilmouth sank"]["note"]
assert "added by hand" in rows["'=A storm took the pier"]["note"]
assert list(rows)[0] == "'=A storm took the pier", "44 BC does not come first"
PYTHON
for format in html ics tei json timeml sqlite table md; do
  "$annals" article.txt --edits edits.csv --to $format >"out.$format" 2>/dev/null || fail "--to $format with edits"
done
grep -q 'Long Tom' out.html && grep -q 'Long Tom' out.ics || fail "the edit is not in every format"
cmp kept.csv <("$annals" article.txt --edits edits.csv 2>/dev/null)

# The article changes: what was edited still holds, and what it now contradicts is said.
sed -i 's/3 June 1924/7 July 1925/; s/The bridge at Thorne burned in May 1921. //' article.txt
"$annals" article.txt --edits edits.csv -o kept.csv 2>said
grep -q 'the article no longer gives this event' said || fail "a vanished event is not told: $(cat said)"
grep -q 'Long Tom' said || fail "the words of a lost edit are not told: $(cat said)"

# A rule changes what the event says: the edit wins, and the row says so.
sed -E 's/^(set,[^,]*,edtf),[^,]*,/\1,1900-01-01,/' edits.csv >old.csv
sed -i 's/7 July 1925/3 June 1924/' article.txt
"$annals" article.txt --edits old.csv --to csv 2>said >kept.csv
grep -q 'edtf edited by hand from "1900-01-01" to "1924-06-04", and the article now gives "1924-06-03"' said || fail "$(cat said)"
grep -q 'conflict: edtf edited by hand' kept.csv || fail "the conflict is not in the row"

# What cannot be an edit is told by its line, the others are kept.
sed 's/1924-06-04/Jun-24/; s/,possible,/,maybe,/' edited.csv >bad.csv
status=0
"$annals" import bad.csv article.txt -o some.csv 2>said || status=$?
((status == 1)) && grep -q 'bad.csv: line 3: edtf: "Jun-24" is no EDTF' said || fail "$status: $(cat said)"
status=0
printf 'a,b\n1,2\n' >no.csv
"$annals" import no.csv article.txt 2>said || status=$?
((status == 2)) && grep -q 'no column "id"' said || fail "$status: $(cat said)"
