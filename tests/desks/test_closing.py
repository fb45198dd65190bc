"""What is left undone at an incident: news of it not told, risk not assessed; never what runs on after it is closed."""

from bluelamp.calls.models import Incident
from bluelamp.calls.rules.closing import Closing, may_close
from bluelamp.crimes.queries import decided_on
from bluelamp.desks.closing import UNASSESSED, left_undone
from bluelamp.safeguarding.actions.alone import judge
from bluelamp.victims.models import Victim
from tests.custody.evening import TEN, done
from tests.safeguarding.at_home import NOW, AtHome


def undone(incident: Incident) -> Closing:
    victims = list(Victim.objects.filter(incident=incident).select_related("person"))
    return left_undone(
        incident, closing_code="crime", decided=decided_on(incident.pk), victims=victims, thrive_again=True
    )


def test_an_incident_of_stalking_is_closed_once_its_risk_is_assessed(home: AtHome) -> None:
    row = home.stalked()
    assert undone(row.incident).follow_ups_missing == ("the risk assessed, for stalking",)
    done(judge, NOW, by=home.by("response_officer"), pathway=row.pk, grade="high", reason="He knows where she works")
    assert undone(row.incident).follow_ups_missing == ()


def test_a_domestic_incident_is_closed_once_its_risk_is_assessed_whatever_else_runs_on(home: AtHome) -> None:
    """Rights, support and the offer of a statement are owed to the victim, and stand in nobody's way."""
    found = home.settled()
    left = undone(found.incident)
    assert (left.follow_ups_missing, left.victims_not_told) == ((UNASSESSED,), ())
    assert "the risk assessed" in may_close(left).words
    home.assessed(found)
    assert may_close(undone(found.incident)).allowed


def test_a_victim_who_was_not_told_of_the_arrest_keeps_it_open(home: AtHome) -> None:
    found = home.assessed()
    home.evening.arrest(incident=found.incident, at=TEN)
    assert undone(found.incident).victims_not_told == ("Joanne Marlow",)
