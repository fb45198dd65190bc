"""The pathways as data: each has its source, says who acts and by when; a force's own file is checked by name."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.safeguarding.rules.assessing import Risk
from bluelamp.safeguarding.rules.pathways import (
    PathwayError,
    called_for,
    clashes,
    may_answer,
    may_judge,
    named_by,
    read,
    step_due,
)
from bluelamp.safeguarding.rules.prompts import Sign

FOLDER = Path(__file__).resolve().parents[3] / "bluelamp" / "safeguarding" / "pathways"
ALL = {one.key: one for one in map(read, sorted(FOLDER.glob("*.toml")))}
NOW = datetime(2026, 3, 28, 23, 30, tzinfo=UTC)
TODAY = date(2026, 11, 20)


def opened(*signs: Sign, on: date = TODAY) -> set[str]:
    return {one.key for one in called_for(pathways=ALL.values(), signs=signs, on=on)}


def test_each_of_the_four_is_there_and_recognised_by_its_sign() -> None:
    assert set(ALL) == {"strangulation", "stalking", "honour", "forced_marriage"}
    assert opened(Sign.STRANGULATION, Sign.VIOLENCE) == {"strangulation"}
    assert opened(Sign.HONOUR, Sign.FORCED_MARRIAGE) == {"honour", "forced_marriage"}
    assert opened(Sign.WEAPONS) == set()


def test_none_is_opened_before_its_law_began() -> None:
    assert opened(Sign.STRANGULATION, on=date(2022, 6, 6)) == set()
    assert opened(Sign.STRANGULATION, on=date(2022, 6, 7)) == {"strangulation"}


@given(st.sets(st.sampled_from(list(Sign))), st.sets(st.sampled_from(list(Sign))))
def test_more_signs_never_mean_fewer_pathways(some: set[Sign], more: set[Sign]) -> None:
    assert opened(*some) <= opened(*some, *more)


@pytest.mark.parametrize(
    ("pathway", "step", "acts"),
    [
        ("strangulation", "medical", "safeguarding.assess"),
        ("strangulation", "specialist", "safeguarding.second_look"),
        ("stalking", "protection_order", "safeguarding.protect"),
        ("honour", "alone", "safeguarding.assess"),
        ("forced_marriage", "protection_order", "safeguarding.protect"),
        ("forced_marriage", "unit", "safeguarding.assess"),
    ],
)
def test_what_each_owes_must_be_done_by_whom(pathway: str, step: str, acts: str) -> None:
    found = ALL[pathway].step(step)
    assert found
    assert (found.acts, found.must) == (acts, True)


@pytest.mark.parametrize("key", ["honour", "forced_marriage"])
def test_no_family_interprets_and_nobody_mediates(key: str) -> None:
    words = " ".join(ALL[key].never)
    assert "No family member or friend interprets" in words
    assert "Never mediate" in words
    assert ALL[key].no_family


def test_hours_are_elapsed_hours_over_the_night_the_clocks_change() -> None:
    for pathway in ALL.values():
        for step in pathway.steps:
            assert step_due(step=step, opened_at=NOW).due - NOW == timedelta(hours=step.within)


def test_what_must_be_done_is_decided_against_by_a_supervisor_alone() -> None:
    medical = ALL["strangulation"].step("medical")
    assert medical
    assert may_answer(step=medical, done=True, words="Crew H241 saw her", supervisor=False).allowed
    refused = may_answer(step=medical, done=False, words="She does not want to", supervisor=False)
    assert not refused.allowed
    assert "only a supervisor" in refused.words
    assert may_answer(step=medical, done=False, words="She is seen already", supervisor=True).allowed
    assert not may_answer(step=medical, done=True, words="Yes", supervisor=True).allowed


def test_a_relative_who_speaks_or_a_way_through_somebody_clashes() -> None:
    found = clashes(pathway=ALL["honour"], ways=["representative", "phone"], relatives=["Amir Marlow"])
    assert len(found) == 2
    assert "Amir Marlow" in found[0].words
    assert clashes(pathway=ALL["honour"], ways=["phone"], relatives=[]) == ()
    assert clashes(pathway=ALL["stalking"], ways=["representative"], relatives=["Amir Marlow"]) == ()


def named(**by: str) -> set[str]:
    return {one.key for one in named_by(pathways=ALL.values(), on=TODAY, **by)}


@pytest.mark.parametrize(
    ("by", "keys"),
    [
        ({"opening_code": "stalking"}, {"stalking"}),
        ({"opening_code": "domestic"}, set()),
        ({"offence_code": "8Q"}, {"stalking"}),
        ({"offence_code": "8q/3"}, {"stalking"}),
        ({"offence_code": "8L", "offence_words": "Harassment"}, set()),
        ({"offence_words": "STALKING involving fear of violence"}, {"stalking"}),
        ({"offence_words": "Intentional strangulation"}, {"strangulation"}),
        ({"offence_words": "Honour killing, conspiracy"}, set()),
        ({}, set()),
    ],
)
def test_a_call_or_an_offence_names_a_pathway_that_stands_alone(by: dict[str, str], keys: set[str]) -> None:
    assert named(**by) == keys


def test_no_offence_names_it_before_its_law_began() -> None:
    assert named_by(pathways=ALL.values(), on=date(2020, 1, 19), offence_code="8Q") == ()


@given(st.text(max_size=40), st.text(max_size=12))
def test_whatever_the_offence_only_what_stands_alone_is_named(words: str, code: str) -> None:
    assert all(ALL[key].alone for key in named(offence_words=words, offence_code=code))


def test_standard_is_not_decided_before_the_officer_did_what_must_be_done() -> None:
    def verdict(grade: Risk, *open_steps: str, reason: str = "Once, and he has stopped"):
        return may_judge(pathway=ALL["stalking"], grade=grade, reason=reason, open_steps=open_steps)

    assert not verdict(Risk.STANDARD, "whole_course").allowed
    assert "Asked about each way" in verdict(Risk.STANDARD, "whole_course").words
    assert verdict(Risk.HIGH, "whole_course").allowed
    assert verdict(Risk.STANDARD, "devices", "specialist").allowed, "the one may be left, the other is a supervisor's"
    assert "in your own words" in verdict(Risk.HIGH, reason="High").words


WHOLE = (FOLDER / "stalking.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ('acts = "safeguarding.protect"', 'acts = "people.view"', "who acts"),
        ("within = 12", "within = 0", "at least one"),
        ('code = "devices"', 'code = "specialist"', "a code of its own"),
        ("effective_from = 2020-01-20", 'effective_from = "soon"', "from which day"),
        ('sign = "stalking"', 'sign = "moon"', "moon"),
        ('name = "Stalking"\n', "", "name"),
        ("alone = true", "alone = false", "stands alone"),
    ],
)
def test_a_file_that_cannot_be_used_is_named(tmp_path: Path, before: str, after: str, why: str) -> None:
    assert before in WHOLE
    path = tmp_path / "ours.toml"
    path.write_text(WHOLE.replace(before, after), encoding="utf-8")
    with pytest.raises(PathwayError, match=rf"(?s)ours\.toml.*{why}"):
        read(path)
