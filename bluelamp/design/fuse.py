"""The fuse: a promise drawn as time running out. Geometry and state only; templates draw it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bluelamp.deadlines.instants import as_local
from bluelamp.deadlines.months import end_of_day
from bluelamp.design import times

YELLOW_AT_MOST = timedelta(minutes=5)
WORDS = {"next": "Next", "now": "Now", "late": "Late", "broken": "Broken", "kept": "Kept"}


@dataclass(frozen=True, kw_only=True)
class Fuse:
    """`burnt` and `left` are percentages of the whole bar and add up to 100; `state` is a key of WORDS."""

    state: str
    burnt: float
    left: float

    @property
    def word(self) -> str:
        return WORDS[self.state]


@dataclass(frozen=True, kw_only=True)
class Row:
    """One promise as a page shows it. Times are instants; `done_at` is when it was done, `ended` that it never was.

    `left` is set by `groups`: the bar's length in percent of its group's scale. `folded` counts the others of its
    kind at the same place that this row stands for. `waiting_since` is for a person who waits.
    """

    what: str
    due: datetime
    began_at: datetime
    to: str = ""
    source: str = ""
    who: str = ""
    unit: str = ""
    url: str = ""
    victim: bool = False
    done_at: datetime | None = None
    ended: bool = False
    waiting_since: datetime | None = None
    folded: int = 0
    left: float | None = None


@dataclass(frozen=True, kw_only=True)
class Group:
    """Promises under one heading, every bar starting at now on one scale that ends at `until`."""

    title: str
    axis: tuple[str, str, str]
    rows: tuple[Row, ...]
    total: int


def state_of(*, began_at: datetime, due: datetime, at: datetime, done_at: datetime | None, ended: bool) -> str:
    """Kept when done by the due time, late when done or still open after it, broken when ended undone.

    Yellow ("now") begins at the last tenth of the allowance or five minutes before, whichever is less.
    """
    if done_at is not None:
        return "kept" if done_at <= due else "late"
    if ended:
        return "broken"
    if at > due:
        return "late"
    return "now" if due - at <= min((due - began_at) / 10, YELLOW_AT_MOST) else "next"


def fuse(
    *, began_at: datetime, due: datetime, at: datetime, done_at: datetime | None = None, ended: bool = False
) -> Fuse:
    """A single fuse spans its own allowance, from `began_at` to `due`."""
    state = state_of(began_at=began_at, due=due, at=at, done_at=done_at, ended=ended)
    left = {"kept": 0.0, "late": 100.0, "broken": 100.0}.get(state)
    if left is None:
        allowance = max(due - began_at, timedelta(seconds=1))
        left = round(min(max((due - at) / allowance, 0.0), 1.0) * 100, 2)
    return Fuse(state=state, burnt=round(100 - left, 2), left=left)


def of(row: Row, at: datetime) -> Fuse:
    """The fuse of a row by itself."""
    return fuse(began_at=row.began_at, due=row.due, at=at, done_at=row.done_at, ended=row.ended)


def due_line(row: Row, at: datetime) -> tuple[str, str]:
    """What stands at the right of a promise: how long (bold), and the time due (small)."""
    state = of(row, at).state
    if row.done_at is not None:
        late = f"late {times.span_words(row.done_at - row.due)}"
        done = times.clock_words(row.done_at)
        return (times.kept_words(row.done_at), _due(row)) if state == "kept" else (late, f"done {done}, {_due(row)}")
    if state == "broken":
        return "never done", times.due_words(row.due, max(at, row.due + timedelta(seconds=1)))
    if row.waiting_since is not None and state != "late":
        return f"waiting {times.span_words(at - row.waiting_since)}", times.due_words(row.due, at)
    return times.until_words(row.due, at), times.due_words(row.due, at)


def groups(rows: Iterable[Row], at: datetime) -> list[Group]:
    """Soonest first, in "Now", "Next hour", "Later today" and "After today"; empty groups are left out."""
    ordered = sorted(rows, key=lambda row: row.due)
    hour = at + timedelta(hours=1)
    midnight = _midnight_after(at)
    last = max([row.due for row in ordered], default=midnight)
    kinds = [(_group_of(row, at, hour, midnight), row) for row in ordered]
    ends = {"Now": hour, "Next hour": hour, "Later today": midnight, "After today": last}
    found = [(title, [row for kind, row in kinds if kind == title], end) for title, end in ends.items()]
    return [_group(title, members, at, end) for title, members, end in found if members]


def _group(title: str, rows: Sequence[Row], at: datetime, end: datetime) -> Group:
    scale = max(end - at, timedelta(minutes=1))
    drawn = tuple(replace(row, left=_length(row, at, scale)) for row in rows)
    return Group(title=title, axis=_axis(title, at, end), rows=drawn, total=sum(1 + row.folded for row in rows))


def _length(row: Row, at: datetime, scale: timedelta) -> float:
    if of(row, at).state in ("late", "broken"):
        return 100.0
    return round(min(max((row.due - at) / scale, 0.0), 1.0) * 100, 2)


def _axis(title: str, at: datetime, end: datetime) -> tuple[str, str, str]:
    if title == "Now":
        return "", "", ""
    middle = at + (end - at) / 2
    if title == "After today":
        return "now", times.short_day(middle), times.short_day(end)
    last = "24:00" if title == "Later today" else times.hour(end)
    return "now", f"+{times.span_words((end - at) / 2)}", last


def _group_of(row: Row, at: datetime, hour: datetime, midnight: datetime) -> str:
    if of(row, at).state in ("now", "late", "broken"):
        return "Now"
    if row.due <= hour:
        return "Next hour"
    return "Later today" if row.due <= midnight else "After today"


def _midnight_after(at: datetime) -> datetime:
    return end_of_day(as_local(at).date())


def _due(row: Row) -> str:
    return f"due {times.clock_words(row.due)}"


def large_unit(left: timedelta) -> tuple[int, str]:
    """One number for the middle of a ring: (9, "hours"), (2, "days"), (13, "min"); never below nought."""
    minutes = int(max(left, timedelta()) / timedelta(minutes=1))
    if minutes >= 48 * 60:
        return minutes // 1440, "days"
    if minutes >= 60:
        return minutes // 60, "hour" if minutes < 120 else "hours"
    return minutes, "min"
