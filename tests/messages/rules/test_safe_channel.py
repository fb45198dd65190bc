from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.messages.rules.safe_channel import TELLING, Channel, SafeContactFacts, safe_channel
from bluelamp.people.rules.safe_contact import Way
from bluelamp.verdict import Verdict

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
BY_TEXT = SafeContactFacts(ways=frozenset({Way.TEXT}))


def asked(**changes: object) -> Verdict:
    facts = {"safe": BY_TEXT, "channel": Channel.TEXT, "personalisation": {"when": "after 5 pm"}, "sender": "Lee"}
    return safe_channel(**{**facts, "at": NOON, **changes})  # type: ignore[arg-type]


def test_a_safe_way_with_harmless_words_may_leave() -> None:
    assert asked().allowed


@pytest.mark.parametrize(
    "safe",
    [
        None,
        SafeContactFacts(ways=frozenset()),
        SafeContactFacts(ways=frozenset({Way.EMAIL, Way.PHONE})),
        SafeContactFacts(ways=frozenset({Way.TEXT}), since=time(17), until=time(20)),
        SafeContactFacts(ways=frozenset({Way.TEXT}), shared_device=True),
        SafeContactFacts(ways=frozenset({Way.TEXT}), do_not_ring=True),
    ],
)
def test_refused_when_the_way_or_the_hour_was_not_said_to_be_safe(safe: SafeContactFacts | None) -> None:
    found = asked(safe=safe)
    assert not found.allowed
    assert found.words


@pytest.mark.parametrize("words", ["Ring the police", "POLICE", "about the arrest", "your court date", "Assaulted"])
def test_words_that_tell_what_it_is_about_are_refused_with_their_field(words: str) -> None:
    found = asked(personalisation={"when": "today", "note": words})
    assert (found.allowed, found.field) == (False, "note")


def test_names_and_details_of_the_case_are_refused_in_any_case() -> None:
    assert not asked(personalisation={"note": "for JOANNE"}, never=("Joanne",)).allowed
    assert asked(personalisation={"note": "for you"}, never=("Joanne", "")).allowed


def test_the_sender_gives_nothing_away_either() -> None:
    assert asked(sender="Hertsmere Police").field == "sender"


@given(before=st.text(max_size=20), word=st.sampled_from(TELLING), after=st.text(max_size=20))
def test_no_text_around_it_hides_a_telling_word(before: str, word: str, after: str) -> None:
    assert not asked(personalisation={"note": f"{before} {word.upper()}{after}"}).allowed
