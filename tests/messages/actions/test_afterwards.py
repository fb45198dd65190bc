"""Sending again, taking back, reaching another way: what is written, what is refused, and nothing twice."""

import pytest

from bluelamp.access.acting import Acting
from bluelamp.ledger.queries import timeline
from bluelamp.messages.actions.afterwards import do_not_send, reached_another_way, send_again
from bluelamp.messages.models import Message, State
from bluelamp.messages.providers import Notify
from bluelamp.messages.worker import send_next
from bluelamp.owed.alarms import raise_due
from bluelamp.owed.models import Promise
from bluelamp.verdict import Refused
from tests.messages.written import HOUR, KEY, MINUTE, NOON, SENDER, FakeNotify, a_person, in_state, says, the

pytestmark = pytest.mark.django_db
LATER = NOON + 10 * MINUTE


def again(found: Message, *, by: Acting = SENDER, key: str | None = None) -> str:
    return send_again(message=found.pk, by=by, at=LATER, key=key)


def owed() -> str:
    return Promise.objects.get(kind="messages.another_way").state


@pytest.mark.parametrize("state", [State.FAILED, State.REFUSED, State.KEPT])
def test_one_that_did_not_leave_is_sent_again_and_that_keeps_nothing(state: State, notify: FakeNotify) -> None:
    found = in_state(state)
    assert owed() == "open"
    again(found)
    assert (the().state, owed()) == (State.QUEUED, "open")
    send_next(Notify(KEY, notify.address), at=LATER)
    assert (the().state, owed(), len(notify.taken)) == (State.SENT, "withdrawn", 1)
    assert "Message to be sent again by text" in [line.sentence for line in timeline(found.ref)]


def test_sent_again_twice_with_one_form_it_leaves_once(notify: FakeNotify) -> None:
    found = in_state(State.FAILED)
    assert again(found, key="form-1") == again(found, key="form-1")
    with pytest.raises(Refused, match="still waits"):
        again(found, key="form-2")
    while send_next(Notify(KEY, notify.address), at=LATER):
        pass
    assert again(found, key="form-1") == found.ref
    assert not send_next(Notify(KEY, notify.address), at=LATER + HOUR)
    assert (len(notify.taken), the().again) == (1, 1)


def test_one_that_the_provider_took_after_all_does_not_go_a_second_time(notify: FakeNotify) -> None:
    found = in_state(State.FAILED)
    notify.taken.append({"reference": str(found.reference)})
    again(found)
    send_next(Notify(KEY, notify.address), at=LATER)
    assert (len(notify.taken), the().state, the().provider_reference) == (1, State.SENT, "notify-before")


@pytest.mark.parametrize(
    ("state", "words"),
    [(State.SENT, "It was sent"), (State.QUEUED, "still waits"), (State.SENDING, "still waits"),
     (State.WITHDRAWN, "taken back")],
)  # fmt: skip
def test_it_is_not_sent_again(state: State, words: str) -> None:
    with pytest.raises(Refused, match=words):
        again(in_state(state))


def test_it_is_not_sent_again_where_the_wish_changed_or_without_the_capability() -> None:
    who = a_person()
    found = in_state(State.FAILED, to=who)
    says(who, at=NOON + 2 * MINUTE, ways=("text", "in_person"), number="07700 900123")
    with pytest.raises(Refused, match="changed since"):
        again(found)
    with pytest.raises(Refused, match="may not do this"):
        again(found, by=Acting(ref="officer:6", name="Nobody"))
    assert (the().state, the().again) == (State.FAILED, 0)


def test_taken_back_with_a_reason_it_never_leaves(notify: FakeNotify) -> None:
    found = in_state(State.QUEUED)
    with pytest.raises(Refused, match="Say why"):
        do_not_send(message=found.pk, why=" ", by=SENDER, at=LATER)
    do_not_send(message=found.pk, why="Told at the door", by=SENDER, at=LATER)
    assert not send_next(Notify(KEY, notify.address), at=LATER + HOUR)
    assert (the().state, notify.taken) == (State.WITHDRAWN, [])
    assert "taken back, not to be sent: Told at the door" in timeline(found.ref)[0].sentence


def test_one_between_two_tries_can_be_taken_back_and_one_in_hand_cannot(notify: FakeNotify) -> None:
    in_hand = in_state(State.SENDING)
    with pytest.raises(Refused, match="this minute"):
        do_not_send(message=in_hand.pk, why="Told at the door", by=SENDER, at=LATER)
    Message.objects.filter(pk=in_hand.pk).update(trouble="Provider answered 500")
    do_not_send(message=in_hand.pk, why="Told at the door", by=SENDER, at=LATER)
    assert the().state == State.WITHDRAWN


def test_reached_another_way_by_a_safe_way_alone() -> None:
    who = a_person()
    found = in_state(State.REFUSED, to=who)
    facts = {"message": found.pk, "words": "Spoke to her alone", "by": SENDER, "at": LATER}
    with pytest.raises(Refused, match="Not known to be safe by phone"):
        reached_another_way(way="phone", **facts)
    says(who, at=LATER, ways=("in_person",))
    reached_another_way(way="in_person", **facts)
    assert (owed(), the().reached_at) == ("kept", LATER)
    with pytest.raises(Refused, match="reached another way"):
        again(found)
    with pytest.raises(Refused, match="Nobody has to be reached"):
        reached_another_way(way="in_person", **facts)


def test_reached_while_it_waits_to_go_again_takes_it_back() -> None:
    found = in_state(State.REFUSED)
    again(found)
    says(found.to, at=LATER, ways=("in_person",))
    reached_another_way(message=found.pk, way="in_person", by=SENDER, at=LATER)
    assert the().state == State.WITHDRAWN


def test_the_alarm_is_raised_before_and_when_it_is_due_and_the_rule_asked_again_agrees() -> None:
    found = in_state(State.FAILED)
    due = Promise.objects.get().due_at
    assert due == NOON + MINUTE + 4 * HOUR
    assert raise_due(at=due - HOUR) == 1
    assert raise_due(at=due) == 1
    assert (owed(), Promise.objects.get().due_at) == ("open", due)
    assert timeline(found.ref)[0].sentence.startswith("Alarm, late: Reach … another way")
