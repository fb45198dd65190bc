"""What a court may have done next, and what has to be said of it; worked by hand, no database."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from bluelamp.cases.rules.court_news import (
    APPEALS,
    CONVICTED,
    VERDICTS,
    Earlier,
    Given,
    News,
    Outcome,
    may_come,
    may_write,
    standing,
)

CHARGED = datetime(2026, 11, 21, 3, 5, tzinfo=UTC)
HAD = datetime(2026, 12, 4, 16, 0, tzinfo=UTC)
AHEAD = datetime(2027, 1, 11, 10, 0, tzinfo=UTC)
FOURTH = date(2026, 12, 4)


def asked(news: News, *earlier: Earlier, charged_at: datetime | None = CHARGED, at: datetime = HAD, **more: object):
    facts = {"on": FOURTH, "received_at": HAD, "words": "As it was said.", **more}
    return may_write(Given(news=news, **facts), earlier, charged_at=charged_at, at=at)


def was(news: News, outcome: Outcome | None = None, on: date = FOURTH) -> Earlier:
    return Earlier(news=news, on=on, outcome=outcome)


GUILTY = was(News.VERDICT, Outcome.GUILTY)


@pytest.mark.parametrize(
    ("news", "more", "field"),
    [
        (News.DATE, {}, "next_at"),
        (News.HEARD, {}, "next_at"),
        (News.HEARD, {"next_at": HAD}, "next_at"),
        (News.BAIL, {}, "outcome"),
        (News.BAIL, {"outcome": Outcome.IN_CUSTODY}, "next_at"),
        (News.BAIL, {"outcome": Outcome.GUILTY}, "outcome"),
        (News.VERDICT, {}, "outcome"),
        (News.VERDICT, {"outcome": Outcome.STANDS}, "outcome"),
        (News.VERDICT, {"outcome": Outcome.GUILTY, "words": " "}, "words"),
        (News.VERDICT, {"outcome": Outcome.GUILTY, "on": date(2026, 12, 5)}, "on"),
        (News.VERDICT, {"outcome": Outcome.GUILTY, "on": date(2026, 11, 20)}, "on"),
        (News.VERDICT, {"outcome": Outcome.GUILTY, "at": HAD - timedelta(minutes=1)}, "received_at"),
        (News.STOPPED, {"outcome": Outcome.BAILED}, "outcome"),
    ],
)
def test_what_is_missing_or_cannot_be_is_refused_at_its_field(news, more, field) -> None:
    verdict = asked(news, **more)
    assert (verdict.allowed, verdict.field) == (False, field)


@pytest.mark.parametrize(
    ("news", "more"),
    [
        (News.DATE, {"next_at": AHEAD}),
        (News.HEARD, {"next_at": AHEAD}),
        (News.HEARD, {"next_at": AHEAD, "outcome": Outcome.CONDITIONS}),
        (News.BAIL, {"outcome": Outcome.BAILED}),
        (News.BAIL, {"outcome": Outcome.IN_CUSTODY, "next_at": AHEAD}),
        (News.VERDICT, {"outcome": Outcome.NOT_GUILTY}),
        (News.STOPPED, {}),
    ],
)
def test_what_may_come_first(news, more) -> None:
    assert asked(news, **more).allowed


def test_on_the_day_of_the_charge_after_midnight_in_london() -> None:
    assert asked(News.VERDICT, outcome=Outcome.PLEADED_GUILTY, on=date(2026, 11, 21)).allowed


def test_nobody_charged_has_no_court() -> None:
    assert "Nobody is charged" in asked(News.VERDICT, charged_at=None, outcome=Outcome.GUILTY).words


@pytest.mark.parametrize(
    ("earlier", "news", "words"),
    [
        ((), News.SENTENCE, "verdict first"),
        ((was(News.VERDICT, Outcome.NOT_GUILTY),), News.SENTENCE, "verdict first"),
        ((was(News.VERDICT, Outcome.NO_VERDICT),), News.SENTENCE, "verdict first"),
        ((GUILTY,), News.VERDICT, "a verdict already"),
        ((GUILTY,), News.STOPPED, "a verdict already"),
        ((GUILTY, was(News.SENTENCE)), News.SENTENCE, "a sentence already"),
        ((was(News.STOPPED),), News.VERDICT, "stopped this case"),
        ((was(News.STOPPED),), News.DATE, "stopped this case"),
        ((was(News.STOPPED),), News.APPEAL_LODGED, "no verdict to appeal"),
        ((), News.APPEAL_LODGED, "no verdict to appeal"),
        ((GUILTY,), News.APPEAL_DECIDED, "No appeal"),
        ((GUILTY, was(News.APPEAL_LODGED)), News.APPEAL_LODGED, "lodged already"),
    ],
)
def test_an_order_that_no_court_knows(earlier, news, words) -> None:
    verdict = may_come(news, standing(earlier))
    assert words in verdict.words


@pytest.mark.parametrize(
    ("decided", "news"),
    [
        (Outcome.NEW_TRIAL, News.VERDICT),
        (Outcome.SET_ASIDE, News.STOPPED),
        (Outcome.CHANGED, News.SENTENCE),
        (Outcome.STANDS, News.APPEAL_LODGED),
    ],
)
def test_what_an_appeal_opens_again(decided, news) -> None:
    earlier = (GUILTY, was(News.SENTENCE), was(News.APPEAL_LODGED), was(News.APPEAL_DECIDED, decided))
    assert may_come(news, standing(earlier)).allowed


def test_a_jury_that_could_not_agree_leaves_the_trial_open() -> None:
    assert may_come(News.VERDICT, standing((was(News.VERDICT, Outcome.NO_VERDICT),))).allowed


def test_no_sentence_before_its_verdict() -> None:
    verdict = asked(News.SENTENCE, GUILTY, on=date(2026, 12, 3))
    assert (verdict.allowed, verdict.field) == (False, "on")
    assert "before the verdict, Fri 4 Dec 2026" in verdict.words


MOVES = st.sampled_from(
    [(News.VERDICT, one) for one in VERDICTS]
    + [(News.APPEAL_DECIDED, one) for one in APPEALS]
    + [(one, None) for one in (News.SENTENCE, News.STOPPED, News.APPEAL_LODGED)]
)


@drawn(st.lists(MOVES, max_size=30))
def test_whatever_came_nobody_is_sentenced_without_a_conviction_that_stands(moves) -> None:
    written: list[Earlier] = []
    for news, outcome in moves:
        if may_come(news, standing(written)).allowed:
            written.append(was(news, outcome))
    for n, one in enumerate(written):
        if one.news is News.SENTENCE:
            verdict = standing(written[:n]).verdict
            assert verdict
            assert verdict.outcome in CONVICTED
    appeals = [one.news for one in written if one.news in (News.APPEAL_LODGED, News.APPEAL_DECIDED)]
    assert all(first is not then for first, then in pairwise(appeals))
