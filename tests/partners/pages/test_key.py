"""A key for signed answers: shown once."""

from bluelamp.partners.models import WebhookKey
from bluelamp.partners.secrets import webhook_secret
from tests.partners.bodies import Bodies


def test_shown_once(there: Bodies, sign_in):
    client, path = sign_in("commander"), "/partners/body/refuge/key/"
    assert "Secret" not in client.get(path).content.decode()
    answer = client.post(path, {"key": "0b7b2d4e-8d0f-4f07-9f2c-0f5d1a2b3c4d"})
    made = WebhookKey.objects.get()
    assert webhook_secret(made.seed) in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"
    again = client.post(path, {"key": "0b7b2d4e-8d0f-4f07-9f2c-0f5d1a2b3c4d"}).content.decode()
    assert "shown once" not in again
    assert WebhookKey.objects.count() == 1
    assert "The key that they have now ends" in client.get(path).content.decode()
