"""The clock on the wall and the force day, as whole minutes since 1970 in UTC, so that every length is elapsed time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

HOUR, DAY = 60, 1440
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
ONE_DAY = timedelta(days=1)


def minutes_since_1970(at: datetime) -> int:
    """Whole minutes from the start of 1970 in UTC to an aware instant; seconds are dropped."""
    return int((at - EPOCH) // timedelta(minutes=1))


def instant(minute: int) -> datetime:
    """The aware instant, in UTC, of a minute since 1970."""
    return EPOCH + timedelta(minutes=minute)


@lru_cache(maxsize=65536)
def minute_at(zone: ZoneInfo, day: date, wall: int) -> int:
    """The minute since 1970 at which the clock of `zone` shows `wall` minutes after midnight of `day`.

    `wall` may reach into the next day. An hour that comes twice counts as its first; one that never comes counts as
    if the clock had not been put on, so that windows that follow each other leave no hole and do not overlap.
    """
    midnight = datetime(day.year, day.month, day.day, tzinfo=zone)
    return minutes_since_1970((midnight + timedelta(minutes=wall)).astimezone(UTC))


@lru_cache(maxsize=65536)
def _shown(zone: ZoneInfo, minute: int) -> datetime:
    return instant(minute).astimezone(zone)


@lru_cache(maxsize=65536)
def _force_day(zone: ZoneInfo, begins: int, minute: int) -> date:
    return (_shown(zone, minute).replace(tzinfo=None) - timedelta(hours=begins)).date()


@dataclass(frozen=True, kw_only=True)
class WallClock:
    """A zone, and the hour of the clock (0 to 23) at which its force day begins. R5: duties go by force day."""

    zone: ZoneInfo
    day_begins: int

    def at(self, day: date, wall: int) -> int:
        """The minute since 1970 of `wall` minutes after local midnight of `day`."""
        return minute_at(self.zone, day, wall)

    def start(self, day: date) -> int:
        """The minute at which a force day begins."""
        return minute_at(self.zone, day, self.day_begins * HOUR)

    def local(self, minute: int) -> datetime:
        """What the clock on the wall shows."""
        return _shown(self.zone, minute)

    def force_day(self, minute: int) -> date:
        """The force day to which a minute belongs."""
        return _force_day(self.zone, self.day_begins, minute)

    def dates(self, begins: int, ends: int) -> Iterator[date]:
        """Every day of the calendar of which any minute lies from `begins` to before `ends`."""
        day, last = self.local(begins).date(), self.local(ends - 1).date()
        while day <= last:
            yield day
            day += ONE_DAY

    def force_days(self, begins: int, ends: int) -> Iterator[date]:
        """Every force day of which any minute lies from `begins` to before `ends`."""
        day, last = self.force_day(begins), self.force_day(ends - 1)
        while day <= last:
            yield day
            day += ONE_DAY

    def time_in_words(self, minute: int) -> str:
        """22:00 on 8 December 2026."""
        local = self.local(minute)
        return f"{local:%H:%M} on {day_in_words(local.date())}"


def day_in_words(day: date) -> str:
    """8 December 2026."""
    return f"{day.day} {day:%B %Y}"


def length_in_words(minutes: int) -> str:
    """9 hours, 1 hour 30 minutes, 5 minutes."""
    hours, rest = divmod(minutes, HOUR)
    parts = [_many(hours, "hour")] if hours else []
    return " ".join([*parts, _many(rest, "minute")] if rest or not parts else parts)


def _many(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
