"""What whoever makes somebody a suspect calls: conflicts of parts are caught, where there are any."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.victims.actions.conflicts import catch_conflicts
from bluelamp.victims.others import in_conflict


def catch(incident: int | None, person: int, by: Acting, at: datetime) -> None:
    """Within an action. Nothing where there is no incident, or nobody there is in conflict; one statement then."""
    if incident and any(in_conflict(incident, person)):
        catch_conflicts(by=by, at=at, incident=incident, person=person)
