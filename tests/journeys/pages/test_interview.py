"""The page that sends somebody out for interview and takes them back: a victim is then owed word of it."""

from django.test import Client

from bluelamp import clock
from bluelamp.custody.models import Interview
from bluelamp.victims.models import Telling
from tests.custody.evening import HOUR, Evening
from tests.journeys.actions.test_interview import OUT, arrested_again, out


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


def test_which_offences_is_asked_where_there_are_several_and_all_are_chosen(evening: Evening, client: Client) -> None:
    found, first = out(evening)
    path, given = f"/custody/{found.pk}/interview/", {"kept": "yes", "report": "Codes kept", "words": "One break"}
    given["under_caution"] = "yes"
    evening.signed_in("custody_officer", client, at=OUT + HOUR)
    with clock.set_to(OUT + HOUR):
        assert "about" not in client.get(path).context["form"].fields
    made, second = arrested_again(evening, found)
    with clock.set_to(OUT + HOUR):
        field = client.get(path).context["form"].fields["about"]
        assert sorted(words for _, words in field.choices) == ["Assault occasioning actual bodily harm", "Burglary"]
        assert set(field.initial) == {found.arrest_id, made}
        assert f"incident {second.incident.number}" in field.choice_hints[str(made)]
        none = client.post(path, given)
        assert none.context["form"].errors.keys() == {"about"}
        assert client.post(path, {**given, "about": [str(made)]}).status_code == 303
    assert set(Telling.objects.filter(step="interviewed").values_list("victim", flat=True)) == {second.pk}
    assert first.pk != second.pk
