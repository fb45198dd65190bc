"""Asking for an alert on an officer's own devices, within the action that makes them owed word of something."""

from datetime import datetime
from uuid import uuid4

from bluelamp.ledger.actions.writing import write
from bluelamp.messages import events
from bluelamp.messages.models import Push, PushDevice
from bluelamp.messages.rules.pushing import Occasion


def push_to(officer: int | None, *, occasion: Occasion, about: str, news: str, at: datetime) -> int:
    """Answers on how many devices. `news` names what it is for: nobody is told the same twice on one device.

    An alert is no promise kept and nobody's only way of knowing: what is owed stays on the officer's own page.
    """
    if officer is None:
        return 0
    devices = PushDevice.objects.filter(officer_id=officer, ended_at=None, officer__is_active=True)
    told = set(Push.objects.filter(device__officer_id=officer, news=news).values_list("device_id", flat=True))
    fresh = [
        Push(device=one, occasion=occasion, about=about, news=news, reference=uuid4(), asked_at=at, try_at=at)
        for one in devices
        if one.pk not in told
    ]
    for push in Push.objects.bulk_create(fresh):
        write(events.PUSH_ASKED, push.ref, about=(f"officer:{officer}", about), facts={"occasion": occasion.words})
    return len(fresh)
