"""The duty planner: a roster made, proved and published; and a sick call at 05:40 that ends in covered minutes."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.journeys.installation import FOLLOWERS, Installation, running
from tests.journeys.littleford_of_the_morning import BEGIN_AT, SETTINGS, TODAY
from tests.journeys.own_clock import ahead
from tests.journeys.test_pages import NARROW
from tests.journeys.visitor import WIDE_PARTS, Visitor, Visitors, axe

WORLD = ("tests.journeys.littleford_of_the_morning",) * 2
DESK = {"width": 1280, "height": 720}
SEARCHED = 90_000
"""Milliseconds for the search of thirteen weeks of a small unit, on a busy machine."""


@pytest.fixture(scope="module")
def littleford(tmp_path_factory: pytest.TempPathFactory, browser: Any) -> Iterator[Installation]:
    """An installation of its own, in which it is 05:40; with the process that searches for rosters."""
    home, more = tmp_path_factory.mktemp("littleford"), {**SETTINGS, **ahead(BEGIN_AT)}
    with running(home, world=WORLD, followers=(*FOLLOWERS, "planner"), more=more) as started:
        yield started


@pytest.fixture(scope="module")
def desk(littleford: Installation, browser: Any) -> Visitors:
    return Visitors(browser, littleford.address)


def sound(visitor: Visitor) -> None:
    """Nothing for axe to find, nothing that scrolls sideways: on a desk, on a small phone, at 200 %."""
    assert axe(visitor.page) == [], visitor.path()
    for size in (*NARROW, DESK):
        visitor.page.set_viewport_size(size)
        assert visitor.page.evaluate(WIDE_PARTS) == [], f"{visitor.path()} at {size['width']} px"


def test_a_sick_call_before_the_early_shift_ends_in_repaired_cover(desk: Visitors, littleford: Installation) -> None:
    with desk("dispatcher", bypass_csp=True) as winter:
        winter.open("/duty/")
        assert "Every minute of the next seven days is covered" in winter.text("main")
        sound(winter)
        for collar in littleford.order("on_early_today"):
            _call_sick(winter, collar)
        assert littleford.order("uncovered_today") > 0
        assert "Starts in 1 h" in winter.text("main")
        asked = _mend_all(winter)
        assert "Every minute of the next seven days is covered" in winter.open("/duty/").text("main")
        assert winter.said == []
    assert littleford.order("uncovered_today") == 0
    told = {one["officer__collar_number"] for one in littleford.order("told_since")}
    assert told >= asked


def _call_sick(winter: Visitor, collar: str) -> None:
    winter.open("/duty/").press("Sick call")
    sound(winter)
    winter.fill(collar=collar, first=TODAY.isoformat(), last=TODAY.isoformat())
    winter.send(re.compile("/duty/(gap/.*)?$"))


def _mend_all(winter: Visitor) -> set[str]:
    """For each gap the first way is asked for and agreed to; answers the collar numbers of who was asked."""
    asked = set()
    while (gaps := winter.open("/duty/").page.locator("#cover a[href*='/duty/gap/']")).count():
        gaps.first.click()
        winter.page.wait_for_url("**/duty/gap/*/")
        for word in ("Costs", "Rest", "Leaves"):
            assert word in winter.text("#may")
        sound(winter)
        winter.page.locator(".repair form button").first.click()
        winter.page.wait_for_url("**/duty/ask/*/")
        sound(winter)
        asked.add(re.findall(r"\b10\d\b", winter.text("main"))[0])
        winter.fill(agreed="yes").send(re.compile("/duty/gap/"))
        assert "Mended" in winter.text("main")
    return asked


def test_a_roster_is_searched_for_changed_by_hand_and_published(desk: Visitors, littleford: Installation) -> None:
    with desk("duty_planner", bypass_csp=True) as holt:
        roster = _searched(holt)
        square = littleford.order("late_before_a_day_off", roster=roster)
        where = f"/duty/rosters/{roster}/response/{square['officer']}/{square['day']}/"
        _break_a_rule(holt, where)
        refused = holt.open(f"/duty/rosters/{roster}/publish/").text("#wrong")
        assert re.match(r"In the way [1-9]", refused)
        assert "11 hours at least Working Time Regulations 1998 reg. 10(1)" in refused
        sound(holt)
        holt.open(where).fill(shift="").send(re.compile("/response/"))
        _publish(holt, roster)
        assert holt.said == []
    told = [one for one in littleford.order("told_since") if "publish" in one["words"]]
    assert len(told) == 9


def _searched(holt: Visitor) -> int:
    """A draft of thirteen weeks from where the published roster ends, searched for until it is proved or time is up."""
    holt.open("/duty/rosters/")
    sound(holt)
    holt.fill(weeks="13").send(re.compile(r"/duty/rosters/\d+/"))
    assert "Nothing is made yet" in holt.text("main")
    holt.press("Search for a roster")
    holt.page.wait_for_function("/ended/.test(document.querySelector('#search').innerText)", timeout=SEARCHED)
    holt.page.reload()
    assert "The whole draft: 0 gaps, 0 uncovered minutes, 0 hard rules broken" in holt.text("main")
    sound(holt)
    return int(holt.path().split("/")[3])


def _break_a_rule(holt: Visitor, where: str) -> None:
    """What an early after a late would break is said before it is set, and on the unit's page after."""
    holt.open(where)
    hint = holt.text("main")
    assert "Breaks:" in hint
    assert "As it stands" in hint
    sound(holt)
    holt.fill(shift="E").send(re.compile("/response/"))
    assert "No rule is broken" not in holt.text("#rules-broken")
    sound(holt)


def _publish(holt: Visitor, roster: int) -> None:
    holt.open(f"/duty/rosters/{roster}/publish/")
    assert "Every minute is covered and no hard rule is broken" in holt.text("main")
    sound(holt)
    holt.send(f"/duty/rosters/{roster}/")
    assert "Frozen with the hash" in holt.text("main")
    sound(holt)
