"""What comes back: delivered keeps nothing; what came back puts the way in doubt until it is checked."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from bluelamp.ledger.models import Entry
from bluelamp.messages.actions.doubting import check_way, put_way_in_doubt
from bluelamp.messages.actions.results import read_reply, take_reply, take_result
from bluelamp.messages.models import Message, Reply, State
from bluelamp.messages.providers import Notify
from bluelamp.messages.worker import WORKER, send_next
from bluelamp.owed.models import Promise
from bluelamp.people.models import SafeContact
from bluelamp.verdict import Refused
from tests.messages.written import HOUR, KEY, MINUTE, NOON, SENDER, FakeNotify, a_person, ask, in_state, says, the

pytestmark = pytest.mark.django_db
LATER = NOON + HOUR


def result(found, said: str, at=LATER) -> None:
    take_result(message=found.pk, result=said, by=WORKER, at=at)


def reply(found, words: str) -> int:
    take_reply(message=found.pk, words=words, provider_reference=words, by=WORKER, at=LATER)
    return Reply.objects.get(words=words).pk


def owed() -> dict[str, str]:
    return dict(Promise.objects.values_list("kind", "state"))


def doubtful() -> list[str]:
    return SafeContact.objects.get(ended_at=None).doubtful


def test_delivered_is_written_and_keeps_nothing() -> None:
    found = in_state(State.SENT, about="victim:7", owed=("victims.tell_arrested", "3"))
    result(found, "delivered")
    assert (the().state, the().result, owed(), doubtful()) == (State.SENT, "delivered", {}, [])
    with pytest.raises(Refused, match="known already"):
        result(found, "delivered")


def test_one_that_came_back_puts_the_way_in_doubt_and_somebody_owes_a_check() -> None:
    found = in_state(State.SENT)
    result(found, "permanent-failure")
    assert (the().state, doubtful()) == (State.BOUNCED, ["text"])
    assert owed() == {"messages.another_way": "open", "messages.check": "open"}
    assert Promise.objects.get(kind="messages.check").due_at == LATER + 24 * HOUR
    with pytest.raises(Refused, match="Not safe by text until it is checked"):
        ask(to=found.to, at=LATER)
    entry = Entry.objects.get(event="people.safe_contact_in_doubt")
    assert (entry.record, entry.who) == (found.to, WORKER.ref)


def test_nothing_that_waits_leaves_by_a_way_in_doubt(notify: FakeNotify) -> None:
    found = in_state(State.SENT)
    waiting = the(ask(to=found.to))
    result(found, "permanent-failure", at=NOON + MINUTE)
    send_next(Notify(KEY, notify.address), at=NOON + 2 * MINUTE)
    assert (the(waiting.ref).state, notify.taken) == (State.REFUSED, [])


@pytest.mark.parametrize("said", ["temporary-failure", "technical-failure"])
def test_one_that_did_not_arrive_this_time_leaves_no_doubt_and_may_go_again(said: str) -> None:
    found = in_state(State.SENT)
    result(found, said)
    assert (the().state, doubtful(), owed()) == (State.FAILED, [], {"messages.another_way": "open"})
    result(found, "delivered", at=LATER + HOUR)
    assert (the().state, the().trouble) == (State.SENT, "")
    assert owed() == {"messages.another_way": "open"}, "delivered reaches nobody"


def test_an_address_they_left_behind_puts_no_doubt_on_the_new_one() -> None:
    found = in_state(State.SENT)
    says(found.to, at=NOON + MINUTE, ways=("text",), number="07700 900999")
    result(found, "permanent-failure")
    assert (the().state, doubtful()) == (State.BOUNCED, [])
    assert owed() == {"messages.another_way": "open"}


def test_checked_it_is_safe_again_or_struck_out_and_only_by_a_person() -> None:
    for safe, ways in ((True, ["email", "letter", "text"]), (False, ["email", "letter"])):
        found = the(ask())
        put_way_in_doubt(message=found.pk, why="Rang, a stranger answered", by=SENDER, at=LATER)
        with pytest.raises(Refused, match="in doubt already"):
            put_way_in_doubt(message=found.pk, why="Again", by=SENDER, at=LATER)
        with pytest.raises(Refused, match="who said so"):
            check_way(message=found.pk, safe=safe, source=" ", by=SENDER, at=LATER)
        with pytest.raises(Refused, match="may not do this"):
            check_way(message=found.pk, safe=safe, source="It says so", by=WORKER, at=LATER)
        check_way(message=found.pk, safe=safe, source="She said so at her sister's", by=SENDER, at=LATER)
        contact = SafeContact.objects.get(person=int(found.to[7:]), ended_at=None)
        assert (contact.ways, contact.doubtful, contact.asks) == (ways, [], "M. Sutter")
        assert Promise.objects.get(kind="messages.check", record=found.ref).state == "kept"


def test_who_is_this_puts_the_way_in_doubt_before_anybody_read_it() -> None:
    found = in_state(State.SENT)
    number = reply(found, "Who is this?")
    assert doubtful() == ["text"]
    assert owed() == {"messages.read_reply": "open", "messages.check": "open"}
    read_reply(reply=number, somebody_else=True, by=SENDER, at=LATER + MINUTE)
    assert owed() == {"messages.read_reply": "kept", "messages.check": "open"}
    with pytest.raises(Refused, match="read already"):
        read_reply(reply=number, somebody_else=False, by=SENDER, at=LATER + MINUTE)


def test_an_answer_is_read_by_an_officer_who_says_whose_it_is() -> None:
    found = in_state(State.SENT)
    number = reply(found, "ok")
    assert doubtful() == []
    read_reply(reply=number, somebody_else=True, by=SENDER, at=LATER)
    assert doubtful() == ["text"]
    assert "ok" not in Entry.objects.get(event="messages.replied").facts


def test_an_answer_told_twice_is_one_answer() -> None:
    found = in_state(State.SENT)
    reply(found, "ok")
    with pytest.raises(Refused, match="known already"):
        take_reply(message=found.pk, words="ok", provider_reference="ok", by=WORKER, at=LATER)


def test_a_message_that_never_left_has_no_result() -> None:
    found = the(ask())
    with pytest.raises(Refused, match="known already"):
        result(found, "delivered")


def test_what_she_says_anew_ends_a_doubt() -> None:
    who = a_person()
    found = the(ask(to=who))
    put_way_in_doubt(message=found.pk, why="A stranger", by=SENDER, at=LATER)
    says(who, at=LATER + MINUTE, ways=("text",), number="07700 900999")
    assert doubtful() == []


def test_two_who_tell_the_same_news_at_once_tell_it_once() -> None:
    """The one who tells holds a lock until the commit; and the table itself takes no second one."""
    found = the(ask(news="case:5/outcome"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()")
        assert cursor.fetchone()[0] >= 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.create(
            to=found.to, channel="text", address="1", template="please-ring-us", asked_by="officer:5", asked_at=NOON,
            try_at=NOON, news=found.news, reference=uuid4(),
        )  # fmt: skip


def test_one_delivered_after_all_leaves_the_news_to_the_one_sent_since() -> None:
    first = in_state(State.SENT, news="case:5/outcome")
    result(first, "temporary-failure")
    second = the(ask(to=first.to, news="case:5/outcome", at=LATER))
    result(first, "delivered", at=LATER + MINUTE)
    assert (the(first.ref).state, the(first.ref).news, second.pk != first.pk) == (State.SENT, "", True)
    assert ask(to=first.to, news="case:5/outcome", at=LATER + HOUR) == second.ref
