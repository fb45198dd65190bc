"""The commander's day: today and the last seven days in figures, and what is broken and where."""

from datetime import datetime, timedelta

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.guard import page
from bluelamp.deadlines.instants import local_day, start_of_day
from bluelamp.design.charts import Bar
from bluelamp.design.times import WEEKDAYS
from bluelamp.insight.figures import Broken, Figures, figures
from bluelamp.insight.rules.shares import Share

DAYS = 7
WORST = 6
GRADE_WORDS = {"G1": "Immediate", "G2": "Priority", "G3": "Scheduled"}


@page("insight.view")
def commanders_day(request: HttpRequest) -> HttpResponse:
    """Two periods: today so far, and the last seven days with today."""
    at = clock.now()
    today, week = (_of_the_minute(start_of_day(local_day(at) - timedelta(days=n)), at) for n in (0, DAYS - 1))
    found = {
        "at": at,
        "today": today,
        "week": week,
        "rows": _rows(today, week),
        "attended": [(GRADE_WORDS[grade], today.attended[grade], share) for grade, share in week.attended.items()],
        "suites": [(name, week.held_now[name], count) for name, count in week.cells_peak.items()],
        "calls": _bars(week, "calls"),
        "arrests": _bars(week, "arrests"),
        "late": _late_by_day(week),
        "worst": [one for one in week.promises if one.late or one.broken][:WORST],
        "places": _places(week),
    }
    return render(request, "insight/commanders_day.html", found)


def _of_the_minute(since: datetime, at: datetime) -> Figures:
    """The figures up to this minute, worked out once a minute for everybody."""
    until = at.replace(second=0, microsecond=0) + timedelta(minutes=1)
    key = f"figures:{since:%Y%m%d%H%M}:{until:%Y%m%d%H%M}"
    found: Figures | None = cache.get(key)
    if found is None:
        found = figures(since, until)
        cache.set(key, found, 90)
    return found


def _rows(today: Figures, week: Figures) -> list[tuple[str, str, str]]:
    """What is counted: today, and a day over the week."""
    counts = (("Contacts", "calls"), ("Incidents", "incidents"), ("Crimes recorded", "crimes"), ("Arrests", "arrests"))
    rows = [
        (name, str(sum(getattr(today, key).values())), f"{week.a_day(getattr(week, key)):.1f} a day")
        for name, key in counts
    ]
    shares = (("Crimes decided within 24 h", "recorded_in_24h"), ("Victims told in time", "told_in_time"))
    rows += [(name, getattr(today, key).words, getattr(week, key).words) for name, key in shares]
    for channel in sorted(week.answered):
        name = f"Answered in target, {'yellow phone' if channel == 'HELP_POINT' else channel}"
        rows.append((name, today.answered.get(channel, Share()).words, week.answered[channel].words))
    rows.append(("Gave up before an answer", str(today.abandoned), str(week.abandoned)))
    rows.append(("Drive to scene, median", _minutes(today.drive_p50), _minutes(week.drive_p50)))
    rows.append(("Drive to a suite, median", _minutes(today.suite_p50), _minutes(week.suite_p50)))
    return rows


def _minutes(value: float | None) -> str:
    return "none" if value is None else f"{value:.0f} min"


def _days(week: Figures) -> list[datetime]:
    return [week.since + timedelta(days=n, hours=12) for n in range(DAYS)]


def _bars(week: Figures, key: str) -> list[Bar]:
    counts = getattr(week, key)
    return [Bar(label=WEEKDAYS[local_day(day).weekday()], count=counts[local_day(day)]) for day in _days(week)]


def _late_by_day(week: Figures) -> list[Bar]:
    none = Broken(kind="", kept=0, late=0, broken=0)
    days = [(local_day(day), week.promises_by_day.get(local_day(day), none)) for day in _days(week)]
    return [
        Bar(label=WEEKDAYS[day.weekday()], count=one.late + one.broken, of=one.due, part=one.broken)
        for day, one in days
    ]


def _places(week: Figures) -> list[tuple[str, Share]]:
    """Settlements by how often Immediate and Priority calls were reached in time, the worst first."""
    found = week.attended_by_settlement.items()
    return sorted(found, key=lambda one: (one[1].share if one[1].share is not None else 1.0, one[0]))
