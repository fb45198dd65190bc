"""Whatever is done in whatever order: nothing is ever sent by a way that is not marked safe at that moment, nothing
leaves twice, and neither a message sent nor what becomes of it keeps a promise.

What is safe is remembered here by the test itself, from what was said and done, never read from the program.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bluelamp.deadlines.instants import as_local
from bluelamp.messages.actions import afterwards, doubting, results
from bluelamp.messages.models import Message
from bluelamp.messages.providers import NotTaken
from bluelamp.messages.rules.results import Result
from bluelamp.messages.rules.safe_channel import Channel
from bluelamp.messages.worker import WORKER, ask_next, send_next
from bluelamp.owed.models import Promise
from bluelamp.verdict import Refused
from tests.messages.written import EMAIL, HOME, NOON, SENDER, a_person, ask, says

ADDRESSES = {
    Channel.TEXT: ("07700 900123", "07700 900999"),
    Channel.EMAIL: (EMAIL, "else@example.org"),
    Channel.LETTER: (HOME, "J Marlow\n9 Other Road\nWD6 2AA"),
}
WAYS = ("text", "email", "letter", "phone", "in_person")
NEWS = ("", "case:5/outcome")


@dataclass
class Wish:
    """What she said last, and which ways came into doubt since."""

    ways: frozenset[str]
    number: str
    since: time | None = None
    until: time | None = None
    shared_device: bool = False
    do_not_ring: bool = False
    doubtful: set[str] = field(default_factory=set)

    def is_theirs(self, channel: str, address: str) -> bool:
        theirs = {"text": self.number, "email": EMAIL, "letter": HOME}.get(channel, address)
        return channel in self.ways and address == theirs

    def is_safe(self, channel: str, address: str, at: datetime) -> bool:
        now = as_local(at).time()
        since, until = self.since or time(0), self.until or time.max
        in_hours = since <= now <= until if since <= until else now >= since or now <= until
        quiet = channel != "letter" and not (self.since or self.until) and not time(8) <= now < time(21)
        held = self.shared_device or self.do_not_ring or channel in self.doubtful
        return self.is_theirs(channel, address) and in_hours and not quiet and not held


class Sending(RuleBasedStateMachine):
    """One person, an officer, a worker, a provider that sometimes does not answer."""

    def __init__(self) -> None:
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.at, self.sent, self.away = NOON, [], False
        self.wrong: list[str] = []
        self.said = ""

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    # the provider
    def send(self, message: Message) -> str:
        if self.away:
            raise NotTaken("away", for_good=False)
        if not self.wish.is_safe(message.channel, message.address, self.at):
            self.wrong.append(f"{message.channel} to {message.address} at {self.at}: {self.wish}")
        self.sent.append(message.reference)
        return f"p-{len(self.sent)}"

    def taken(self, message: Message) -> str:
        return "taken" if message.reference in self.sent else ""

    def result(self, message: Message) -> str:
        if self.said == Result.PERMANENT:
            self._doubted(message)
        return self.said

    @initialize()
    def begins(self) -> None:
        self.who = a_person(until=None)
        self.wish = Wish(ways=frozenset({"text", "email", "letter"}), number="07700 900123")

    @rule(
        ways=st.sampled_from([WAYS, WAYS[:3], WAYS[:2], WAYS[2:], WAYS[3:], ()]),
        number=st.sampled_from(ADDRESSES[Channel.TEXT]),
        hours=st.sampled_from([(None, None), (None, None), (time(9), time(15)), (time(22), time(2))]),
        held=st.sampled_from([{}, {}, {}, {"shared_device": True}, {"do_not_ring": True}]),
    )
    def she_says(self, ways: tuple[str, ...], number: str, hours: Any, held: dict[str, bool]) -> None:
        facts = {"number": number, "since": hours[0], "until": hours[1], **held}
        says(self.who, at=self.at, ways=ways, **facts)
        self.wish = Wish(ways=frozenset(ways), **facts)

    @rule(channel=st.sampled_from(list(Channel)), n=st.integers(0, 1), news=st.sampled_from(NEWS))
    def an_officer_asks(self, channel: Channel, n: int, news: str) -> None:
        address = ADDRESSES[channel][n % len(ADDRESSES[channel])]
        with suppress(Refused):
            ask(to=self.who, channel=channel, address=address, news=news, at=self.at)

    @rule(channel=st.sampled_from(list(Channel)))
    def one_is_asked_for_and_leaves_at_once(self, channel: Channel) -> None:
        address = self.wish.number if channel is Channel.TEXT else ADDRESSES[channel][0]
        with suppress(Refused):
            ask(to=self.who, channel=channel, address=address, at=self.at)
        while send_next(self, at=self.at):
            pass

    @rule(minutes=st.sampled_from([1, 45, 300, 700]))
    def time_goes_by(self, minutes: int) -> None:
        self.at += timedelta(minutes=minutes)

    @rule(away=st.booleans(), steps=st.integers(1, 3))
    def the_worker_works(self, away: bool, steps: int) -> None:
        kept = self._kept()
        self.away = away
        for _ in range(steps):
            send_next(self, at=self.at)
        self.away = False
        assert self._kept() == kept, "sending kept a promise"

    @rule(said=st.sampled_from(["", *Result]))
    def the_worker_asks(self, said: str) -> None:
        kept, self.said = self._kept(), str(said)
        ask_next(self, at=self.at)
        assert self._kept() == kept, "a result kept a promise"

    @precondition(lambda self: self.sent)
    @rule(data=st.data(), said=st.sampled_from(list(Result)))
    def the_provider_tells(self, data: st.DataObject, said: Result) -> None:
        found, kept = self._one(data), self._kept()
        with suppress(Refused):
            results.take_result(message=found.pk, result=said, by=WORKER, at=self.at)
            if said is Result.PERMANENT:
                self._doubted(found)
        assert self._kept() == kept, "a result kept a promise"

    @precondition(lambda self: self.sent)
    @rule(data=st.data(), words=st.sampled_from(["Who is this?", "ok"]), number=st.uuids())
    def somebody_answers(self, data: st.DataObject, words: str, number: Any) -> None:
        found = self._one(data)
        facts = {"message": found.pk, "provider_reference": str(number), "by": WORKER, "at": self.at}
        results.take_reply(words=words, **facts)
        if words != "ok":
            self._doubted(found)

    @precondition(lambda self: self.sent)
    @rule(data=st.data())
    def an_officer_doubts(self, data: st.DataObject) -> None:
        found = self._one(data)
        with suppress(Refused):
            doubting.put_way_in_doubt(message=found.pk, why="A stranger", by=SENDER, at=self.at)
            self._doubted(found)

    @precondition(lambda self: self.sent)
    @rule(data=st.data(), safe=st.booleans())
    def an_officer_checks(self, data: st.DataObject, safe: bool) -> None:
        found = self._one(data)
        with suppress(Refused):
            doubting.check_way(message=found.pk, safe=safe, source="She said so", by=SENDER, at=self.at)
            self.wish.doubtful.discard(found.channel)
            self.wish.ways -= frozenset() if safe else {found.channel}

    @rule(data=st.data(), again=st.booleans())
    def an_officer_sends_again_or_takes_back(self, data: st.DataObject, again: bool) -> None:
        known = list(Message.objects.order_by("pk"))
        if known:
            found = data.draw(st.sampled_from(known))
            with suppress(Refused):
                if again:
                    afterwards.send_again(message=found.pk, by=SENDER, at=self.at)
                else:
                    afterwards.do_not_send(message=found.pk, why="Told", by=SENDER, at=self.at)

    @invariant()
    def nothing_left_by_a_way_that_is_not_safe(self) -> None:
        assert self.wrong == []

    @invariant()
    def nothing_left_twice(self) -> None:
        assert len(self.sent) == len(set(self.sent))

    @invariant()
    def nobody_was_told_the_same_twice_at_once(self) -> None:
        on_its_way = Message.objects.filter(state__in=["queued", "sending", "sent"]).exclude(news="")
        keys = list(on_its_way.values_list("to", "channel", "news"))
        assert len(keys) == len(set(keys))

    def _one(self, data: st.DataObject) -> Message:
        return data.draw(st.sampled_from(list(Message.objects.exclude(sent_at=None).order_by("pk")) or self._any()))

    def _any(self) -> list[Message]:
        return list(Message.objects.order_by("pk"))

    def _doubted(self, found: Message) -> None:
        if self.wish.is_theirs(found.channel, found.address):
            self.wish.doubtful.add(found.channel)

    def _kept(self) -> int:
        return Promise.objects.filter(state__in=["kept", "late"]).count()


@pytest.mark.django_db
def test_no_sequence_of_actions_sends_anything_unsafe_or_keeps_a_promise() -> None:
    run_state_machine_as_test(
        Sending,
        settings=settings(
            max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
