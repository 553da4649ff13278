"""Rows, and errors grouped by cause: the same kind of error, by the same rule, on words of the same shape."""
import collections
import csv
import re

MONTHS = "january february march april may june july august september october november december"
DAYS = "monday tuesday wednesday thursday friday saturday sunday"
NUMBERS = ("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
           "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million")
EXAMPLES = 5

TIMEX_HEADING = (f"{'corpus':24} {'docs':>5} {'gold':>5} {'found':>5} | {'strict P':>8} {'R':>6} {'F1':>6} | "
                 f"{'relaxed':>7} {'type':>6} {'value':>6} {'~value':>6}")
PHRASE_HEADING = f"{'phrases':24} {'rows':>5} | {'same span':>18} {'exact':>6} | {'none where none':>18} | {'value agrees':>18}"


def any_of(words, endings=""):
    return rf"\b(?:{'|'.join(words.split())}){endings}\b"


SHAPES = [
    (re.compile(r"\bMay\b|" + any_of(MONTHS.replace(" may ", " "), r"|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"),
                re.I), "MONTH"),
    (re.compile(any_of(DAYS), re.I), "DAY"),
    (re.compile(rf"(?:{any_of(NUMBERS)}[- ]?)*{any_of(NUMBERS)}", re.I), "NUM"),
    (re.compile(r"\d"), "9"),
]


def shape(text):
    """The words with what varies taken out: "May 3" and "June 7" are one shape, "MONTH 9"."""
    for pattern, sign in SHAPES:
        text = pattern.sub(sign, text)
    return re.sub(r"\s+", " ", text).strip()


def read_errors(table):
    with open(table, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def cause_of(error):
    gold, found = error["gold_text"], error["predicted_text"]
    if error["kind"] == "extent":
        return error["kind"], error["rule"], f"{shape(gold)}  found as  {shape(found)}"
    return error["kind"], error["rule"], shape(gold or found)


def told(error):
    """One error in a line: what it should be, what it is, and where it stands."""
    values = {"type": f"{error['gold_type']} -> {error['predicted_type']}",
              "missed": f"{error['gold_type']} {error['gold_value']}",
              "spurious": f"{error['predicted_type']} {error['predicted_value']}"}
    what = values.get(error["kind"], f"{error['gold_value']} -> {error['predicted_value']}")
    return f"      {what:36} {error['context']}   ({error['document']})"


def causes(errors):
    groups = collections.defaultdict(list)
    for error in errors:
        groups[cause_of(error)].append(error)
    kinds = collections.Counter(error["kind"] for error in errors)
    lines = [", ".join(f"{kind} {times}" for kind, times in kinds.most_common()) or "no errors"]
    for (kind, rule, words), members in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])):
        lines += ["", f"{len(members):5}  {kind}  {f'by {rule}' if rule else ''}  {words}"]
        lines += [told(error) for error in members[:EXAMPLES]]
    return "\n".join(lines) + "\n"


def timex_row(name, scores):
    counts, of = scores["counts"], {key: 100 * share for key, share in scores["scores"].items()}
    return (f"{name:24} {scores['documents']:5} {counts['gold']:5} {counts['pred']:5} | {of['strict_P']:8.2f} "
            f"{of['strict_R']:6.2f} {of['strict_F1']:6.2f} | {of['relaxed_F1']:7.2f} {of['type_F1']:6.2f} "
            f"{of['value_F1']:6.2f} {of['canon_value_F1']:6.2f}")


def share(right, of):
    return f"{right:5} of {of:4} {100 * right / of:5.1f}%" if of else f"{'-':>18}"


def phrase_row(name, outcome):
    return (f"{name:24} {outcome.rows:5} | {share(outcome.same, outcome.spans)} {percent(outcome.exact, outcome.spans, 5)}% | "
            f"{share(outcome.silent, outcome.negatives)} | {share(outcome.agreeing, outcome.values)}")


def coverage(fired, wrong, known):
    lines = ["", f"{'rule':40} {'fired':>6} {'spurious':>8} {'extent':>6} {'type':>5} {'value':>5}"]
    for rule, times in sorted(fired.items(), key=lambda item: (-item[1], item[0])):
        of = wrong.get(rule, {})
        lines.append(f"{rule:40} {times:6} {of.get('spurious', 0):8} {of.get('extent', 0):6} "
                     f"{of.get('type', 0):5} {of.get('value', 0):5}")
    idle = [rule for rule in known if not fired.get(rule)]
    if idle:
        lines += ["", f"never fired ({len(idle)} of {len(known)} rules):"] + [f"  {rule}" for rule in idle]
    return "\n".join(lines)


TEXTS_HEADING = (f"{'articles read by hand':24} {'docs':>5} {'rows':>5} {'spurious':>8} | {'stated: found':>18} "
                 f"{'equal':>6} {'overlap':>7} | {'all: found':>18} {'equal':>6} {'overlap':>7}")
DATES_HEADING = (f"{'dates of events':24} {'docs':>5} {'gold':>5} {'found':>5} | {'single: exact':>18} "
                 f"{'article':>7} | {'all: exact':>18} {'article':>7} {'overlap':>7} | {'stated: overlap':>18}")
ORDER_HEADING = (f"{'order of events':24} {'docs':>5} {'pairs':>6} {'known':>5} | {'known: right':>18} {'text':>6} "
                 f"{'1 day':>6} | {'all: right':>10} {'text':>6} {'1 day':>6}")


def percent(right, of, width):
    return f"{100 * right / of:{width}.1f}" if of else f"{'-':>{width}}"


def texts_row(name, reading):
    return (f"{name:24} {reading.articles:5} {reading.rows:5} {percent(reading.spurious, reading.rows, 8)} | "
            f"{share(reading.stated_found, reading.stated)} {percent(reading.stated_equal, reading.stated_found, 6)} "
            f"{percent(reading.stated_overlapping, reading.stated_found, 7)} | {share(reading.found, reading.events)} "
            f"{percent(reading.equal, reading.found, 6)} {percent(reading.overlapping, reading.found, 7)}")


def dates_row(name, dates):
    single, every = dates.kinds["single"] + dates.kinds["value"], dates.over_all_kinds()
    return (f"{name:24} {dates.documents:5} {dates.gold:5} {dates.found:5} | "
            f"{share(single['exact'], single['dated'])} {percent(single['article'], single['dated'], 7)} | "
            f"{share(every['exact'], every['dated'])} {percent(every['article'], every['dated'], 7)} "
            f"{percent(every['overlap'], every['dated'], 7)} | "
            f"{share(dates.attached['overlap'], dates.attached['dated'])}")


def order_row(name, counts):
    known, pairs = counts["known"], counts["pairs"]
    return (f"{name:24} {counts['documents']:5} {pairs:6} {percent(known, pairs, 5)} | {share(counts['right'], known)} "
            f"{percent(counts['text order there'], known, 6)} {percent(counts['one day there'], known, 6)} | "
            f"{percent(counts['right'], pairs, 10)} {percent(counts['text order'], pairs, 6)} "
            f"{percent(counts['one day'], pairs, 6)}")


def date_errors(errors):
    """What the corpus says of each event, what we say, by which rule, and our headline; the worst first."""
    lines = []
    for document, event, ours, what in sorted(errors, key=lambda error: error[3] != "wrong"):
        gold, rule = event["gold_time"], (ours.get("time") or {}).get("rule") or ours.get("basis")
        told = gold.get("raw") or gold.get("value") or f"{gold['begin']} {gold['end']}"
        lines += [f"{what:6} {event['text']}: {told} found as {ours.get('edtf')} by {rule}",
                  f"         {ours.get('headline')}   ({document['id']}, {document.get('dct')})"]
    return "\n".join(lines) + "\n"


def headlines(rows):
    """Each headline of ours beside those of the list, for reading; "-" where the list has no such event."""
    lines = []
    for name, row, listed in rows:
        lines += [f"{name}  {row['edtf']}", f"    ours  {row['headline']}"]
        lines += [f"    list  {headline}" for headline in listed or ["-"]]
    return "\n".join(lines)
