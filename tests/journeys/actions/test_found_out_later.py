"""What an incident is about is found out later: what was written is restricted then, and its log once it is closed."""

from datetime import datetime

import pytest

from bluelamp.access.models import Restriction
from bluelamp.access.queries import may_see
from bluelamp.calls.actions.incidents import close_incident
from bluelamp.calls.models import Incident
from bluelamp.calls.rules.closing import Closing
from bluelamp.journeys.actions.opening import open_with_reason
from bluelamp.journeys.actions.report import Harmed, name_victim, record_crime_for_victims
from bluelamp.safeguarding.actions.raising import raise_domestic
from bluelamp.verdict import Refused
from bluelamp.victims.actions.recording import record_victim
from bluelamp.victims.rules.entitlement import Circumstances
from tests.custody.evening import HOUR, TEN, Evening, done

ASSAULT, RAPE = ("8/2", "Assault"), ("19/8", "Rape")
NOTHING_LEFT = Closing(closing_code="crime", crime_suggested=True, crime_number="90/1/26")


@pytest.fixture
def evening(db: None) -> Evening:
    return Evening()


def crime_of(evening: Evening, incident: Incident, code: str, words: str) -> str:
    facts = {"offence_code": code, "offence_words": words, "category": "Other crime", "circumstances": "He hit her"}
    by = evening.acting("investigator", "Recorder")
    number = done(record_crime_for_victims, TEN, by=by, incident=incident.pk, **facts)
    return f"crime:{number}"


def close(evening: Evening, incident: Incident, at: datetime = TEN + HOUR) -> None:
    by = evening.acting("dispatcher")
    done(
        close_incident, at, by=by, incident=incident.pk, closing_code="crime", result="Crimed",
        left_undone=NOTHING_LEFT,
    )  # fmt: skip


def restricted() -> set[str]:
    return set(Restriction.objects.filter(lifted_at=None).values_list("record", flat=True))


def test_found_to_be_domestic_later_its_crimes_and_threads_are_restricted_then(evening: Evening) -> None:
    incident = evening.incident()
    by, person = evening.acting("response_officer"), evening.person("Bo", "Rudd")
    plain = {"person": person, "incident": incident.pk, "circumstances": Circumstances()}
    crime, victim = crime_of(evening, incident, *ASSAULT), f"victim:{done(record_victim, TEN, by=by, **plain)}"
    other = crime_of(evening, evening.incident(), *ASSAULT)
    assert not restricted()
    done(raise_domestic, TEN, by=evening.acting("response_officer"), incident=incident.pk)
    assert {crime, victim} < restricted()
    assert not {other, incident.ref} & restricted()


@pytest.mark.parametrize("how", ["another crime", "a victim named"])
def test_found_to_be_a_sexual_offence_later_the_first_crime_is_restricted_then(evening: Evening, how: str) -> None:
    incident = evening.incident()
    crime = crime_of(evening, incident, *ASSAULT)
    assert crime not in restricted()
    if how == "another crime":
        crime_of(evening, incident, *RAPE)
    else:
        harmed = Harmed(circumstances=Circumstances(sexual=True), given_names="Joanne")
        done(name_victim, TEN, by=evening.acting("contact_handler"), incident=incident.pk, victim=harmed)
    assert crime in restricted()


def test_the_log_is_everybodys_while_open_and_once_closed_of_those_who_see_what_came_of_it(evening: Evening) -> None:
    incident = evening.incident()
    done(raise_domestic, TEN, by=evening.acting("response_officer"), incident=incident.pk)
    passing, room = evening.acting("response_officer", "Passing"), evening.acting("dispatcher")
    assert may_see(passing, incident.ref).allowed
    close(evening, incident)
    assert may_see(evening.acting("domestic_abuse_specialist"), incident.ref).allowed
    assert not any(may_see(one, incident.ref).allowed for one in (passing, room))
    with pytest.raises(Refused):
        open_with_reason(record=incident.ref, reason="I want to know more", by=passing, at=TEN + HOUR)
    with pytest.raises(Refused):
        open_with_reason(record=f"domestic:{incident.pk}", reason="She rang again now", by=room, at=TEN + HOUR)
    open_with_reason(record=incident.ref, reason="She rang again just now", by=room, at=TEN + HOUR)
    assert may_see(room, incident.ref, at=TEN + HOUR).allowed


def test_closed_already_the_log_is_restricted_when_it_is_found_out_and_another_never(evening: Evening) -> None:
    incident, plain = evening.incident(), evening.incident()
    close(evening, incident)
    close(evening, plain)
    crime_of(evening, plain, *ASSAULT)
    crime_of(evening, incident, *RAPE)
    assert {incident.ref} == {ref for ref in restricted() if ref.startswith("incident:")}
