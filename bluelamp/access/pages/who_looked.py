"""Who looked at and changed what: every entry about a record, or every entry by an officer (G2)."""

import re
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.actions.looking import look
from bluelamp.access.guard import acting, page
from bluelamp.access.models import Officer
from bluelamp.access.officer_names import with_officers
from bluelamp.ledger.queries import Line, timeline, written_by

REFERENCE = re.compile(r"[a-z_]+:[A-Za-z0-9-]+")


@dataclass(frozen=True, kw_only=True)
class Row:
    """One entry with the name of who wrote it."""

    line: Line
    who: str


@page("ledger.read")
def who_looked(request: HttpRequest) -> HttpResponse:
    """Search by record reference or by user name or collar number; the search is itself written down."""
    record, officer = request.GET.get("record", "").strip(), request.GET.get("officer", "").strip()
    trouble = "" if not record or REFERENCE.fullmatch(record) else "Enter a reference such as incident:41."
    found = [] if trouble else _entries(record, officer)
    if found:
        about = [record] if record else sorted({line.record for line in found})[:50]
        look(page="who looked", records=about, by=acting(request), at=clock.now())
    facts = {"rows": named(found), "record": record, "officer": officer, "trouble": trouble}
    return render(request, "access/who_looked.html", facts, status=422 if trouble else 200)


def _entries(record: str, officer: str) -> list[Line]:
    if record:
        return timeline(record, limit=200)
    found = Officer.objects.filter(user_name=officer.lower()) | Officer.objects.filter(collar_number=officer or "-")
    number = found.values_list("pk", flat=True).first() if officer else None
    return written_by(f"officer:{number}", limit=200) if number else []


def named(lines: list[Line]) -> list[Row]:
    """The lines with the names of the officers who wrote them; one statement."""
    lines, names = with_officers(lines)
    return [Row(line=line, who=names.get(line.by, line.by.removeprefix("system:"))) for line in lines]
