"""Which steps a piece of news from the court owes, by hand."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from bluelamp.cases.rules.court_news import Given, News, Outcome
from bluelamp.journeys.rules.court_news import may_let_out, steps

AHEAD = datetime(2027, 1, 11, 10, 0, tzinfo=UTC)


def news(kind: News, **more: Any) -> Given:
    received = datetime(2026, 12, 4, 16, 0, tzinfo=UTC)
    return Given(news=kind, on=date(2026, 12, 4), received_at=received, words="As it was said.", **more)


@pytest.mark.parametrize(
    ("said", "owed"),
    [
        (news(News.BAIL, outcome=Outcome.CONDITIONS), ["bailed"]),
        (news(News.BAIL, outcome=Outcome.IN_CUSTODY, next_at=AHEAD), ["court_date"]),
        (news(News.HEARD, outcome=Outcome.BAILED, next_at=AHEAD), ["bailed", "court_date"]),
        (news(News.DATE, next_at=AHEAD), ["court_date"]),
        (news(News.VERDICT, outcome=Outcome.GUILTY, next_at=AHEAD), ["verdict", "court_date"]),
        (news(News.STOPPED), ["not_prosecuted"]),
        (news(News.APPEAL_DECIDED, outcome=Outcome.STANDS), ["appeal"]),
    ],
)
def test_what_is_told_of_each(said, owed) -> None:
    assert [step.value for step in steps(said)] == owed


@pytest.mark.parametrize(
    ("said", "out"),
    [
        (news(News.VERDICT, outcome=Outcome.NOT_GUILTY), True),
        (news(News.VERDICT, outcome=Outcome.GUILTY), False),
        (news(News.SENTENCE), True),
        (news(News.STOPPED), True),
        (news(News.BAIL, outcome=Outcome.IN_CUSTODY, next_at=AHEAD), False),
        (news(News.APPEAL_DECIDED, outcome=Outcome.SET_ASIDE), True),
        (news(News.APPEAL_DECIDED, outcome=Outcome.STANDS), False),
        (news(News.APPEAL_LODGED), False),
    ],
)
def test_who_may_be_out_by_it(said, out) -> None:
    assert may_let_out(said) is out
