"""`{% load design %}`: theme, form keys, fields and drawings, used by the components rather than by pages."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms, template
from django.template.context import Context
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from bluelamp import clock
from bluelamp.design import charts, fields, fuse, ruler
from bluelamp.design.keys import request_key
from bluelamp.design.own_words import own
from bluelamp.design.theme import theme_of

register = template.Library()


@register.simple_tag(takes_context=True)
def theme_attribute(context: Context, said: str = "", page_default: str = "") -> SafeString | str:
    """The `data-theme` attribute of the page; nothing where the device decides."""
    theme = said or theme_of(context.get("request"), page_default)
    context.dicts[0]["theme"] = theme
    return format_html(' data-theme="{}"', theme) if theme else ""


@register.simple_tag
def theme_url() -> str:
    """Where the theme switch posts to, or "" where the site has none."""
    try:
        return reverse("theme")
    except NoReverseMatch:
        return ""


@register.simple_tag(takes_context=True)
def form_key(context: Context) -> str:
    """The key of this form: the one that was posted when it is drawn again, else a new one."""
    request = context.get("request")
    return (request_key(request) if request is not None else None) or str(uuid.uuid4())


@register.simple_tag
def drawn_field(bound: forms.BoundField) -> fields.Drawn:
    """A bound field taken apart for `<c-field>`."""
    return fields.draw(bound)


@register.simple_tag
def promise_groups(rows: Sequence[fuse.Row]) -> list[fuse.Group]:
    """Promises by when they are due, each group on one scale."""
    return fuse.groups(rows, clock.now())


@register.simple_tag
def fuse_row(row: fuse.Row) -> fuse.Fuse:
    """The fuse of a row, on its group's scale when it has one."""
    single = fuse.of(row, clock.now())
    if row.left is None:
        return single
    return fuse.Fuse(state=single.state, burnt=round(100 - row.left, 2), left=row.left)


@register.simple_tag
def drawn_ruler(lanes: Sequence[ruler.Lane]) -> ruler.Ruler:
    """Legal clocks on one ruler, at the present."""
    return ruler.ruler(lanes, clock.now())


@register.simple_tag
def drawn_bars(bars: Sequence[charts.Bar]) -> list[charts.DrawnBar]:
    """Bars in percent of the drawing."""
    return charts.drawn(bars)


@register.simple_tag
def ring_of(began_at: datetime, due: datetime, done_at: datetime | None = None, ended: Any = False) -> dict[str, Any]:
    """The fuse bent round to 12 o'clock: its state, arcs, and the number and unit in the middle."""
    at = clock.now()
    bent = fuse.fuse(began_at=began_at, due=due, at=at, done_at=done_at or None, ended=bool(ended))
    number, unit = fuse.large_unit(due - at)
    return {"fuse": bent, "number": number, "unit": unit, "turn": round(bent.burnt * 3.6, 1)}


@register.filter
def as_typed(words: object) -> SafeString:
    """What the reader typed or asked for, given back to them: never struck out."""
    return own(words)


@register.filter
def points(value: float) -> str:
    """A percentage for an SVG attribute, whatever the language of the page."""
    return f"{value:.2f}%"


@register.filter
def dotted(value: float) -> str:
    """A number with a full stop for an SVG attribute."""
    return f"{value:.2f}"


@register.simple_tag
def row_of(*, law: str = "", began: datetime, done: datetime | None = None, victim: Any = "", **said: Any) -> fuse.Row:
    """A row from the separate attributes of `<c-promise>`."""
    ended = bool(said.pop("ended", False))
    return fuse.Row(source=law, began_at=began, done_at=done or None, victim=bool(victim), ended=ended, **said)
