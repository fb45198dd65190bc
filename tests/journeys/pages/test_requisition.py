"""The page on which a requisition is written down: its suspects, further charges, refusals beside their fields."""

from typing import Any

from django.test import Client

from bluelamp import clock
from bluelamp.access.models import Restriction
from bluelamp.cases.models import CaseFile, Charge
from bluelamp.crimes.models import Crime
from tests.cases.by_requisition import ByRequisition
from tests.custody.evening import HOUR, TEN, Evening

NOW = TEN + HOUR
SAID = {"offence_words": "Common assault", "offence_code": "CJ88116", "tried": "summary", "committed_on": "2026-11-20",
        "domestic": "no", "plea": "ngap", "sent_on": "2026-11-20", "court": "St Albans", "hearing_at_0": "2026-12-18",
        "hearing_at_1": "10:00"}  # fmt: skip


def at_page(here: ByRequisition, client: Client, role: str = "investigator", **given: Any) -> Any:
    here.evening.signed_in(role, client, at=NOW)
    path = f"/crimes/{here.crime.pk}/requisition/"
    with clock.set_to(NOW):
        return client.post(path, {**SAID, "person": here.person, **given}) if given else client.get(path)


def test_only_its_suspects_are_offered_with_why(evening: Evening, client: Client) -> None:
    here = ByRequisition(evening)
    evening.person("Amir", "Redfern")
    form = at_page(here, client).context["form"]
    assert form.fields["person"].choices == [(str(here.person), "Callum Redfern")]
    assert form.fields["person"].choice_hints == {str(here.person): "Came of their own will"}
    assert (form.initial["person"], form.initial["offence_words"]) == (str(here.person), "Common assault")
    nobody = ByRequisition(evening, came=False)
    assert "No suspect is named here" in at_page(nobody, client).content.decode()


def test_whether_it_is_domestic_abuse_is_asked_and_never_guessed(evening: Evening, client: Client) -> None:
    here = ByRequisition(evening)
    Crime.objects.update(domestic=False)
    assert at_page(here, client).context["form"].initial["domestic"] is None
    assert "domestic" in at_page(here, client, domestic="").context["form"].errors
    Crime.objects.update(domestic=True)
    assert at_page(here, client).context["form"].initial["domestic"] == "yes", "the crime says so"


def test_a_restricted_suspect_is_there_without_a_name(evening: Evening, client: Client) -> None:
    here = ByRequisition(evening)
    owner = evening.officer("superintendent")
    Restriction.objects.create(record=f"person:{here.person}", owner=owner, restricted_at=TEN)
    page = at_page(here, client).content.decode()
    assert "A restricted record exists. Ask" in page
    assert "Callum" not in page
    assert at_page(here, client, court="St Albans").status_code == 422
    assert not CaseFile.objects.exists()


def test_it_is_written_and_leads_to_its_case(evening: Evening, client: Client) -> None:
    here = ByRequisition(evening)
    more = {"offence_words_2": "Criminal damage", "offence_code_2": "CD71039", "tried_2": "summary"}
    answer = at_page(here, client, **more)
    case = CaseFile.objects.get()
    assert (answer.status_code, answer.url) == (303, f"/case/{case.pk}/")
    assert sorted(Charge.objects.values_list("offence_code", flat=True)) == ["CD71039", "CJ88116"]
    with clock.set_to(NOW):
        page = client.get(answer.url).content.decode()
    assert "Not held: requisition sent Fri 20 Nov, taken as had on Tue 24 Nov." in page
    assert f"/case/{case.pk}/withdraw/" in page
    assert f"/case/{case.pk}/court/verdict/" in page
    assert "Tell Joanne Marlow of the charge, safely" in page


def test_a_further_charge_is_whole_or_not_there(evening: Evening, client: Client) -> None:
    here = ByRequisition(evening)
    answer = at_page(here, client, offence_words_3="Criminal damage")
    assert answer.context["form"].errors.keys() == {"offence_code_3", "tried_3"}
    assert '<details class="fold" open>' in answer.content.decode(), "what was written is not folded away"


def test_what_is_for_the_cps_is_asked_for_beside_the_reference(evening: Evening, client: Client) -> None:
    here = ByRequisition(evening)
    answer = at_page(here, client, domestic="yes")
    assert answer.context["form"].errors.keys() == {"prosecutor_reference"}
    assert at_page(here, client, domestic="yes", prosecutor_reference="CPS 1").status_code == 303


def test_the_way_there_from_the_incident_and_what_the_victims_thread_says(evening: Evening, client: Client) -> None:
    here = ByRequisition(evening)
    evening.signed_in("investigator", client, at=NOW)
    with clock.set_to(NOW):
        assert f"/crimes/{here.crime.pk}/requisition/" in client.get(f"/incident/{here.incident.pk}/").content.decode()
    here.sent()
    with clock.set_to(NOW):
        thread = client.get(f"/victim/{here.victims[0].pk}/").content.decode()
    assert "A person who is not held was sent a written charge on Fri 20 Nov, and must come to court." in thread
    assert "Next in court: St Albans" in thread
    assert f"/case/{CaseFile.objects.get().pk}/" in thread


def test_who_may_not_charge_is_not_let_in(evening: Evening, client: Client) -> None:
    here = ByRequisition(evening)
    assert at_page(here, client, role="response_officer").status_code == 403
    assert at_page(here, client, role="response_officer", court="St Albans").status_code == 403
    assert Crime.objects.get().outcome == ""
