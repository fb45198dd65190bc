"""Alerting whoever looks after a victim that something owed to them is due: on their own device, with no name."""

from datetime import datetime

from bluelamp.access.acting import RAISE_ALARMS, Acting
from bluelamp.access.permissions_check import require
from bluelamp.messages.pushing import push_to
from bluelamp.messages.rules.pushing import Occasion
from bluelamp.victims.models import Victim


def alert_officer(*, record: str, slot: str, by: Acting, at: datetime) -> None:
    """Within the action that raises the alarm; nothing where nobody looks after them or no device is theirs."""
    require(by, RAISE_ALARMS)
    cares = Victim.objects.filter(pk=record.partition(":")[2]).values_list("cares_id", flat=True).first()
    news = f"{record} {slot} {at.isoformat(timespec='minutes')}"
    push_to(cares, occasion=Occasion.ALARM, about=record, news=news, at=at)
