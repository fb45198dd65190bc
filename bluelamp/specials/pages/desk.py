"""The coordinator's desk: who stands where and waits since when, who stays, hours by month, whom to thank."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.guard import acting, page
from bluelamp.deadlines.elapsed import in_words
from bluelamp.deadlines.instants import local_day
from bluelamp.design.charts import Bar
from bluelamp.places.law_in_force import law_of
from bluelamp.specials.models import Claim, Special
from bluelamp.specials.queries import Stands, claims, months_of, occasions_ahead, specials, stands
from bluelamp.specials.rules import hours, retention
from bluelamp.specials.rules.pathway import Stage
from bluelamp.specials.service import given_by, to_thank
from bluelamp.specials.sight import seen_by

MONTHS = 6


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One special whose next step waits. `stuck`: before patrol, and longer than the policy time."""

    found: Stands
    next: str
    whose: str
    stuck: bool


@page("specials.coordinate")
def desk(request: HttpRequest) -> HttpResponse:
    """Everything open, the longest wait first."""
    at = clock.now()
    records = list(specials(ended=True).prefetch_related("thanks"))
    everybody = seen_by(acting(request), records, page="specials:desk")
    found = stands([one for one in everybody if one.ended_at is None], at)
    waiting = _waiting(found, at)
    months = retention.months_back(local_day(at), MONTHS)
    context = {
        "at": at,
        "hidden": len(records) - len(everybody),
        "stages": _stages(found),
        "waiting": waiting,
        "stuck": [one for one in waiting if one.stuck],
        "stuck_after": law_of("specials").value("pathway.stuck_after", on=local_day(at)),
        "open": found,
        "claims": claims(Claim.State.SENT).count(),
        "events": list(occasions_ahead(at)[:4]),
        "thank": _thank(found, at),
        **_retention(everybody, at, months),
        **_hours(found, at, months),
    }
    return render(request, "specials/desk.html", context)


def _stages(found: list[Stands]) -> list[tuple[str, int, int]]:
    """Each stage with how many stand there, and the width of its bar in percent of all open records."""
    counts = [(one, sum(each.stage is one for each in found)) for one in Stage if one is not Stage.ENDED]
    return [(one.words, count, 100 * count // max(len(found), 1)) for one, count in counts]


def _waiting(found: list[Stands], at: datetime) -> list[Waiting]:
    after = law_of("specials").value("pathway.stuck_after", on=local_day(at)).span
    early = (Stage.APPLIED, Stage.CHECKS, Stage.LEARNING, Stage.ATTESTED)
    rows = [
        _one(each, each.stage in early and at - each.since > after)
        for each in found
        if each.stage is not Stage.INDEPENDENT
    ]
    return sorted(rows, key=lambda row: row.found.since)


def _one(found: Stands, stuck: bool) -> Waiting:
    if not found.special.accepted_at:
        return Waiting(found=found, next="The decision", whose="the specials coordinator", stuck=stuck)
    whose = list(dict.fromkeys(step.signer.words for step in found.next))
    names = [step.words for step in found.next]
    return Waiting(found=found, next=", ".join(names), whose=" or ".join(whose), stuck=stuck)


def _retention(everybody: list[Special], at: datetime, months: tuple[object, ...]) -> dict[str, object]:
    today = local_day(at)
    lives = [_life(one) for one in everybody]
    return {
        "months": retention.by_month(lives, months),  # type: ignore[arg-type]
        "stayed": retention.stayed(lives, on=today),
        "reached": retention.reached_attestation(lives, on=today),
        "aims": [
            (label, sum(one.aim == aim for one in everybody if one.ended_at is None))
            for aim, label in Special.Aim.choices
        ],
    }


def _life(special: Special) -> retention.Life:
    attested = special.attested_at()
    return retention.Life(
        applied=local_day(special.applied_at),
        attested=local_day(attested) if attested else None,
        ended=local_day(special.ended_at) if special.ended_at else None,
    )


def _hours(found: list[Stands], at: datetime, months: tuple[object, ...]) -> dict[str, object]:
    """Hours of all by month, and each special's last full month beside the advisory."""
    serving = [one.special for one in found if one.special.officer_id]
    known = months_of([one.officer_id for one in serving if one.officer_id], months, at)  # type: ignore[arg-type]
    law = law_of("specials")
    by_month = [[row[n] for row in known.values()] for n in range(len(months))]
    last = [(one, known[one.officer_id][-2]) for one in serving if one.officer_id]
    return {
        "hours": [
            Bar(label=_name(rows[0]) if rows else "", count=int(_sum(r.worked for r in rows) / hours.HOUR),
                of=int(_sum(r.offered for r in rows) / hours.HOUR))
            for rows in by_month
        ] if serving else [],
        "last": [(one, hours.said(month.worked), hours.said(month.offered), hours.advisory(law, month))
                 for one, month in sorted(last, key=lambda pair: pair[1].worked)],
        "advisory": law.value("hours.advisory", on=local_day(at)),
    }  # fmt: skip


def _sum(spans: object) -> timedelta:
    return sum(spans, timedelta())  # type: ignore[call-overload,no-any-return]


def _name(month: hours.Month) -> str:
    return f"{month.first:%b}"


def _thank(found: list[Stands], at: datetime) -> list[tuple[Special, str, str]]:
    given = given_by([one.special for one in found], at)
    owed = []
    for one in found:
        if one.special.officer_id is None:
            continue
        for milestone in to_thank(one.special, at, given.get(one.special.officer_id, timedelta())):
            url = reverse("specials:thank", args=[one.special.pk, milestone.key])
            owed.append((one.special, f"{milestone.words}, {in_words(given[one.special.officer_id])} in all", url))
    return owed
