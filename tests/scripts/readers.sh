#!/usr/bin/env bash
# What articles may come in: web pages with their own dates, TimeML, TEI, PDF, front matter, folders and globs.
set -euo pipefail
root=$(readlink -f "$(dirname "$0")/../..")
annals=$(readlink -f "${ANNALS_BUILD_DIR:-$root/build}")/annals
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() { echo "FAILED: $*" && exit 1; }
# dated FILE WINDOW FROM: the ferry sank "last month", which is WINDOW, as the article's date came from FROM.
dated() {
  "$annals" "$1" --to table 2>said | grep -qE "^$2  .*ferry.*sank" || fail "$1: not in $2: $("$annals" "$1" --to table 2>&1)"
  "$annals" "$1" --to sqlite -o out.sqlite 2>/dev/null
  [[ $(sqlite3 out.sqlite 'select date_from from article') == "$3" ]] || fail "$1: date from $(sqlite3 out.sqlite 'select date_from from article'), not $3"
}
page() { # page FILE HEAD BODY
  printf '<!DOCTYPE html>\n<html lang="en-GB"><head><title>The ferry &amp; the quay</title>%s</head>\n<body><nav>Yesterday the menu was burned.</nav>%s<footer>The shop opened on 3 May 1999.</footer></body></html>\n' "$2" "$3" >"$1"
}
sank='<article><h1>News</h1><p>The ferry at Ilmouth sank <b>last</b>
  month.</p><script>var burned = "The mill burned on 1 May 1920.";</script><p hidden>The inn burned in 1800.</p></article>'

page a.html '<meta property="article:modified_time" content="2024-09-01"><meta property="article:published_time" content="2024-03-13T09:30:00+00:00">' "$sank"
dated a.html 2024-02 'article:published_time, not article:modified_time 2024-09-01'
page b.html '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"1998-02-27","dateModified":"2003-01-01"}</script>' "$sank"
dated b.html 1998-01 'datePublished, not dateModified 2003-01-01'
page c.html '<meta name="citation_publication_date" content="1987/6/1"><meta name="date" content="1987-06-02">' "$sank"
dated c.html 1987-05 date
page d.html '' "<time datetime=\"1921-05-02\">2 May</time>$sank"
dated d.html 1921-04 '<time>'
page e.html '<meta http-equiv="Last-Modified" content="1933-08-09">' "$sank"
dated e.html 1933-07 Last-Modified
"$annals" a.html --to json | jq -e '[.[0].events[].headline] | all(test("menu|shop|mill|inn") | not)' >/dev/null || fail "navigation, script or hidden text was read"
[[ $("$annals" a.html --date 1900-06-01 --to table | head -c 7) == 1900-05 ]] || fail "--date does not stand above the page"
"$annals" a.html --save-text texts --to csv >/dev/null
grep -qx 'The ferry at Ilmouth sank last month.' texts/a.txt || fail "--save-text: $(cat texts/a.txt)"
"$annals" a.html --to json 2>/dev/null | jq -r '.[0].events[] | "\(.start) \(.end) \(.text)"' | while read -r start end word; do
  [[ $(python3 -c "print(open('texts/a.txt').read()[$start:$end])") == "$word" ]] || fail "offsets are not of the saved text"
done
"$annals" - --to table <a.html | grep -q '^2024-02' || fail "a page on standard input"
printf '<html><head><meta charset="iso-8859-1"><meta name="date" content="2001-01-05"></head><body><p>The caf\xe9 closed on 1 May 1999.</p></body></html>' >latin.html
"$annals" latin.html --to table | grep -q 'café closed' || fail "a page in Latin-1"

# What annals wrote reads back: TimeML and TEI of an article give its events; its page is no article.
cp "$root/samples/flood/article.txt" flood.txt
events() { "$annals" "$@" --to json 2>/dev/null | jq '[.[].events[] | .headline + " " + .edtf]'; }
"$annals" flood.txt --to timeml -o flood.tml 2>/dev/null
"$annals" flood.txt --to tei -o flood.tei 2>/dev/null
"$annals" flood.txt --to html -o flood.html
[[ $(events flood.tml) == "$(events flood.txt)" ]] || fail "TimeML does not read back"
[[ $(events flood.tei | jq length) -ge 15 ]] || fail "TEI does not read back"
"$annals" flood.html 2>said && fail "its own page was read as an article"
grep -q 'a page that annals wrote' said || fail "$(cat said)"
printf '<?xml version="1.0"?><!DOCTYPE TEI [<!ENTITY x SYSTEM "/etc/passwd">]><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><sourceDesc><date when="1863-07-14"/></sourceDesc></teiHeader><text><body><p>The ferry sank last month.</p><p>&x;</p></body></text></TEI>' >x.tei
dated x.tei 1863-06 sourceDesc
"$annals" x.tei --save-text texts >/dev/null && ! grep -q root texts/x.txt || fail "an entity was opened"
printf '<rss><item/></rss>' >feed.xml
"$annals" feed.xml 2>said && fail "an XML of another kind was read"
grep -q 'its root is <rss>' said || fail "$(cat said)"

printf -- '---\ntitle: Ferry\ndate: 1955-11-02\n---\nThe ferry sank last month.\n' >front.md
dated front.md 1955-10 'front matter'

mkdir folder && cp a.html front.md folder
[[ $("$annals" folder --to json 2>/dev/null | jq length) == 2 ]] || fail "a folder with a page and a text"
[[ $("$annals" 'folder/*.html' --to json 2>/dev/null | jq length) == 1 ]] || fail "a glob"

# A PDF of one page, written by hand; poppler mends its missing table.
command -v pdftotext >/dev/null || { echo "no pdftotext here: PDF was not tried" && exit 0; }
stream='BT /F1 12 Tf 72 700 Td (The ferry at Ilmouth sank on 3 June 1924.) Tj ET'
printf '%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n' ${#stream} "$stream" >"-a b.pdf"
"$annals" ./*.pdf --to table | grep -q '^1924-06-03  .*ferry' || fail "PDF: $("$annals" ./*.pdf --to table 2>&1)"
printf 'no PDF' >bad.pdf
"$annals" bad.pdf 2>said && fail "a broken PDF was read"
grep -q 'cannot read this PDF' said || fail "$(cat said)"
(PATH=/nowhere "$annals" -- "-a b.pdf" 2>said || true)
grep -q 'poppler-utils' said || fail "without pdftotext: $(cat said)"
