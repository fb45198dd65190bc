"""Conditions of bail varied or lifted: the victim's views on just this change come first, and they are owed word."""

from bluelamp.custody.models import Bail
from bluelamp.owed.models import Promise
from bluelamp.victims.actions.views import ask_views
from bluelamp.victims.models import Victim
from tests.custody.evening import Evening, done
from tests.custody.let_go import FEBRUARY
from tests.journeys.street import Street


def test_conditions_wait_for_the_victim(evening: Evening, bail: Bail, street: Street) -> None:
    path = f"/bail/{bail.pk}/conditions/"
    assert b"Nobody asked them about this" in street.open("custody_officer", path, FEBRUARY).content
    refused = street.send("custody_officer", path, FEBRUARY, conditions="Curfew", why="Moved")
    assert "Seek the victim" in str(refused.context["form"].errors["victim_views"])
    assert Bail.objects.get().conditions == ["Not to contact her"]
    done(ask_views, FEBRUARY, by=evening.acting("domestic_abuse_specialist"), victim=Victim.objects.get().pk,
         answer="given", words="A curfew would help", about="varying", bail=bail.pk)  # fmt: skip
    assert b"A curfew would help" in street.open("custody_officer", path, FEBRUARY).content
    same = street.send("custody_officer", path, FEBRUARY, conditions="Not to contact her", why="Moved")
    assert "conditions already" in str(same.context["form"].errors["conditions"])
    sent = street.send("custody_officer", path, FEBRUARY, conditions="Curfew\n\nNo contact", why="Moved")
    assert sent.status_code == 303
    assert Bail.objects.get().conditions == ["Curfew", "No contact"]
    assert Promise.objects.filter(kind="victims.tell_conditions_changed").exists()
