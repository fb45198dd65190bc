"""Views before each decision: asked anew for each change of bail; asked, not answered and not reached told apart."""

from dataclasses import replace
from typing import Any

import pytest

from bluelamp.custody.models import Bail, Detention
from bluelamp.custody.rules.disposals import Closing, Disposal
from bluelamp.custody.rules.ways_out import WayOut
from bluelamp.journeys.actions.bail import end_bail_and_tell, vary_bail_and_tell
from bluelamp.journeys.actions.leaving import release_detained
from bluelamp.journeys.offers import views_heard
from bluelamp.ledger.queries import timeline
from bluelamp.people.models import Person
from bluelamp.verdict import Refused
from bluelamp.victims.actions.agreeing import name_speaker
from bluelamp.victims.actions.views import ask_views
from bluelamp.victims.models import Victim, Views
from bluelamp.victims.rules.views import About, Came
from tests.custody.evening import HOUR, TEN, done
from tests.victims.care import Care

READY = {"property_settled": True, "victim_told": "Rung by the desk at 03:00"}
CLOSING = Closing(disposal=Disposal.BAIL_WITH_CONDITIONS, **READY)


def released(care: Care, closing: Closing, **more: Any) -> None:
    found = care.evening.held(incident=care.incident)
    care.evening.assessed(found, TEN + 4 * HOUR)
    by = care.evening.acting("custody_officer")
    done(release_detained, TEN + 5 * HOUR, by=by, detention=found.pk, closing=closing, words="Not Elm Road", **more)


@pytest.fixture
def bail(care: Care) -> Bail:
    care(ask_views, hours=2, answer="given", words="Not near the school")
    released(care, CLOSING)
    return Bail.objects.get()


def varied(care: Care, bail: Bail, hours: float, *conditions: str, why_not: str = "") -> int:
    by = care.evening.acting("custody_officer")
    return done(vary_bail_and_tell, TEN + hours * HOUR, by=by, bail=bail.pk, conditions=conditions, why="Moved",
                views_why_not=why_not)  # fmt: skip


def asked(care: Care, bail: Bail, hours: float, **more: Any) -> int:
    facts = {"answer": "given", "words": "Not to ring me", "about": "varying", "bail": bail.pk, **more}
    return care(ask_views, hours=hours, **facts)


def test_what_was_said_of_the_first_bail_is_no_answer_to_a_change_nor_one_change_to_the_next(
    care: Care, bail: Bail
) -> None:
    with pytest.raises(Refused, match="views on changing the conditions of bail first"):
        varied(care, bail, 30, "Curfew")
    asked(care, bail, 31)
    varied(care, bail, 32, "Curfew")
    assert Views.objects.filter(about="varying").get().weighed_at == TEN + 32 * HOUR
    with pytest.raises(Refused, match="views on changing the conditions of bail first"):
        varied(care, bail, 33, "Curfew", "No contact")
    asked(care, bail, 34)
    varied(care, bail, 35, "Curfew", "No contact")
    assert Bail.objects.get().views_sought is True


@pytest.mark.parametrize(("hours", "holds_with_a_reason"), [(-3, "sought"), (-40, "not_sought")])
def test_views_on_bail_are_of_this_arrest_those_of_before_hold_with_a_reason_for_a_day(
    care: Care, hours: int, holds_with_a_reason: str
) -> None:
    care(ask_views, hours=2, answer="given", words="Not near the school")
    Views.objects.update(at=TEN + hours * HOUR)
    Victim.objects.update(views_asked_at=TEN + hours * HOUR)
    with pytest.raises(Refused, match="before this arrest"):
        released(care, CLOSING)
    released_again = replace(CLOSING, victim_views_why_not="She rang and says the same")
    found = Detention.objects.get()
    by = care.evening.acting("custody_officer")
    assert not views_heard(list(Victim.objects.all()), since=TEN).allowed
    done(release_detained, TEN + 5 * HOUR, by=by, detention=found.pk, closing=released_again, words="Not Elm Road")
    assert Bail.objects.get().views_sought is (holds_with_a_reason == "sought")


def test_lifting_every_condition_is_a_change_too(care: Care, bail: Bail) -> None:
    with pytest.raises(Refused, match="first"):
        varied(care, bail, 30)
    asked(care, bail, 31)
    varied(care, bail, 32)
    assert Bail.objects.get().conditions == []


@pytest.mark.parametrize(
    ("came", "sought"),
    [
        (Came.NONE, True),
        (Came.NOT_ANSWERED, True),
        (Came.NOT_REACHABLE, False),
        (Came.NOT_PRACTICABLE, False),
    ],
)
def test_each_answer_is_its_own_and_only_asking_counts_as_sought(
    care: Care, bail: Bail, came: Came, sought: bool
) -> None:
    asked(care, bail, 31, answer=came.value, words="" if came is Came.NONE else "At 9 and at 11")
    varied(care, bail, 32, "Curfew")
    changed = Bail.objects.get()
    assert changed.views_sought is sought
    assert bool(changed.views_why_not) or sought
    said = " ".join(line.sentence for line in timeline(care.victim.ref))
    assert f"Decided, of changing the conditions of bail, knowing this of the victim's views: {came.words}" in said


def test_whoever_decides_may_say_why_nobody_was_asked(care: Care, bail: Bail) -> None:
    varied(care, bail, 30, "Curfew", why_not="In hospital, not to be woken")
    assert Bail.objects.get().views_why_not == "In hospital, not to be woken"
    assert Bail.objects.get().views_sought is False
    said = " ".join(line.sentence for line in timeline(care.victim.ref))
    assert "They were not asked. In hospital, not to be woken" in said


def test_another_incidents_bail_and_none_are_no_decision_of_theirs(care: Care, bail: Bail) -> None:
    other = Care(care.evening)
    with pytest.raises(Refused, match="Which bail"):
        asked(other, bail, 30)
    with pytest.raises(Refused, match="Which bail"):
        care(ask_views, hours=30, answer="given", words="x", about="varying")
    assert not Views.objects.filter(about="varying").exists()


def test_a_caution_waits_for_their_views_on_settling_it_without_a_court(care: Care) -> None:
    care(ask_views, hours=2, answer="given", words="Not near the school")
    closing, way = replace(CLOSING, disposal=Disposal.CAUTION), WayOut(disposal=Disposal.CAUTION, admitted=True,
                                                                       consents=True)  # fmt: skip
    with pytest.raises(Refused, match="views on settling it without a court first"):
        released(care, closing, way=way)
    care(ask_views, hours=3, answer="given", words="A caution is enough", about=About.OUT_OF_COURT.value)
    released(care, closing, way=way)
    assert Views.objects.get(about="out_of_court").weighed_at


def test_bail_that_ends_without_a_court_waits_for_them_too(care: Care, bail: Bail) -> None:
    by = care.evening.acting("custody_officer")
    ends = {"by": by, "bail": bail.pk, "outcome": "out_of_court", "why": "He said sorry"}
    with pytest.raises(Refused, match="settling it without a court first"):
        done(end_bail_and_tell, TEN + 30 * HOUR, **ends)
    done(end_bail_and_tell, TEN + 31 * HOUR, views_why_not="Abroad until spring", **ends)
    assert Bail.objects.get().outcome == "out_of_court"


def test_an_adult_is_spoken_for_only_by_somebody_checked(care: Care) -> None:
    with pytest.raises(Refused, match="Say who speaks for them first"):
        care(ask_views, answer="given", words="Not near her", own=False)
    Victim.objects.filter(pk=care.victim.pk).update(vulnerable=True)
    with pytest.raises(Refused, match="their own words, or through"):
        care(ask_views, answer="given", words="Not near her")
    aunt = care.evening.person("Ines", "Marlow")
    Person.objects.filter(pk=aunt).update(born_on="1980-05-04", born_on_answer="known")
    care(name_speaker, who="her aunt", person=aunt)
    care(ask_views, hours=2, answer="given", words="Not near her", own=False)
    assert Views.objects.get().through == "Ines Marlow, her aunt"
    care.evening.arrest(incident=care.incident, person=aunt, at=TEN + 3 * HOUR)
    with pytest.raises(Refused, match="Say who speaks for them first"):
        care(ask_views, hours=4, answer="given", words="Not near her", own=False)
    care(ask_views, hours=5, answer="given", words="Nobody near me", own=True)
    assert [one.through for one in Views.objects.order_by("at")] == ["Ines Marlow, her aunt", ""]
