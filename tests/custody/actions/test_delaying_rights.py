"""Rights delayed: rank, offence, grounds and 36 hours; ended by name."""

import pytest

from bluelamp.custody.actions.arresting import Offence
from bluelamp.custody.actions.delaying_rights import delay_right, end_delay
from bluelamp.custody.models import RightDelayed
from bluelamp.owed.models import Promise
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

GROUND = ("interference_with_evidence",)


def test_an_inspector_delays_telling_someone_until_36_hours_at_most(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("reviewing_inspector")
    facts = {"detention": found.pk, "right": "someone_informed", "grounds": GROUND, "words": "A phone is still sought"}
    done(delay_right, TEN + 2 * HOUR, by=by, **facts)
    owed = Promise.objects.get(record=found.ref, kind="custody.delay_ends")
    assert owed.due_at == TEN + 45 * MINUTE + 36 * HOUR
    with pytest.raises(Refused, match="delayed already"):
        done(delay_right, TEN + 3 * HOUR, by=by, **facts)
    done(end_delay, TEN + 4 * HOUR, by=by, detention=found.pk, right="someone_informed", why="The phone is found")
    owed.refresh_from_db()
    assert owed.state == "kept"
    with pytest.raises(Refused, match="not delayed"):
        done(end_delay, TEN + 5 * HOUR, by=by, detention=found.pk, right="someone_informed", why="Again")


@pytest.mark.parametrize(
    ("role", "right", "grounds", "words", "said"),
    [
        ("reviewing_inspector", "legal_advice", GROUND, "Why", "superintendent or above"),
        ("superintendent", "legal_advice", ("he_is_rude",), "Why", "ground of Annex B"),
        ("superintendent", "legal_advice", (), "Why", "ground of Annex B"),
        ("superintendent", "legal_advice", GROUND, " ", "grounds in words"),
    ],
)
def test_without_rank_ground_or_words_nothing_is_delayed(
    evening: Evening, role: str, right: str, grounds: tuple[str, ...], words: str, said: str
) -> None:
    found = evening.held()
    with pytest.raises(Refused, match=said):
        done(delay_right, TEN + 2 * HOUR, by=evening.acting(role), detention=found.pk, right=right, grounds=grounds,
             words=words)  # fmt: skip
    assert not RightDelayed.objects.exists()


def test_never_for_a_summary_only_offence(evening: Evening) -> None:
    found = evening.held(offence=Offence(code="105/1", words="Common assault", tried="summary"))
    with pytest.raises(Refused, match="indictable"):
        done(delay_right, TEN + 2 * HOUR, by=evening.acting("superintendent"), detention=found.pk,
             right="legal_advice", grounds=GROUND, words="Why")  # fmt: skip
