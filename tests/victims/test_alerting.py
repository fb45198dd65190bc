"""The alarm of what is owed to a victim reaches the device of whoever looks after them, with no name on it."""

from datetime import timedelta

from bluelamp.messages.models import Push, PushDevice
from bluelamp.owed.alarms import raise_due
from bluelamp.owed.models import Promise
from tests.custody.evening import TEN
from tests.victims.care import Care


def test_whoever_looks_after_them_is_alerted_once_for_each_alarm(care: Care) -> None:
    officer = care.now().cares
    assert officer is not None
    PushDevice.objects.create(officer=officer, name="Phone", endpoint="https://fcm.googleapis.com/x", added_at=TEN)
    promise = Promise.objects.get(kind="victims.assess_needs", record=care.victim.ref)
    raise_due(at=promise.due_at - timedelta(hours=4))
    found = list(Push.objects.all())
    assert {one.occasion for one in found} == {"alarm"}
    assert {one.about for one in found} == {care.victim.ref}
    assert not any(care.victim.person.family_name in one.news for one in found)
    before = len(found)
    raise_due(at=promise.due_at)
    assert Push.objects.count() > before


def test_where_nobody_has_a_device_the_alarm_is_raised_all_the_same(care: Care) -> None:
    promise = Promise.objects.get(kind="victims.assess_needs", record=care.victim.ref)
    raise_due(at=promise.due_at)
    promise.refresh_from_db()
    assert promise.raised
    assert not Push.objects.exists()
