"""One real browser with the board open, where one is installed; it notes when a row stands on the page."""

import shutil
from importlib.util import find_spec
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
WATCH = """() => {
  window.seenRows = {};
  const look = () => document.querySelectorAll('[id^="inc-"]').forEach(
    row => { window.seenRows[row.id.slice(4)] ??= Date.now() / 1000; });
  look();
  new MutationObserver(look).observe(document.body, {childList: true, subtree: true});
}"""


class Screen:
    """Use it in a `with`. `there` is False, and `words` say so, where no browser is installed."""

    def __init__(self, port: int, cookies: dict[str, str]) -> None:
        self.port, self.cookies = port, cookies
        self.program = next((found for name in NAMES if (found := shutil.which(name))), "")
        self.there = bool(self.program and find_spec("playwright"))
        self.words = "a real browser shows one board" if self.there else "no browser here: every board is a stream"
        self._playing: Any = None
        self._page: Any = None

    def __enter__(self) -> "Screen":
        if not self.there:
            return self
        from playwright.sync_api import sync_playwright

        self._playing = sync_playwright().start()
        browser = self._playing.chromium.launch(executable_path=self.program, args=["--no-sandbox"])
        context = browser.new_context()
        address = f"http://localhost:{self.port}"
        context.add_cookies([{"name": name, "value": value, "url": address} for name, value in self.cookies.items()])
        self._page = context.new_page()
        self._page.goto(f"{address}/board/")
        self._page.evaluate(WATCH)
        return self

    def __exit__(self, *_: object) -> None:
        if self._playing is not None:
            self._playing.stop()

    def seen(self) -> dict[int, float]:
        """When each row first stood on the page, by incident."""
        if not self.there:
            return {}
        rows = self._page.evaluate("() => window.seenRows")
        return {int(number): float(at) for number, at in rows.items() if number.isdecimal()}
