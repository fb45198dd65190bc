"""Reading: officers and their roles, restricted records, and who looked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import BooleanField, Exists, JSONField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.expressions import Combinable, RawSQL
from django.db.models.functions import JSONObject

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.models import Look, Officer, Opening, Restriction, RoleGrant
from bluelamp.compiled import Compiled, Given
from bluelamp.verdict import Verdict, allowed, refused

SOURCE = "Restricted records (this force's policy; Data Protection Act 2018 s.62)"


def officers() -> QuerySet[Officer]:
    """Officers with `role_keys`, the roles in force, in the same statement."""
    in_force = Q(grants__withdrawn_at__isnull=True, grants__isnull=False)
    return Officer.objects.annotate(
        role_keys=ArrayAgg("grants__role", filter=in_force, default=Value([]), order_by="grants__role")
    )


def by_collar_number(numbers: Iterable[str]) -> dict[str, int]:
    """The officers' keys by collar number, of those who have an account."""
    return dict(Officer.objects.filter(collar_number__in=list(numbers)).values_list("collar_number", "pk"))


_riders: dict[str, str] = {}


def rides_along(name: str, select: str) -> None:
    """Have what every page needs of a higher floor (a small list) read in the statement that finds the officer.

    `select` is that floor's own SQL, with no value of anybody's in it; the officer then has it as attribute `name`.
    """
    _riders[name] = select


def _active() -> QuerySet[Officer]:
    held = RoleGrant.objects.filter(officer=OuterRef("pk"), withdrawn_at=None).order_by("role").values("role")
    riders = {name: RawSQL(f"ARRAY({select})", []) for name, select in _riders.items()}
    return Officer.objects.filter(pk=Given("officer"), is_active=True).annotate(role_keys=ArraySubquery(held), **riders)


@cache
def _signed_in(_riders_known: int) -> Compiled[Officer]:
    """Compiled anew once another floor has more read along."""
    return Compiled(_active)


def signed_in_officer(number: int) -> Officer | None:
    """The officer with `role_keys`, unless the account is closed; asked on every request."""
    return _signed_in(len(_riders)).first(officer=number)


_assignments: dict[str, tuple[str, ...]] = {}


def assigns(select: str, *, needs: tuple[str, ...] = ()) -> None:
    """Say what makes somebody one of those on a case: they may see what is restricted about it.

    `select` is a higher floor's own SQL. It finds a row where the officer `%s` (once) is assigned to the incident
    `access_restriction.incident`; asked only of those who hold any of the capabilities in `needs`, if it names any.
    """
    _assignments[select] = needs


_ready: list[Callable[[datetime], Exists]] = []


def knows_who_is_at_work(asked: Callable[[datetime], Exists]) -> None:
    """Say how it is known whether an officer (`OuterRef("pk")`) is on duty at a time: the floor that has the roster."""
    _ready.append(asked)


_RESTRICTED = "SELECT EXISTS (SELECT FROM access_restriction WHERE record = ANY(%s) AND lifted_at IS NULL)"


@dataclass(frozen=True, kw_only=True)
class Sight:
    """What one person may know of one restricted record."""

    record: str
    may_see: bool
    ask: str

    @property
    def words(self) -> str:
        return f"A restricted record exists. Ask {self.ask}."


def restricted_among(by: Acting, records: Iterable[str], *, at: datetime | None = None) -> dict[str, Sight]:
    """The restricted ones among `records`, one statement; show `words` where `may_see` is False, never more (D10).

    Its owner, those named on it, those in its roles, those assigned to its case and those who opened it with a reason
    may see a record.
    """
    wanted = sorted(set(records))
    if not wanted:
        return {}
    opened = Opening.objects.filter(restriction=OuterRef("pk"), officer=by.officer_id, until__gt=at or clock.now())
    named = Restriction.allowed.through.objects.filter(restriction=OuterRef("pk"), officer=by.officer_id)
    found = Restriction.objects.filter(record__in=wanted, lifted_at=None).select_related("owner")
    found = found.annotate(
        is_named=Exists(named),
        is_opened=Exists(opened),
        is_assigned=_assigned(by),
        holder=_one_holder(at or clock.now()),
    )
    return {
        restriction.record: Sight(
            record=restriction.record,
            may_see=restriction.belongs_to(by.officer_id, by.roles)
            or restriction.is_named
            or restriction.is_opened
            or restriction.is_assigned
            or not set(by.roles).isdisjoint(restriction.roles),
            ask=_whom(restriction),
        )
        for restriction in found
    }


def _assigned(by: Acting) -> Combinable:
    """Whether this officer is assigned to the case of a restriction, by what the higher floors say assigns."""
    asked = [select for select, needs in _assignments.items() if by.may(*needs) or (by.officer_id and not needs)]
    if not asked:
        return Value(False)
    any_of_them = " OR ".join(f"EXISTS ({select})" for select in asked)
    sql = f"(access_restriction.incident IS NOT NULL AND ({any_of_them}))"
    return RawSQL(sql, [by.officer_id or 0] * len(asked), output_field=BooleanField())


def _one_holder(at: datetime) -> Subquery:
    """Of those in the role that stands in for an owner, one by name: whoever asks needs a person, who is on duty."""
    held = Q(grants__role=OuterRef("asks"), grants__withdrawn_at=None, is_active=True)
    parts = {name: name for name in ("title", "regular_rank", "collar_number", "name")}
    at_work = [asked(at).desc() for asked in _ready]
    who = Officer.objects.filter(held).order_by(*at_work, "name").values(who=JSONObject(**parts))
    return Subquery(who[:1], output_field=JSONField())


def _whom(restriction: Any) -> str:
    """The owner; until there is one the role that stands in, with the name of somebody who holds it."""
    if restriction.owner or not restriction.holder:
        return str(restriction.whom)
    return f"{restriction.whom}, such as {Officer(**restriction.holder)}"


def restriction_of(record: str) -> Restriction | None:
    """The restriction in force on a record, with its owner and those named on it; two statements."""
    found = Restriction.objects.filter(record=record, lifted_at=None).select_related("owner")
    return found.prefetch_related("allowed").first()


def any_restricted(records: Iterable[str]) -> bool:
    """Whether any of these records is restricted: nearly never, so written out in SQL for what is asked all day."""
    with connection.cursor() as cursor:
        cursor.execute(_RESTRICTED, [list(records)])
        return bool(cursor.fetchone()[0])


def may_see(by: Acting, record: str, *, at: datetime | None = None) -> Verdict:
    """Allowed if the record is not restricted, or this person is named on it or has opened it with a reason."""
    sight = restricted_among(by, [record], at=at).get(record)
    return allowed() if sight is None or sight.may_see else refused(sight.words, SOURCE)


def openings_to_read(by: Acting) -> QuerySet[Opening]:
    """Openings of this officer's restricted records by others, that they have not looked at.

    Of records that nobody has taken on, those that stand in for the owner by their role read them.
    """
    theirs = Q(restriction__owner=by.officer_id) | Q(restriction__owner=None, restriction__asks__in=by.roles)
    return (
        Opening.objects.filter(theirs, seen_by_owner_at=None)
        .exclude(officer=by.officer_id)
        .select_related("restriction", "officer")
        .order_by("opened_at")
    )


def opening_of(number: int) -> Opening | None:
    """One opening with its restriction, the owner and who opened it; one statement."""
    return Opening.objects.select_related("restriction__owner", "officer").filter(pk=number).first()


def standing_looks(by: Acting) -> frozenset[str]:
    """The pages this officer holds open as a standing look."""
    return frozenset(Look.objects.filter(officer=by.officer_id, closed_at=None).values_list("page", flat=True))
