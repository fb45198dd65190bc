"""`{% load times %}`: instants, days and spans in words; `{% moment %}` puts them in a `time` element."""

from datetime import date, datetime, timedelta
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from bluelamp.clock import now as present
from bluelamp.design import fuse as fuses
from bluelamp.design import times

register = template.Library()


@register.filter
def clock(at: datetime | None) -> str:
    """`{{ at|clock }}`: 13:50, or with the day when it is not today."""
    return times.clock_words(at) if at else ""


@register.filter
def hour(at: datetime | None) -> str:
    """`{{ at|hour }}`: 13:50, where the day stands elsewhere."""
    return times.hour(at) if at else ""


@register.filter
def day(when: date | datetime | None) -> str:
    """`{{ when|day }}`: Fri 20 Nov."""
    return times.day_words(when) if when else ""


@register.filter
def span(length: timedelta | None) -> str:
    """`{{ length|span }}`: 1 h 12 min."""
    return times.span_words(length) if length is not None else ""


@register.filter
def since(at: datetime | None) -> str:
    """`{{ at|since }}`: how long ago it began, 12 h 50 min."""
    return times.span_words(present() - at) if at else ""


@register.filter
def brief(words: str) -> str:
    """`{{ at|since|brief }}`: 17 h 33, for cells and rows where the minutes are plain from the hours."""
    return words.removesuffix(" min") if " h " in words else words


@register.filter
def until(due: datetime | None) -> str:
    """`{{ due|until }}`: in 13 min, late 4 min."""
    return times.until_words(due) if due else ""


@register.filter
def due(at: datetime | None) -> str:
    """`{{ due|due }}`: by 12:47, was 12:34, end of Mon 23 Nov."""
    return times.due_words(at) if at else ""


@register.filter
def kept(at: datetime | None) -> str:
    """`{{ at|kept }}`: kept 23:51."""
    return times.kept_words(at) if at else ""


@register.filter
def epoch(at: datetime | None) -> int | str:
    """Whole seconds since 1970, for `data-` attributes that the countdown reads."""
    return int(at.timestamp()) if at else ""


@register.simple_tag
def moment(at: datetime | None, way: str = "clock") -> SafeString | str:
    """`{% moment at %}`: the time in a `time` element; `way` is clock, hour or day."""
    if at is None:
        return ""
    words = {"clock": times.clock_words, "hour": times.hour, "day": times.day_words}[way](at)
    return format_html('<time datetime="{}">{}</time>', at.isoformat(), words)


@register.simple_tag
def present_time() -> datetime:
    """`{% present_time as at %}`: the house clock."""
    return present()


@register.simple_tag
def fuse_of(
    began_at: datetime, due_at: datetime, done_at: datetime | None = None, ended: Any = False, left: Any = ""
) -> fuses.Fuse:
    """`{% fuse_of began due done ended as fuse %}`; `left` (percent) puts it on a group's scale."""
    single = fuses.fuse(began_at=began_at, due=due_at, at=present(), done_at=done_at or None, ended=bool(ended))
    if left in ("", None):
        return single
    return fuses.Fuse(state=single.state, burnt=round(100 - float(left), 2), left=float(left))


@register.simple_tag
def due_line(row: fuses.Row) -> tuple[str, str]:
    """`{% due_line row as line %}`: the bold and the small words at the right of a promise."""
    return fuses.due_line(row, present())
