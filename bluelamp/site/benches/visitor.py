"""A browser without a screen: cookies, forms, one kept connection; standard library alone, so that it costs little."""

import http.client
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urlencode, urlsplit

from bluelamp.access.demonstration import PASSWORD
from bluelamp.site.benches.web import HOST

TOKEN = "csrfmiddlewaretoken"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode(errors="replace")


class Visitor:
    """One person at one browser."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}
        self.link = http.client.HTTPConnection(HOST, port, timeout=30)
        self.token = ""

    def get(self, path: str, **headers: str) -> Answer:
        return self._ask("GET", path, None, headers)

    def post(self, path: str, fields: dict[str, str]) -> Answer:
        """Send a form, with the token of the last form seen."""
        body = urlencode({TOKEN: self.token, **fields}).encode()
        return self._ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def sign_in(self, user_name: str) -> "Visitor":
        """As a demonstration account; raises ValueError if it is refused."""
        self.hidden("/sign-in/")
        answer = self.post("/sign-in/", {"login": user_name, "password": PASSWORD})
        if answer.status != 302:
            raise ValueError(f"Signing in as {user_name} answered {answer.status}.")
        return self

    def hidden(self, path: str, action: str = "") -> dict[str, str]:
        """Every field of the forms on a page (those that post to `action`, if given) with its value."""
        answer = self.get(path)
        if answer.status != 200:
            raise ValueError(f"{path} answered {answer.status}.")
        reader = Fields(action)
        reader.feed(answer.text)
        self.token = reader.values.get(TOKEN, self.token)
        return reader.values

    def close(self) -> None:
        self.link.close()

    def _ask(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        target = urlsplit(path)
        where = target.path + (f"?{target.query}" if target.query else "")
        self.link.request(method, where, body, {"Host": f"localhost:{self.port}", "Cookie": cookies, **headers})
        response = self.link.getresponse()
        answer = Answer(status=response.status, headers=response.headers, body=response.read())
        for line in response.headers.get_all("Set-Cookie") or []:
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name.strip()] = value
        return answer


class Fields(HTMLParser):
    """Reads the names and values of inputs inside forms."""

    def __init__(self, action: str = "") -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self._wanted, self._inside = action, False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = not self._wanted or said.get("action", "") == self._wanted
        elif tag == "input" and self._inside and "name" in said and said.get("type") not in {"radio", "checkbox"}:
            self.values[said["name"]] = said.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False
