"""A trial with a date: each victim is owed being asked what they need there; kept by asking, over with the trial."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bluelamp.cases.rules.court_news import News, Outcome
from bluelamp.ledger.queries import timeline
from bluelamp.owed.models import Promise
from bluelamp.people.rules.unknowns import Answer
from bluelamp.verdict import Refused
from bluelamp.victims.actions.assessing import assess_needs
from bluelamp.victims.actions.before_trial import assess_before_trial
from bluelamp.victims.actions.recording import record_victim
from bluelamp.victims.models import TrialAssessment
from bluelamp.victims.rules.before_trial import Measure, Said, Topic
from bluelamp.victims.rules.entitlement import Circumstances
from tests.cases.at_court import HAD, AtCourt
from tests.custody.evening import HOUR, Evening, done
from tests.victims.care import NEEDS

TRIAL = datetime(2027, 1, 11, 10, 0, tzinfo=UTC)
SAID = (
    Said(topic=Topic.SAFETY, answer=Answer.KNOWN, words="Not to meet him in the hall"),
    Said(topic=Topic.SPEAKING, answer=Answer.NONE),
)


@pytest.fixture
def court(evening: Evening) -> AtCourt:
    return AtCourt(evening, victims=2)


def states(court: AtCourt, which: int = 0) -> list[str]:
    found = Promise.objects.filter(kind="victims.assess_before_trial", record=court.victims[which].ref)
    return list(found.order_by("began_at").values_list("state", flat=True))


def asked(court: AtCourt, which: int = 0, *, at: datetime = HAD + 2 * HOUR, **more: Any) -> int:
    facts = {"measures_answer": Answer.KNOWN, "measures": [Measure.SCREEN], "said": SAID, "case": court.case.pk, **more}
    by = court.evening.acting("victim_care_officer")
    return done(assess_before_trial, at, by=by, victim=court.victims[which].pk, **facts)


def test_each_victim_is_owed_it_from_the_date_of_a_trial_and_of_no_other_date(court: AtCourt) -> None:
    court(News.HEARD, next_at=TRIAL, trial=False)
    court(News.DATE, next_at=TRIAL, at=HAD + 2 * HOUR)
    assert states(court) == []
    court(News.DATE, next_at=TRIAL, trial=True, at=HAD + 3 * HOUR)
    assert (states(court), states(court, 1)) == (["open"], ["open"])
    due = Promise.objects.get(kind="victims.assess_before_trial", record=court.victims[0].ref).due_at
    assert due == datetime(2026, 12, 12, 0, 0, tzinfo=UTC)


def test_asking_keeps_it_for_that_victim_alone_and_grants_nothing(court: AtCourt) -> None:
    court(News.HEARD, next_at=TRIAL, trial=True)
    asked(court)
    assert (states(court), states(court, 1)) == (["kept"], ["open"])
    said = " ".join(line.sentence for line in timeline(court.victims[0].ref))
    assert "Asked of the court, which decides: A screen, so as not to see the accused (s.23)" in said
    assert "Safety at court: Not to meet him in the hall; Language: None" in said


def test_the_ordinary_asking_does_not_keep_it(court: AtCourt) -> None:
    court(News.HEARD, next_at=TRIAL, trial=True)
    by = court.evening.acting("victim_care_officer")
    done(assess_needs, HAD + 2 * HOUR, by=by, victim=court.victims[0].pk, needs=NEEDS)
    assert states(court) == ["open"]


def test_a_date_that_moves_is_no_second_promise_and_no_more_time(court: AtCourt) -> None:
    court(News.HEARD, next_at=TRIAL, trial=True)
    court(News.DATE, next_at=TRIAL + timedelta(days=40), trial=True, received_at=HAD + 72 * HOUR, at=HAD + 73 * HOUR)
    found = Promise.objects.get(kind="victims.assess_before_trial", record=court.victims[0].ref)
    assert found.due_at == datetime(2026, 12, 12, 0, 0, tzinfo=UTC)
    sooner = datetime(2026, 12, 9, 10, 0, tzinfo=UTC)
    court(News.DATE, next_at=sooner, trial=True, received_at=HAD + 74 * HOUR, at=HAD + 75 * HOUR)
    found.refresh_from_db()
    assert (found.due_at, found.state) == (sooner, "open")
    asked(court, at=HAD + 76 * HOUR)
    court(News.DATE, next_at=TRIAL, trial=True, received_at=HAD + 77 * HOUR, at=HAD + 78 * HOUR)
    assert states(court) == ["kept"]


def test_a_victim_recorded_after_the_date_was_set_is_owed_it_from_then_and_after_the_trial_not(
    court: AtCourt,
) -> None:
    court(News.HEARD, next_at=TRIAL, trial=True)
    later = HAD + 7 * 24 * HOUR
    found = named(court, "Bo", at=later)
    promise = Promise.objects.get(kind="victims.assess_before_trial", record=f"victim:{found}")
    first = Promise.objects.get(kind="victims.assess_before_trial", record=court.victims[0].ref)
    assert (promise.state, promise.due_at) == ("open", first.due_at + timedelta(days=7))
    court(News.VERDICT, outcome=Outcome.GUILTY, received_at=later + HOUR, at=later + HOUR, on=date(2026, 12, 5))
    last = named(court, "Cy", at=later + 2 * HOUR)
    assert not Promise.objects.filter(kind="victims.assess_before_trial", record=f"victim:{last}").exists()


def named(court: AtCourt, name: str, *, at: datetime) -> int:
    by, incident = court.evening.acting("response_officer"), court.victims[0].incident_id
    facts = {"person": court.evening.person(name, "Rudd"), "incident": incident, "circumstances": Circumstances()}
    return done(record_victim, at, by=by, **facts)


@pytest.mark.parametrize(
    ("news", "outcome", "left"),
    [
        (News.VERDICT, Outcome.GUILTY, ["broken"]),
        (News.VERDICT, Outcome.PLEADED_GUILTY, []),
        (News.STOPPED, None, []),
    ],
)
def test_a_trial_held_without_asking_breaks_it_and_no_trial_ends_it(
    court: AtCourt, news: News, outcome: Outcome | None, left: list[str]
) -> None:
    court(News.HEARD, next_at=TRIAL, trial=True)
    court(news, outcome=outcome, received_at=HAD + 24 * HOUR, at=HAD + 25 * HOUR, on=date(2026, 12, 5))
    assert [one for one in states(court) if one != "withdrawn"] == left


def test_a_new_trial_is_asked_about_anew(court: AtCourt) -> None:
    court(News.HEARD, next_at=TRIAL, trial=True)
    asked(court)
    then = HAD + 24 * HOUR
    court(News.VERDICT, outcome=Outcome.NO_VERDICT, next_at=TRIAL, trial=True, received_at=then, at=then + HOUR,
          on=date(2026, 12, 5))  # fmt: skip
    assert states(court) == ["kept", "open"]
    asked(court, at=then + 2 * HOUR, measures_answer=Answer.NONE, measures=())
    assert states(court) == ["kept", "kept"]
    assert [one.asked_for() for one in TrialAssessment.objects.order_by("at")] == [Measure.SCREEN.words, "Nothing"]


def test_a_case_of_somebody_else_and_half_an_answer_are_refused(court: AtCourt) -> None:
    other = AtCourt(court.evening)
    with pytest.raises(Refused, match="not about what happened to them"):
        asked(court, case=other.case.pk)
    with pytest.raises(Refused, match="Tick what they ask"):
        asked(court, measures=())
    assert not TrialAssessment.objects.exists()
