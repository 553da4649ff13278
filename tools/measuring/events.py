"""Dates and order of events, against corpora that date or order every event of their articles.

An event of ours and one of the corpus are the same where their words overlap; each of ours answers for one. A gold
date says when the event began and when it ended, each between two days:

    {"kind": "single", "begin": ["1998-01-08", "1998-01-08"], "end": ["1998-01-08", "1998-01-08"]}
    {"kind": "multi", "begin": [null, "1998-01-08"], "end": ["1998-01-09", null]}       null is open
    {"value": "2003-04"}                                                                both within April 2003

Gold order comes from two such dates that do not touch (or are one and the same day), or from places on a narrative
line, where two readers agree. Ours comes from the windows alone: apart, or the same.
"""
import calendar
import collections
import dataclasses
import datetime
import re

OPEN = 10**9  # further than any day
DATE = re.compile(r"(-?\d{4})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(?:T.*)?$")
FLIPPED = {"<": ">", ">": "<", "=": "="}


def day_number(year, month, day):
    """Days since 1 January of the year 1, Gregorian; the calendar repeats every 400 years, Python's begins with 1."""
    cycles = year // 400
    return datetime.date(year - 400 * cycles + 400, month, day).toordinal() + 146097 * (cycles - 1)


def days_of(text):
    """First and last day of "1998", "1998-02", "1998-02-XX" or "1998-02-27T10:30"; None for what is no date."""
    found = DATE.match(text or "")
    if not found:
        return None
    year = int(found[1])
    months = (1, 12) if found[2] in (None, "XX") else (int(found[2]), int(found[2]))
    if not 1 <= months[0] <= 12:
        return None
    length = calendar.monthrange(2000 + year % 400, months[1])[1]
    days = (1, length) if found[3] in (None, "XX") or found[2] == "XX" else (int(found[3]), int(found[3]))
    if not 1 <= days[0] <= days[1] <= length:
        return None
    return day_number(year, months[0], days[0]), day_number(year, months[1], days[1])


def window_of(event):
    """First and last day on which our event may lie; None for one without a date."""
    if not event.get("earliest_start") and not event.get("latest_end"):
        return None
    first, last = days_of(event.get("earliest_start")), days_of(event.get("latest_end"))
    return first[0] if first else -OPEN, last[1] if last else OPEN


def overlap(one, other):
    return one[0] <= other[1] and other[0] <= one[1]


def order_of(one, other):
    """"<" or ">" for windows that do not touch, "=" for the same one, None where they say nothing."""
    if one is None or other is None:
        return None
    if one[1] < other[0]:
        return "<"
    if other[1] < one[0]:
        return ">"
    return "=" if one == other else None


@dataclasses.dataclass
class GoldDate:
    kind: str
    begin: tuple  # it began on one of these days
    end: tuple    # and ended on one of these

    @property
    def hull(self):
        return self.begin[0], self.end[1]

    def is_exactly(self, window):
        """A beginning and an end known only within bounds can be met by no one window, but for one within the same."""
        certain = self.begin[0] == self.begin[1] and self.end[0] == self.end[1]
        return window == self.hull and (certain or self.begin == self.end)


def bounds(pair):
    first, last = days_of(pair[0]), days_of(pair[1])
    return first[0] if first else -OPEN, last[1] if last else OPEN


def gold_date(event):
    """The date of an event of the corpus; None for one that has none ("n/a", "XXXX-XX-XX")."""
    told = event.get("gold_time") or {}
    if "kind" in told:
        return None if told["kind"] == "n/a" else GoldDate(told["kind"], bounds(told["begin"]), bounds(told["end"]))
    days = days_of(told.get("value"))
    return GoldDate("value", days, days) if days else None


def paired(gold, ours):
    """Which of our events is which of the corpus: {place in gold: event of ours}.

    In text order each takes the one not yet taken that covers the same words, else the one that shares most of them.
    """
    ours = sorted(ours, key=lambda event: event["start"])
    taken, pairs = set(), {}
    for place in sorted(range(len(gold)), key=lambda place: (gold[place]["start"], gold[place]["end"])):
        event, best = gold[place], None
        for number, candidate in enumerate(ours):
            shared = min(event["end"], candidate["end"]) - max(event["start"], candidate["start"])
            if number in taken or shared <= 0:
                continue
            rank = (event["start"], event["end"]) == (candidate["start"], candidate["end"]), shared, -number
            best = max(best or rank, rank)
        if best:
            taken.add(-best[2])
            pairs[place] = ours[-best[2]]
    return pairs


@dataclasses.dataclass
class Dates:
    """How well the windows of the events found are those of the corpus."""
    documents: int = 0
    gold: int = 0    # events of the corpus
    found: int = 0   # those that are ours too
    kinds: dict = dataclasses.field(default_factory=lambda: collections.defaultdict(collections.Counter))
    attached: collections.Counter = dataclasses.field(default_factory=collections.Counter)  # those with a time stated
    errors: list = dataclasses.field(default_factory=list)

    def over_all_kinds(self):
        return sum(self.kinds.values(), collections.Counter())


def compare_date(dates, document, event, ours):
    date, window = gold_date(event), ours and window_of(ours)
    if not date:
        return
    counts = dates.kinds[date.kind]
    counts["gold"] += 1
    if not window:
        return
    outcome = {"dated": 1, "exact": date.is_exactly(window), "overlap": overlap(date.hull, window),
               "article": date.is_exactly(days_of(document.get("dct")))}
    counts.update(outcome)
    if ours.get("basis") == "stated":
        dates.attached.update(outcome)
    if not outcome["exact"]:
        dates.errors.append((document, event, ours, "bounds" if outcome["overlap"] else "wrong"))


def compare_dates(documents, found):
    """The documents of a corpus against ours, by id."""
    dates = Dates()
    for document in documents:
        pairs = paired(document["events"], found.get(document["id"], {}).get("events", []))
        dates.documents += 1
        dates.gold += len(document["events"])
        dates.found += len(pairs)
        for place, event in enumerate(document["events"]):
            compare_date(dates, document, event, pairs.get(place))
    return dates


def on_narrative_line(one, other):
    """The order of two places of one reader: both bounded, on the main line."""
    for place in (one, other):
        if not place or place["type"] not in ("[B]", "[C]") or place.get("branch") or None in place["time"]:
            return None
    return order_of(tuple(one["time"]), tuple(other["time"]))


def gold_order(one, other):
    """(order, where it comes from) of two events of a corpus, ("<", "line") or (None, ...) where nobody can say."""
    if one.get("nt") and other.get("nt"):
        readers = [on_narrative_line(one["nt"].get(reader), other["nt"].get(reader)) for reader in ("a1", "a2")]
        if readers[0] and readers[0] == readers[1]:
            return readers[0], "line"
    first, second = gold_date(one), gold_date(other)
    if first and second:
        if first.end[1] < second.begin[0]:
            return "<", "dates"
        if second.end[1] < first.begin[0]:
            return ">", "dates"
        if first.hull == second.hull and first.hull[0] == first.hull[1]:
            return "=", "dates"
    return None, ""


def compare_pair(counts, gold, ours, text_order):
    """Counts one pair: `ours` is None where our windows leave the order open."""
    counts.update({"pairs": 1, "text order": gold == text_order, "one day": gold == "="})
    if ours:
        counts.update({"known": 1, "right": gold == ours, "text order there": gold == text_order,
                       "one day there": gold == "="})


def compare_order(documents, found):
    """Every pair of events within a document whose order the corpus knows."""
    counts = collections.Counter(documents=len(documents))
    for document in documents:
        events = document["events"]
        pairs = paired(events, found.get(document["id"], {}).get("events", []))
        windows = [window_of(pairs[place]) if place in pairs else None for place in range(len(events))]
        for second in range(len(events)):
            for first in range(second):
                gold, source = gold_order(events[first], events[second])
                ours = order_of(windows[first], windows[second])
                if ours == "=" and source == "line":
                    ours = None  # one day for both says nothing of the order within it
                if gold:
                    compare_pair(counts, gold, ours, "<")
    return counts


def window_told(mention, pairs):
    """Our window of one mention of a timeline; None where we did not find or could not date it."""
    ours = pairs.get(mention["doc"], {}).get(mention.get("eid"))
    return ours and window_of(ours)


def entries_of(timeline, days, pairs):
    """(rank, our window or None, place in the articles as they appeared) of each entry; rank 0 means it has none."""
    for entry in timeline["entries"]:
        mentions = [mention for mention in entry["mentions"] if mention["doc"] in days]  # a few name articles not there
        if entry["ord"] and mentions:
            windows = [window_told(mention, pairs) for mention in mentions]
            first = mentions[0]
            yield entry["ord"], next(filter(None, windows), None), (days[first["doc"]], first["doc"], first["sent"])


def compare_timelines(timelines, documents, found):
    """Every pair of entries of one timeline, which runs across articles; text order reads these by their days."""
    pairs = {}
    for document in documents:
        matched = paired(document["events"], found.get(document["id"], {}).get("events", []))
        pairs[document["id"]] = {document["events"][place]["eid"]: ours for place, ours in matched.items()}
    days = {document["id"]: document["dct"] for document in documents}
    counts = collections.Counter(documents=len(timelines))
    for timeline in timelines:
        entries = list(entries_of(timeline, days, pairs))
        for second, later in enumerate(entries):
            for earlier in entries[:second]:
                gold = order_of((earlier[0],) * 2, (later[0],) * 2)
                text_order = "<" if earlier[2] <= later[2] else ">"
                compare_pair(counts, gold, order_of(earlier[1], later[1]), text_order)
    return counts
