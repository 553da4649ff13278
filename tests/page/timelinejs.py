"""TimelineJS itself draws what annals writes for it: served here, every other request refused.

    timelinejs.py PACKAGE FILE...
"""
import functools, http.server, json, pathlib, sys, threading, time
from browser import Browser

package, *files = map(pathlib.Path, sys.argv[1:])
page = """<!doctype html><link rel=stylesheet href=/css/timeline.css><div id=here style="width:1000px;height:600px"></div>
<script src=/js/timeline.js></script><script>
fetch("/data.json").then(r => r.json()).then(data => {
  window.drawn = new TL.Timeline("here", data, {script_path: "/js/", font: "", initial_zoom: 2});
});</script>"""


class Server(http.server.SimpleHTTPRequestHandler):
    def do_GET(self):
        own = {"/": page.encode(), "/data.json": json.dumps(timeline).encode()}.get(self.path)
        if own is None: return super().do_GET()
        self.send_response(200)
        self.send_header("Content-Type", "text/html" if self.path == "/" else "application/json")
        self.end_headers()
        self.wfile.write(own)

    def log_message(self, *_): pass


def draw(browser, file):
    global timeline
    timeline = json.loads(file.read_text())
    browser.driver.get(here)
    count = "return document.querySelectorAll('.tl-timemarker').length"
    for _ in range(100):
        if browser.run(count): break
        time.sleep(0.1)
    drawn = browser.run(count)
    wanted = len(timeline["events"])
    slides = browser.run("return document.querySelectorAll('.tl-slide').length")
    errors = browser.run("return [...document.querySelectorAll('.tl-message-content')].map(m => m.textContent).join()")
    if drawn != wanted: sys.exit(f"{file.name}: TimelineJS draws {drawn} of {wanted} events: {errors} {browser.complaints()}")
    if slides != wanted + ("title" in timeline): sys.exit(f"{file.name}: TimelineJS has {slides} slides for {wanted} events")
    texts = browser.run("return [...document.querySelectorAll('.tl-headline-date')].map(d => d.textContent)")
    missing = [one["display_date"] for one in timeline["events"] if one["display_date"] not in texts]
    if missing: sys.exit(f"{file.name}: TimelineJS does not show the dates {missing}; it shows {texts}")
    return drawn


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Server, directory=str(package / "dist")))
threading.Thread(target=server.serve_forever, daemon=True).start()
here = f"http://127.0.0.1:{server.server_port}/"
with Browser(1024, 640) as browser:
    browser.command("Network.enable")
    browser.command("Network.setBlockedURLs", urls=["https://*", "http://*.com/*", "http://*.org/*"])
    drawn = [draw(browser, file) for file in files]
    print(f"TimelineJS draws {sum(drawn)} events of {len(files)} files and shows their display dates")
