"""Spoils gold annotations by a seeded die and scores the result with both scorers; any figure that differs fails."""
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

VALUES = ["1999", "199X", "P14D", "P1DE", "PRESENT_REF", "1999-XX-XX", "1998-05-04T10:00", None, "", " p12m "]
TYPES = ["DATE", "TIME", "DURATION", "SET", None]
COMPARED = ["documents", "counts", "scores", "by_type", "ignored_dct_predictions", "nested_predictions_dropped"]


def spoil(timex, letters, die):
    spoilt = {key: timex.get(key) for key in ("start", "end", "type", "value")}
    if die.random() < 0.2:
        spoilt["start"] = max(0, spoilt["start"] + die.randint(-8, 8))
        spoilt["end"] = min(letters, spoilt["end"] + die.randint(-8, 8))
    if die.random() < 0.2:
        spoilt["type"] = die.choice(TYPES)
    if die.random() < 0.2:
        spoilt["value"] = die.choice(VALUES)
    return spoilt


def strays(timex, letters, die):
    """Nested, overlapping and unrelated ones beside it."""
    if die.random() < 0.1:
        yield {**timex, "end": max(timex["start"], timex["end"] - die.randint(0, 4))}
    if die.random() < 0.1:
        yield {**timex, "start": max(0, timex["start"] - 20), "end": min(letters, timex["end"] + 15)}
    if die.random() < 0.1:
        start = die.randrange(letters)
        yield {**timex, "start": start, "end": min(letters, start + die.randint(1, 20))}


def predictions(document, die):
    letters = len(document["text"])
    given = list(document["timexes"])
    if document.get("dct_in_text"):
        given.append({**document["dct_in_text"], "type": "DATE"})
    for timex in given:
        if die.random() < 0.15:
            continue
        spoilt = spoil(timex, letters, die)
        yield spoilt
        yield from strays(spoilt, letters, die)


def write_predictions(corpus, path, seed):
    die = random.Random(seed)
    with open(corpus, encoding="utf-8") as gold, open(path, "w", encoding="utf-8") as out:
        for line in gold:
            document = json.loads(line)
            print(json.dumps({"id": document["id"], "timexes": list(predictions(document, die))}), file=out)


def scored(command):
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def differences(annals, scorer, corpus, found, options):
    ours = scored([annals, "score", corpus, found, "--json", *options])
    theirs = scored([sys.executable, scorer, corpus, found, "--json", *options])
    return [(name, ours[name], theirs[name]) for name in COMPARED if ours[name] != theirs[name]]


def main(annals, shared):
    corpora = [path for path in sorted(Path(shared, "corpora").glob("*.jsonl"))
               if not path.name.startswith("phrases-") and '"timexes": [{' in path.read_text(encoding="utf-8")]
    failures = runs = 0
    with tempfile.TemporaryDirectory() as folder:
        found = str(Path(folder, "found.jsonl"))
        for corpus in corpora:
            for seed in range(3):
                write_predictions(corpus, found, seed)
                for options in ([], ["--skip-null-values"]):
                    runs += 1
                    for name, ours, theirs in differences(annals, f"{shared}/score/timex_score.py", str(corpus),
                                                          found, options):
                        failures += 1
                        print(f"{corpus.name}, die {seed} {options}: {name} is {ours}, the other scorer has {theirs}")
    print(f"{runs} comparisons on {len(corpora)} corpora, {failures} differences")
    return 1 if failures or not runs else 0


sys.exit(main(*sys.argv[1:]))
