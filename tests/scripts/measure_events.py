"""Three small corpora, a stand-in that answers for the program, and the rows that tools/measure has to print."""
import json
import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

MEASURE = Path(__file__).resolve().parent.parent.parent / "tools" / "measure"
PAST = (None, "1914-07-31")


def day(text):
    return text, text


def span(text, word):
    return {"start": text.index(word), "end": text.index(word) + len(word), "text": word}


def gold(text, word, kind, begin, end):
    return {**span(text, word), "eid": word, "gold_time": {"kind": kind, "begin": begin, "end": end}}


def ours(text, word, first, last, basis="stated", headline=""):
    window = {"earliest_start": first, "latest_start": last, "earliest_end": first, "latest_end": last}
    return {**span(text, word), **window, "edtf": f"{first}/{last}", "basis": basis, "headline": headline or word,
            "time": None}


def on_line(text, word, one, other, branch=None):
    readers = {name: {"type": "[B]", "time": [place, place], "branch": branch}
               for name, place in (("a1", one), ("a2", other))}
    return {**span(text, word), "eid": word, "nt": readers}


LANDING = "She left on 3 May, landed in June and slept."
JUNE = ("1914-06-01", "1914-06-30")
FALL = "He woke on the day after he had fallen, and rested."
DAM = "The water rose, the dam broke, the valley stood under water, and if it freezes the ice will hold."
MOLE = """date 1914-08-01

The mole was built in 1900, broke two years later and opened again in 1910. It was loved once. Waves roared.
"""

DATED = [
    {"id": "landing", "dct": "1914-07-01", "text": LANDING, "events": [
        gold(LANDING, "left", "single", day("1914-05-03"), day("1914-05-03")),
        gold(LANDING, "landed", "single", JUNE, JUNE),                          # some day of June: June is exact
        gold(LANDING, "slept", "single", day("1914-07-01"), day("1914-07-01"))]},
    {"id": "fall", "dct": "1914-08-01", "text": FALL, "events": [
        gold(FALL, "woke", "single", day("1914-07-02"), day("1914-07-02")),
        gold(FALL, "fallen", "single", day("1914-07-01"), day("1914-07-01")),
        gold(FALL, "rested", "multi", PAST, ("1914-08-02", None))]},
]
LINES = [{"id": "dam", "dct": "1914-07-01", "text": DAM, "events": [
    on_line(DAM, "rose", 1, 1), on_line(DAM, "broke", 2, 3),
    on_line(DAM, "stood", 4, 4),
    on_line(DAM, "freezes", 0, 9),                                              # the readers disagree
    on_line(DAM, "hold", 5, 5, branch="if")]}]
TIMELINES = [{"entity": "sleepers", "entries": [
    {"ord": rank, "mentions": [{"doc": doc, "sent": 0, "eid": eid}]}
    for rank, doc, eid in ((0, "fall", "rested"), (1, "landing", "left"), (2, "fall", "fallen"), (3, "fall", "woke"),
                           (4, "an article not there", "rang"))]}]
LISTED = {"events": [
    {"headline": headline, "time": {"start": start, "end": start, "basis": basis},
     "mentions": [{"begin": MOLE.index(word), "end": MOLE.index(word) + len(word)}]}
    for word, headline, basis, start in (
        ("built", "The mole was built", "stated", ["1900-01-01", "1900-12-31"]),
        ("broke", "The mole broke", "derived: built + 2Y", ["1902-01-01", "1902-12-31"]),
        ("opened", "The mole was opened again", "stated", ["1910-01-01", "1910-12-31"]),
        ("loved", "The mole was loved", "stated", [None, "1914-08-01"]))]}          # neither asked for nor spurious
ANSWERS = {
    "landing": [ours(LANDING, "left", "1914-05-03", "1914-05-03"), ours(LANDING, "landed", *JUNE),
                ours(LANDING, "slept", "1914-06-30", "1914-07-02", basis="tense"),
                ours(LANDING, "May", "1914-05-01", "1914-05-31")],
    "fall": [ours(FALL, "woke", "1914-07-01", "1914-07-01"),
             ours(FALL, "fallen", "1914-07-01T05:30", "1914-07-01T05:30")],
    "dam": [ours(DAM, "rose", "1914-05-01", "1914-05-01"), ours(DAM, "broke", "1914-05-02", "1914-05-02"),
            ours(DAM, "stood", "1914-05-02", "1914-05-02")],  # one day: says nothing of the order within it
    "mole": [ours(MOLE, "built", "1900-01-01", "1900-12-31"), ours(MOLE, "broke", "1902-01-01", "1903-12-31"),
             ours(MOLE, "loved", None, "1914-08-01"),
             ours(MOLE, "roared", "1914-08-01", "1914-08-01", headline="Waves roared")],
}
STAND_IN = """#!/usr/bin/env python3
import json, sys
answers = json.load(open({answers!r}))
for line in sys.stdin:
    document = json.loads(line)
    seen = set(document) - {{"id", "dct", "text"}}
    if seen or "date 1" in document["text"] or not document["dct"]:
        sys.exit("3: it must see neither annotations nor the date line")
    print(json.dumps({{"id": document["id"], "events": answers[document["id"]]}}))
"""
EXPECTED = [
    "articles 1 4 25.0 | 1 of 2 50.0% 100.0 100.0 | 2 of 3 66.7% 50.0 100.0",
    "dated 2 6 5 | 3 of 5 60.0% 20.0 | 3 of 5 60.0% 20.0 80.0 | 3 of 4 75.0%",
    "dated 2 4 75.0 | 2 of 3 66.7% 66.7 0.0 | 50.0 75.0 0.0",
    "lines 1 3 66.7 | 2 of 2 100.0% 100.0 0.0 | 66.7 100.0 0.0",
    "dated, across 1 3 100.0 | 2 of 3 66.7% 100.0 0.0 | 66.7 100.0 0.0",
    "mole 1914-08-01/1914-08-01 ours Waves roared list -",
    "mole 1902-01-01/1903-12-31 ours broke list The mole broke",
]
ERRORS = {
    "articles.events.txt": "missed mole The mole was opened again",
    "dated.dates.txt": "['1914-07-02', '1914-07-02'] found as 1914-07-01/1914-07-01 by stated",
}


def write_lines(path, documents):
    path.write_text("".join(json.dumps(document) + "\n" for document in documents), encoding="utf-8")


def lay_out(folder):
    (folder / "corpora").mkdir()
    (folder / "articles").mkdir()
    write_lines(folder / "corpora" / "dated.jsonl", DATED)
    write_lines(folder / "corpora" / "lines.jsonl", LINES)
    (folder / "corpora" / "dated.timelines.json").write_text(json.dumps(TIMELINES), encoding="utf-8")
    (folder / "articles" / "mole.txt").write_text(MOLE, encoding="utf-8")
    (folder / "articles" / "mole.json").write_text(json.dumps(LISTED), encoding="utf-8")
    (folder / "answers.json").write_text(json.dumps(ANSWERS), encoding="utf-8")
    program = folder / "annals"
    program.write_text(STAND_IN.format(answers=str(folder / "answers.json")), encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


def plain(text):
    return " ".join(text.split())


def main():
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        program = lay_out(folder)
        errors, articles = folder / "errors", folder / "articles"
        done = subprocess.run([MEASURE, folder / "corpora", "--gold", articles, "--headlines", "--errors", errors],
                              env={**os.environ, "ANNALS": str(program)}, capture_output=True, text=True)
        said = {path.name: plain(path.read_text(encoding="utf-8")) for path in errors.glob("*")}
    missing = [row for row in EXPECTED if row not in plain(done.stdout)]
    missing += [row for name, row in ERRORS.items() if row not in said.get(name, "")]
    if missing or done.returncode:
        print("not there:", *missing, "in:", done.stdout, done.stderr, *said.items(), sep="\n")
    return 1 if missing or done.returncode else 0


sys.exit(main())
