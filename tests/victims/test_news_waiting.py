"""That there is news leaves by itself where it is safe, once, and tells nobody; so does the acknowledgement."""

from datetime import time
from typing import Any

import pytest

from bluelamp.messages.models import Message
from bluelamp.owed.models import State
from bluelamp.people.models import Person, SafeContact
from bluelamp.verdict import Refused
from bluelamp.victims.actions.agreeing import agree_ways
from bluelamp.victims.actions.inviting import invite
from bluelamp.victims.actions.pointing import acknowledge, point_to_news
from bluelamp.victims.actions.telling import owe_telling, tell
from bluelamp.victims.models import Attempt, OwnPasskey, Telling
from bluelamp.victims.news_waiting import NEWS, point_all
from tests.custody.evening import HOUR, TEN, done
from tests.victims.care import Care

NUMBER, MORNING = "07700 900123", TEN + 11 * HOUR


@pytest.fixture
def known(care: Care) -> Care:
    """Her text is safe, she has a passkey to her page, and somebody was arrested."""
    care(agree_ways, hours=0, ways=("text",), number=NUMBER, source="Her own words")
    OwnPasskey.objects.create(victim=care.victim, credential_hash="c", public=b"p", kept_at=TEN)
    care(owe_telling, hours=0, role="investigator", step="arrested", happened_at=TEN)
    return care


def left() -> list[tuple[str, str, str]]:
    return [(one.template, one.channel, one.address) for one in Message.objects.order_by("pk")]


def test_news_is_pointed_to_once_and_stays_owed(known: Care) -> None:
    assert point_all(TEN + HOUR) == 1
    assert left() == [("news-waits", "text", NUMBER)]
    message = Message.objects.get()
    assert message.personalisation == {"link": "http://localhost:8000/page/passkey/"}
    assert (message.asked_by, message.owed_kind) == ("system:news", "victims.tell_arrested")
    assert known.promises("tell_arrested") == [State.OPEN]
    attempt = Attempt.objects.get()
    assert (attempt.step, attempt.way, attempt.result, attempt.officer) == ("arrested", "text", "left_message", None)
    assert point_all(TEN + 2 * HOUR) == 0, "nobody is told twice"
    known(owe_telling, hours=3, role="investigator", step="bailed", happened_at=TEN + 2 * HOUR)
    known(owe_telling, hours=3, role="investigator", step="interviewed", happened_at=TEN + HOUR)
    assert point_all(TEN + 4 * HOUR) == 1, "one message for all that is new"
    assert len(left()) == 2


def test_in_quiet_hours_it_waits_for_their_end(known: Care) -> None:
    point_all(TEN + HOUR)
    assert Message.objects.get().try_at.hour == 8, "asked for at 23:05, it leaves at eight"


def test_in_the_hours_she_named_and_not_before(known: Care) -> None:
    hours = {"since": time(9, 30), "until": time(12, 0)}
    known(agree_ways, hours=0, ways=("text",), number=NUMBER, source="Her own words", **hours)
    assert point_all(TEN + HOUR) == 0
    assert point_all(MORNING) == 0
    assert point_all(MORNING + HOUR) == 1


@pytest.mark.parametrize("why", ["told", "no text", "shared", "no number", "no page"])
def test_nothing_leaves_where_it_is_not_safe_or_not_wanted(known: Care, why: str) -> None:
    changed: dict[str, Any] = {"ways": ("text",), "number": NUMBER, "source": "Her own words"}
    if why == "told":
        known(tell, telling=Telling.objects.get(step="arrested").pk, way="text", result="reached")
    elif why == "no page":
        OwnPasskey.objects.update(forgotten_at=TEN)
    else:
        more = {"no text": {"ways": ("phone",)}, "no number": {"number": ""}}.get(why, {})
        known(agree_ways, hours=0, **{**changed, **more})
        SafeContact.objects.update(shared_device=why == "shared")
    assert point_all(TEN + 2 * HOUR) == 0
    assert left() == []


def test_the_acknowledgement_of_a_recorded_crime_leaves_in_writing_and_stays_owed(care: Care, settings: Any) -> None:
    Person.objects.filter(pk=care.victim.person_id).update(email="j@example.org", email_answer="known")
    care(agree_ways, hours=0, ways=("email", "text"), number=NUMBER, source="Her own words")
    care(owe_telling, hours=0, role="investigator", step="crime_acknowledged", happened_at=TEN)
    settings.RING_NUMBER = "01632 960001"
    assert point_all(TEN + HOUR) == 1
    assert left() == [("written-down-ring", "email", "j@example.org")]
    given = Message.objects.get().personalisation
    assert given == {"reference": care.victim.reference, "number": "01632 960001"}
    assert care.promises("tell_crime_acknowledged") == [State.OPEN]
    assert point_all(TEN + 2 * HOUR) == 0


def test_it_goes_by_letter_where_only_post_is_safe(care: Care) -> None:
    post_to = "S Carver\n3 Mill Lane\nSt Albans\nAL3 4HZ"
    care(agree_ways, hours=0, ways=("letter",), source="Her own words", post_to=post_to)
    care(owe_telling, hours=0, role="investigator", step="crime_acknowledged", happened_at=TEN)
    assert point_all(TEN + HOUR) == 1
    assert left() == [("written-down", "letter", post_to)]


def test_an_invitation_is_an_attempt_on_what_waits_there_and_each_link_leaves(known: Care) -> None:
    for token in ("a" * 43, "b" * 43):
        known(
            invite, token=token, code="204816", link=f"https://example.org/page/{token}/", link_way="text",
            code_way="in_person", apart=True,
        )  # fmt: skip
    assert [one for one, _, _ in left()] == ["your-page", "your-page"], "a new link is not the same news"
    assert Attempt.objects.filter(step="arrested", way="text", result="left_message").count() == 2
    assert known.promises("tell_arrested") == [State.OPEN]
    assert point_all(TEN + 2 * HOUR) == 0, "the link brings her to it"


def test_asked_for_with_nothing_new_it_is_refused(known: Care) -> None:
    for ask in (point_to_news, acknowledge):
        point_all(TEN + HOUR)
        with pytest.raises(Refused, match="nothing new"):
            done(ask, TEN + 2 * HOUR, by=NEWS, victim=known.victim.pk)
