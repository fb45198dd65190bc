"""What a domestic incident's history is, as the criteria of the meeting take it."""

from datetime import date, datetime, timedelta

from django.db.models import Count, Q

from bluelamp.deadlines.instants import local_day
from bluelamp.places.law_in_force import law_of
from bluelamp.safeguarding.models import Assessment, DomesticIncident, MaracReferral
from bluelamp.safeguarding.rules.assessing import Risk, Said, count
from bluelamp.safeguarding.rules.marac import History, criteria
from bluelamp.verdict import Reason

_YEAR = timedelta(days=365)


def history_of(found: DomesticIncident, *, at: datetime) -> History:
    """The newest assessment, the incidents of the same person harmed in 12 months, and when they were last heard."""
    newest = Assessment.objects.filter(domestic=found).order_by("-at", "-pk").first()
    said = [Said(one) for one in newest.answers.values()] if newest else []
    every, unattended = _attended(found, at)
    return History(
        judged_high=found.grade == Risk.HIGH,
        tool=newest.tool if newest else "",
        yes=count(answers=said).yes,
        attended=every,
        unattended=unattended,
        heard_on=_heard(found),
    )


def criteria_of(found: DomesticIncident, *, at: datetime) -> tuple[Reason, ...]:
    """Each criterion of referral that is met."""
    return criteria(law_of("safeguarding"), history=history_of(found, at=at), on=local_day(at))


def _attended(found: DomesticIncident, at: datetime) -> tuple[int, int]:
    """Domestic incidents of the person harmed in 12 months, and how many of those before this one nobody went to."""
    if found.victim is None:
        return 1, 0
    same = DomesticIncident.objects.filter(victim__person=found.victim.person_id, ended_at=None)
    nobody_went = Q(incident__first_at_scene_at=None, scene_at=None, assessed_at=None) & ~Q(pk=found.pk)
    counted = same.filter(raised_at__gt=at - _YEAR, raised_at__lte=at).aggregate(
        every=Count("pk"), unattended=Count("pk", filter=nobody_went)
    )
    return max(1, counted["every"]), counted["unattended"]


def _heard(found: DomesticIncident) -> date | None:
    if found.victim is None:
        return None
    same = MaracReferral.objects.filter(domestic__victim__person=found.victim.person_id, heard_at__isnull=False)
    last = same.exclude(domestic=found).order_by("-heard_at").first()
    return local_day(last.heard_at) if last and last.heard_at else None
