"""Phrases with an expected span and value, in the manner of other systems' own tests.

Each system writes values its own way, so a value counts as equal when the strings are (after normalising zero
seconds and the like), or when it begins on the same day, at the same minute where a clock time is expected.

Each system also has its own convention of extent. Ours is TIMEX3's: prepositions and signals stand outside ("in [May]"),
and a range, or a length with the date it is counted from, is two expressions ("from [May] to [June]", "[three days] after
[Easter]"). So spans are compared twice: to the letter (`exact`), and fairly (`same`), where on both sides leading
prepositions and signals, "the", and blanks and full stops at either end are set aside, and expressions of ours that nothing
but such joints divides count together.
"""
import dataclasses
import datetime
import re

MOMENT = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:[T ](\d\d)(?::(\d\d))?(?::\d\d)?)?(?:\.0+)?(?:Z|[+-]\d\d:?\d\d)?$")


# What TIMEX3 leaves outside at the beginning, and between the two expressions it makes of one.
OUTSIDE = re.compile(r"(?:(?:in|on|at|by|for|from|since|until|untill|till|before|after|during|within|through|throughout|over|"
                     r"between|of|starting|beginning|the|@|(?:no |not )?(?:later|earlier) than|prior to|"
                     r"as (?:late|early|soon) as|as of|any ?time|sometime)(?![\w'-])|[\s=<>(\[])+", re.I)
JOINT = re.compile(r"(?:\s|,|[-~/\u2013\u2014]|\b(?:to|and|until|untill|till|through|thru|from|after|before|since|for|"
                   r"between|but|starting|beginning|on|the|at|(?:no )?later than)\b)+", re.I)


@dataclasses.dataclass
class Outcome:
    rows: int = 0
    spans: int = 0      # rows that expect a span
    exact: int = 0      # to the letter
    same: int = 0       # but for conventions of extent
    negatives: int = 0  # rows that expect nothing
    silent: int = 0
    values: int = 0     # rows whose value can be compared
    agreeing: int = 0
    errors: list = dataclasses.field(default_factory=list)


def article_date(reference):
    """The reference time as a document's date: a day, with a time where it has one; None where it has no known form."""
    if reference and re.match(r"\d{4}-\d\d-\d\d", reference):
        return reference[:16]
    try:
        return datetime.datetime.strptime(reference or "", "%a %b %d %Y").date().isoformat()
    except ValueError:
        return None


def as_documents(rows):
    for number, row in enumerate(rows):
        yield {"id": str(number), "dct": article_date(row.get("reference")), "text": row["text"], "lang": "en"}


def moment(text):
    """("2013-02-15", "04:30" or "") of the first moment of what is written: 2013-02 begins on 2013-02-01."""
    found = MOMENT.match(text.strip())
    if not found:
        return None
    year, month, day, hour, minute = found.groups()
    clock = f"{hour}:{minute or '00'}" if hour else ""
    return f"{year}-{month or '01'}-{day or '01'}", "" if clock == "00:00" else clock


def first_of(value):
    """What is written of the beginning: of (A,B,P3D), A/B and {"start": A, ...} that is A."""
    if isinstance(value, dict):
        return value.get("start") or value.get("value") or ""
    return re.split(r"[,/]", str(value).strip("("))[0]


def plain(value):
    """One spelling for strings: no zero seconds, no zero offset, no case."""
    return re.sub(r"(T\d\d:\d\d):00|(?<=\d)Z$", r"\1", str(value).upper())


def expected_values(row):
    """Everything the row would accept: its value, other values it names, and its resolutions."""
    values = row.get("expected_value")
    values = list(values) if isinstance(values, list) else [values]
    values += [row.get("alt_value")] + list(row.get("resolutions") or [])
    return [value for value in values if value]


def agrees(row, timex):
    ours = {plain(timex[key]) for key in ("value", "edtf") if timex.get(key)}
    begins = moment(timex.get("earliest_start") or "")
    for value in expected_values(row):
        if plain(value) in ours:
            return True
        first = moment(first_of(value))
        if first and begins and first[0] == begins[0] and (not first[1] or first[1] == begins[1]):
            return True
    return False


def error(kind, number, row, timex):
    span = row.get("expected_span") or (0, 0)
    timex = timex or {}
    return {"kind": kind, "document": str(number), "rule": timex.get("rule") or "",
            "gold_text": row["text"][span[0]:span[1]] or (row["text"] if kind == "missed" else ""),
            "gold_type": str(row.get("type") or ""), "gold_value": str(row.get("expected_value") or ""),
            "predicted_text": row["text"][timex.get("start", 0):timex.get("end", 0)],
            "predicted_type": timex.get("type") or "", "predicted_value": timex.get("value") or "",
            "context": re.sub(r"\s+", " ", row["text"])}


def overlapping(row, timexes):
    span = row.get("expected_span")
    return [timex for timex in timexes if not span or (timex["start"] < span[1] and span[0] < timex["end"])]


def compare_negative(outcome, number, row, timexes):
    outcome.negatives += 1
    outcome.silent += not timexes
    outcome.errors += [error("spurious", number, row, timex) for timex in timexes]


def core(text, begin, end):
    """What is left of a span when what TIMEX3 leaves outside is set aside; all of it where nothing would be."""
    while end > begin and text[end - 1] in " \t\n.":
        end -= 1
    outside = OUTSIDE.match(text, begin, end)
    return (outside.end(), end) if outside and outside.end() < end else (begin, end)


def runs(text, timexes):
    """Each expression, and each row of them that only joints divide, as spans."""
    timexes = sorted(timexes, key=lambda timex: timex["start"])
    for first, timex in enumerate(timexes):
        begin, end = timex["start"], timex["end"]
        yield begin, end
        for other in timexes[first + 1:]:
            if not JOINT.fullmatch(text, end, other["start"]):
                break
            end = other["end"]
            yield begin, end


def same_span(row, timexes):
    wanted = core(row["text"], *row["expected_span"])
    return any(core(row["text"], *span) == wanted for span in runs(row["text"], timexes))


def compare_span(outcome, number, row, timexes):
    outcome.spans += 1
    outcome.exact += any([timex["start"], timex["end"]] == list(row["expected_span"]) for timex in timexes)
    if same_span(row, timexes):
        outcome.same += 1
    elif timexes:
        outcome.errors.append(error("extent", number, row, timexes[0]))


def compare_value(outcome, number, row, timexes):
    outcome.values += 1
    if any(agrees(row, timex) for timex in timexes):
        outcome.agreeing += 1
    elif timexes:
        outcome.errors.append(error("value", number, row, timexes[0]))


def compare(rows, found):
    """Rows against the tagged documents. A row without a span has an unknown one, not none: where nothing is to be
    found the row says "negative"."""
    outcome = Outcome(rows=len(rows))
    for number, row in enumerate(rows):
        timexes = found.get(str(number), {}).get("timexes", [])
        if row.get("negative"):
            compare_negative(outcome, number, row, timexes)
            continue
        timexes = overlapping(row, timexes)
        if not timexes and (row.get("expected_span") or expected_values(row)):
            outcome.errors.append(error("missed", number, row, None))
        if row.get("expected_span"):
            compare_span(outcome, number, row, timexes)
        if expected_values(row):
            compare_value(outcome, number, row, timexes)
    return outcome
