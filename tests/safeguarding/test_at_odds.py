"""Two who accuse each other, a victim who is a suspect too, a suspect as safe contact: each is caught in words."""

import pytest

from bluelamp.people.actions.persons import correct
from bluelamp.people.models import Link
from bluelamp.safeguarding.actions.raising import Known, join_victim, settle
from bluelamp.safeguarding.actions.scene import account_for_scene
from bluelamp.safeguarding.models import DomesticIncident
from bluelamp.safeguarding.rules.positive_action import Scene
from bluelamp.verdict import Refused
from bluelamp.victims.actions.agreeing import agree_ways
from bluelamp.victims.actions.recording import record_victim
from bluelamp.victims.models import Victim
from bluelamp.victims.others import others_of
from bluelamp.victims.rules.entitlement import Circumstances
from bluelamp.victims.rules.naming import Naming
from tests.custody.evening import HOUR, MINUTE, TEN, done
from tests.safeguarding.at_home import NOW

BOTH = Scene(
    suspect_present=True, grounds=True, arrested=True, counter_allegation=True, filmed=True,
    primary_aggressor="He: her hands are marked from holding him off",
)  # fmt: skip
HIS = "07700 900555"


def named(home, found: DomesticIncident, person: int, *, at=NOW) -> None:
    known = Known(age_victim=34, age_suspect=36, ties=["intimate"], behaviour=["physical"], suspect=person)
    done(settle, at, by=home.by("response_officer"), domestic=found.pk, known=known)


def as_victim(home, found: DomesticIncident, person: int, **naming) -> Victim:
    by = home.by("domestic_abuse_specialist" if naming else "response_officer")
    facts = {"by": by, "person": person, "incident": found.incident_id}
    circumstances, more = Circumstances(domestic=True), {"naming": Naming(**naming)} if naming else {}
    return Victim.objects.get(pk=done(record_victim, TEN, circumstances=circumstances, **facts, **more))


def test_a_victim_is_named_as_the_other_person_only_once_it_is_written_who_began_it(home) -> None:
    found, him = home.raised(), home.evening.person()
    as_victim(home, found, him)
    with pytest.raises(Refused, match="each says that the other harmed them") as caught:
        named(home, found, him)
    assert caught.value.verdict.field == "suspect"
    done(account_for_scene, NOW, by=home.by("response_officer"), domestic=found.pk, scene=BOTH)
    named(home, found, him)
    assert DomesticIncident.objects.get().suspect_id == him


def test_the_page_says_so_beside_the_question(home, at_page) -> None:
    found, him = home.raised(), home.evening.person()
    as_victim(home, found, him)
    held = home.evening.held(incident=found.incident, person=him)
    assert held.person_id == him, "arrested for it, so that the page offers his name"
    page = at_page("response_officer", f"/domestic/{found.pk}/who/", suspect=str(him), ties=["intimate"])
    assert page.status_code == 422
    assert "each says that the other harmed them" in page.content.decode()


def test_who_is_named_as_suspect_becomes_a_victim_only_where_a_supervisor_agrees(home) -> None:
    found = home.settled()
    assert Link.objects.filter(kind="suspect", record=found.incident.ref, person=found.suspect_id).count() == 1
    with pytest.raises(Refused, match="named as a suspect"):
        as_victim(home, found, found.suspect_id)
    as_victim(home, found, found.suspect_id, counter_agreed_by="Insp Vale: both were hurt")
    hers = Victim.objects.get(person=found.victim.person_id)
    assert others_of(hers).at_odds == {found.suspect_id}
    his = Victim.objects.get(person=found.suspect_id)
    assert others_of(his).at_odds == {found.victim.person_id}


def test_a_suspect_known_from_the_domestic_record_is_no_safe_contact(home) -> None:
    found = home.settled()
    by, him = home.by("response_officer"), found.suspect_id
    done(correct, NOW, by=by, person=him, field="phone", value=HIS, why="Said so")
    facts = {"by": by, "victim": found.victim_id, "source": "Her brother in law", "ways": ["text", "representative"]}
    with pytest.raises(Refused, match="number of a suspect"):
        done(agree_ways, NOW, number="+44 7700 900555", **facts)
    with pytest.raises(Refused, match=r"(?i)suspect"):
        done(agree_ways, NOW, number="07700 900111", speaks_for=him, **facts)


def test_another_person_named_takes_the_part_back_from_the_first(home) -> None:
    found = home.settled()
    other = home.evening.person("Amir", "Redfern")
    named(home, found, other, at=NOW + MINUTE)
    parts = Link.objects.filter(kind="suspect", record=found.incident.ref)
    assert {one.person_id: one.withdrawn for one in parts} == {found.suspect_id: True, other: False}
    named(home, found, other, at=NOW + HOUR)
    assert parts.count() == 2, "said again it is not written again"


def test_two_at_odds_are_told_to_be_two_records(home) -> None:
    found = home.settled()
    his = as_victim(home, found, found.suspect_id, counter_agreed_by="Insp Vale: both were hurt")
    with pytest.raises(Refused, match="incident of its own"):
        done(join_victim, NOW, by=home.by("response_officer"), domestic=found.pk, victim=his.pk)
