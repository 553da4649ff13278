#!/usr/bin/env bash
# What articles may come in: web pages with their own dates, TimeML, TEI, EPUB, PDF, front matter, folders and globs.
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
  "$annals" "$1" --to json --report reported 2>said | jq -e --arg from "$3" '.[0].date and .[0].date_from == $from' >/dev/null || fail "$1: the date's origin is not in JSON"
  grep -qF "annals: $1: article date " reported && grep -qF " ($3)" reported || fail "$1: the report has no date: $(cat reported)"
  [[ $3 == 'front matter' || $3 == 'first line' ]] || grep -qF " ($3)" said || fail "$1: stderr does not say which date was chosen: $(cat said)"
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
while IFS='|' read -r when from head; do
  page f.html "$head" "$sank"
  dated f.html "$when" "$from"
done <<'TABLE'
2011-04|datePublished|<meta itemprop="datePublished" content="2011-05-06">
2012-06|parsely-pub-date|<meta name="parsely-pub-date" content="2012-07-08T00:00:00Z">
2013-08|pubdate|<meta name="pubdate" content="20130910">
2014-09|sailthru.date|<meta name="sailthru.date" content="2014-10-11 12:00:00">
2008-07|og:article:published_time|<meta property="og:article:published_time" content="2008-08-08">
2004-03|dcterms.created, not dcterms.modified 2005-05-05|<meta name="dcterms.created" content="2004-04-04"><meta name="dcterms.modified" content="2005-05-05">
2015-02|datePublished, not dateCreated 2014-12-01|<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"dateCreated":"2014-12-01","datePublished":"2015-03-04"}]}</script>
TABLE
page g.html '' '<p>By A. Reporter, <span itemprop="datePublished" content="2003-03-03">3 March</span></p>'"$sank"
dated g.html 2003-02 datePublished
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

mkdir -p one two && cp a.html one/page.html && cp b.html two/page.html
"$annals" one two --save-text named --to csv >/dev/null 2>&1
[[ $(ls named) == $'page-2.txt\npage.txt' ]] || fail "two pages of one name are saved as $(ls named)"

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

printf 'date 1955-11-02\n\nThe ferry sank last month.\n' >line.txt
dated line.txt 1955-10 'first line'

# Books: each row is the archive's parts that differ from a good one, and what is said of it (empty: it is read).
python3 - <<'PYTHON'
import zipfile
dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf"'
def package(dates, items='<item id="one" href="text/one%20a.xhtml#x"/><item id="two" href="text/two.xhtml"/>', spine=("one", "two")):
    return f"""<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"><metadata {dc}><dc:title>The Ferry &amp; the Quay</dc:title>
<dc:language>en-GB</dc:language>{dates}</metadata><manifest><item id="nav" href="nav.xhtml" properties="nav"/><item id="notes" href="notes.xhtml"/>{items}</manifest>
<spine><itemref idref="nav"/>{"".join(f'<itemref idref="{one}"/>' for one in spine)}<itemref idref="notes" linear="no"/></spine></package>"""
def chapter(text): return f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><a id="x"/><p>{text}</p></body></html>'
good = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    "OEBPS/book.opf": package("<dc:date>1998-02-27</dc:date><meta property='dcterms:modified'>2020-01-01T00:00:00Z</meta>"),
    "OEBPS/nav.xhtml": chapter("The contents burned on 1 May 1800."),
    "OEBPS/notes.xhtml": chapter("The notes burned on 1 May 1801."),
    "OEBPS/text/two.xhtml": chapter("The mill burned on 1 May 1921."),
    "OEBPS/text/one a.xhtml": chapter("The ferry sank last&#160;month, off Ebb&eacute;."),
}
def write(name, **parts):
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as book:
        for part, text in {**good, **{key.replace("__", "/"): value for key, value in parts.items()}}.items():
            if text is not None: book.writestr(part, text)
opf, container, encryption = "OEBPS/book.opf", "META-INF/container.xml", "META-INF/encryption.xml"
write("book.epub")
write("two.epub", **{opf: package("<dc:date opf:event='modification'>2011-01-02</dc:date><dc:date opf:event='publication'>1998-02-27</dc:date>")})
write("year.epub", **{opf: package("<dc:date>1998</dc:date>")})
write("font.epub", **{encryption: "<encryption><CipherReference URI='OEBPS/font.otf'/></encryption>"})
write("no-container.epub", **{container: None})
write("no-package.epub", **{opf: None})
write("bad-package.epub", **{opf: "<package><spine>"})
write("no-item.epub", **{opf: package("", spine=("one", "three"))})
write("no-spine.epub", **{opf: package("", spine=())})
write("no-chapter.epub", **{"OEBPS/text/two.xhtml": None})
write("locked.epub", **{encryption: "<encryption><CipherReference URI='OEBPS/text/two.xhtml'/></encryption>"})
write("pictures.epub", **{"OEBPS/text/two.xhtml": chapter("<img src='a.png'/>"), "OEBPS/text/one a.xhtml": chapter("<img src='b.png'/>")})
bytes = open("book.epub", "rb").read()
open("cut.epub", "wb").write(bytes[: len(bytes) // 2])
open("text.epub", "w").write("The ferry sank.")
at = bytes.rindex(b"OEBPS/text/two.xhtml", 0, bytes.index(b"PK\x01\x02")) + len("OEBPS/text/two.xhtml")
open("damaged.epub", "wb").write(bytes[:at] + b"\xff" * 40 + bytes[at + 40 :])
PYTHON
dated book.epub 1998-01 'dc:date, not dcterms:modified 2020-01-01'
dated two.epub 1998-01 'dc:date (publication), not dc:date (modification) 2011-01-02'
"$annals" book.epub --save-text texts --to json 2>/dev/null | jq -e '[.[0].events[].edtf] == ["1921-05-01", "1998-01"]' >/dev/null || fail "a book's chapters"
[[ $(cat texts/book.txt) == $'The ferry sank last\u00a0month, off Ebbé.\n\nThe mill burned on 1 May 1921.' ]] || fail "a book's text: $(cat texts/book.txt)"
[[ $("$annals" - --to edtf <font.epub 2>/dev/null | wc -l) == 2 ]] || fail "a book on standard input, its font scrambled"
"$annals" year.epub --to table 2>said >out || fail "$(cat said)"
grep -q 'no article date; 1 of 2' said || fail "a year is no day: $(cat said)"
while IFS='|' read -r book said; do
  "$annals" "$book" >out 2>told && fail "$book was read"
  grep -qF "annals: $book: $said" told && [[ $(wc -l <told) == 1 ]] || fail "$book: not '$said' but $(cat told)"
done <<'TABLE'
no-container.epub|is a zip archive but no EPUB, for it has no META-INF/container.xml; save a .docx or .odt as text
no-package.epub|META-INF/container.xml names OEBPS/book.opf, which is not in the archive
bad-package.epub|its part OEBPS/book.opf is no well-formed XML
no-item.epub|OEBPS/book.opf puts "three" into the reading order, and has no such item
no-spine.epub|OEBPS/book.opf has no chapters in its reading order (spine)
no-chapter.epub|OEBPS/book.opf names the chapter OEBPS/text/two.xhtml, which is not in the archive; is the file whole?
locked.epub|its chapter OEBPS/text/two.xhtml is encrypted; only books without copy protection can be read
pictures.epub|has no text in its OEBPS/book.opf; are its pages pictures?
cut.epub|is no whole zip archive, as an EPUB is; fetch it once more
text.epub|is no whole zip archive, as an EPUB is; fetch it once more
damaged.epub|its part OEBPS/text/two.xhtml cannot be read; is the file whole?
TABLE

mkdir folder && cp a.html front.md book.epub folder
[[ $("$annals" folder --to json 2>/dev/null | jq length) == 3 ]] || fail "a folder with a page, a book and a text"
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
