"""Reading cases."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Prefetch, QuerySet

from bluelamp.cases.models import CaseFile, Charge, CourtNews, Hearing
from bluelamp.cases.rules.court_news import Standing, standing
from bluelamp.cases.rules.first_hearing import FirstHearing, Plea, first_hearing
from bluelamp.deadlines.instants import local_day
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, refused


def last_day(case: CaseFile, plea: Plea) -> FirstHearing:
    """The last day for the first hearing of this case; Refused where nobody is charged in it."""
    charged = case.charges.order_by("charged_at").first()
    if charged is None:
        raise Refused(refused("Nobody is charged in this case.", "Order of events"))
    return first_hearing(law_of("cases"), charged_at=charged.charged_at, in_custody=charged.kept_in_custody, plea=plea)


def case_for_page(pk: int) -> CaseFile | None:
    """One case with its charges, hearings and what the court did, each in order; four statements."""
    return _whole(CaseFile.objects.filter(pk=pk)).first()


def cases_of(incident: int) -> list[CaseFile]:
    """The cases of everybody arrested for an incident, as above; one statement where there is none."""
    return list(_whole(CaseFile.objects.filter(detention__arrest__incident_id=incident).order_by("pk")))


def stands(news: Iterable[CourtNews]) -> Standing:
    """Where a case stands after this news, given in the order in which it was written."""
    return standing([one.as_earlier() for one in news])


def next_hearing(case: CaseFile, at: datetime) -> Hearing | None:
    """The next time in court of a case loaded as above: the date set last, of those ahead; None where none is."""
    ahead = [one for one in case.hearings.all() if one.on >= local_day(at)]
    return max(ahead, key=lambda one: (one.set_at, one.pk), default=None)


def _whole(cases: QuerySet[CaseFile]) -> QuerySet[CaseFile]:
    return cases.select_related("detention__person", "detention__arrest", "crime").prefetch_related(
        Prefetch("charges", Charge.objects.order_by("charged_at", "pk")),
        Prefetch("hearings", Hearing.objects.order_by("on", "pk")),
        Prefetch("news", CourtNews.objects.order_by("pk")),
    )
