"""Messages that left by a way that was not safe then: asked of what people had said at that moment."""

from datetime import timedelta

import pytest

from bluelamp.insight.rules.shares import Share
from bluelamp.insight.unsafe_messages import unsafe_messages
from bluelamp.messages.models import Message
from bluelamp.people.actions.doubts import put_in_doubt, settle_doubt
from bluelamp.people.actions.safety import set_safe_contact
from bluelamp.people.models import Person
from tests.custody.evening import HOUR, TEN, Evening, done
from tests.messages.written import in_state

DAY = timedelta(days=1)


@pytest.fixture
def evening(db: None) -> Evening:
    return Evening()


def left(person: int, *, channel: str, at: object) -> Message:
    """A message that left, whatever was safe: as if the rule had failed."""
    found = in_state("sent")
    found.to, found.channel, found.sent_at = f"person:{person}", channel, at
    found.save()
    return found


def test_each_is_held_against_what_was_said_when_it_left(evening: Evening) -> None:
    """Text alone from ten o'clock, the letter alone from noon: the text of one o'clock and the early letter were not
    safe, and a message before anything was said never is."""
    person, by = evening.person("Joanne", "Marlow"), evening.acting("response_officer")
    Person.objects.filter(pk=person).update(phone="07700 900123", phone_answer="known")
    done(set_safe_contact, TEN, by=by, person=person, ways=("text",), source="Her own words")
    done(set_safe_contact, TEN + 2 * HOUR, by=by, person=person, ways=("letter",), source="Her own words")
    for channel, hours in (("text", 1), ("text", 3), ("letter", 1), ("letter", 3), ("text", -1)):
        left(person, channel=channel, at=TEN + hours * HOUR)
    assert unsafe_messages(TEN - DAY, TEN + DAY) == Share(part=3, of=5)
    assert unsafe_messages(TEN, TEN + 2 * HOUR) == Share(part=1, of=2)


def test_a_way_in_doubt_was_not_safe_until_it_was_checked(evening: Evening) -> None:
    person, by = evening.person("Joanne", "Marlow"), evening.acting("response_officer")
    done(set_safe_contact, TEN, by=by, person=person, ways=("text",), source="Her own words")
    done(put_in_doubt, TEN + HOUR, by=by, person=person, way="text", why="Somebody else answered")
    done(settle_doubt, TEN + 3 * HOUR, by=by, person=person, way="text", safe=True, source="Seen at her home")
    for hours in (0.5, 2, 4):
        left(person, channel="text", at=TEN + hours * HOUR)
    assert unsafe_messages(TEN - DAY, TEN + DAY) == Share(part=1, of=3)


def test_what_the_person_says_anew_ends_the_doubt(evening: Evening) -> None:
    person, by = evening.person("Joanne", "Marlow"), evening.acting("response_officer")
    done(set_safe_contact, TEN, by=by, person=person, ways=("text",), source="Her own words")
    done(put_in_doubt, TEN + HOUR, by=by, person=person, way="text", why="Somebody else answered")
    done(set_safe_contact, TEN + 2 * HOUR, by=by, person=person, ways=("text",), source="A new phone, her own words")
    left(person, channel="text", at=TEN + 3 * HOUR)
    assert unsafe_messages(TEN - DAY, TEN + DAY) == Share(part=0, of=1)
