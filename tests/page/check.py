"""Opens the pages that annals wrote in a real browser, and does what a reader would do."""
import csv, io, json, pathlib, sys
import icalendar
from selenium.webdriver.common.keys import Keys
from browser import Browser

pages, pictures, axe = map(pathlib.Path, sys.argv[1:])
pictures.mkdir(parents=True, exist_ok=True)


def check(held, what):
    if not held: sys.exit(f"FAILED: {what}")


def open_page(browser, name):
    browser.open(pages / f"{name}.html")
    check(browser.run("return document.querySelectorAll('#chart .event, #chart .cluster').length") > 0, f"{name}: nothing drawn")


def still_clean(browser, name):
    check(browser.complaints() == [], f"{name}: the console complains")
    asked = [url for url in browser.requests() if not url.startswith(("file:///", "blob:file:"))]
    check(asked == [], f"{name}: the page asked for {asked}")


def events(name):
    return [event for document in json.loads((pages / f"{name}.json").read_text()) for event in document["events"]]


def is_readable(browser, name):
    """axe-core: nothing serious in either colour scheme."""
    if not axe.exists(): return
    for scheme in ("light", "dark"):
        browser.media([("prefers-color-scheme", scheme), ("prefers-reduced-motion", "reduce")])
        # Run over the protocol, which the page's policy does not bind.
        browser.command("Runtime.evaluate", expression=axe.read_text())
        answer = browser.command("Runtime.evaluate", expression="axe.run().then(r => JSON.stringify(r.violations))",
                                 awaitPromise=True, returnByValue=True)
        found = [(one["id"], one["impact"], one["nodes"][0]["html"][:160], one["nodes"][0]["failureSummary"])
                 for one in json.loads(answer["result"]["value"]) if one["impact"] in ("serious", "critical")]
        check(not found, f"{name}, {scheme}: axe finds {found}")


def listed(browser): return browser.run("return document.querySelectorAll('#events > li').length")
def drawn(browser): return browser.run("return [...document.querySelectorAll('#chart .event text')].map(t => t.textContent)")
def picked(browser): return browser.run("return document.querySelector('#events .picked')?.dataset.id")


def one_article(browser, name):
    open_page(browser, name)
    truth = events(name)
    check(listed(browser) == len(truth), f"{name}: {listed(browser)} of {len(truth)} events listed")
    expressions = browser.run("return document.querySelectorAll('.expression').length")
    check(expressions > 5, f"{name}: {expressions} expressions marked")
    browser.picture(pictures / f"{name}.png")
    is_readable(browser, name)

    # Zooming in brings finer lines; fitting brings all back.
    ticks = "return [...document.querySelectorAll('#chart .tick text')].map(t => t.textContent).join()"
    browser.driver.find_element("id", "zoom-fit").click()
    before = browser.run(ticks)
    for _ in range(6): browser.driver.find_element("id", "zoom-in").click()
    check(browser.run(ticks) != before, f"{name}: zooming changes no line of the axis")
    browser.driver.find_element("id", "zoom-fit").click()
    check(browser.run(ticks) == before, f"{name}: All does not bring the first lines back")

    # Keys walk from event to event in the order of the timeline, and Enter leads to the sentence.
    chart = browser.driver.find_element("id", "chart")
    chart.send_keys(Keys.HOME)
    check(picked(browser) == truth[0]["id"] or len(truth) > 0 and picked(browser), f"{name}: Home picks nothing")
    first = picked(browser)
    chart.send_keys(Keys.ARROW_RIGHT)
    check(picked(browser) != first, f"{name}: the arrow key does not move on")
    chart.send_keys(Keys.ARROW_LEFT)
    check(picked(browser) == first, f"{name}: the arrow key does not move back")
    chart.send_keys("+", "-", "0", Keys.ENTER)
    check(browser.run("return document.querySelectorAll('.sentence.picked').length") == 1, f"{name}: no sentence is picked")
    check(browser.run("return document.getElementById('spoken').textContent"), f"{name}: nothing is said to a screen reader")

    # A sentence picks its event on the chart, and an expression tells how it was read.
    browser.run("document.querySelectorAll('.sentence')[2].click()")
    check(browser.run("return document.querySelectorAll('#chart .picked').length") == 1, f"{name}: not picked on the chart")
    browser.run("document.querySelector('.expression').focus()")
    card = browser.run("const c = document.getElementById('card'); return c.hidden ? '' : c.innerText")
    check("rule" in card and "rules/en/" in card, f"{name}: no reading on focus: {card!r}")
    chart.send_keys(Keys.ESCAPE)
    check(browser.run("return document.getElementById('card').hidden"), f"{name}: Escape leaves the card")


def told_twice(browser):
    """What an article tells again lower down is marked there, and picks the same event."""
    open_page(browser, "truth-social")
    browser.run("[...document.querySelectorAll('.head')].filter(head => head.textContent === 'banned')[1].click()")
    check("banned" in browser.run("return document.getElementById('spoken').textContent"), "told twice: the second telling picks nothing")
    check(browser.run("return document.querySelectorAll('.head.picked').length") == 2, "told twice: not marked in both places")


def badges_apart(browser, name):
    boxes = browser.run("""return [...document.querySelectorAll('#chart .lane')].map(lane => [...lane.querySelectorAll('.cluster rect')]
      .map(rect => rect.getBoundingClientRect()).map(box => [box.left, box.right]).sort((a, b) => a[0] - b[0]))""")
    check(all(a[1] <= b[0] for lane in boxes for a, b in zip(lane, lane[1:])), f"{name}: badges cover each other: {boxes}")


def nothing_cut(browser, name):
    """In the first view, no label begins outside the chart."""
    cut = browser.run("""const left = document.querySelector('#chart svg').getBoundingClientRect().left;
      return [...document.querySelectorAll('#chart .event text')].filter(text => text.getBoundingClientRect().left < left - 1).map(text => text.textContent)""")
    check(not cut, f"{name}: cut at the edge: {cut}")


def filters_and_saves(browser, name):
    open_page(browser, name)
    truth = events(name)
    word = truth[3]["headline"].split()[-1].lower()
    browser.driver.find_element("id", "filter-text").send_keys(word)
    browser.run("return new Promise(requestAnimationFrame)")
    few = listed(browser)
    check(0 < few < len(truth), f"{name}: the filter '{word}' leaves {few} of {len(truth)}")
    ids = browser.run("return [...document.querySelectorAll('#events > li')].map(li => li.dataset.id)")
    for kind in ("csv", "ics", "json"): browser.driver.find_element("css selector", f"[data-save={kind}]").click()
    saved_csv = browser.saved("timeline.csv")
    rows = list(csv.DictReader(io.StringIO(saved_csv, newline="")))
    check([row["id"] for row in rows] == ids, f"{name}: the saved CSV holds other rows")
    whole = (pages / f"{name}.csv").read_bytes().decode().split("\r\n")
    check(all(line in whole for line in saved_csv.split("\r\n")), f"{name}: other rows than annals writes")
    entries = icalendar.Calendar.from_ical(browser.saved("timeline.ics")).walk("VEVENT")
    check({str(entry["uid"]) for entry in entries} <= {f"{one}@annals" for one in ids}, f"{name}: the saved calendar")
    saved = [event for document in json.loads(browser.saved("timeline.json")) for event in document["events"]]
    check([one for one in events(name) if one["id"] in ids] == saved, f"{name}: the saved JSON")
    browser.driver.find_element("css selector", "#filters [type=reset]").click()
    browser.run("return new Promise(done => setTimeout(done, 50))")
    check(listed(browser) == len(truth), f"{name}: Clear does not show all again")


def hostile(browser):
    open_page(browser, "hostile")
    check("taken" not in browser.driver.title.replace("'taken'", ""), "hostile: script ran")
    check(browser.run("return document.getElementById('taken') === null"), "hostile: an element of the article's own")
    check(browser.run("return document.querySelectorAll('script, img, style').length") == 3, "hostile: elements came in")
    text = (pages.parent / "articles/hostile.txt").read_text(encoding="utf-8").split("---\n", 2)[2].strip()
    check(browser.run("return document.querySelector('.text').textContent").strip() == text, "hostile: the text is not the article's")


def many(browser):
    open_page(browser, "many")
    check(listed(browser) >= 5000, f"many: only {listed(browser)} events listed")
    # Forty turns of the wheel, each laid out and drawn within its own event. Processor time, for other programs run, too.
    browser.command("Performance.enable", timeDomain="threadTicks")
    before = browser.busy()
    browser.run("""
      const svg = document.querySelector('#chart svg'), box = svg.getBoundingClientRect();
      for (let i = 0; i < 40; ++i) {
        svg.dispatchEvent(new WheelEvent('wheel', {deltaY: i < 25 ? -120 : 120, ctrlKey: true, bubbles: true, cancelable: true,
          clientX: box.left + box.width * 0.6, clientY: box.top + 90}));
        svg.getBoundingClientRect();
      }""")
    turn = (browser.busy() - before) * 1000 / 40
    check(turn < 50, f"many: a turn of the wheel takes {turn:.0f} ms of processor time")
    browser.driver.find_element("id", "zoom-fit").click()
    clusters = "return document.querySelectorAll('#chart .cluster').length"
    check(browser.run(clusters) > 3, "many: no clusters")
    count = "return [...document.querySelectorAll('#chart .cluster text')].reduce((n, t) => n + Number(t.textContent), 0)"
    before = browser.run(count)
    browser.run("document.querySelectorAll('#chart .cluster')[2].dispatchEvent(new MouseEvent('click', {bubbles: true}))")
    check(browser.run(count) < before / 2, "many: a cluster does not open")
    for _ in range(6):
        browser.driver.find_element("id", "zoom-in").click()
        badges_apart(browser, "many")
    print(f"5,000 events: a turn of the wheel takes {turn:.1f} ms of processor time")
    browser.driver.find_element("id", "zoom-fit").click()
    browser.picture(pictures / "many.png")


def narrow_and_printed(name):
    with Browser(400, 860) as browser:
        browser.size(400, 860, touch=True)
        for page in (name, "ancient", "several"):
            open_page(browser, page)
            check(browser.run("return document.documentElement.scrollWidth") <= 400, f"{page}: wider than 400 pixels")
            browser.picture(pictures / f"{page}-400.png")
        still_clean(browser, name)
    with Browser(1000, 1300) as browser:
        open_page(browser, name)
        browser.media(media="print")
        check(browser.run("return getComputedStyle(document.getElementById('filters')).display") == "none", "print: filters stay")
        browser.picture(pictures / f"{name}-print.png")


def every_sample(browser):
    for path in sorted(pathlib.Path("samples").glob("*/article.txt")):
        name = path.parent.name
        open_page(browser, name)
        check(listed(browser) == len(events(name)) > 0, f"{name}: {listed(browser)} of {len(events(name))} events listed")
        dates = browser.run("return [...document.querySelectorAll('#events time')].map(t => t.textContent)")
        check(not [date for date in dates if date.startswith("-") or " -" in date], f"{name}: years with a minus: {dates}")
        nothing_cut(browser, name)
        still_clean(browser, name)


def nothing_found(browser):
    browser.open(pages / "nothing.html")
    check(browser.run("return document.body.innerText").count("No event could be dated.") == 1, "nothing: not said")
    check(browser.run("return document.getElementById('filters').offsetHeight + document.querySelector('.chart').offsetHeight") == 0,
          "nothing: an empty chart, or filters of nothing")
    check("slept" in browser.run("return document.getElementById('reader').innerText"), "nothing: no text")
    still_clean(browser, "nothing")


def short_stretches(browser):
    open_page(browser, "one")
    ticks = browser.run("return [...document.querySelectorAll('#chart .tick text')].map(t => t.textContent)")
    check("1852" in ticks and "1853" in ticks, f"one: a stretch of three years is not shown whole: {ticks}")
    open_page(browser, "days")
    ticks = browser.run("return [...document.querySelectorAll('#chart .tick text')].map(t => t.textContent)")
    check(ticks[:2] == ["1 Jul 1863", "3 Jul"], f"days: their names do not tell the year: {ticks}")


with Browser(1280, 900) as browser:
    every_sample(browser)
    nothing_found(browser)
    short_stretches(browser)
    for name in ("truth-social", "biography"):
        one_article(browser, name)
        filters_and_saves(browser, name)
        still_clean(browser, name)
    told_twice(browser)
    open_page(browser, "ancient")
    check(any("BC" in tick for tick in browser.run("return [...document.querySelectorAll('.tick text')].map(t => t.textContent)")),
          "ancient: no years before Christ on the axis")
    browser.driver.find_element("id", "zoom-fit").click()
    check("An asteroid struck the coast" in drawn(browser), "ancient: the deep past is not drawn")
    browser.picture(pictures / "ancient.png")
    still_clean(browser, "ancient")
    hostile(browser)
    still_clean(browser, "hostile")
    open_page(browser, "several")
    check(browser.run("return document.querySelectorAll('#chart .lane').length") > 3, "several: no lanes")
    browser.picture(pictures / "several.png")
    badges_apart(browser, "several")
    nothing_cut(browser, "several")
    is_readable(browser, "several")
    many(browser)
    still_clean(browser, "many")
with Browser(1280, 900, dark=True) as browser:
    open_page(browser, "biography")
    browser.picture(pictures / "biography-dark.png")
narrow_and_printed("biography")
print("pictures are in", pictures, "" if axe.exists() else "(axe-core is not there: tools/setup test fetches it)")
