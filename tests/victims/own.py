"""A victim's own page as its holder sees it: a link and a code, a browser of its own, and the clock in hand."""

import re
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.test import Client

from bluelamp import clock
from bluelamp.victims.actions.inviting import invite
from tests.custody.evening import HOUR, TEN
from tests.victims.care import Care

CODE, TOKEN = "204816", "a-token-that-only-a-test-would-use-000000"


class Own:
    """`own.open()` opens the page with link and code; `own.get` and `own.post` are this browser at `own.at`."""

    def __init__(self, care: Care, *, language: str = "en", token: str = TOKEN) -> None:
        self.care, self.at, self.browser, self.token = care, TEN + HOUR, Client(enforce_csrf_checks=False), token
        care(
            invite, token=token, code=CODE, link=f"https://example.org/page/{token}/", link_way="in_person",
            code_way="in_person", apart=True, language=language,
        )  # fmt: skip

    def get(self, path: str = "/page/") -> HttpResponse:
        with clock.set_to(self.at):
            return self.browser.get(path)

    def post(self, path: str, **given: Any) -> HttpResponse:
        with clock.set_to(self.at):
            return self.browser.post(path, given)

    def enter(self, code: str = CODE, token: str = "") -> HttpResponse:
        return self.post(f"/page/{token or self.token}/", code=code)

    def open(self) -> "Own":
        answer = self.enter()
        assert (answer.status_code, answer["Location"]) == (303, "/page/")
        return self

    def later(self, at: datetime) -> "Own":
        self.at = at
        return self


def text(answer: HttpResponse) -> str:
    """The words of a page."""
    body = answer.content.decode().partition("<body>")[2]
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def is_private(answer: HttpResponse) -> bool:
    """Kept nowhere, and nothing of anybody else's on it."""
    return "no-store" in answer["Cache-Control"] and not re.search(r'(src|href)="https?:', answer.content.decode())
