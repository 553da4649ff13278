"""A Chromium for the tests of the page, with what they ask again and again.

    with Browser(width=1280, height=900) as browser:
        browser.open("build/page/flood.html")
        browser.picture("build/page/flood.png")
        assert browser.complaints() == [] and browser.requests() == ["file:///..."]
"""
import base64, json, os, pathlib, shutil, tempfile, time
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service


def where_missing():
    """What this machine lacks for a browser, or None."""
    return next((f"no {name} here" for name in ("chromium", "chromedriver") if not shutil.which(name)), None)


class Browser:
    def __init__(self, width=1280, height=900, dark=False):
        self.folder = tempfile.mkdtemp(prefix="annals-page-")
        options = Options()
        options.binary_location = shutil.which("chromium")
        for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                     "--force-device-scale-factor=1", "--disable-background-networking", "--no-first-run",
                     f"--user-data-dir={self.folder}/profile"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        options.add_experimental_option("prefs", {"download.default_directory": f"{self.folder}/saved"})
        os.environ["SE_OFFLINE"] = "true"
        self.driver = webdriver.Chrome(service=Service(shutil.which("chromedriver")), options=options)
        self.size(width, height)
        self.media([("prefers-color-scheme", "dark" if dark else "light"), ("prefers-reduced-motion", "reduce")])

    def __enter__(self): return self
    def __exit__(self, *_):
        self.driver.quit()
        shutil.rmtree(self.folder, ignore_errors=True)

    def command(self, name, **arguments): return self.driver.execute_cdp_cmd(name, arguments)
    def run(self, script, *arguments): return self.driver.execute_script(script, *arguments)

    def busy(self):
        """Seconds that the page's own thread has worked, once Performance is enabled."""
        metrics = self.command("Performance.getMetrics")["metrics"]
        return next(one["value"] for one in metrics if one["name"] == "TaskDuration")

    def size(self, width, height, touch=False):
        self.command("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=touch)

    def media(self, features=(), media=""):
        self.command("Emulation.setEmulatedMedia", media=media,
                     features=[{"name": name, "value": value} for name, value in features])

    def open(self, path):
        self.driver.get("about:blank")  # leave the browser's own first page, and forget what it asked for
        self.requests(), self.complaints()
        self.driver.get(pathlib.Path(path).resolve().as_uri())

    def picture(self, path, whole=False):
        shot = self.command("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        pathlib.Path(path).parent.mkdir(parents=True, exist_ok=True)
        pathlib.Path(path).write_bytes(base64.b64decode(shot["data"]))

    def complaints(self):
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]

    def requests(self):
        """Addresses of all that the page asked for since the last call."""
        messages = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        return [message["params"]["request"]["url"] for message in messages
                if message["method"] == "Network.requestWillBeSent"]

    def saved(self, name, seconds=5):
        """The text of a file that the page saved, once."""
        path = pathlib.Path(self.folder, "saved", name)
        for _ in range(seconds * 20):
            if path.exists():
                text = path.read_bytes().decode()
                path.unlink()
                return text
            time.sleep(0.05)
        raise AssertionError(f"{name} was not saved")
