"""Opening a pathway at an incident: it asks what was seen, and leads to one that stands alone."""

from bluelamp.safeguarding.models import Pathway

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
