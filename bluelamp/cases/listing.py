"""Reading the list of cases: next hearing soonest first, page by page, however many there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, When

from bluelamp.cases.models import CaseFile, Charge, CourtNews, Hearing
from bluelamp.cases.queries import STANDS

SHOWN = 50


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One page of cases, each with `next_on`, `next_at` and `next_court`; whether there is one after it."""

    cases: Sequence[CaseFile]
    more: bool


def listed(*, today: date, officer: int | None = None, page: int = 1) -> Listed:
    """The cases of one page, the soonest next hearing first, those with no date ahead last; three statements.

    The next hearing is the date set last of those ahead, as on the case's own page; none where no charge stands.
    `officer`: only those that are theirs.
    """
    first = (page - 1) * SHOWN
    found = list(_ordered(CaseFile.objects.filter(officer=officer) if officer else CaseFile.objects.all(), today)
                 [first : first + SHOWN + 1])  # fmt: skip
    return Listed(cases=found[:SHOWN], more=len(found) > SHOWN)


def counts(officer: int | None) -> tuple[int, int]:
    """How many cases there are, and how many are this officer's; one statement."""
    found = CaseFile.objects.aggregate(every=Count("pk"), own=Count("pk", filter=Q(officer=officer)))
    return found["every"], found["own"]


def _ordered(cases: QuerySet[CaseFile], today: date) -> QuerySet[CaseFile]:
    ahead = Hearing.objects.filter(case=OuterRef("pk"), on__gte=today).order_by("-set_at", "-pk")
    charged = Exists(Charge.objects.filter(STANDS, case=OuterRef("pk")))
    columns = {
        name: Case(When(charged, then=Subquery(ahead.values(column)[:1])))
        for name, column in (("next_on", "on"), ("next_at", "starts_at"), ("next_court", "court"))
    }
    order = (F("next_on").asc(nulls_last=True), F("next_at").asc(nulls_last=True), "-opened_at", "-pk")
    return (
        cases.annotate(**columns)
        .select_related("person", "crime", "officer", "detention__arrest")
        .prefetch_related(
            Prefetch("charges", Charge.objects.select_related("requisition").order_by("charged_at", "pk")),
            Prefetch("news", CourtNews.objects.order_by("pk")),
        )
        .order_by(*order)
    )
