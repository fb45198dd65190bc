"""Struck out of whole answers: across tags and entities, in attributes and links, in data; the reader's own stays."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.people.rules.striking import Marks, struck, that_may_be_in
from bluelamp.people.rules.withholding import WITHHELD

ADDRESS = "5 O'Connor Road, St Albans, AL1 2QX"
MARKS = Marks(begin="\ue000x\ue001", end="\ue002x\ue003")


def out(body: str, kind: str = "html", **more: object) -> str:
    return struck(body, kind=kind, secrets=[ADDRESS], marks=MARKS, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("<p>She is at 5 O&#x27;Connor Road now</p>", f"<p>She is at {WITHHELD} now</p>"),
        ("<p>5 O&#39;CONNOR ROAD, st albans, al12qx.</p>", f"<p>{WITHHELD}.</p>"),
        ("<td>5</td><td>O’Connor <mark>Ro</mark>ad</td>", f"<td>{WITHHELD}</td><td><mark></mark></td>"),
        ('<input value="AL1 2QX" name="a">', f'<input value="{WITHHELD}" name="a">'),
        ("<input value=AL12QX>", f'<input value="{WITHHELD}">'),
        ('<a href="/map/?q=5%20O%27Connor%20Road&amp;z=1">Map</a>', f'<a href="/map/?q={WITHHELD}&amp;z=1">Map</a>'),
        ("<!-- AL1 2QX -->", f"<!-- {WITHHELD} -->"),
        ("<p>Keep &amp; mind 1 &lt; 2</p>", "<p>Keep &amp; mind 1 &lt; 2</p>"),
        ("<p>15 O'Connor Road</p>", "<p>15 O'Connor Road</p>"),
    ],
)
def test_it_is_found_however_it_is_marked_up(body: str, left: str) -> None:
    assert out(body) == left


def test_in_data_however_it_is_escaped() -> None:
    data = {"a": ["5 O'Connor Road", 3, None], "AL1 2QX": {"b": "Café"}}
    assert json.loads(out(json.dumps(data), "json")) == {"a": [WITHHELD, 3, None], WITHHELD: {"b": "Café"}}
    held = r'<script id="m" type="application/json">{"at": "5 O\u0027Connor Road \u003Cb\u003E"}</script>'
    assert out(held) == '<script id="m" type="application/json">{"at": "[withheld] \\u003Cb>"}</script>'
    assert out("DESCRIPTION:5 O'Connor\r\n  Road", "text") == f"DESCRIPTION:{WITHHELD}"
    assert out("not json, AL1 2QX", "json") == f"not json, {WITHHELD}"


def test_what_the_reader_typed_stays_and_the_marks_go() -> None:
    own = f"{MARKS.begin}<textarea>AL1 2QX</textarea>{MARKS.end}"
    assert out(f"<p>AL1 2QX</p>{own}") == f"<p>{WITHHELD}</p><textarea>AL1 2QX</textarea>"
    assert struck(f"a{MARKS.begin}", kind="html", secrets=[], marks=MARKS) == "a"


def test_within_words_that_must_be_read_nothing_is_struck() -> None:
    place = "AL1 2QX (not confirmed)"
    body = f"<p>{place}</p><p>She is at AL1 2QX</p>"
    assert out(body, spared=[place]) == f"<p>{place}</p><p>She is at {WITHHELD}</p>"


@given(st.sampled_from([" ", "-", "&nbsp;", "<br>", "</b> <i>", "\n", "&#x27;"]), st.booleans(), st.integers(0, 3))
def test_the_quick_look_misses_nothing_that_is_struck(between: str, upper: bool, around: int) -> None:
    said = between.join(["5", "O'Connor", "Road"])
    body = f"<p>{'word ' * around}{said.upper() if upper and '&' not in said else said}{' word' * around}</p>"
    assert WITHHELD in out(body)
    assert that_may_be_in(body.encode(), [ADDRESS, "9 Far Away Street"]) == [ADDRESS]
    assert that_may_be_in(f'<a title="{said}">'.encode(), [ADDRESS]) == [ADDRESS] or "<" in said
