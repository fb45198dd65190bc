"""The pages of a pathway without a domestic record: from the incident to the queue, the record, the risk."""

from bluelamp.access.actions.restricting import restrict
from bluelamp.safeguarding.actions.alone import take_on_pathway
from bluelamp.safeguarding.actions.pathways import open_pathway
from bluelamp.safeguarding.models import Pathway
from tests.custody.evening import HOUR, MINUTE, TEN, done
from tests.safeguarding.at_home import NOW

SEEN = "The same man at her gate on four mornings"


def test_the_incident_leads_to_it_and_the_form_asks_what_was_seen(home, at_page) -> None:
    incident = home.evening.incident()
    victim = home.evening.victim(incident)
    path = f"/incident/{incident.pk}/pathway/"
    offered = at_page("response_officer", f"/incident/{incident.pk}/").content.decode()
    assert path in offered
    form = at_page("response_officer", path).content.decode()
    assert "Joanne Marlow" in form
    assert "A stranger, a neighbour or a colleague stalks too" in form
    assert "Honour" not in form, "what needs a domestic record is opened there"
    assert at_page("response_officer", path, kind="stalking", words="Yes", victim=victim.pk).status_code == 422
    assert at_page("contact_handler", path).status_code == 403
    assert at_page("response_officer", path, kind="stalking", words=SEEN, victim=victim.pk).status_code == 303
    row = Pathway.objects.get()
    assert row.harmed == victim
    after = at_page("response_officer", f"/incident/{incident.pk}/").content.decode()
    assert f"/pathway/{row.pk}/" in after
    assert "Pathway: Stalking" in after


def test_its_page_says_who_is_harmed_what_never_to_do_and_that_it_is_not_domestic(home, at_page) -> None:
    row = home.stalked()
    page = at_page("response_officer", f"/pathway/{row.pk}/").content.decode()
    for words in ("Noor Haddad", "Only by phone", "Never tell them to change their number", "Not assessed yet",
                  "Nobody yet", "Not domestic: nobody is known to be personally connected", "Take it on"):  # fmt: skip
        assert words in page, words
    assert "/domestic/" not in page.split("<main", 1)[1]
    hidden = at_page("special_constable", f"/pathway/{row.pk}/")
    assert hidden.status_code == 200, "nobody has it yet: nothing is restricted"
    done(take_on_pathway, TEN + MINUTE, by=home.by("response_officer"), pathway=row.pk)
    assert at_page("special_constable", f"/pathway/{row.pk}/").status_code == 302, "whom to ask"


def test_nobody_harmed_is_named_and_the_page_says_so(home, at_page) -> None:
    row = home.stalked(named=False)
    assert "Nobody harmed is named yet" in at_page("response_officer", f"/pathway/{row.pk}/").content.decode()


def test_taking_it_on_and_assessing_it_by_their_forms(home, at_page) -> None:
    row = home.stalked()
    take, assess = f"/pathway/{row.pk}/take-on/", f"/pathway/{row.pk}/assess/"
    assert "Nobody has it yet" in at_page("response_officer", take).content.decode()
    assert at_page("response_officer", take, send=True).status_code == 303
    assert at_page("response_officer", take, send=True).status_code == 422
    assert "what they fear most" in at_page("response_officer", assess).content.decode()
    refused = at_page("response_officer", assess, grade="standard", reason="Once, and he has stopped")
    assert (refused.status_code, "Not Standard before this is done" in refused.content.decode()) == (422, True)
    assert at_page("response_officer", assess, grade="high", reason=SEEN).status_code == 303
    page = at_page("response_officer", f"/pathway/{row.pk}/").content.decode()
    assert "Assess the risk again" in page
    assert SEEN in page


def test_it_waits_in_the_queue_among_the_domestic_ones_by_age(home, at_page) -> None:
    old, young = home.stalked(at=TEN - HOUR), home.raised(named=False)
    page = at_page("domestic_abuse_specialist", "/domestic/")
    assert [row["found"] for row in page.context["open"]] == [old, young]
    assert page.context["unowned"] == 2
    body = page.content.decode()
    assert f"/pathway/{old.pk}/take-on/" in body
    assert f"/domestic/{young.pk}/take-on/" in body
    done(take_on_pathway, NOW, by=home.by("response_officer"), pathway=old.pk)
    assert f"/pathway/{old.pk}/assess/" in at_page("domestic_abuse_specialist", "/domestic/").content.decode()
    other = at_page("response_officer", "/domestic/", name="Other").content.decode()
    assert "A restricted record exists. Ask PC Response Officer." in other
    assert f"/pathway/{old.pk}/" not in other


def test_whoever_may_not_read_the_person_harmed_reads_no_pathway_that_names_them(home, at_page) -> None:
    """On a domestic record and alone: each page names the person harmed."""
    alone, owner = home.stalked(), home.by("investigator")
    found = home.raised()
    by, words = home.by("response_officer"), "He waits for her each day"
    on_record = done(open_pathway, NOW, by=by, domestic=found.pk, kind="stalking", words=words)
    for number, person in ((on_record, found.victim.person), (alone.pk, alone.victim.person)):
        assert person.name in at_page("response_officer", f"/pathway/{number}/").content.decode()
        done(restrict, NOW, by=owner, record=person.ref, why="An officer's family", owner=owner.number)
        assert at_page("response_officer", f"/pathway/{number}/").status_code == 302
