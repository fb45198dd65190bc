"""A whole answer as it goes out (a page, a part of one, data, a list) with what is kept from its reader struck out."""

import html
import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote_plus

from bluelamp.people.rules.withholding import WITHHELD, found_by, pieces_of

LEAST_TO_LOOK_FOR = 4
_MARKUP = re.compile(rb"<[^>]*>")
_ENCODED = re.compile(rb"&#?\w+;|%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}")
_NO_SIGN = bytes(one for one in range(256) if not chr(one).isalnum() or one > 127)
_TOKENS = re.compile(
    r"""(<!--.*?-->|<script\b.*?</script\s*>|<style\b.*?</style\s*>|<(?:"[^"]*"|'[^']*'|[^'"<>])*>|[\U000F0000-\U000FFFFD])""",
    re.DOTALL | re.IGNORECASE,
)
_SCRIPT = re.compile(r"(<script\b[^>]*>)(.*?)(</script\s*>)$", re.DOTALL | re.IGNORECASE)
_VALUE = re.compile(r"""(=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)""")
_FIRST = 0xF0000


@dataclass(frozen=True, kw_only=True)
class Marks:
    """What stands before and after words that are the reader's own, and are left as they are."""

    begin: str
    end: str


def that_may_be_in(body: bytes, secrets: Iterable[str]) -> list[str]:
    """Of these secrets those that the answer may hold: a quick look that misses none, and may name one too many."""
    text = _ENCODED.sub(b"", _MARKUP.sub(b"", body)).translate(None, _NO_SIGN).lower()
    marked = _ENCODED.sub(b"", body).translate(None, _NO_SIGN).lower()
    return [one for one in secrets if any(_near(key, text) or _near(key, marked) for key in _keys(one))]


def _keys(secret: str) -> list[bytes]:
    return [piece.encode("ascii", "ignore").translate(None, _NO_SIGN).lower() for piece in pieces_of(secret)]


def _near(key: bytes, text: bytes) -> bool:
    return len(key) < LEAST_TO_LOOK_FOR or key.isdigit() or key in text


def struck(body: str, *, kind: str, secrets: Iterable[str], marks: Marks, spared: Sequence[str] = ()) -> str:
    """The same answer with every one of these secrets struck out, whole or by its telling parts.

    `kind`: "html", "json" or anything else for plain text. Between `marks` nothing is touched, and the marks go.
    `spared` are exact words that this reader must see: within them nothing is struck. It reads text as it is shown:
    across tags, entities and JSON's escapes, in the values of attributes and in addresses of links.
    """
    found = found_by(secrets)
    own = re.compile(f"{re.escape(marks.begin)}(.*?){re.escape(marks.end)}", re.DOTALL)
    kept: list[str] = []

    def keep(one: re.Match[str]) -> str:
        kept.append(one[1])
        return chr(_FIRST + len(kept) - 1)

    body = own.sub(keep, body).replace(marks.begin, "").replace(marks.end, "")
    if found is not None:
        body = _BY_KIND.get(kind, _plain)(body, _striker(found, spared))
    return re.sub("[\U000f0000-\U000ffffd]", lambda one: _own(one[0], kept), body)


def _own(sign: str, kept: Sequence[str]) -> str:
    number = ord(sign) - _FIRST
    return kept[number] if number < len(kept) else ""


Spans = list[tuple[int, int]]
Find = Callable[[str], Spans]


def _striker(found: re.Pattern[str], spared: Sequence[str]) -> Find:
    def find(text: str) -> Spans:
        held = [one.span() for words in spared if words for one in re.finditer(re.escape(words), text)]
        spans = (one.span() for one in found.finditer(text))
        return [(a, b) for a, b in spans if not any(first <= a and b <= last for first, last in held)]

    return find


def _plain(text: str, find: Find) -> str:
    for first, last in reversed(find(text)):
        text = text[:first] + WITHHELD + text[last:]
    return text


def _html(body: str, find: Find) -> str:
    parts = _TOKENS.split(body)
    shown = [html.unescape(one) for one in parts[::2]]
    whole = "\n".join(shown)
    starts, at = [], 0
    for one in shown:
        starts.append(at)
        at += len(one) + 1
    cut: dict[int, list[tuple[int, int, str]]] = {}
    for first, last in find(whole):
        words = WITHHELD
        for number, (start, text) in enumerate(zip(starts, shown, strict=True)):
            a, b = max(first, start), min(last, start + len(text))
            if a < b:
                cut.setdefault(number, []).append((a - start, b - start, words))
                words = ""
    for number, spans in cut.items():
        text = shown[number]
        for a, b, words in reversed(spans):
            text = text[:a] + words + text[b:]
        parts[2 * number] = html.escape(text, quote=False)
    parts[1::2] = [_tag(one, find) for one in parts[1::2]]
    return "".join(parts)


def _tag(tag: str, find: Find) -> str:
    if script := _SCRIPT.match(tag):
        inside = _json(script[2], find) if "json" in script[1] else _plain(script[2], find)
        inside = inside if inside == script[2] else inside.replace("<", "\\u003C")
        return _VALUE.sub(lambda one: _value(one, find), script[1]) + inside + script[3]
    if tag.startswith("<!--") or tag.lower().startswith("<style"):
        return _plain(tag, find)
    return _VALUE.sub(lambda one: _value(one, find), tag)


def _value(one: re.Match[str], find: Find) -> str:
    raw = one[2]
    sign = raw[0] if raw[0] in "\"'" else ""
    said = html.unescape(raw.strip(sign) if sign else raw)
    new = _plain(said, find)
    if new == said and ("%" in said or "+" in said):
        new = _plain(unquote_plus(said), find)
        new = said if new == unquote_plus(said) else quote(new, safe=":/?&=#[]")
    return one[0] if new == said else f'{one[1]}"{html.escape(new)}"'


def _json(body: str, find: Find) -> str:
    try:
        data = json.loads(body)
    except ValueError:
        return _plain(body, find)
    new = _each(data, find)
    return body if new == data else json.dumps(new, ensure_ascii=False)


def _each(data: Any, find: Find) -> Any:
    if isinstance(data, str):
        return _plain(data, find)
    if isinstance(data, dict):
        return {_plain(key, find): _each(one, find) for key, one in data.items()}
    return [_each(one, find) for one in data] if isinstance(data, list) else data


_BY_KIND: dict[str, Callable[[str, Find], str]] = {"html": _html, "json": _json}
