"""It does not reach them: nothing leaves by it from then on."""

from bluelamp.messages.models import State
from bluelamp.people.models import SafeContact
from tests.messages.written import in_state


def test_with_how_it_is_known(sign_in):
    found, client = in_state(State.SENT), sign_in("victim_care_officer")
    path = f"/messages/{found.pk}/doubt/"
    assert "It does not reach them" in client.get(f"/messages/{found.pk}/").content.decode()
    assert client.post(path, {"why": ""}).status_code == 422
    assert client.post(path, {"why": "Rang, a stranger answered"}).status_code == 303
    assert SafeContact.objects.get(ended_at=None).doubtful == ["text"]
    body = client.get(f"/messages/{found.pk}/").content.decode()
    assert "Check whether Joanne Marlow is still reached by text" in body
    assert "Write down what you found out" in body
