"""What may be answered when, and by when."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.partners.rules import answering
from bluelamp.partners.rules.answering import Answer, Standing, may_answer
from tests.partners.rules.law_for_partners import LAW

NEW, ACCEPTED = Standing(), Standing(accepted=True)
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("standing", "answer", "words", "refused"),
    [
        (NEW, Answer.ACCEPT, "", ""),
        (NEW, Answer.DECLINE, "No room", ""),
        (NEW, Answer.DECLINE, " ", "Say why you decline"),
        (NEW, Answer.DECLINE, None, ""),
        (NEW, Answer.UPDATE, "Rang twice", "Accept it first."),
        (NEW, Answer.REACHED, "", "Accept it first."),
        (ACCEPTED, Answer.ACCEPT, "", "accepted already"),
        (ACCEPTED, Answer.DECLINE, "She moved away", ""),
        (ACCEPTED, Answer.UPDATE, "Rang twice", ""),
        (ACCEPTED, Answer.UPDATE, "", "Write the update."),
        (ACCEPTED, Answer.REACHED, "", ""),
        (Standing(accepted=True, reached=True), Answer.REACHED, "", "written already"),
        (Standing(accepted=True, reached=True), Answer.DECLINE, "No", "reached already"),
        (Standing(accepted=True, reached=True), Answer.UPDATE, "She has a room", ""),
        (Standing(declined=True), Answer.ACCEPT, "", "declined already"),
        (Standing(taken_back=True), Answer.ACCEPT, "", "taken back"),
        (Standing(own=False), Answer.ACCEPT, "", "There is nothing here."),
    ],
)
def test_in_order(standing, answer, words, refused):
    verdict = may_answer(standing, answer, words=words)
    assert verdict.allowed == (not refused)
    assert refused in verdict.words


@given(
    st.builds(Standing, accepted=st.booleans(), declined=st.booleans(), reached=st.booleans(), taken_back=st.booleans(),
              own=st.just(False)),
    st.sampled_from(list(Answer)),
    st.text(),
)  # fmt: skip
def test_another_bodys_share_is_nothing_whatever_its_state(standing, answer, words):
    assert may_answer(standing, answer, words=words).words == "There is nothing here."


@pytest.mark.parametrize(
    ("rule", "hours", "urgent_hours"),
    [(answering.answer_due, 48, 2), (answering.reached_due, 120, 24), (answering.another_way_due, 24, 2)],
)
def test_times_are_elapsed_hours(rule, hours, urgent_hours):
    start = "declined_at" if rule is answering.another_way_due else "sent_at"
    assert rule(LAW, **{start: NOON}, urgent=False).due == NOON + timedelta(hours=hours)
    assert rule(LAW, **{start: NOON}, urgent=True).due == NOON + timedelta(hours=urgent_hours)


@given(st.integers(0, 365 * 24 * 60))
def test_an_urgent_share_is_never_answered_later(minutes):
    sent_at = NOON + timedelta(minutes=minutes)
    for rule in (answering.answer_due, answering.reached_due):
        urgent, plain = (rule(LAW, sent_at=sent_at, urgent=one).due for one in (True, False))
        assert sent_at < urgent < plain
