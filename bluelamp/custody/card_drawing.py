"""One cell of the whiteboard as HTML. Drawn here and not by a template: sixty of them must come in a moment.

The marks are those of the component `c-cell`, and a test holds the two together; whatever a person wrote is escaped.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from django.utils.safestring import SafeString, mark_safe

from bluelamp.design.fuse import Fuse, fuse
from bluelamp.design.times import hour, span_words, until_words


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One small label on a card."""

    words: str
    strong: bool = False
    due: bool = False


@dataclass(frozen=True, kw_only=True)
class Clock:
    """A clock that runs: its word, when it began, when it is due."""

    word: str
    began: datetime
    due: datetime


@dataclass(frozen=True, kw_only=True)
class Card:
    """One person in detention as the whiteboard shows them; `clock` is the one that runs out next."""

    url: str
    initials: str
    number: str
    since: datetime
    clock: Clock | None
    others: tuple[Clock, ...]
    paused: str
    level: str
    marks: tuple[Mark, ...]
    child: bool


def card_html(card: Card, number: str, *, at: datetime) -> SafeString:
    """The card of one person; `number` is that of the cell, or a word for where they are."""
    burning = fuse(began_at=card.clock.began, due=card.clock.due, at=at) if card.clock else None
    state = f" is-{burning.state}" if burning else ""
    held = _brief(span_words(at - card.since))
    return mark_safe(
        f'<li class="cell{state}"><div class="first"><a class="initials" href="{card.url}">{escape(card.initials)}</a>'
        f'<small>{escape(card.number)}</small><span class="no">{escape(number)}</span></div><div class="since">'
        f'<b data-since="{_epoch(card.since)}">{held}</b> {hour(card.since)}{_level(card.level)}</div>'
        f'{_others(card.others)}<div class="marks">{"".join(map(_mark, card.marks))}</div>'
        f'<div class="visit">{_visit(card, burning, at)}</div></li>'
    )


def empty_html(number: str, *, closed: str = "") -> SafeString:
    """A cell with nobody in it: free, or closed and why."""
    first = f'<div class="first"><span class="no">{escape(number)}</span></div>'
    if closed:
        return mark_safe(
            f'<li class="cell is-closed">{first}<div class="word"><span>{_shape("refused")} {escape(closed)}</span>'
            "</div></li>"
        )
    return mark_safe(f'<li class="cell is-free">{first}<div class="word">free</div></li>')


def _level(level: str) -> str:
    if not level:
        return ""
    high = " high" * (level > "1") + " most" * (level > "2")
    return f'<span class="level{high}"><span class="aloud">Observation level </span>{level}</span>'


def _others(clocks: Sequence[Clock]) -> str:
    if not clocks:
        return ""
    said = "".join(f"<span>{each.word[:3]} <b>{hour(each.due)}</b></span>" for each in clocks)
    return f'<div class="others">{said}</div>'


def _mark(mark: Mark) -> str:
    kind = " due" if mark.due else " strong" if mark.strong else ""
    return f'<span class="tag{kind}">{escape(mark.words)}</span>'


def _visit(card: Card, burning: Fuse | None, at: datetime) -> str:
    if card.clock is None or burning is None:
        return card.paused or "No clock runs"
    clock = card.clock
    words = _brief(until_words(clock.due, at))
    if burning.state == "late":
        said = words.capitalize() if clock.word == "Visit" else f"{clock.word} {words}"
    else:
        said = f"{clock.word} {words.removeprefix('in ')}"
    runs = f'data-until="{_epoch(clock.due)}" data-began="{_epoch(clock.began)}" data-word="{clock.word}"'
    return f"{_track(burning)}<span {runs}>{said}</span>"


def _track(burning: Fuse) -> str:
    if burning.state != "next":
        return _shape(burning.state)
    return (
        '<svg class="track" aria-hidden="true"><rect class="all" width="100%" height="4"/>'
        f'<rect class="left" x="{burning.burnt:.2f}%" width="{burning.left:.2f}%" height="4"/></svg>'
    )


def _shape(name: str) -> str:
    return f'<svg class="i" aria-hidden="true"><use href="#{name}"/></svg>'


def _brief(words: str) -> str:
    return words.removesuffix(" min") if " h " in words else words


def _epoch(at: datetime) -> int:
    return int(at.timestamp())
