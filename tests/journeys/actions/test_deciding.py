"""Detention not authorised: the victim is owed word of it, from the decision and from booking in alike."""

from bluelamp.custody.actions.booking_in import Booking, Decision
from bluelamp.custody.models import Detention
from bluelamp.journeys.actions.deciding import book_in, do_not_detain
from bluelamp.victims.models import Telling
from tests.custody.evening import HOUR, TEN, Evening, done


def test_the_victim_is_told_whichever_page_says_no(evening: Evening) -> None:
    by, told = evening.acting("custody_officer"), []
    for person in ("Callum", "Mark"):
        incident = evening.incident()
        evening.victim(incident)
        arrest = evening.arrest(incident=incident, person=evening.person(person))
        found = evening.arrived(arrest=arrest)
        if person == "Callum":
            done(do_not_detain, TEN + HOUR, by=by, detention=found.pk, why="No grounds")
        else:
            booking = Booking(decision=Decision(authorise=False, grounds="No grounds"))
            done(book_in, TEN + HOUR, by=by, detention=found.pk, booking=booking)
        assert Detention.objects.get(pk=found.pk).disposal == "detention not authorised"
        told.append(Telling.objects.filter(victim__incident=incident, step="released_without_charge").count())
    assert told == [1, 1]
