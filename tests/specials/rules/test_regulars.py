"""The pathway into the regulars: for a career, step by step, each with evidence (S6)."""

import pytest

from bluelamp.specials.rules.regulars import BY_KEY, STEPS, Progress, may_put, next_step

KEYS = [step.key for step in STEPS]
PORTFOLIO = frozenset(key for key in KEYS if key.startswith("portfolio_"))


def test_for_the_community_there_is_no_pathway():
    community = Progress(career=False, independent=True)
    assert next_step(community) is None
    assert "here for a career" in may_put(step=STEPS[0], progress=community, words="x").words


def test_the_first_not_signed_is_next():
    for position, key in enumerate(KEYS):
        progress = Progress(career=True, independent=True, signed=frozenset(KEYS[:position]))
        assert next_step(progress).key == key
    assert next_step(Progress(career=True, independent=True, signed=frozenset(KEYS))) is None


@pytest.mark.parametrize("key", sorted(PORTFOLIO))
def test_the_portfolio_is_kept_from_the_first_patrol_on(key):
    early = Progress(career=True, independent=False)
    assert may_put(step=BY_KEY[key], progress=early, words="Log 214, 20 Nov").allowed
    assert may_put(step=BY_KEY[key], progress=early, words=" ").field == "words"


def test_the_later_steps_wait_for_independent_patrol_and_for_those_before():
    recommended = BY_KEY["recommended"]
    early = Progress(career=True, independent=False, signed=PORTFOLIO)
    assert may_put(step=recommended, progress=early, words="x").words == "Independent patrol comes first."
    half = Progress(career=True, independent=True, signed=PORTFOLIO - {"portfolio_victim"})
    assert "portfolio: victims and witnesses" in may_put(step=recommended, progress=half, words="x").words
    assert may_put(
        step=recommended, progress=Progress(career=True, independent=True, signed=PORTFOLIO), words="x"
    ).allowed


def test_what_is_signed_stands():
    signed = Progress(career=True, independent=True, signed=PORTFOLIO)
    assert "signed already" in may_put(step=BY_KEY["portfolio_arrest"], progress=signed, words="x").words
