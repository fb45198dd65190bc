"""A crime felt to be a hate crime: flagged, and its victims have enhanced rights from then on (V5)."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.crimes.actions.hate import flag_hate
from bluelamp.crimes.models import Crime
from bluelamp.crimes.rules.hate import Perceived
from bluelamp.ledger.actions.writing import action
from bluelamp.victims.actions.switching import switch_on
from bluelamp.victims.queries import victims_of


@action
def flag_hate_and_care(*, by: Acting, at: datetime, crime: int, perceived: Perceived, key: str | None = None) -> str:
    """Flag the crime; what is open to a victim with standard rights is due sooner at once."""
    ref = flag_hate(by=by, at=at, crime=crime, perceived=perceived)
    incident = Crime.objects.values_list("incident_id", flat=True).get(pk=crime)
    for victim in victims_of(incident) if incident else ():
        if not victim.enhanced:
            switch_on(by=by, at=at, victim=victim.pk, why="Hate crime.")
    return ref
