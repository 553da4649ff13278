"""TimelineJS itself draws what annals writes for it: served here, every other request refused."""
import functools, http.server, json, pathlib, sys, threading, time
from browser import Browser

written, package = map(pathlib.Path, sys.argv[1:])
timeline = json.loads(written.read_text())
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


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Server, directory=str(package / "dist")))
threading.Thread(target=server.serve_forever, daemon=True).start()
here = f"http://127.0.0.1:{server.server_port}/"
with Browser(1024, 640) as browser:
    browser.command("Network.enable")
    browser.command("Network.setBlockedURLs", urls=["https://*", "http://*.com/*", "http://*.org/*"])
    browser.driver.get(here)
    count = "return document.querySelectorAll('.tl-timemarker').length"
    for _ in range(100):
        if browser.run(count): break
        time.sleep(0.1)
    drawn = browser.run(count)
    wanted = len(timeline["events"])
    slides = browser.run("return document.querySelectorAll('.tl-slide').length")
    errors = browser.run("return [...document.querySelectorAll('.tl-message-content')].map(m => m.textContent).join()")
    if drawn != wanted: sys.exit(f"TimelineJS draws {drawn} of {wanted} events: {errors} {browser.complaints()}")
    if slides != wanted + ("title" in timeline): sys.exit(f"TimelineJS has {slides} slides for {wanted} events")
    texts = browser.run("return [...document.querySelectorAll('.tl-headline-date')].map(d => d.textContent)")
    missing = [one["display_date"] for one in timeline["events"] if one["display_date"] not in texts]
    if missing: sys.exit(f"TimelineJS does not show the dates {missing}; it shows {texts}")
    print(f"TimelineJS draws {drawn} events and shows their display dates")
