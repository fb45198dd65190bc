"""What an officer may book on for now, and what they have not booked off from."""

from datetime import datetime

from django.db.models import Q

from bluelamp.deadlines.instants import local_day
from bluelamp.duty.models import PlannedDuty, Roster, Tour
from bluelamp.places.law_in_force import law_of


def duty_to_begin(officer: int, *, at: datetime) -> PlannedDuty | None:
    """The published duty that runs now or begins within the hour, where the officer is on no tour for it."""
    soon = at + law_of("duty").value("book_on.before", on=local_day(at)).span
    rows = PlannedDuty.objects.filter(
        officer=officer, roster__state=Roster.State.PUBLISHED, kind=PlannedDuty.Kind.DUTY,
        during__startswith__lte=soon, during__endswith__gt=at,
    )  # fmt: skip
    duty = rows.order_by("during").first()
    if duty is None or Tour.objects.filter(officer=officer, during__overlap=(at, duty.during.upper)).exists():
        return None
    ended = Tour.objects.filter(officer=officer, booked_off_at__gte=duty.during.lower - (soon - at))
    return None if ended.exists() else duty


def tour_to_end(officer: int, *, at: datetime, lock: bool = False) -> Tour | None:
    """The tour of duty that runs now, or whose duty ended some hours ago and that nobody booked off from.

    With `lock`, inside an action: of two who end it at once the second finds it ended.
    """
    since = at - law_of("duty").value("book_off.until", on=local_day(at)).span
    rows = Tour.objects.select_related("team").filter(officer=officer, kind=Tour.Kind.DUTY, booked_off_at=None)
    running = Q(during__contains=at) | Q(during__endswith__gt=since, during__endswith__lte=at)
    found = rows.filter(running).order_by("-during")
    return (found.select_for_update(of=("self",)) if lock else found).first()


def ends_of(tour: Tour) -> datetime:
    """When the duty of a tour ends: later than the tour says where the officer agreed to stay on meanwhile."""
    duties = PlannedDuty.objects.filter(
        officer=tour.officer_id, roster__state=Roster.State.PUBLISHED, kind=PlannedDuty.Kind.DUTY,
        during__overlap=tour.during,
    )  # fmt: skip
    ends: list[datetime] = [tour.during.upper, *(one.during.upper for one in duties)]
    return max(ends)
