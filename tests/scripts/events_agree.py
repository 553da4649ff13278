"""Guesses at the events of gold corpora by a seeded die and counts them with both scorers; any difference fails."""
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent / "tools"))
from measuring import events, texts  # noqa: E402

CORPORA = ["event-dates", "event-order", "apple-trial"]
DATES = ["1998-01-08", "1998-01-08T10:30", "1998-01", "1998", "1990-08-15", "1990-08", "-0043-03-15", None]
BOUNDS = "earliest_start", "latest_start", "earliest_end", "latest_end"
KINDS = {"n": "gold", "pred": "dated", "exact": "exact", "overlap": "overlap"}
ORDER = {"pairs": "pairs", "determined": "known", "right": "right", "textorder": "text order", "gold=": "one day"}


def told_dates(event):
    """What the corpus says, as a guess that is often right; None where it is open or the corpus dates nothing."""
    told = event.get("gold_time") or event.get("time") or {}
    begin, end = told.get("begin") or told.get("start"), told.get("end")
    return (begin[0], begin[1], end[0], end[1]) if begin and end else (told.get("value"),) * 4


def guess(event, die, span):
    start, end = span
    if die.random() < 0.3:
        start, end = max(0, start + die.randint(-9, 4)), end + die.randint(0, 9)
    bounds = list(told_dates(event) if die.random() < 0.6 else [die.choice(DATES)] * 4)
    if die.random() < 0.15:
        bounds[die.choice((0, 3))] = die.choice(DATES)
    return {"start": start, "end": max(end, start + 1), "edtf": "", "headline": "", **dict(zip(BOUNDS, bounds))}


def guesses(listed, spans_of, die):
    """Some events found, some twice, and some that are none."""
    for event in listed:
        for span in spans_of(event):
            for _ in range(die.choice((0, 1, 1, 2))):
                yield guess(event, die, span)
        if die.random() < 0.1:
            start = die.randrange(2000)
            yield guess({}, die, (start, start + 7))


def write_lines(path, documents):
    path.write_text("".join(json.dumps(document) + "\n" for document in documents), encoding="utf-8")


def read_lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def asked(*command):
    return subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=True).stdout


def differences_of_corpus(shared, name, found, scratch):
    write_lines(scratch, found.values())
    path = shared / "corpora" / f"{name}.jsonl"
    theirs = json.loads(asked(shared / "score/event_score.py", path, scratch, "--json", "--match", "span"))
    documents = read_lines(path)
    dates, order = events.compare_dates(documents, found), events.compare_order(documents, found)
    pairs = [("gold", theirs["counts"].get("gold_events", 0), dates.gold),
             ("found", theirs["counts"].get("matched_events", 0), dates.found)]
    for kind, counts in theirs["kinds"].items():
        pairs += [(f"{kind} {key}", counts.get(key, 0), dates.kinds[kind][ours]) for key, ours in KINDS.items()]
    for key, ours in ORDER.items():
        pairs.append((f"order {key}", sum(counts.get(key, 0) for counts in theirs["order"].values()), order[ours]))
    return [pair for pair in pairs if pair[1] != pair[2]]


def line_of(reading):
    """The figures as the other scorer prints them."""
    def percent(right, of):
        return f"{100 * right / of if of else 0:.1f}"
    return (f"stated_recall {percent(reading.stated_found, reading.stated)} "
            f"all_recall {percent(reading.found, reading.events)} equal {percent(reading.equal, reading.found)} "
            f"overlap {percent(reading.overlapping, reading.found)} "
            f"spurious {percent(reading.spurious, reading.rows)}  "
            f"(gold {reading.events} stated {reading.stated} predicted {reading.rows})")


def differences_of_texts(shared, found, scratch):
    write_lines(scratch, found.values())
    theirs = asked(shared / "score/gold_score.py", shared / "gold", scratch).strip()
    ours = line_of(texts.compare(shared / "gold", found))
    return [("gold", theirs, ours)] if theirs != ours else []


def guess_corpus(shared, name, die):
    return {document["id"]: {"id": document["id"], "events": list(guesses(
        document["events"], lambda event: [(event["start"], event["end"])], die))}
        for document in read_lines(shared / "corpora" / f"{name}.jsonl")}


def guess_texts(shared, die):
    """Modern days only: the other scorer compares dates as strings, which puts the year -43 before -44."""
    found = {}
    for path in texts.articles(shared / "gold"):
        listed = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["events"]
        rows = guesses(listed, lambda event: [(m["begin"], m["end"]) for m in event["mentions"]], die)
        whole_days = [row for row in rows if all(not row[key] or len(row[key]) == 10 for key in BOUNDS)]
        found[path.stem] = {"id": path.stem, "events": whole_days}
    return found


def main(shared):
    shared, runs, failures = Path(shared), 0, []
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder, "found.jsonl")
        for seed in range(3):
            for name in CORPORA:
                found = guess_corpus(shared, name, random.Random(seed))
                failures += [(name, seed, *pair) for pair in differences_of_corpus(shared, name, found, scratch)]
            found = guess_texts(shared, random.Random(seed))
            failures += [("articles", seed, *pair) for pair in differences_of_texts(shared, found, scratch)]
            runs += len(CORPORA) + 1
    for name, seed, key, theirs, ours in failures:
        print(f"{name}, die {seed}: {key} is {ours}, the other scorer has {theirs}")
    print(f"{runs} comparisons, {len(failures)} differences")
    return 1 if failures else 0


sys.exit(main(*sys.argv[1:]))
