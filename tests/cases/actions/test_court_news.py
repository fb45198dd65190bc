"""What the court did, as an action of its own: kept, with the next date; refused to who may not, and twice the same."""

from datetime import UTC, date, datetime

import pytest

from bluelamp.cases.actions.court_news import write_court_news
from bluelamp.cases.models import CourtNews, Hearing
from bluelamp.cases.queries import case_for_page, next_hearing
from bluelamp.cases.rules.court_news import News, Outcome
from bluelamp.ledger.queries import timeline
from bluelamp.verdict import Refused
from tests.cases.at_court import COURT, HAD, charged_in, given
from tests.custody.evening import HOUR, Evening, done

TRIAL = datetime(2027, 1, 11, 10, 0, tzinfo=UTC)


def wrote(evening: Evening, case: int, news: News, role: str = "investigator", **more: object) -> int:
    return done(write_court_news, HAD + HOUR, by=evening.acting(role), case=case, court=COURT,
                given=given(news, **more))  # fmt: skip


def test_the_next_date_is_set_and_the_earlier_one_stays(evening: Evening) -> None:
    case = charged_in(evening, evening.held())
    wrote(evening, case, News.HEARD, next_at=TRIAL, words="He said that he did not do it.")
    assert list(Hearing.objects.order_by("on").values_list("on", flat=True)) == [date(2026, 12, 4), date(2027, 1, 11)]
    found = case_for_page(case)
    assert found
    assert next_hearing(found, HAD + 24 * HOUR).starts_at == TRIAL
    said = [line.sentence for line in timeline(f"case:{case}")]
    assert f"Next in court at {COURT}, 10:00 Mon 11 Jan 2027, whether for trial is not known" in said
    assert any("He said that he did not do it." in one for one in said)


def test_a_date_that_is_changed_leaves_the_last_one_set(evening: Evening) -> None:
    case = charged_in(evening, evening.held())
    wrote(evening, case, News.HEARD, next_at=TRIAL)
    sooner = TRIAL - 7 * 24 * HOUR
    wrote(evening, case, News.DATE, next_at=sooner)
    found = case_for_page(case)
    assert found
    assert next_hearing(found, HAD + 24 * HOUR).starts_at == sooner


def test_the_same_verdict_twice_and_who_may_not(evening: Evening) -> None:
    case = charged_in(evening, evening.held())
    with pytest.raises(Refused, match="may not do this"):
        wrote(evening, case, News.VERDICT, role="dispatcher", outcome=Outcome.GUILTY)
    wrote(evening, case, News.VERDICT, outcome=Outcome.GUILTY)
    with pytest.raises(Refused, match="a verdict already"):
        wrote(evening, case, News.VERDICT, outcome=Outcome.NOT_GUILTY)
    with pytest.raises(Refused, match="Which court"):
        done(write_court_news, HAD + HOUR, by=evening.acting("investigator"), case=case, court=" ",
             given=given(News.SENTENCE))  # fmt: skip
    assert CourtNews.objects.get().outcome == "guilty"
