"""Bail from its list to its end: the record in four parts, each form, the victim first, supervisors' reviews."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from bluelamp import clock
from bluelamp.access.models import Restriction
from bluelamp.custody.actions.releasing import release
from bluelamp.custody.models import Bail, Detention, Investigation
from bluelamp.custody.rules.disposals import Closing, Disposal
from bluelamp.owed.models import Promise
from bluelamp.victims.actions.views import ask_views
from bluelamp.victims.models import Victim
from tests.custody.evening import HOUR, TEN, Evening, done

NIGHT = TEN + 5 * HOUR
FEBRUARY = datetime(2027, 2, 10, 10, tzinfo=UTC)
MET = {"suspicion": "on", "further_time_needed": "on", "diligent": "on", "necessary_and_proportionate": "on",
       "told_first_at_0": "2027-02-09", "told_first_at_1": "10:00", "representations": "Wants it over"}  # fmt: skip


@pytest.fixture
def open_page(evening: Evening, client: Client) -> Any:
    def opened(role: str, path: str, *, at: datetime = FEBRUARY, **given: Any) -> HttpResponse:
        evening.signed_in(role, client, at=at)
        with clock.set_to(at):
            return client.post(path, given) if given else client.get(path)

    return opened


def let_go(evening: Evening, disposal: Disposal, **facts: Any) -> Detention:
    found = evening.held(**facts)
    closing = Closing(disposal=disposal, risk_assessed=True, property_settled=True, way_home="On foot",
                      victim_views_sought=True)  # fmt: skip
    by = evening.acting("custody_officer")
    evening.assessed(found, NIGHT)
    done(release, NIGHT, by=by, detention=found.pk, closing=closing, words="Not to contact her")
    return found


@pytest.fixture
def bail(evening: Evening) -> Bail:
    incident = evening.incident()
    evening.victim(incident)
    return Bail.objects.get(detention=let_go(evening, Disposal.BAIL_WITH_CONDITIONS, incident=incident))


def test_the_record_has_its_four_parts(bail: Bail, open_page: Any) -> None:
    text = open_page("reviewing_inspector", f"/bail/{bail.pk}/").content.decode()
    for words in ("Joanne Marlow", "How the end is counted", "the day after, Sat 21 Nov 2026, is day 1",
                  "Extend bail to 6",
                  "Bailed before charge to return Sat 20 Feb 2027", "Not to contact her"):  # fmt: skip
        assert words in text, words


def test_a_constable_is_refused_each_step_with_its_law(bail: Bail, open_page: Any) -> None:
    text = open_page("investigator", f"/bail/{bail.pk}/").content.decode()
    assert f"/bail/{bail.pk}/extend/" not in text
    assert f"/bail/{bail.pk}/days/" in text


def test_extended_on_its_page_and_the_victim_is_owed_word(evening: Evening, bail: Bail, open_page: Any) -> None:
    path = f"/bail/{bail.pk}/extend/"
    assert b"An inspector or above decides" in open_page("reviewing_inspector", path).content
    early = open_page("reviewing_inspector", path, why="Phones", suspicion="on")
    assert early.status_code == 422
    assert b"D: bail must be necessary" in early.content
    before = Promise.objects.filter(kind="victims.tell_bailed").count()
    assert open_page("reviewing_inspector", path, why="Phones", **MET).status_code == 303
    assert Bail.objects.get().rung == "inspector"
    assert Promise.objects.filter(kind="victims.tell_bailed").count() == before + 1
    assert open_page("custody_officer", f"/bail/{bail.pk}/told/", words="By phone to his solicitor").status_code == 303


def test_conditions_wait_for_the_victim(evening: Evening, bail: Bail, open_page: Any) -> None:
    path = f"/bail/{bail.pk}/conditions/"
    first = open_page("custody_officer", path).content.decode()
    assert "Nobody asked them about this" in first
    refused = open_page("custody_officer", path, conditions="Curfew", why="Moved")
    assert refused.status_code == 422
    assert b"Seek the victim" in refused.content
    done(ask_views, FEBRUARY, by=evening.acting("domestic_abuse_specialist"), victim=Victim.objects.get().pk,
         answer="given", words="A curfew would help", about="varying", bail=bail.pk)  # fmt: skip
    assert "A curfew would help" in open_page("custody_officer", path).content.decode()
    assert open_page("custody_officer", path, conditions="Curfew\nNo contact", why="Moved").status_code == 303
    assert Bail.objects.get().conditions == ["Curfew", "No contact"]
    assert Promise.objects.filter(kind="victims.tell_conditions_changed").exists()


def test_days_with_the_prosecutor(bail: Bail, open_page: Any) -> None:
    path = f"/bail/{bail.pk}/days/"
    assert open_page("custody_officer", path, what="prosecutor begins", on="2027-02-10").status_code == 303
    assert "Stands still" in open_page("custody_officer", f"/bail/{bail.pk}/").content.decode()
    assert open_page("custody_officer", path, what="prosecutor begins", on="2027-02-10").status_code == 422
    assert open_page("custody_officer", path, what="prosecutor ends", on="2027-02-10").status_code == 303


def test_the_court_comes_after_the_officers(bail: Bail, open_page: Any) -> None:
    path = f"/bail/{bail.pk}/court/"
    text = open_page("reviewing_inspector", f"/bail/{bail.pk}/").content.decode()
    assert "none is skipped" in text
    Bail.objects.update(rung="superintendent", ends_on="2027-08-20")
    given = {"rung": "court", "court": "St Albans", "why": "Accounts abroad", **MET}
    assert open_page("superintendent", path, **given).status_code == 303
    decided = {"decision": "granted", "court": "St Albans", "why": "Complex", "decided_at_0": "2027-02-11",
               "decided_at_1": "10:00"}  # fmt: skip
    later = FEBRUARY.replace(day=12)
    assert open_page("superintendent", path, at=later, **decided).status_code == 422
    assert open_page("superintendent", path, at=later, rung="court", **decided).status_code == 303
    assert Bail.objects.get().rung == "court"


def test_ended_and_back(evening: Evening, bail: Bail, open_page: Any) -> None:
    path = f"/custody/bail/{bail.pk}/back/"
    assert b"Back on bail" in open_page("custody_officer", path).content
    given = {"how": "answered", "suite": evening.hatfield.pk, "arrived_at_0": "2027-02-10", "arrived_at_1": "10:00"}
    assert open_page("custody_officer", path, **given)["Location"].startswith("/detention/")
    ended = open_page("custody_officer", f"/bail/{bail.pk}/end/", outcome="cancelled", why="x")
    assert b"This bail ended" in ended.content


def test_ended_as_under_investigation_a_supervisor_goes_on_looking(bail: Bail, open_page: Any) -> None:
    ended = open_page("custody_officer", f"/bail/{bail.pk}/end/", outcome="under_investigation", why="Phones")
    assert ended.status_code == 303
    under = Investigation.objects.get()
    assert Promise.objects.get(record=under.ref).kind == "custody.investigation_review"
    assert Promise.objects.filter(kind="victims.tell_released_under_investigation").exists()


def test_the_list_is_soonest_first_and_hides_what_is_restricted(evening: Evening, bail: Bail, open_page: Any) -> None:
    let_go(evening, Disposal.UNDER_INVESTIGATION, person=evening.person("Jay", "Kemble"))
    text = open_page("reviewing_inspector", "/bail/").content.decode()
    assert "Callum Redfern" in text
    assert "Sat 20 Feb" in text
    assert "Jay Kemble" in text
    under = Investigation.objects.get()
    path = f"/custody/investigation/{under.pk}/"
    assert b"Next review" in open_page("reviewing_inspector", path).content
    assert open_page("reviewing_inspector", path, decision="review", words="Chased", n=1).status_code == 303
    assert Investigation.objects.get().reviews == 1
    ended = open_page("reviewing_inspector", path, decision="end", words="No evidence", outcome="no_further_action")
    assert ended.status_code == 303


def test_a_restricted_person_is_never_named(evening: Evening, bail: Bail, open_page: Any) -> None:
    owner = evening.officer("domestic_abuse_specialist")
    Restriction.objects.create(record=bail.person.ref, owner=owner, restricted_at=NIGHT)
    text = open_page("reviewing_inspector", "/bail/").content.decode()
    assert "Redfern" not in text
    assert "A restricted record exists" in text
    assert "/restricted/" in open_page("reviewing_inspector", f"/bail/{bail.pk}/")["Location"]


def test_nobody_on_bail_is_said(open_page: Any) -> None:
    assert b"Nobody is on bail before charge." in open_page("reviewing_inspector", "/bail/").content
