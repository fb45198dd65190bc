"""A conflict as the planner reads it, and the ways out, the shortest leave first and a gap last."""

from datetime import date

from bluelamp.duty.rules.conflict_words import (
    LeaveGrant,
    NeedOnADay,
    Restricted,
    RuleKept,
    SkillLapsed,
    beside_words,
    need_words,
    sentence,
    ways_out,
)  # fmt: skip
from bluelamp.duty.rules.cover import Need, Window

DAY = date(2027, 1, 8)
NEED = NeedOnADay(
    need=Need(unit="a", window=Window(begins=420, ends=1320), least=1, skill="sergeant"), day=DAY
)  # fmt: skip
LONG = LeaveGrant(officer="officer:1", first=DAY, last=date(2027, 1, 14))
SHORT = LeaveGrant(officer="officer:2", first=DAY, last=DAY)


def test_the_sentence_counts_what_cannot_all_hold() -> None:
    assert sentence([LONG, NEED, SHORT]) == "These two leave grants and one need on Fri 8 Jan 2027 cannot all hold."
    assert sentence([NEED]) == "One need on Fri 8 Jan 2027 cannot be met."


def test_the_ways_out_cost_people_least_first() -> None:
    ways = ways_out([LONG, NEED, SHORT], {"officer:1": "PS 1 Ash", "officer:2": "PS 2 Bell"})
    assert [one.words.split(" to give")[0] for one in ways] == [
        "Ask PS 2 Bell", "Ask PS 1 Ash", "Go without: 1 sergeant, 07:00 to 22:00 on Fri 8 Jan 2027",
    ]  # fmt: skip
    assert "cannot be published" in ways[-1].cost
    assert need_words(NEED) in ways[-1].words
    assert all(one.source for one in ways)


def test_rules_restrictions_and_skills_are_named_beside_and_a_rule_is_no_way_out() -> None:
    parts = [NEED, RuleKept(name="rest_between_duties"), Restricted(officer="officer:1", what="no nights"),
             SkillLapsed(officer="officer:2", skill="taser", last=DAY), LONG]  # fmt: skip
    names = {"officer:1": "PS 1 Ash", "officer:2": "PS 2 Bell"}
    assert sentence(parts) == (
        "These one leave grant and one need on Fri 8 Jan 2027 cannot all hold with one rule and one restriction and "
        "one skill that ran out."
    )
    assert sentence([NEED, parts[3], parts[3]]) == (
        "One need on Fri 8 Jan 2027 cannot be met with two skills that ran out."
    )
    assert beside_words(parts, names) == [
        "the rest between two duties", "PS 1 Ash: no nights", "PS 2 Bell: taser training to Fri 8 Jan 2027",
    ]  # fmt: skip
    assert [one.words.split(",")[0] for one in ways_out(parts, names)] == [
        "Renew PS 2 Bell: taser training", "Ask PS 1 Ash to give back leave",
        "Ask whoever decided it whether PS 1 Ash still has: no nights", "Go without: 1 sergeant",
    ]  # fmt: skip
