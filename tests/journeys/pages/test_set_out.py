"""Setting out waits for the answer of the suite, and the escort record goes along whole."""

from bluelamp.custody.actions.slots import answer_slot, ask_slot
from bluelamp.custody.models import EscortRecord
from bluelamp.dispatch.models import Unit
from tests.custody.evening import ESCORT_SAID, MINUTE, Evening, done
from tests.journeys.actions.test_arrest import unit_at
from tests.journeys.street import NOW, Street


def test_it_waits_for_the_answer_and_asks_who_goes_along(evening: Evening, street: Street) -> None:
    incident = evening.incident()
    unit, arrest = unit_at(evening, incident.pk), evening.arrest(incident=incident)
    path, given = f"/arrest/{arrest}/set-out/", {**ESCORT_SAID, "unit": unit.pk}
    assert b"No suite has a place" in street.open("response_officer", path).content
    by, asked = evening.acting("response_officer"), {"arrest": arrest, "suite": evening.hatfield.pk}
    slot = done(ask_slot, NOW, by=by, eta=NOW + 20 * MINUTE, **asked)
    assert b"has not answered yet" in street.open("response_officer", path).content
    early = street.send("response_officer", path, **given)
    assert early.status_code == 422
    assert b"none has accepted this person" in early.content
    done(answer_slot, NOW, by=evening.acting("custody_officer"), slot=slot, accepted=True)
    assert b"Hatfield accepted" in street.open("response_officer", path).content
    alone = street.send("response_officer", path, **{**given, "crew": "PC Ash"})
    assert "One alone only with somebody documented as low risk" in str(alone.context["form"].errors)
    assert street.send("response_officer", path, **ESCORT_SAID).context["form"].errors["unit"]
    assert not EscortRecord.objects.exists()
    sent = street.send("response_officer", path, **given)
    assert (sent.status_code, sent["Location"]) == (303, f"/incident/{incident.pk}/")
    assert EscortRecord.objects.get().to_words == "Hatfield"
    assert Unit.objects.get(pk=unit.pk).status == "custody_journey"
