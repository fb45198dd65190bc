"""Somebody let go in the small hours, on bail or under investigation, for the tests of what comes after."""

from datetime import UTC, datetime
from typing import Any

from bluelamp.custody.actions.releasing import release
from bluelamp.custody.models import Bail, Detention
from bluelamp.custody.rules.disposals import Closing, Disposal
from tests.custody.evening import HOUR, TEN, Evening, done

NIGHT = TEN + 5 * HOUR
FEBRUARY = datetime(2027, 2, 10, 10, tzinfo=UTC)
"""Ten days before the first period of that bail ends."""
MET = {"suspicion": "on", "further_time_needed": "on", "diligent": "on", "necessary_and_proportionate": "on",
       "told_first_at_0": "2027-02-09", "told_first_at_1": "10:00", "representations": "Wants it over"}  # fmt: skip
"""Conditions A to D found, the suspect told the day before, as the pages ask it."""


def let_go(evening: Evening, disposal: Disposal, **facts: Any) -> Detention:
    found = evening.held(**facts)
    closing = Closing(disposal=disposal, risk_assessed=True, property_settled=True, way_home="On foot",
                      victim_views_sought=True)  # fmt: skip
    by = evening.acting("custody_officer")
    evening.assessed(found, NIGHT)
    done(release, NIGHT, by=by, detention=found.pk, closing=closing, words="Not to contact her")
    return found


def bailed(evening: Evening) -> Bail:
    """On bail with a condition, for what was done to a victim who is known."""
    incident = evening.incident()
    evening.victim(incident)
    return Bail.objects.get(detention=let_go(evening, Disposal.BAIL_WITH_CONDITIONS, incident=incident))
