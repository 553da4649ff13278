"""Articles read by hand, each as NAME.txt beside NAME.json, which lists what happened in it.

An event of the list has "headline", "mentions" ([begin, end) of each word that tells it) and "time": "start" and
"end", each [earliest, latest] with null for open, and "basis", which begins with "stated" where the text says when.
Ours answers for it when its head word lies on a mention.
"""
import dataclasses
import json
import re

from measuring.events import OPEN, days_of, overlap, window_of

DATE_LINE = re.compile(r"\s*date (\d{4}-\d\d-\d\d)")


def as_document(path):
    """The article as the program is given it: its date apart, blanks in the place of the date line."""
    text = path.read_text(encoding="utf-8")
    found = DATE_LINE.match(text)
    rest = " " * found.end() + text[found.end():] if found else text
    return {"id": path.stem, "dct": found[1] if found else None, "text": rest}


def articles(folder):
    return sorted(path for path in folder.glob("*.txt") if path.with_suffix(".json").exists())


@dataclasses.dataclass
class Reading:
    """What was found of the events of some articles."""
    articles: int = 0
    events: int = 0     # that the list can date
    stated: int = 0     # those of them whose time the text states
    found: int = 0
    equal: int = 0      # found with all four bounds of the list
    overlapping: int = 0
    stated_found: int = 0
    stated_equal: int = 0
    stated_overlapping: int = 0
    rows: int = 0
    spurious: int = 0   # rows that tell no event of the list
    errors: list = dataclasses.field(default_factory=list)     # (what, article, words)
    headlines: list = dataclasses.field(default_factory=list)  # (article, row, the headlines of the list)


def four_bounds(begin, end):
    """The days that begin and end two windows; a bound may be None."""
    first = [days_of(bound) for bound in (begin[0], end[0])]
    last = [days_of(bound) for bound in (begin[1], end[1])]
    return tuple(days[0] if days else -OPEN for days in first) + tuple(days[1] if days else OPEN for days in last)


def bounds_of(row):
    return four_bounds((row.get("earliest_start"), row.get("latest_start")),
                       (row.get("earliest_end"), row.get("latest_end")))


def tells(row, event):
    return any(row["start"] < mention["end"] and mention["begin"] < row["end"] for mention in event["mentions"])


def compare_event(reading, name, event, rows):
    """Counts one event of the list, and says which rows tell it."""
    time = event.get("time") or {}
    if not time.get("start") and not time.get("end"):
        return []
    telling = [row for row in rows if tells(row, event)]
    if not time["start"][0]:  # "in the past": neither asked for nor held against the row
        return telling
    stated = str(time.get("basis", "")).startswith("stated")
    bounds = four_bounds(time["start"], time["end"])
    equal = any(bounds_of(row) == bounds for row in telling)
    touching = any(overlap(window_of(row), (bounds[0], bounds[3])) for row in telling)
    outcome = {"events": 1, "found": bool(telling), "equal": equal, "overlapping": touching}
    if stated:
        outcome.update(stated=1, stated_found=bool(telling), stated_equal=equal, stated_overlapping=touching)
    for key, value in outcome.items():
        setattr(reading, key, getattr(reading, key) + value)
    if not telling:
        reading.errors.append(("missed", name, f"{event['headline']}  {time['start']}  {time.get('basis')}"))
    elif not equal:
        told = ", ".join(row["edtf"] for row in telling)
        reading.errors.append(("window", name, f"{event['headline']}  {time['start']} {time['end']} found as {told}"))
    return telling


def compare_article(reading, name, events, rows):
    rows = [row for row in rows if window_of(row)]
    told = {id(row) for event in events for row in compare_event(reading, name, event, rows)}
    reading.articles += 1
    reading.rows += len(rows)
    for row in rows:
        reading.headlines.append((name, row, [event["headline"] for event in events if tells(row, event)]))
        if id(row) not in told:
            reading.spurious += 1
            reading.errors.append(("spurious", name, f"{row['headline']}  {row['edtf']}"))


def compare(folder, found):
    """The lists of a folder against our rows, by article."""
    reading = Reading()
    for path in articles(folder):
        listed = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        compare_article(reading, path.stem, listed["events"], found.get(path.stem, {}).get("events", []))
    return reading
