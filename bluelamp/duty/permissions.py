"""The capabilities of duty, in words."""

from datetime import datetime

from django.db.models import Exists, OuterRef

from bluelamp.access.queries import knows_who_is_at_work
from bluelamp.access.registry import Capability

CREW = Capability(name="duty.crew", words="Book officers on and off duty, and put them on call")
VIEW = Capability(name="duty.view", words="See who is on duty and on call, and the rosters")
PLAN = Capability(name="duty.plan", words="Make, change and publish rosters, and decide leave")
RUN_DAY = Capability(name="duty.run_day", words="Take sick calls, have gaps mended, and call out who is on call")
MINE = Capability(name="duty.mine", words="See one's own duties, ask for leave, offer hours and swap")
SEARCH = Capability(name="duty.search", words="Write what a search for a roster found")


def _at_work(at: datetime) -> Exists:
    """Whether an officer is on duty at that time by the roster, and did not book off."""
    from bluelamp.duty.models import Tour

    tours = Tour.objects.filter(officer=OuterRef("pk"), kind=Tour.Kind.DUTY, during__contains=at)
    return Exists(tours.exclude(booked_off_at__lte=at))


knows_who_is_at_work(_at_work)
