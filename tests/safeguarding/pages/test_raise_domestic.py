"""An incident is treated as domestic abuse: once, with the victim that it names, and an assessment is owed."""

from bluelamp.owed.models import Promise
from bluelamp.safeguarding.models import DomesticIncident
from tests.safeguarding.at_home import OFFICER


def test_it_is_raised_from_its_incident_once(home, pages) -> None:
    incident = home.evening.incident()
    victim = home.evening.victim(incident)
    path, there = f"/incident/{incident.pk}/domestic/", f"/incident/{incident.pk}/"
    assert "Treat as domestic abuse" in pages.reads(OFFICER, there)
    onward = pages.sends(OFFICER, path)
    found = DomesticIncident.objects.get(incident=incident)
    assert (onward, found.victim) == (f"/domestic/{found.pk}/", victim)
    assert Promise.objects.get(kind="safeguarding.assess", record=found.ref).state == "open"
    assert "Open the domestic record" in pages.reads(OFFICER, there)
    pages.refuses(OFFICER, path, "", "treated as domestic abuse already")
    assert DomesticIncident.objects.count() == 1


def test_by_nobody_who_neither_assesses_nor_logs(home, pages) -> None:
    incident = home.evening.incident()
    assert pages.go("custody_officer", f"/incident/{incident.pk}/domestic/", send=True).status_code == 403
    assert not DomesticIncident.objects.exists()
