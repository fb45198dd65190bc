"""How a body is reached."""

from bluelamp.partners.models import Contact
from tests.partners.bodies import Bodies


def test_set_and_set_again(there: Bodies, sign_in):
    client, path = sign_in("commander"), "/partners/body/refuge/contact/"
    assert client.post(path, {"who": "Desk"}).status_code == 422
    assert client.post(path, {"email": "at home"}).status_code == 422
    assert client.post(path, {"email": "desk@example.org"}).status_code == 303
    assert "desk@example.org" in client.get(path).content.decode()
    assert Contact.objects.get().partner == there.refuge
