"""An alert leads to its record, for whoever it was sent to, and for nobody else."""

from collections.abc import Callable
from uuid import uuid4

from django.test import Client

from bluelamp.access.models import Officer
from bluelamp.messages.models import Push, PushDevice
from tests.messages.written import NOON


def test_it_leads_to_its_record_for_its_officer_alone(sign_in: Callable[..., Client]) -> None:
    client = sign_in("victim_care_officer")
    officer = Officer.objects.get(user_name="victim_care_officer")
    device = PushDevice.objects.create(officer=officer, name="Phone", endpoint="https://x.example/1", added_at=NOON)
    push = Push.objects.create(
        device=device, occasion="alarm", about="victim:5", news="n", reference=uuid4(), asked_at=NOON, try_at=NOON
    )
    assert client.get(f"/alerts/{push.reference}/")["Location"] == "/victim/5/"
    Push.objects.update(about="somewhere:1")
    assert client.get(f"/alerts/{push.reference}/")["Location"] == "/owed/"
    assert client.get(f"/alerts/{uuid4()}/").status_code == 404
    other = Officer.objects.create(user_name="other", name="Other", enrolled_at=NOON)
    PushDevice.objects.update(officer=other)
    assert client.get(f"/alerts/{push.reference}/").status_code == 404
