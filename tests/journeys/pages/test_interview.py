"""The page that sends somebody out for interview and takes them back: a victim is then owed word of it."""

from django.test import Client

from bluelamp import clock
from bluelamp.custody.models import Interview
from bluelamp.victims.models import Telling
from tests.custody.evening import HOUR, Evening
from tests.journeys.actions.test_interview import OUT, out


def test_back_from_an_interview_under_caution(evening: Evening, client: Client) -> None:
    found, victim = out(evening)
    evening.signed_in("custody_officer", client, at=OUT + HOUR)
    path, given = f"/custody/{found.pk}/interview/", {"kept": "yes", "report": "Codes kept", "words": "One break"}
    with clock.set_to(OUT + HOUR):
        assert b"Back from interview" in client.get(path).content
        unsaid = client.post(path, given)
        assert unsaid.context["form"].errors.keys() == {"under_caution"}
        assert not Telling.objects.filter(step="interviewed").exists()
        assert client.post(path, {**given, "under_caution": "yes"}).status_code == 303
        assert b"Out for interview" in client.get(path).content
    assert Interview.objects.get().under_caution
    assert Telling.objects.get(step="interviewed").victim_id == victim.pk
