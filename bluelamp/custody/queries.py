"""Reading custody: who is held where, who is on the way."""

from datetime import datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, NullIf

from bluelamp.compiled import Compiled, Given
from bluelamp.custody import care
from bluelamp.custody.desk_state import desk_parts
from bluelamp.custody.models import (
    Absence,
    Arrest,
    Bail,
    CellStay,
    CustodyOf,
    Detention,
    Investigation,
    Item,
    Review,
    Seal,
    Slot,
)


def held() -> QuerySet[Detention]:
    """Everyone in detention now, with what the clocks and the whiteboard need; five statements."""
    return (
        Detention.objects.filter(released_at=None)
        .select_related("person", "arrest", "suite", "on_bail")
        .prefetch_related(
            "absences",
            "extensions",
            "reviews",
            Prefetch(
                "stays", CellStay.objects.filter(during__upper_inf=True).select_related("cell"), to_attr="in_cell"
            ),
        )
        .order_by("suite__position", "arrived_at")
    )


_LAST_REVIEW = Review.objects.filter(detention=OuterRef("pk")).order_by("-done_at").values("done_at")[:1]
_IN_CUSTODY_OF = CustodyOf.objects.filter(during__upper_inf=True).annotate(
    whose_now=Coalesce("officer__name", NullIf("who_words", Value("")), Value("The custody officer on duty"))
)
_NOW_IN = CellStay.objects.filter(during__upper_inf=True)


def on_the_whiteboard() -> QuerySet[Detention]:
    """Everyone in detention now, with `cell_pk`, `cell_number`, `in_hospital`, `last_review_at`; one statement.

    The clocks are those stored when anything last changed them: the same rule worked them out then. While somebody
    is at hospital they stand still, and the page says so.
    """
    return (
        Detention.objects.filter(released_at=None)
        .select_related("person", "arrest", "suite")
        .annotate(
            cell_pk=Subquery(_NOW_IN.filter(detention=OuterRef("pk")).values("cell")),
            cell_number=Subquery(_NOW_IN.filter(detention=OuterRef("pk")).values("cell__number")),
            in_hospital=Exists(Absence.objects.filter(detention=OuterRef("pk"), returned_at=None)),
            last_review_at=Subquery(_LAST_REVIEW),
        )
        .order_by("suite__position", "arrived_at")
    )


def whole(pk: int) -> Detention | None:
    """One custody record for its own page, open or closed, with `cell_number`, `cell_features`, `reviews_at`
    and what `desk_state_of` takes."""
    done = Review.objects.filter(detention=OuterRef("pk")).order_by("done_at")
    cell = _NOW_IN.filter(detention=OuterRef("pk"))
    return (
        Detention.objects.filter(pk=pk)
        .select_related("person", "suite", "authorised_by", "arrest__officer", "arrest__incident", "on_bail")
        .prefetch_related("absences", "extensions")
        .annotate(
            cell_number=Subquery(cell.values("cell__number")),
            cell_features=Subquery(cell.values("cell__features")),
            reviews_at=ArraySubquery(done.values("done_at")),
            in_custody_of=Subquery(_IN_CUSTODY_OF.filter(person=OuterRef("person")).values("whose_now")),
            rests_read=care.RESTS,
            meals_read=care.MEALS,
            bail_pk=Subquery(Bail.objects.filter(detention=OuterRef("pk")).order_by("-pk").values("pk")[:1]),
            investigation_pk=Subquery(Investigation.objects.filter(detention=OuterRef("pk")).values("pk")),
            **desk_parts(),
        )
        .first()
    )


def of_person(person: int) -> QuerySet[Detention]:
    """Every detention of one person, newest first."""
    return Detention.objects.filter(person_id=person).select_related("suite", "arrest").order_by(F("arrived_at").desc())


_ARRESTS: Compiled[Arrest] = Compiled(
    lambda: (
        Arrest.objects.filter(Q(pk=Given("first")) | Q(in_detention_id=Given("detention")), dearrested_at=None)
        .select_related("incident")
        .order_by("arrested_at", "pk")
    )
)


def arrests_of(found: Detention) -> list[Arrest]:
    """Every arrest that keeps somebody here: the first, and those for other offences since; one statement."""
    return _ARRESTS.ask(first=found.arrest_id, detention=found.pk)


def sealed_bags(detention: int) -> QuerySet[Seal]:
    """The bags of one record that are sealed now, with what is in them; two statements."""
    return Seal.objects.filter(detention=detention, opened_at=None).prefetch_related("items").order_by("pk")


def bag_of(detention: int, seal: int) -> Seal | None:
    """One bag of one record, with what is still in it."""
    inside = Prefetch("items", Item.objects.filter(returned_at=None))
    return (
        Seal.objects.filter(pk=seal, detention=detention).select_related("sealed_by").prefetch_related(inside).first()
    )


def live_slot(arrest: int, *, at: datetime) -> Slot | None:
    """The place asked for or held for somebody arrested; None where there is none, or it has lapsed (P31)."""
    held = Slot.objects.filter(arrest_id=arrest, ended_at=None, lapses_at__gt=at)
    return held.select_related("suite", "arrest__person").first()


def last_diverted(arrest: int) -> Slot | None:
    """The last place that was refused to this crew, with where they were sent; None where none was."""
    return Slot.objects.filter(arrest_id=arrest, accepted=False).select_related("suite", "diverted_to").last()


def on_the_way(at: datetime) -> QuerySet[Slot]:
    """Places held for people on the way, soonest first."""
    return (
        Slot.objects.filter(ended_at=None, lapses_at__gt=at)
        .exclude(accepted=False)
        .select_related("arrest__person", "suite")
        .order_by("eta")
    )
