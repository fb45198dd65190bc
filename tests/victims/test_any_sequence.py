"""Whatever is done for a victim in whatever order: nothing goes out by a way that is not safe at that moment, and a
promise to tell is kept only by reaching them.

What is safe, and who was reached, is remembered here by the test itself, from what was said and done.
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

from bluelamp import clock
from bluelamp.custody.actions.authorising import authorise
from bluelamp.custody.models import Bail, Detention
from bluelamp.custody.rules.disposals import Closing, Disposal
from bluelamp.deadlines.instants import as_local, local_day
from bluelamp.journeys.actions.bail import vary_bail_and_tell
from bluelamp.journeys.actions.leaving import charge_detained, release_detained
from bluelamp.messages.models import Message
from bluelamp.messages.worker import send_next
from bluelamp.owed.alarms import raise_due
from bluelamp.owed.models import Promise, State
from bluelamp.people.rules.safe_contact import Way
from bluelamp.verdict import Refused
from bluelamp.victims.actions.agreeing import agree_frequency, agree_ways, change_own_ways, keep_in_touch
from bluelamp.victims.actions.assessing import assess_needs, needs_changed
from bluelamp.victims.actions.inviting import invite
from bluelamp.victims.actions.own_page import read_news
from bluelamp.victims.actions.telling import SOMEBODY_ELSE, tell
from bluelamp.victims.actions.views import ask_views
from bluelamp.victims.models import Attempt, Telling
from bluelamp.victims.news_waiting import point_all
from bluelamp.victims.own_news import is_news
from bluelamp.victims.own_visits import holder
from bluelamp.victims.rules.contact import Result
from tests.custody.evening import HOUR, TEN, Evening, done
from tests.journeys.actions.test_leaving import DOMESTIC, READY
from tests.victims.care import NEEDS, Care

WAYS = tuple(way.value for way in Way)
LYING = frozenset({"voicemail", "text", "email", "letter"})
NUMBERS = ("07700 900123", "07700 900999")
HELD = ({}, {}, {}, {"shared_device": True}, {"do_not_ring": True})
TOLD = "victims.tell_"
IN_VAIN = (Result.NO_ANSWER, Result.LEFT_MESSAGE, Result.NOT_SAFE_TO_TALK)
LAST = tuple(one for one in Result if one not in IN_VAIN)


@dataclass
class Said:
    """What the victim said last of how they may be reached, and the ways that came into doubt since."""

    ways: frozenset[str]
    number: str = ""
    since: time | None = None
    until: time | None = None
    shared_device: bool = False
    do_not_ring: bool = False
    doubtful: set[str] = field(default_factory=set)

    def is_safe(self, way: str, at: datetime) -> bool:
        now = as_local(at).time()
        since, until = self.since or time(0), self.until or time.max
        in_hours = since <= now <= until if since <= until else now >= since or now <= until
        barred = way in self.doubtful or (self.shared_device and way in LYING)
        if self.do_not_ring:
            return way == "in_person" and way in self.ways and not barred and in_hours
        return way in self.ways and not barred and in_hours


class Caring(RuleBasedStateMachine):
    """One victim of domestic abuse, those who care for her, and suspects that come and go."""

    def __init__(self) -> None:
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.at, self.stage, self.held = TEN, "", 0
        self.wrong: list[str] = []
        self.reached: set[str] = set()
        self.attempts = self.invited = self.sent = 0

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    # the provider, which takes everything and looks at what it is given
    def send(self, message: Message) -> str:
        if not self.said.is_safe(message.channel, self.at) or message.address != self.said.number:
            self.wrong.append(f"{message.channel} to {message.address} at {self.at}: {self.said}")
        self.sent += 1
        return f"p-{message.pk}"

    def taken(self, message: Message) -> str:
        return message.provider_reference

    def result(self, message: Message) -> str:
        return message.result

    @initialize()
    def reported(self) -> None:
        self.care = Care(Evening())
        self.said = Said(ways=frozenset({"text", "phone", "in_person"}), number=NUMBERS[0])
        self._do(agree_ways, source="Her own words", ways=sorted(self.said.ways), number=self.said.number)

    @rule(
        ways=st.sets(st.sampled_from(WAYS), max_size=5),
        number=st.sampled_from(NUMBERS),
        hours=st.sampled_from([(None, None), (None, None), (time(9), time(15)), (time(22), time(2))]),
        held=st.sampled_from(HELD),
        herself=st.booleans(),
    )
    def she_says_what_is_safe(self, ways: set[str], number: str, hours: Any, held: dict[str, bool],
                              herself: bool) -> None:  # fmt: skip
        facts = {"ways": sorted(ways), "number": number, "since": hours[0], "until": hours[1], **held}
        with suppress(Refused):
            if herself:
                facts.pop("do_not_ring", None)
                self._by_herself(change_own_ways, **facts)
            else:
                self._do(agree_ways, source="Her own words", **facts)
            self.said = Said(**{**facts, "ways": frozenset(ways)})

    @rule()
    def a_suspect_goes_on(self) -> None:
        """Arrested, then bailed with conditions, then other conditions; or charged; then another is arrested."""
        with suppress(Refused):
            {"": self._arrest, "held": self._bail, "bailed": self._vary}[self.stage]()

    @precondition(lambda self: self.stage == "held")
    @rule()
    def the_suspect_is_charged(self) -> None:
        by = self.care.evening.acting("custody_officer")
        with suppress(Refused):
            done(
                charge_detained, self.at, by=by, detention=self.held, offence=DOMESTIC, offence_code="8/2",
                offence_words="Assault", court="St Albans", first_hearing=local_day(self.at), plea="gap",
                prosecutor_reference="CPS-1",
            )  # fmt: skip
            self.stage = ""

    @rule(data=st.data(), last=st.sampled_from(LAST))
    def somebody_tries_to_tell_her(self, data: st.DataObject, last: Result) -> None:
        """Every kind of attempt that reaches nobody, one after the other; then one that ends it, or a wrong number."""
        telling, way = data.draw(st.sampled_from(self._owed())), self._a_way(data)
        for result in (*IN_VAIN, last):
            self._try(telling, way, result)

    def _try(self, telling: Telling, way: str, result: Result) -> None:
        before, words = self._kept(), "In her words"
        with suppress(Refused):
            done(tell, self.at, by=self._officer(), telling=telling.pk, way=way, result=result.value, words=words,
                 writing="handed")  # fmt: skip
            self._went_out(way)
            self.attempts += 1
            if result is Result.REACHED:
                self.reached.add(str(telling.pk))
            if result in SOMEBODY_ELSE and way in ("phone", "voicemail", "text"):
                self.said.doubtful.add(way)
        if result is not Result.REACHED:
            assert self._kept() == before, "an attempt kept a promise"

    @rule(data=st.data())
    def she_is_reached_with_nothing_new(self, data: st.DataObject) -> None:
        before, way = self._kept(), self._a_way(data)
        with suppress(Refused):
            self._do(keep_in_touch, way=way)
            self._went_out(way)
        assert self._kept() == before, "being in touch told her nothing"

    @rule(way=st.sampled_from(["text", "text", "email", "in_person"]), said=st.sampled_from(["in_person", "phone"]))
    def she_is_invited_to_her_page(self, way: str, said: str) -> None:
        before, news = self._kept(), sum(map(is_news, self._to_be_told()))
        self.invited += 1
        with suppress(Refused):
            self._do(invite, token=f"{self.invited:040}", code="204816", link="https://example.org/page/x",
                     link_way=way, code_way=said, apart=True)  # fmt: skip
            for one in {way, said} - {"in_person"}:
                self._went_out(one)
            self.attempts += news if way != "in_person" else 0
        assert self._kept() == before, "an invitation kept a promise"

    @rule(hours=st.sampled_from([0, 1, 11]))
    def what_waits_is_pointed_to(self, hours: int) -> None:
        """The housekeeping comes round: one message, by a way that is safe, an attempt on each news it is of."""
        self.at += timedelta(hours=hours)
        before, tried = self._kept(), Attempt.objects.count()
        with clock.set_to(self.at):
            asked, again = point_all(self.at), point_all(self.at)
        made = Attempt.objects.count() - tried
        assert bool(made) == bool(asked)
        assert not again, "nobody is told twice"
        for attempt in Attempt.objects.order_by("-pk")[:made]:
            self._went_out(attempt.way)
        self.attempts += made
        assert self._kept() == before, "pointing to news kept a promise"

    @rule(hours=st.sampled_from([0, 0, 11]), steps=st.integers(1, 3))
    def the_worker_works(self, hours: int, steps: int) -> None:
        """At once, or the next morning."""
        before = self._kept()
        self.at += timedelta(hours=hours)
        for _ in range(steps):
            send_next(self, at=self.at)
        assert self._kept() == before, "sending kept a promise"

    @rule(data=st.data())
    def she_opens_news_on_her_page(self, data: st.DataObject) -> None:
        telling = data.draw(st.sampled_from(self._owed()))
        with suppress(Refused):
            self._by_herself(read_news, telling=telling.pk)
            self.reached.add(str(telling.pk))
            self.attempts += 1

    @rule(frequency=st.sampled_from(["each_step", "weekly", "safety_only", "nothing"]))
    def she_wants_to_hear_so_much(self, frequency: str) -> None:
        before = self._kept()
        self._do(agree_frequency, frequency=frequency, words="In her words")
        assert self._kept() == before, "wanting less kept a promise"

    @rule(asked=st.booleans())
    def her_needs_change_and_are_asked(self, asked: bool) -> None:
        before = self._kept()
        if asked:
            self._do(assess_needs, needs=NEEDS)
        else:
            self._do(needs_changed, words="She moved")
        assert self._kept() == before, "asking her told her nothing"

    @rule(hours=st.sampled_from([1, 7, 30, 120]))
    def time_goes_by(self, hours: int) -> None:
        self.at += timedelta(hours=hours)
        with clock.set_to(self.at):
            while raise_due(at=self.at):
                pass

    @invariant()
    def nothing_went_out_by_a_way_that_is_not_safe(self) -> None:
        assert self.wrong == []

    @invariant()
    def every_attempt_is_one_that_was_made(self) -> None:
        assert Attempt.objects.count() == self.attempts

    @invariant()
    def only_reaching_her_kept_a_promise_in_time_or_late(self) -> None:
        for promise in Promise.objects.filter(kind__startswith=TOLD, state__in=[State.KEPT, State.LATE]):
            assert promise.slot in self.reached
            told_at = Telling.objects.values_list("told_at", flat=True).get(pk=promise.slot)
            assert (promise.state == State.LATE) == (told_at > promise.due_at)

    def _arrest(self) -> None:
        evening, number = self.care.evening, Detention.objects.count()
        person = evening.person("Callum", f"Redfern {number}")
        arrest = evening.arrest(incident=self.care.incident, person=person, at=self.at)
        self.at += HOUR
        self.held = evening.arrived(arrest=arrest, at=self.at).pk
        by = evening.acting("custody_officer")
        done(authorise, self.at, by=by, detention=self.held, grounds="To obtain evidence")
        self.stage = "held"

    def _bail(self) -> None:
        found, by = Detention.objects.get(pk=self.held), self.care.evening.acting("custody_officer")
        self._do(ask_views, answer="given", words="Not near the school")
        self.care.evening.assessed(found, self.at)
        closing = Closing(disposal=Disposal.BAIL_WITH_CONDITIONS, **READY)
        done(release_detained, self.at, by=by, detention=self.held, closing=closing, words="Not to go to Elm Road")
        self.stage = "bailed"

    def _vary(self) -> None:
        bail, by = Bail.objects.get(detention_id=self.held).pk, self.care.evening.acting("custody_officer")
        self._do(ask_views, answer="given", words="Not to ring me", about="varying", bail=bail)
        done(vary_bail_and_tell, self.at, by=by, bail=bail, conditions=("Not to ring her",), why="Her wish")
        self.stage = ""

    def _went_out(self, way: str) -> None:
        if not self.said.is_safe(way, self.at):
            self.wrong.append(f"{way} at {self.at}: {self.said}")

    def _do(self, action: Any, **facts: Any) -> None:
        self.care(action, at=self.at, **facts)

    def _by_herself(self, action: Any, **facts: Any) -> None:
        victim = self.care.now()
        done(action, self.at, by=holder(victim), victim=victim.pk, **facts)

    def _officer(self) -> Any:
        return self.care.evening.acting("victim_care_officer")

    def _owed(self) -> list[Telling]:
        """What she is to be told still; everything where there is nothing. A referral is kept by referring."""
        return self._to_be_told() or list(Telling.objects.exclude(step="referred").order_by("pk"))

    def _to_be_told(self) -> list[Telling]:
        tellings = Telling.objects.exclude(step="referred").order_by("pk")
        return list(tellings.filter(told_at=None, opted_out_at=None))

    def _a_way(self, data: st.DataObject) -> str:
        """Any way; more often one that is safe now."""
        safe = [way for way in WAYS if self.said.is_safe(way, self.at)]
        return data.draw(st.sampled_from([*safe * 3, *WAYS]))

    def _kept(self) -> set[tuple[str, str]]:
        """The promises to tell her that are kept, in time or late."""
        kept = Promise.objects.filter(kind__startswith=TOLD, state__in=[State.KEPT, State.LATE])
        return set(kept.values_list("kind", "slot"))


@pytest.mark.django_db
def test_no_sequence_goes_out_by_an_unsafe_way_and_no_attempt_keeps_a_promise(settings_of_passwords: None) -> None:
    run_state_machine_as_test(
        Caring,
        settings=settings(
            max_examples=30, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )


@pytest.fixture
def settings_of_passwords(settings: Any) -> None:
    """A code is hashed in a moment: how long it takes is tested where codes are guessed."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
