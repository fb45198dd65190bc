"""Grades: signs decide, the channel and the history do not (C3, C4, C7, C13)."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.calls.rules.channels import Channel
from bluelamp.calls.rules.grading import Grade, Sign, Stated, Wish, propose
from bluelamp.deadlines.law import load

LAW = load(Path(__file__).parents[3] / "bluelamp" / "calls" / "law.toml")
DAY = date(2026, 11, 20)

stated = st.builds(
    Stated,
    signs=st.frozensets(st.sampled_from(Sign)),
    wish=st.sampled_from(Wish),
    channel=st.sampled_from(Channel),
    previous_domestic=st.integers(0, 5),
    previous_no_crime=st.integers(0, 5),
)


@pytest.mark.parametrize(
    ("signs", "grade"),
    [
        ({Sign.WEAPON, Sign.OFFENDER_PRESENT}, Grade.IMMEDIATE),
        ({Sign.SERIOUS_CRASH}, Grade.IMMEDIATE),
        ({Sign.OPEN_OR_SILENT_LINE}, Grade.IMMEDIATE),
        ({Sign.DOMESTIC_ABUSE}, Grade.PRIORITY),
        ({Sign.DOMESTIC_ABUSE, Sign.CRIME_IN_PROGRESS}, Grade.IMMEDIATE),
        ({Sign.EVIDENCE_OR_WITNESS_LOST}, Grade.PRIORITY),
        ({Sign.HATE}, Grade.PRIORITY),
    ],
)
def test_signs_set_the_grade(signs: set[Sign], grade: Grade) -> None:
    assert propose(LAW, stated=Stated(signs=frozenset(signs)), on=DAY).grade is grade


@pytest.mark.parametrize(
    ("wish", "grade"),
    [(Wish.NOT_SAID, Grade.SCHEDULED), (Wish.APPOINTMENT, Grade.SCHEDULED), (Wish.ADVICE, Grade.RESOLVED)],
)
def test_without_signs_the_wish_counts(wish: Wish, grade: Grade) -> None:
    assert propose(LAW, stated=Stated(wish=wish), on=DAY).grade is grade


def test_a_knife_at_the_yellow_phone_is_as_immediate_as_on_999() -> None:
    signs = frozenset({Sign.WEAPON, Sign.OFFENDER_PRESENT})
    proposal = propose(LAW, stated=Stated(signs=signs, channel=Channel.HELP_POINT), on=DAY)
    assert proposal.grade is Grade.IMMEDIATE
    assert "Ask where it is happening: it may not be at the phone." in proposal.prompts


def test_reasons_name_only_what_sets_the_grade() -> None:
    proposal = propose(LAW, stated=Stated(signs=frozenset({Sign.HATE, Sign.VIOLENCE})), on=DAY)
    assert [reason.words for reason in proposal.reasons] == [Sign.VIOLENCE.words]
    assert proposal.reasons[0].source


def test_a_repeat_domestic_forces_the_domestic_questions() -> None:
    prompts = propose(LAW, stated=Stated(previous_domestic=1), on=DAY).prompts
    assert any("strangling" in prompt for prompt in prompts)
    assert not propose(LAW, stated=Stated(), on=DAY).prompts


@given(one=stated, more=st.frozensets(st.sampled_from(Sign)))
def test_more_facts_never_lower_a_grade(one: Stated, more: frozenset[Sign]) -> None:
    fuller = Stated(signs=one.signs | more, wish=one.wish, channel=one.channel)
    assert not propose(LAW, stated=one, on=DAY).grade.is_above(propose(LAW, stated=fuller, on=DAY).grade)


@given(one=stated, channel=st.sampled_from(Channel), no_crime=st.integers(0, 9))
def test_neither_channel_nor_a_history_of_no_crime_moves_a_grade(one: Stated, channel: Channel, no_crime: int) -> None:
    other = Stated(signs=one.signs, wish=one.wish, channel=channel, previous_no_crime=no_crime)
    assert propose(LAW, stated=one, on=DAY).grade is propose(LAW, stated=other, on=DAY).grade


@given(one=stated)
def test_a_proposal_always_says_why(one: Stated) -> None:
    assert propose(LAW, stated=one, on=DAY).reasons
