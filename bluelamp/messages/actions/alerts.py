"""Alerts on an officer's own devices: agreed to and stopped by the officer, and what became of each."""

from datetime import datetime

from django.conf import settings

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action, write
from bluelamp.ledger.registry import Event
from bluelamp.messages import events
from bluelamp.messages.actions.sending import SENDS
from bluelamp.messages.models import Push, PushDevice
from bluelamp.messages.rules.pushing import Subscription, may_subscribe
from bluelamp.verdict import Refused, insist, refused

_ENTRIES: dict[str, Event] = {
    Push.State.SENT: events.PUSH_SENT,
    Push.State.FAILED: events.PUSH_FAILED,
    Push.State.KEPT: events.PUSH_KEPT,
}


@action
def add_device(*, by: Acting, at: datetime, name: str, given: Subscription, key: str | None = None) -> str:
    """Send this officer's alerts to a device of theirs from now; one that another officer agreed on is theirs now."""
    officer = by.number
    open_ = PushDevice.objects.select_for_update().filter(ended_at=None)
    kept = open_.filter(officer_id=officer).exclude(endpoint=given.endpoint).count()
    services, demo = settings.PUSH_SERVICES, settings.DEMO
    insist(may_subscribe(given, services=services, shared=bool(by.terminal), kept=kept, loopback=demo))
    for before in open_.filter(endpoint=given.endpoint):
        _end(before, at, "agreed to anew")
    made = PushDevice.objects.create(
        officer_id=officer, name=name.strip()[:60] or "A device", endpoint=given.endpoint, point=given.point,
        secret=given.secret, added_at=at,
    )  # fmt: skip
    write(events.DEVICE_ADDED, made.ref, about=(f"officer:{officer}",))
    return made.ref


@action
def stop_device(*, by: Acting, at: datetime, device: int, key: str | None = None) -> str:
    """No alerts to this device of one's own from now; what waits for it is not sent."""
    found = PushDevice.objects.select_for_update().filter(pk=device, officer_id=by.number, ended_at=None).first()
    if found is None:
        raise Refused(refused("This device gets no alerts."))
    _end(found, at, "stopped by the officer")
    return found.ref


@action
def settle_push(
    *, by: Acting, at: datetime, push: int, state: str, trouble: str = "", gone: bool = False, key: str | None = None
) -> str:
    """Write what became of an alert; a device that took its agreement back is posted to no more."""
    require(by, SENDS)
    found = Push.objects.select_for_update(of=("self",)).select_related("device").get(pk=push)
    found.state, found.trouble, found.sent_at = state, trouble, at if state == Push.State.SENT else None
    found.save(update_fields=["state", "trouble", "sent_at"])
    facts = {"trouble": trouble} if state == Push.State.FAILED else {}
    write(_ENTRIES[state], found.ref, about=(f"officer:{found.device.officer_id}", found.about), facts=facts)
    if gone and found.device.ended_at is None:
        _end(found.device, at, "the device took its agreement back")
    return found.ref


def _end(device: PushDevice, at: datetime, why: str) -> None:
    """The keys go: nothing can be sealed for it again."""
    device.ended_at, device.point, device.secret = at, "", ""
    device.save(update_fields=["ended_at", "point", "secret"])
    write(events.DEVICE_ENDED, device.ref, about=(f"officer:{device.officer_id}",), facts={"why": why})
