"""Reading cases."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from bluelamp.cases.models import CaseFile, Charge, CourtNews, Hearing, Requisition
from bluelamp.cases.rules.court_news import News, Standing, standing
from bluelamp.cases.rules.first_hearing import FirstHearing, Plea, first_hearing
from bluelamp.cases.rules.one_case import Charged, Known
from bluelamp.crimes.models import Crime
from bluelamp.custody.models import Detention
from bluelamp.deadlines.instants import local_day, spoken, spoken_day
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, refused

STANDS = Q(requisition=None) | Q(requisition__withdrawn_at=None)
"""Charges that stand: those of no requisition, and of one that was not withdrawn."""


def last_day(case: CaseFile, plea: Plea) -> FirstHearing:
    """The last day for the first hearing of this case; Refused where nobody is charged in it."""
    charged = first_charge(case)
    if charged is None:
        raise Refused(refused("Nobody is charged in this case.", "Order of events"))
    return first_hearing(law_of("cases"), charged_at=charged.charged_at, in_custody=charged.kept_in_custody, plea=plea)


def first_charge(case: CaseFile) -> Charge | None:
    """The first charge of a case that stands; None where none does, as after a requisition was withdrawn."""
    return case.charges.filter(STANDS).order_by("charged_at", "pk").first()


def known_cases(*, person: int, crime: int | None, detention: int | None) -> list[Known]:
    """The cases about this person and the same crime, incident or detention, oldest first; as the rule takes them."""
    incident = _incident_of(crime, detention)
    same = Q(crime=crime) if crime else Q(pk=None)
    same |= Q(detention=detention) if detention else Q(pk=None)
    same |= _about_incident(incident) if incident else Q(pk=None)
    return [_known(one) for one in _whole(CaseFile.objects.filter(same, person=person).order_by("pk"))]


def _incident_of(crime: int | None, detention: int | None) -> int | None:
    if crime:
        return Crime.objects.values_list("incident_id", flat=True).get(pk=crime)
    if detention:
        return Detention.objects.values_list("arrest__incident_id", flat=True).get(pk=detention)
    return None


def _known(case: CaseFile) -> Known:
    standing_now = stands(case.news.all())
    charges = tuple(
        Charged(code=one.offence_code, crime=one.crime_id, how=how_charged(one), stands=one.stands)
        for one in case.charges.all()
    )
    decided = standing_now.verdict is not None
    return Known(number=case.pk, charges=charges, stopped=standing_now.stopped, decided=decided)


def how_charged(charge: Charge) -> str:
    """In words, how and when somebody was charged."""
    if charge.requisition:
        return f"by a requisition sent on {spoken_day(charge.requisition.sent_on)}"
    return f"in custody at {spoken(charge.charged_at)}"


def case_for_page(pk: int) -> CaseFile | None:
    """One case with its charges, hearings and what the court did, each in order; five statements."""
    return _whole(CaseFile.objects.filter(pk=pk)).first()


def cases_of(incident: int) -> list[CaseFile]:
    """The cases of everybody charged over an incident, as above; one statement where there is none."""
    return list(_whole(CaseFile.objects.filter(_about_incident(incident)).order_by("pk")))


def officers_of(incident: int) -> frozenset[int]:
    """Whose cases those of an incident are; one statement."""
    found = CaseFile.objects.filter(_about_incident(incident), officer__isnull=False)
    return frozenset(found.values_list("officer_id", flat=True))


def stands(news: Iterable[CourtNews]) -> Standing:
    """Where a case stands after this news, given in the order in which it was written."""
    return standing([one.as_earlier() for one in news])


def next_hearing(case: CaseFile, at: datetime) -> Hearing | None:
    """The next time in court of a case loaded as above: the date set last, of those ahead; None where none is, or
    where no charge stands."""
    if not any(one.stands for one in case.charges.all()):
        return None
    ahead = [one for one in case.hearings.all() if one.on >= local_day(at)]
    return max(ahead, key=lambda one: (one.set_at, one.pk), default=None)


def trial_ahead(case: int, since: datetime) -> datetime | None:
    """When the trial of a case begins: of those set since then, the one set last; None where there is none."""
    found = Hearing.objects.filter(case_id=case, trial=True, set_at__gte=since, starts_at__isnull=False)
    return found.order_by("-set_at", "-pk").values_list("starts_at", flat=True).first()


def trials_set(incident: int, *, at: datetime) -> dict[int, datetime]:
    """The cases over an incident whose trial is ahead, with when its first date was set; one statement where none."""
    cases = CaseFile.objects.filter(_about_incident(incident)).values("pk")
    ended = CourtNews.objects.filter(
        case=OuterRef("case"),
        news__in=(News.VERDICT, News.APPEAL_DECIDED, News.STOPPED),
        received_at__gt=OuterRef("set_at"),
    )
    ahead = Hearing.objects.filter(~Exists(ended), case__in=cases, trial=True, starts_at__gt=at)
    return dict(ahead.order_by("-set_at").values_list("case_id", "set_at"))


def last_tried(case: int) -> datetime | None:
    """When we had it that a trial of this case was over, or is to be held anew; None where none was."""
    over = (News.VERDICT, News.APPEAL_DECIDED)
    return (
        CourtNews.objects.filter(case_id=case, news__in=over)
        .order_by("-received_at", "-pk")
        .values_list("received_at", flat=True)
        .first()
    )


def _about_incident(incident: int) -> Q:
    return Q(crime__incident_id=incident) | Q(crime=None, detention__arrest__incident_id=incident)


def _whole(cases: QuerySet[CaseFile]) -> QuerySet[CaseFile]:
    return cases.select_related(
        "person", "detention__person", "detention__arrest", "crime", "officer"
    ).prefetch_related(
        Prefetch("charges", Charge.objects.select_related("requisition").order_by("charged_at", "pk")),
        Prefetch("hearings", Hearing.objects.order_by("on", "pk")),
        Prefetch("requisitions", Requisition.objects.select_related("written_by").order_by("pk")),
        Prefetch("news", CourtNews.objects.order_by("pk")),
    )
