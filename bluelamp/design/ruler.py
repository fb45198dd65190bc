"""The ruler: legal clocks drawn side by side on one scale of hours, with the now line through them all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bluelamp.deadlines.instants import as_local
from bluelamp.design import times


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Something on a lane: an instant and its words; `kept` draws a tick, `until` a stopped stretch (a hospital)."""

    at: datetime
    words: str = ""
    kept: bool = False
    until: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Lane:
    """One legal clock: `name` "Detention", `allowance` "24 hours", from `began_at` to `ends_at`; `note` such as
    "ends 22:50 tonight"."""

    name: str
    allowance: str
    began_at: datetime
    ends_at: datetime
    note: str = ""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DrawnMark:
    x: float
    hour: str
    words: str
    kept: bool
    width: float
    anchor: str


@dataclass(frozen=True, kw_only=True)
class DrawnLane:
    """Positions are percentages of the ruler's width."""

    lane: Lane
    began: float
    now: float
    end: float
    late: bool
    says: str
    marks: tuple[DrawnMark, ...]

    @property
    def burnt_to(self) -> float:
        return self.end if self.late else self.now

    @property
    def left(self) -> float:
        return round(max(self.end - self.now, 0.0), 2)

    @property
    def stop(self) -> float:
        return self.end


@dataclass(frozen=True, kw_only=True)
class Ruler:
    lanes: tuple[DrawnLane, ...]
    ticks: tuple[tuple[float, str], ...]
    now: float
    now_words: str
    words: str


def ruler(lanes: Sequence[Lane], at: datetime) -> Ruler:
    """At least 24 hours from the earliest beginning; longer when a clock ends later or now is past its end."""
    start = min(lane.began_at for lane in lanes).astimezone(UTC)
    end = max([start + timedelta(hours=24), *[lane.ends_at for lane in lanes], at])
    drawn = tuple(_lane(lane, at, start, end) for lane in lanes)
    words = " ".join(f"{d.lane.name}, {d.lane.allowance}: {d.says}, {d.lane.note or _end(d.lane)}." for d in drawn)
    return Ruler(
        lanes=drawn,
        ticks=_ticks(start, end),
        now=_x(at, start, end),
        now_words=f"now {times.hour(at)}",
        words=words,
    )


def _lane(lane: Lane, at: datetime, start: datetime, end: datetime) -> DrawnLane:
    late = at > lane.ends_at
    says = f"late {times.span_words(at - lane.ends_at)}" if late else f"{times.span_words(lane.ends_at - at)} left"
    return DrawnLane(
        lane=lane,
        began=_x(lane.began_at, start, end),
        now=_x(at, start, end),
        end=_x(lane.ends_at, start, end),
        late=late,
        says=says,
        marks=tuple(_mark(mark, start, end) for mark in lane.marks),
    )


def _mark(mark: Mark, start: datetime, end: datetime) -> DrawnMark:
    x = _x(mark.at, start, end)
    width = round(_x(mark.until, start, end) - x, 2) if mark.until else 0.0
    anchor = "start" if x < 20 else "end" if x > 75 else "middle"
    return DrawnMark(x=x, hour=times.hour(mark.at), words=mark.words, kept=mark.kept, width=width, anchor=anchor)


def _ticks(start: datetime, end: datetime) -> tuple[tuple[float, str], ...]:
    """Every second hour of the wall clock, or rarer on a longer ruler."""
    every = max(2, round((end - start) / timedelta(hours=12) / 2) * 2)
    first = as_local(start).replace(minute=0, second=0, microsecond=0).astimezone(start.tzinfo)
    hours = [first + timedelta(hours=n) for n in range(1, int((end - first) / timedelta(hours=1)) + 1)]
    shown = [hour for hour in hours if as_local(hour).hour % every == 0]
    return tuple((_x(hour, start, end), f"{as_local(hour):%H}") for hour in shown)


def _x(at: datetime, start: datetime, end: datetime) -> float:
    return round(min(max((at - start) / (end - start), 0.0), 1.0) * 100, 2)


def _end(lane: Lane) -> str:
    return f"ends {times.clock_words(lane.ends_at)}"
