#!/usr/bin/env bash
# What was edited by hand survives, in whichever form it was edited: import finds what was changed, --edits applies it on
# every rerun, and what the changed article contradicts is said and kept.
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

# Nothing changed, nothing to keep: as written, and as spreadsheets and other programs save it.
forms="csv tsv json jsonl sqlite"
printf 'action,id,field,was,now\r\n' >none.csv
for form in $forms; do
  "$annals" article.txt -o "written.$form" 2>/dev/null
  "$annals" import "written.$form" article.txt 2>/dev/null | cmp - none.csv || fail "written.$form differs"
done
jq -c '.[]' written.json >compact.json
jq '.[0]' written.json >alone.json
cp written.sqlite wal.sqlite && sqlite3 wal.sqlite 'pragma journal_mode=wal; vacuum' >/dev/null
"$python" - <<'PYTHON'
import csv
rows = list(csv.reader(open("written.csv", newline="")))
for name, bom, dialect in (("semicolons.csv", "\ufeff", dict(delimiter=";", quoting=csv.QUOTE_ALL)), ("lines.csv", "", dict(lineterminator="\n"))):
    with open(name, "w", newline="", encoding="utf-8") as file:
        file.write(bom)
        csv.writer(file, **dialect).writerows(rows + [[""] * len(rows[0])])
rows = [[field.upper() if field in ("true", "false") else field for field in row] for row in rows]
csv.writer(open("upper.csv", "w", newline="")).writerows(rows)
PYTHON
for same in semicolons.csv lines.csv upper.csv compact.json alone.json wal.sqlite; do
  "$annals" import $same article.txt 2>/dev/null | cmp - none.csv || fail "$same differs"
done

# What a reader does, in each form: a headline, a date, a row less, a row more, two rows made one.
cat >edit.py <<'PYTHON'
import csv, json, sqlite3, sys
form = sys.argv[1]
written, edited = f"written.{form}", f"edited.{form}"
def edit(rows):
    row = {one["headline"].split()[1]: one for one in rows}
    row["bridge"]["headline"] = 'The old bridge, "Long Tom", burned down'
    row["mill"]["edtf"] = "1924-06-04"
    row["ferry"]["id"] += "; " + row["school"]["id"]
    return [row["bridge"], row["mill"], row["ferry"], {"headline": "=A storm took the pier", "edtf": "-0043-03-15"}]
if form in ("csv", "tsv"):
    dialect = dict(delimiter="\t" if form == "tsv" else ",")
    rows = list(csv.DictReader(open(written, newline="", encoding="utf-8"), **dialect))
    with open(edited, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0].keys(), restval="", **dialect)
        writer.writeheader(), writer.writerows(edit(rows))
elif form == "sqlite":
    database = sqlite3.connect(edited)
    sqlite3.connect(written).backup(database)
    database.row_factory = sqlite3.Row
    before = [dict(row) for row in database.execute("select id, headline, edtf from event")]
    for row in edit(before):
        if "id" not in row: database.execute("insert into event (headline, edtf) values (:headline, :edtf)", row)
        else: database.execute("update event set id = :id, headline = :headline, edtf = :edtf where id = :was", {**row, "was": row["id"].split(";")[0]})
    for word in ("quay", "school"): database.execute("delete from event where headline like ?", (f"%{word}%",))
    database.commit()
else:
    documents = json.load(open(written)) if form == "json" else [json.loads(line) for line in open(written)]
    documents[0]["events"] = edit(documents[0]["events"])
    with open(edited, "w") as file:
        if form == "json": json.dump(documents, file)
        else: file.writelines(json.dumps(one) + "\n" for one in documents)
PYTHON
cat >kept.py <<'PYTHON'
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
for form in $forms; do
  "$python" edit.py $form
  "$annals" import edited.$form article.txt -o edits.csv 2>said || fail "$form: $(cat said)"
  grep -q ' 6 edits$' said || fail "$form: $(cat said edits.csv)"
  "$annals" article.txt --edits edits.csv -o kept.csv 2>said
  [[ ! -s said ]] || fail "$form: a conflict where there is none: $(cat said)"
  "$python" kept.py || fail "$form: $(cat kept.csv)"
  # What came back is the timeline: written again, it differs in nothing, and a second hand goes on where the first left.
  "$annals" article.txt --edits edits.csv -o again.$form 2>/dev/null
  "$annals" import again.$form article.txt --edits edits.csv 2>/dev/null | cmp - edits.csv || fail "again.$form differs"
done
# Without the articles: the same timeline, and the edited one, in whatever format.
cat >same.py <<'PYTHON'
import csv, sys
def rows(name, form):
    dropped = {"start", "end", "anchor"} | ({"timex", "source"} if form.startswith("json") else set())
    return [{key: value for key, value in row.items() if key not in dropped} for row in csv.DictReader(open(name, newline=""))]
form = sys.argv[1]
assert rows("back.csv", form) == rows("written.csv", form), (form, rows("back.csv", form))
edited = {row["headline"]: row for row in rows("edited-back.csv", form)}
assert list(edited)[0] == "'=A storm took the pier" and len(edited) == 4, edited.keys()
mill = edited["The mill at Carrow was sold"]
assert mill["latest_end"] == "1924-06-04" and (form.startswith("json") or "edtf was" in mill["note"]), mill
PYTHON
for form in $forms; do
  "$annals" import written.$form -o back.csv 2>said
  grep -q 'no articles were given' said || fail "$form: what is missing is not said: $(cat said)"
  "$annals" import edited.$form -o edited-back.csv 2>said || fail "$form: $(cat said)"
  "$python" same.py $form
  "$annals" import edited.$form -o out.html 2>/dev/null && grep -q 'Long Tom' out.html || fail "$form: no page"
done

"$annals" article.txt --edits edits.csv -o again.csv 2>/dev/null
sed -i 's/=A storm took the pier/=A gale took the pier/' again.csv
"$annals" import again.csv article.txt --edits edits.csv -o more.csv 2>said || fail "$(cat said)"
grep -q '1 edit beside the 6 of' said || fail "$(cat said)"
"$annals" article.txt --edits more.csv --to edtf 2>/dev/null | grep -q 'A gale took the pier' || fail "the second edit is lost"
"$annals" import again.csv article.txt 2>said >/dev/null && fail "a row of other edits is taken for one of the article"
grep -q 'give the --date, --style, --edits, ... that the file was written with' said || fail "$(cat said)"

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

# What cannot be an edit is told by its row, the others are kept.
refused() { # refused FILE CODE WORDS [ARTICLE...]
  local status=0
  "$annals" import "$1" "${@:4}" -o some.csv 2>said >/dev/null || status=$?
  ((status == $2)) && grep -qF -- "$3" said || fail "$1: exit code $status, not $2: $(cat said)"
}
sed 's/1924-06-04/Jun-24/' edited.csv >bad.csv
refused bad.csv 1 'bad.csv: line 3: edtf: "Jun-24" is no EDTF' article.txt
jq '.[0].events[1].edtf = "Jun-24" | .[0].events[2].earliest_start = "1920-01-01"' edited.json >bad.json
refused bad.json 1 'bad.json: event 2: edtf: "Jun-24" is no EDTF' article.txt
refused bad.json 1 'bad.json: event 3: earliest_start follows from edtf: change it there' article.txt
cp written.sqlite bad.sqlite && sqlite3 bad.sqlite "update event set who = 'Tom' where headline like '%mill%'"
refused bad.sqlite 1 'who cannot be edited, and is not kept' article.txt
echo 'The tower at Brill fell in 1921.' >other.txt
refused written.csv 1 'the articles as they are read now have no event' other.txt
(($(wc -l <some.csv) == 1)) || fail "where no row is of these articles, theirs were deleted: $(cat some.csv)"
printf 'a,b\n1,2\n' >no.csv
refused no.csv 2 'no column "id"' article.txt
printf '[{"events": [{"id":]' >no.json
refused no.json 2 'no.json: is no JSON: parse error at line 1, column 20' article.txt
printf '{"a": 1}' >other.json
refused other.json 2 'there is no list "events"' article.txt
sqlite3 other.sqlite 'create table t (a)'
refused other.sqlite 2 'is no database that annals wrote: no such table: event' article.txt
head -c 9000 written.sqlite >short.sqlite
refused short.sqlite 2 'short.sqlite: ' article.txt
refused written.csv 2 'would seem deleted' article.txt gone.txt
refused bad.csv 1 'bad.csv: line 3: edtf: "Jun-24" is no EDTF'
for form in $forms; do
  "$annals" written.$form --to csv >/dev/null 2>said && fail "written.$form was read as an article"
  grep -q 'a timeline that annals wrote, not an article: annals import reads it' said || fail "$(cat said)"
done
refused other.json 2 'there is no list "events"'
"$annals" import written.csv article.txt --to html 2>said && fail "--to with the articles"
grep -q 'writes edits' said || fail "$(cat said)"
