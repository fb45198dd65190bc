"""What a special may be put down for (S3): never accompanied alone, training in date, a grade is no rank."""

from datetime import date, timedelta
from itertools import product

import pytest

from bluelamp.specials.rules.deployment import Going, Work, in_date, may_go, may_go_beside, may_tutor, what_may_be_done
from bluelamp.specials.rules.rank import Holder

ON = date(2026, 11, 21)


def going(status: str, **facts) -> Going:
    held = {"safety_held": True, "first_aid_held": True, "safety_until": ON, "first_aid_until": None}
    return Going(**{"name": "SC Ashe", "status": status, **held, **facts})


@pytest.mark.parametrize(
    ("status", "beside", "supervised", "allowed"),
    [
        ("", "", True, False),
        ("", "PC Lunn", True, False),
        ("accompanied", "", False, False),
        ("accompanied", "", True, False),
        ("accompanied", "PC Lunn", False, True),
        ("directed", "", False, False),
        ("directed", "", True, True),
        ("directed", "PC Lunn", False, True),
        ("independent", "", False, True),
    ],
)
def test_what_each_status_allows(status, beside, supervised, allowed):
    verdict = may_go(going=going(status, beside=beside), work=Work(on=ON, supervised=supervised))
    assert verdict.allowed is allowed
    assert allowed or "S3" in verdict.source


def test_an_accompanied_special_never_goes_alone_whatever_else_holds():
    for supervised, until in product((True, False), (ON, None, ON + timedelta(days=400))):
        alone = going("accompanied", safety_until=until, first_aid_until=until)
        verdict = may_go(going=alone, work=Work(on=ON, supervised=supervised))
        assert verdict.words == "SC Ashe may go only with a named experienced officer on the same deployment."


@pytest.mark.parametrize("status", ["accompanied", "directed", "independent"])
@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"safety_held": False, "safety_until": None}, "Officer safety training is not recorded."),
        ({"first_aid_held": False}, "First aid training is not recorded."),
        ({"safety_until": ON - timedelta(days=1)}, "Officer safety training runs out before that day."),
    ],
)
def test_training_must_hold_on_the_day(status, facts, words):
    verdict = may_go(going=going(status, beside="PC Lunn", **facts), work=Work(on=ON, supervised=True))
    assert words in verdict.words


def test_the_last_day_of_training_still_counts():
    assert in_date(going("directed", safety_until=ON, first_aid_until=ON), ON).allowed


def test_training_events_are_open_to_all():
    assert may_go(going=going("", safety_held=False, first_aid_held=False), work=Work(on=ON, training=True)).allowed


@pytest.mark.parametrize(
    ("holder", "skills", "allowed"),
    [
        (Holder(regular_rank="constable"), {"tutor"}, True),
        (Holder(regular_rank="constable"), set(), False),
        (Holder(special_grade="special_sergeant"), {"tutor"}, False),
        (Holder(), {"tutor"}, False),
    ],
)
def test_a_tutor_is_a_regular_officer_who_is_trained_for_it(holder, skills, allowed):
    assert may_tutor(holder=holder, skills=frozenset(skills)).allowed is allowed


@pytest.mark.parametrize(
    ("holder", "status", "allowed"),
    [
        (Holder(regular_rank="constable"), "", True),
        (Holder(special_grade="special_constable"), "independent", True),
        (Holder(special_grade="special_inspector"), "directed", False),
        (Holder(), "", False),
    ],
)
def test_who_counts_as_experienced(holder, status, allowed):
    assert may_go_beside(holder=holder, status=status).allowed is allowed


def test_in_words():
    assert "Never sent alone" in what_may_be_done("accompanied")
    assert "Training events" in what_may_be_done("learning")
