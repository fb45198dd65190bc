"""The picture of cover: for each unit who is there over the days against the least it needs, with every gap in red."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bluelamp.deadlines.instants import as_local, local, local_day

HEIGHT, BASE, CALL = 50.0, 30.0, 42.0
"""Of a strip in pixels: its height, the foot of the bars, and the line of who is on call."""
LEAST_BAR, ONE, HIGHEST = 4.0, 5.0, 26.0
NIGHT_ENDS, NIGHT_BEGINS = 7, 23


@dataclass(frozen=True, kw_only=True)
class Level:
    """So many there where so many are needed, from an instant to another."""

    begins: datetime
    ends: datetime
    there: int
    least: int


@dataclass(frozen=True, kw_only=True)
class Gap:
    """A stretch in which people are missing; `words` say which."""

    begins: datetime
    ends: datetime
    short: int
    words: str
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class Strip:
    """One unit: `note` says what it needs; `calls` are stretches of being on call, `helps` those of volunteers."""

    name: str
    note: str
    levels: tuple[Level, ...] = ()
    gaps: tuple[Gap, ...] = ()
    calls: tuple[tuple[datetime, datetime], ...] = ()
    helps: tuple[tuple[datetime, datetime], ...] = ()
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class Box:
    """A drawn stretch: place and width in per cent of the strip, top and height in pixels."""

    x: float
    width: float
    y: float = 0.0
    height: float = 0.0
    words: str = ""

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


@dataclass(frozen=True, kw_only=True)
class DrawnStrip:
    strip: Strip
    least: tuple[Box, ...]
    spare: tuple[Box, ...]
    gaps: tuple[Box, ...]
    calls: tuple[Box, ...]
    helps: tuple[Box, ...]


@dataclass(frozen=True, kw_only=True)
class Picture:
    """Everything in its place; `now` is None where it lies outside."""

    days: tuple[Box, ...]
    nights: tuple[Box, ...]
    strips: tuple[DrawnStrip, ...]
    now: float | None


def picture(begins: datetime, ends: datetime, strips: Sequence[Strip], *, now: datetime) -> Picture:
    """Draw the stretch from `begins` to `ends`; what lies outside is cut off. Raises ValueError where it is empty."""
    if ends <= begins:
        raise ValueError("A picture of cover ends after it begins.")
    frame = _Frame(begins, ends)
    return Picture(
        days=tuple(frame.days()),
        nights=tuple(frame.nights()),
        strips=tuple(_drawn(strip, frame) for strip in strips),
        now=frame.place(now) if begins <= now < ends else None,
    )


@dataclass(frozen=True)
class _Frame:
    begins: datetime
    ends: datetime

    def place(self, at: datetime) -> float:
        return round(100 * ((at - self.begins) / (self.ends - self.begins)), 3)

    def box(
        self, begins: datetime, ends: datetime, *, y: float = 0.0, height: float = 0.0, words: str = ""
    ) -> Box | None:
        begins, ends = max(begins, self.begins), min(ends, self.ends)
        if ends <= begins:
            return None
        x = self.place(begins)
        return Box(x=x, width=round(self.place(ends) - x, 3), y=y, height=height, words=words)

    def days(self) -> list[Box]:
        found = []
        day = local_day(self.begins)
        while (start := local(day, time(0))) < self.ends:
            words = f"{as_local(start):%a} {day.day}"
            box = self.box(start, local(day + timedelta(days=1), time(0)), words=words)
            found += [box] if box else []
            day += timedelta(days=1)
        return found

    def nights(self) -> list[Box]:
        found = []
        day = local_day(self.begins) - timedelta(days=1)
        while (start := local(day, time(NIGHT_BEGINS))) < self.ends:
            day += timedelta(days=1)
            box = self.box(start, local(day, time(NIGHT_ENDS)))
            found += [box] if box else []
        return found


def _drawn(strip: Strip, frame: _Frame) -> DrawnStrip:
    spare = max((level.there - level.least for level in strip.levels), default=0)
    one = min(ONE, HIGHEST / spare) if spare > 0 else ONE
    return DrawnStrip(
        strip=strip,
        least=_boxes(
            frame.box(a.begins, a.ends, y=BASE - LEAST_BAR, height=LEAST_BAR) for a in strip.levels if a.least
        ),
        spare=_boxes(_spare(frame, level, one) for level in strip.levels if level.there > level.least),
        gaps=_boxes(frame.box(g.begins, g.ends, y=2, height=HEIGHT - 4, words=f"\u2212{g.short}") for g in strip.gaps),
        calls=_boxes(frame.box(since, until, y=CALL) for since, until in strip.calls),
        helps=_boxes(frame.box(since, until, y=BASE - 18, height=14) for since, until in strip.helps),
    )


def _least(frame: _Frame, level: Level) -> Box | None:
    return frame.box(level.begins, level.ends, y=BASE - LEAST_BAR, height=LEAST_BAR)


def _spare(frame: _Frame, level: Level, one: float) -> Box | None:
    height = round((level.there - level.least) * one, 1)
    foot = BASE - (LEAST_BAR if level.least else 0)
    return frame.box(level.begins, level.ends, y=foot - height, height=height)


def _boxes(found: Iterable[Box | None]) -> tuple[Box, ...]:
    return tuple(box for box in found if box)
