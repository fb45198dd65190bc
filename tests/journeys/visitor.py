"""People at their browsers: who signs in, what their page says, and what must be true of every page they see."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bluelamp.access.demonstration import PASSWORD, PEOPLE

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""What may differ between light and dark: all else is the same page."""
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
USER_NAMES = {person.role: person.user_name for person in PEOPLE}
DRIVERS = ("WebGL", "GPU", "GL Driver", "swiftshader")
WIDE_PARTS = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
  [document.documentElement.scrollWidth + ' px wide',
   ...[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
     .slice(0, 4).map(e => e.outerHTML.slice(0, 140))]"""
FRESH_SECONDS = 240  # well under what a step of authority asks of a sign-in, which is ten minutes
STATES_OF_AN_ANSWER = ("400 (", "403 (", "404 (", "422 (", "503 (")


@dataclass(kw_only=True)
class Visitor:
    """One person in one browser window. `said` collects what the browser complained of."""

    page: Any
    address: str
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda message: self._note(message.type, message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))

    def _note(self, kind: str, text: str) -> None:
        """Errors and warnings, but neither what a software graphics driver says nor that an answer was a refusal."""
        refusal = "Failed to load resource" in text and any(state in text for state in STATES_OF_AN_ANSWER)
        if kind in ("error", "warning") and not refusal and not any(word in text for word in DRIVERS):
            self.said.append(text)

    def open(self, path: str) -> "Visitor":
        """Go to a path; the page must answer."""
        answer = self.page.goto(f"{self.address}{path}")
        assert answer is not None
        assert answer.status < 500, f"{path} answered {answer.status}: {self.text()[:400]}"
        assert "/sign-in/" in path or "/sign-in/" not in self.page.url, f"{path} asks for a sign-in"
        return self

    def text(self, of: str = "body") -> str:
        """The words on the page, spaces made single."""
        return " ".join(str(self.page.inner_text(of)).split())

    def press(self, words: str) -> "Visitor":
        """Press the button or follow the link with these words."""
        found = self.page.get_by_role("button", name=words).or_(self.page.get_by_role("link", name=words))
        found.first.click()
        self.page.wait_for_load_state("domcontentloaded")
        return self

    def fill(self, **answers: str | bool) -> "Visitor":
        """Fill the fields of these names, of whatever kind they are."""
        for name, answer in answers.items():
            _fill(self.page, name, answer)
        return self

    def send(self, then: str | re.Pattern[str]) -> "Visitor":
        """Send the last form of the page and come to the page of this path."""
        self.page.locator("main form[method=post] button").last.click()
        self.page.wait_for_url(f"{self.address}{then}" if isinstance(then, str) else then)
        return self

    def refused(self) -> str:
        """Send the last form of the page, which is refused: the words of the summary of what is wrong."""
        self.page.locator("main form[method=post] button").last.click()
        self.page.wait_for_selector(".error-summary")
        return self.text(".error-summary")

    def path(self) -> str:
        return str(self.page.url).removeprefix(self.address)


def _fill(page: Any, name: str, answer: str | bool) -> None:
    fields = page.locator(f"[name='{name}']")
    kind = fields.first.evaluate("e => e.type || e.tagName")
    if kind in ("radio", "checkbox") and isinstance(answer, str):
        page.locator(f"[name='{name}'][value='{answer}']").check(force=True)
    elif kind == "checkbox":
        fields.first.set_checked(bool(answer), force=True)
    elif kind.startswith("select"):
        fields.first.select_option(str(answer))
    else:
        fields.first.fill(str(answer))


class Visitors:
    """Opens windows on one installation, as people who signed in a short while ago."""

    def __init__(self, browser: Any, address: str) -> None:
        self.browser, self.address = browser, address
        self.known: dict[str, tuple[float, Any]] = {}

    def state(self, role: str) -> Any:
        """The cookies of somebody signed in through the sign-in page a short while ago; nothing for nobody."""
        if not role:
            return None
        at, state = self.known.get(role, (0.0, None))
        if state is None or time.monotonic() - at > FRESH_SECONDS:
            state = self._signed_in(role)
            self.known[role] = time.monotonic(), state
        return state

    def _signed_in(self, role: str) -> Any:
        context = self.browser.new_context()
        page = context.new_page()
        page.goto(f"{self.address}/sign-in/")
        sign_in(page, USER_NAMES[role])
        page.wait_for_url(lambda url: "/sign-in/" not in url)
        state = context.storage_state()
        context.close()
        return state

    @contextmanager
    def __call__(self, role: str = "", *, theme: str = "", **options: Any) -> Iterator[Visitor]:
        """A window of somebody in a role ("" for anyone from the street)."""
        context = self.browser.new_context(storage_state=self.state(role), **options)
        context.set_default_timeout(20_000)
        if theme:
            context.add_cookies([{"name": "theme", "value": theme, "url": self.address}])
        try:
            yield Visitor(page=context.new_page(), address=self.address)
        finally:
            context.close()

    def check(self, role: str, path: str) -> None:
        """What must be true of a page as this role sees it: axe finds nothing in light, and in dark no colour."""
        for theme, only in (("light", TAGS), ("dark", COLOURS)):
            with self(role, theme=theme, bypass_csp=True, viewport={"width": 1280, "height": 900}) as visitor:
                visitor.open(path)
                found = axe(visitor.page, only)
                assert found == [], f"{path} in {theme}: {found}"
                title = visitor.page.title()
                assert title.endswith(": Bluelamp") if role else "police" not in title.lower(), f"{path}: {title!r}"


def sign_in(page: Any, user_name: str) -> None:
    """Fill the sign-in page and send it."""
    page.fill("[name=login]", user_name)
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")


def axe(page: Any, only: Any = TAGS) -> list[tuple[str, list[str]]]:
    """What axe finds wrong with the page as it stands; the window must have been opened with bypass_csp."""
    page.add_script_tag(path=str(AXE))
    found = page.evaluate("only => axe.run(document, {runOnly: only})", only)
    assert found["passes"]
    return [(each["id"], [node["html"][:200] for node in each["nodes"]][:4]) for each in found["violations"]]
