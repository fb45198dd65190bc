"""The worker: once, under our reference, and only while it is still safe by what the person says at that moment."""

from datetime import time, timedelta
from typing import Any

import pytest

from bluelamp.access.acting import Acting
from bluelamp.ledger.models import Entry
from bluelamp.messages.actions.afterwards import send_again
from bluelamp.messages.models import Message, State
from bluelamp.messages.providers import Notify, ShownOnly, provider
from bluelamp.messages.rules.safe_channel import Channel
from bluelamp.messages.worker import ask_next, send_next
from bluelamp.owed.models import Promise
from bluelamp.verdict import Refused
from tests.messages.written import (
    EMAIL,
    HOME,
    HOUR,
    KEY,
    MINUTE,
    NOON,
    NUMBER,
    SENDER,
    FakeNotify,
    a_person,
    ask,
    says,
    the,
)

pytestmark = pytest.mark.django_db


def test_a_message_is_sent_once_under_our_reference(notify: FakeNotify) -> None:
    ask()
    carrier = Notify(KEY, notify.address)
    assert send_next(carrier, at=NOON)
    assert not send_next(carrier, at=NOON + timedelta(hours=1))
    (taken,) = notify.taken
    assert taken["path"] == "/v2/notifications/sms"
    assert (taken["phone_number"], taken["personalisation"]) == ("07700 900123", {"when": "after 5 pm"})
    assert (the().state, the().provider_reference) == (State.SENT, "notify-1")
    assert taken["reference"] == str(the().reference)


@pytest.mark.parametrize(
    ("channel", "path", "address"), [(Channel.EMAIL, "email", EMAIL), (Channel.LETTER, "letter", HOME)]
)
def test_each_channel_goes_its_own_way(notify: FakeNotify, channel: Channel, path: str, address: str) -> None:
    ask(channel=channel, address=address)
    send_next(Notify(KEY, notify.address), at=NOON)
    assert notify.taken[0]["path"] == f"/v2/notifications/{path}"


def test_without_a_provider_it_is_kept_and_says_so_and_is_never_called_sent(settings: Any) -> None:
    assert isinstance(provider(), ShownOnly), "a demonstration shows what would have left"
    settings.DEMO = False
    assert provider() is None
    ask()
    send_next(None, at=NOON)
    assert the().get_state_display() == "Not sent: no provider set"
    assert the().sent_at is None
    assert _events() == ["messages.asked", "messages.kept"]


def test_an_unsafe_message_is_refused_and_nothing_is_written() -> None:
    who = a_person()
    before = Entry.objects.count()
    told = {"note": "The police rang"}
    for unsafe in ({"to": "partner:3"}, {"personalisation": told}, {"at": NOON.replace(hour=21)}, {"address": "07"}):
        with pytest.raises(Refused):
            ask(**{"to": who, **unsafe})
    with pytest.raises(Refused):
        ask(to=who, by=Acting(ref="officer:6", name="Nobody"))
    assert not Message.objects.exists()
    assert Entry.objects.count() == before


def test_it_is_asked_again_whether_the_hour_is_safe_before_it_leaves(notify: FakeNotify) -> None:
    ask()
    send_next(Notify(KEY, notify.address), at=NOON.replace(hour=21))
    assert (the().state, notify.taken) == (State.REFUSED, [])


def test_a_provider_that_is_down_is_tried_again_and_one_that_refuses_is_not(notify: FakeNotify) -> None:
    carrier = Notify(KEY, notify.address)
    ask()
    notify.answer = 500
    send_next(carrier, at=NOON)
    assert (the().state, the().trouble) == (State.SENDING, "Provider answered 500")
    notify.answer = 400
    send_next(carrier, at=NOON + timedelta(minutes=5))
    assert (the().state, the().trouble) == (State.FAILED, "Provider answered 400")


def test_a_worker_that_died_after_sending_does_not_make_it_go_twice(notify: FakeNotify) -> None:
    ask()
    notify.taken.append({"reference": str(the().reference)})
    Message.objects.update(state=State.SENDING)
    send_next(Notify(KEY, notify.address), at=NOON + timedelta(minutes=3))
    assert len(notify.taken) == 1
    assert (the().state, the().provider_reference) == (State.SENT, "notify-before")


def test_the_ledger_holds_neither_address_nor_words() -> None:
    who = a_person()
    ask(to=who)
    entry = Entry.objects.get(event="messages.asked")
    assert "900123" not in entry.facts
    assert "5 pm" not in entry.facts
    assert entry.about == [who]


def test_what_she_says_now_counts_and_not_what_she_said_when_it_was_written(notify: FakeNotify) -> None:
    who = a_person()
    ask(to=who)
    says(who, at=NOON + MINUTE, ways=("in_person",))
    send_next(Notify(KEY, notify.address), at=NOON + 2 * MINUTE)
    assert (the().state, notify.taken) == (State.REFUSED, [])
    assert the().trouble == (
        "How this person may be reached was changed since. Not known to be safe by text. "
        "No number of theirs is known to be safe."
    )


@pytest.mark.parametrize(
    "now",
    [
        {"ways": ("text",), "number": NUMBER},
        {"ways": ("text", "email", "letter"), "until": time(20), "number": "07700 900999"},
        {"ways": ("text", "email", "letter"), "until": time(20), "number": NUMBER, "do_not_ring": True},
        {"ways": ("text", "email", "letter"), "until": time(20), "number": NUMBER, "shared_device": True},
    ],
)
def test_any_change_of_the_wish_keeps_it_back_even_one_that_would_still_be_safe(
    notify: FakeNotify, now: dict[str, object]
) -> None:
    who = a_person()
    ask(to=who)
    says(who, at=NOON + MINUTE, **now)
    send_next(Notify(KEY, notify.address), at=NOON + 2 * MINUTE)
    assert (the().state, notify.taken) == (State.REFUSED, [])


def test_the_same_wish_said_again_changes_nothing(notify: FakeNotify) -> None:
    who = a_person()
    ask(to=who)
    says(who, at=NOON + MINUTE, ways=("letter", "text", "email"), until=time(20), number="+44 7700 900 123")
    send_next(Notify(KEY, notify.address), at=NOON + 2 * MINUTE)
    assert the().state == State.SENT


def test_whoever_must_act_owes_another_way_and_a_message_that_leaves_after_all_keeps_it(notify: FakeNotify) -> None:
    ask()
    send_next(Notify(KEY, notify.address), at=NOON.replace(hour=21))
    owed = Promise.objects.get(kind="messages.another_way")
    assert (owed.state, owed.record, owed.acts) == ("open", the().ref, "messages.send")
    assert owed.due_at == NOON.replace(hour=21) + 4 * HOUR


def test_a_promise_the_message_was_to_tell_of_stays_open_and_no_second_one_is_made(notify: FakeNotify) -> None:
    who = a_person()
    for slot in ("3", "4"):
        ask(to=who, about="victim:7", owed=("victims.tell_arrested", slot))
    send_next(Notify(KEY, notify.address), at=NOON)
    says(who, at=NOON + MINUTE, ways=("in_person",))
    send_next(Notify(KEY, notify.address), at=NOON + 2 * MINUTE)
    assert sorted(Message.objects.values_list("state", flat=True)) == ["refused", "sent"]
    assert not Promise.objects.exists(), "neither is anything kept by sending, nor owed twice"
    about = Entry.objects.get(event="messages.refused").about
    assert about == [who, "victim:7"]


def test_nobody_is_told_the_same_twice_by_one_channel(notify: FakeNotify) -> None:
    who = a_person()
    news = {"to": who, "about": "victim:7", "owed": ("victims.tell_arrested", "3")}
    first = ask(**news)
    assert ask(**news) == first, "it waits"
    send_next(Notify(KEY, notify.address), at=NOON)
    assert ask(**news) == first, "it was sent"
    assert ask(**news, channel=Channel.EMAIL, address=EMAIL) != first
    assert ask(**{**news, "to": a_person()}) != first
    assert ask(to=who) != ask(to=who), "no news in particular: an officer may write again"
    assert Entry.objects.filter(event="messages.folded", record=first).count() == 2
    assert len(notify.taken) == 1


def test_news_that_did_not_leave_may_be_sent_anew_and_then_not_again(notify: FakeNotify) -> None:
    who = a_person()
    first = ask(to=who, news="case:5/outcome")
    notify.answer = 400
    send_next(Notify(KEY, notify.address), at=NOON)
    second = ask(to=who, news="case:5/outcome")
    assert second != first
    with pytest.raises(Refused, match="by another message meanwhile"):
        send_again(message=the(first).pk, by=SENDER, at=NOON + MINUTE)


def test_in_quiet_hours_it_waits_for_their_end(notify: FakeNotify) -> None:
    """Friday 22:30; 08:00 on Saturday."""
    late, morning = NOON.replace(hour=22, minute=30), NOON.replace(day=21, hour=8)
    ask(to=a_person(until=None), at=late)
    carrier = Notify(KEY, notify.address)
    assert the().try_at == morning
    assert not send_next(carrier, at=late)
    assert send_next(carrier, at=morning)
    assert the().state == State.SENT


def test_a_message_caught_by_quiet_hours_goes_back_to_wait(notify: FakeNotify) -> None:
    late = NOON.replace(hour=22)
    ask(to=a_person(until=None))
    carrier = Notify(KEY, notify.address)
    assert send_next(carrier, at=late), "the worker was down all day"
    assert (the().state, the().try_at, the().attempts, notify.taken) == ("queued", NOON.replace(day=21, hour=8), 0, [])
    assert not send_next(carrier, at=late + HOUR)


def test_what_became_of_it_is_asked_until_it_is_known(notify: FakeNotify) -> None:
    ask()
    carrier = Notify(KEY, notify.address)
    send_next(carrier, at=NOON)
    assert not ask_next(carrier, at=NOON + 9 * MINUTE)
    for minutes, status in ((10, "sending"), (70, "delivered")):
        notify.status = status
        assert ask_next(carrier, at=NOON + minutes * MINUTE)
    assert (the().result, the().result_at) == ("delivered", NOON + 70 * MINUTE)
    assert not ask_next(carrier, at=NOON + 9 * HOUR)


def test_nobody_asks_for_ever_or_falls_over_a_provider_that_is_away(notify: FakeNotify) -> None:
    ask()
    carrier = Notify(KEY, notify.address)
    send_next(carrier, at=NOON)
    notify.status = ""
    assert ask_next(carrier, at=NOON + HOUR)
    assert ask_next(carrier, at=NOON + timedelta(days=8))
    assert the().ask_result_at is None


def test_the_force_sets_the_providers_number_of_each_template(notify: FakeNotify, settings: Any) -> None:
    settings.NOTIFY_TEMPLATES = {"please-ring-us.text": "5d0f"}
    ask()
    ask(channel=Channel.EMAIL, address=EMAIL)
    carrier = Notify(KEY, notify.address)
    while send_next(carrier, at=NOON):
        pass
    assert sorted(one["template_id"] for one in notify.taken) == ["5d0f", "please-ring-us"]


def _events() -> list[str]:
    found = Entry.objects.filter(event__startswith="messages.").order_by("seq")
    return list(found.values_list("event", flat=True))
