"""Writes the articles that the page is tested on: hostile ones, one of 5,000 events, one that reaches far back."""
import pathlib, random, sys

folder = pathlib.Path(sys.argv[1])

# Each would run, close an element, open a comment or leave a string, if its text ever became markup or script.
hostile = [
    "</script><script>document.title='taken'</script>",
    "<!--<script>",
    "<img src=x onerror=\"document.title='taken'\">",
    "\\u003c/script>\u2028\u2029{{data}}{{script}}",
    "]]></style><svg onload=document.title='taken'>",
    "'\"`${document.title='taken'}` &lt;b&gt; &amp;amp; </noscript><b id=taken>",
    "\U0001d518\U0001f469\u200d\U0001f680 \u202egnipeek\u202c",
]
text = "---\ntitle: " + hostile[0] + "\ndate: 2020-03-04\nlanguage: en\"><script>\n---\n"
for number, words in enumerate(hostile, 1):
    text += f"The bridge at {words} burned on {number} May 1921. Yesterday {words} closed the mill.\n\n"
(folder / "hostile.txt").write_text(text, encoding="utf-8")

(folder / "ancient.txt").write_text("""---
title: From the ice to the Ides
date: 2020-06-01
---
An asteroid struck the coast 66 million years ago. The temple was founded in 509 BC. Hannibal crossed the Alps in 218 BC.
Caesar was murdered on 15 March 44 BC. Augustus ruled from 27 BC to AD 14. The town was destroyed in AD 79.
The wall was begun before AD 130. The library was built in the 2nd century BC.
""")

(folder / "nothing.txt").write_text("The town slept.\n")
(folder / "one.txt").write_text("The mill stood from May 1851 to June 1854.\n")
(folder / "days.txt").write_text("The mill burned on July 1, 1863. It was sold on July 19, 1863.\n")

random.seed(5)
months = "January February March April May June July August September October November December".split()
places = [first + last for first in ("Ash", "Mar", "Wend", "Thorn", "Il", "Car", "Pen", "Dun", "Or", "Stel")
          for last in ("by", "low", "over", "mouth", "ford", "mere", "wick", "ham")]
things = "bridge mill chapel quay ferry school foundry market granary theatre hospital canal".split()
deeds = ["burned", "opened", "was sold", "was rebuilt", "closed", "flooded", "was robbed", "was painted"]
lines = ["date 1960-05-02\n"]
for number in range(5900):
    year = random.randint(1400, 1950) if number % 2 else random.randint(1800, 1900)
    when = random.choice([f"on {random.randint(1, 28)} {random.choice(months)} {year}", f"in {random.choice(months)} {year}"])
    lines.append(f"The {random.choice(things)} at {random.choice(places)} {random.choice(deeds)} {when}.")
    if number % 12 == 11: lines.append("")
(folder / "many.txt").write_text("\n".join(lines) + "\n")
