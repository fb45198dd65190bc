"""The visit round in a real browser: with signal, without, with an answer lost on the way, and a failed rousing."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest

from tests.journeys.installation import Installation
from tests.journeys.visitor import Visitor, Visitors, axe, sign_in

ROUND = "/custody/round/hatfield/"
PHONE = {"width": 390, "height": 844}
KEPT_IN_CLEAR = """async () => {
  const done = asked => new Promise(end => { asked.onsuccess = () => end(asked.result); });
  const base = await done(indexedDB.open('bluelamp-kept'));
  const read = store => done(base.transaction(store).objectStore(store).getAll());
  const rows = [...await read('outbox'), ...await read('pages')], keys = await read('keys');
  base.close();
  const text = rows.map(row => Object.keys(row).sort() + new TextDecoder().decode(row.sealed)).join(' ');
  let drawn = true;
  try { await crypto.subtle.exportKey('raw', keys[0]); } catch { drawn = false; }
  return {count: rows.length, text, drawn};
}"""
"""What lies on the phone as it lies there, and whether its key can be drawn out."""


def lost(route: Any, *, handled: bool) -> None:
    """A visit sent whose answer never comes; the station handled it, or never heard of it."""
    if route.request.method != "POST":
        route.continue_()
        return
    if handled:
        route.fetch()
    route.abort("connectionreset")


@pytest.fixture
def pryce(visitors: Visitors) -> Iterator[Visitor]:
    """A detention officer at the cell doors; the phone already holds the page for when signal is lost."""
    with visitors("detention_officer", viewport=PHONE) as visitor:
        visitor.open(ROUND)
        visitor.page.wait_for_selector("#round[data-ready]", timeout=15_000)
        yield visitor


def door(visitor: Visitor, number: int) -> Any:
    found = visitor.page.locator(f"#door-{number}")
    if found.locator("details").get_attribute("open") is None:
        found.locator("summary").click()
    return found


def save(visitor: Visitor, number: int, words: str) -> None:
    at = door(visitor, number)
    at.locator("[name=words]").fill(words)
    at.get_by_role("button", name="Save visit").click()


def visits(borough: Installation, number: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = borough.order("visits_of", detention=number)
    return found


def test_with_signal_a_visit_is_one_tap_and_a_few_words(pryce: Visitor, borough: Installation) -> None:
    number = borough.made["Pike"]
    before = len(visits(borough, number))
    pryce.page.evaluate("() => { window.unchanged = true }")
    save(pryce, number, "Awake, reading a book")
    pryce.page.locator(f"#door-{number} .state", has_text="59 min").wait_for()
    assert pryce.page.evaluate("() => window.unchanged")
    made = visits(borough, number)[before:]
    assert [(one["words"], one["made_offline"]) for one in made] == [("Awake, reading a book", False)]
    assert pryce.page.locator("#unsent").is_hidden()


def test_without_words_nothing_is_sent_and_the_law_is_named(pryce: Visitor, borough: Installation) -> None:
    number = borough.made["Pike"]
    before = len(visits(borough, number))
    save(pryce, number, " ")
    assert "Say how they were. Code C 9.3" in door(pryce, number).inner_text()
    assert len(visits(borough, number)) == before


def test_two_visits_without_signal_outlive_a_reload_and_are_sent_once(pryce: Visitor, borough: Installation) -> None:
    pike, varley = borough.made["Pike"], borough.made["Varley"]
    before = {number: len(visits(borough, number)) for number in (pike, varley)}
    context = pryce.page.context
    context.set_offline(True)
    save(pryce, pike, "Sitting up in the dark")
    pryce.page.get_by_text("1 not sent, kept on this phone").wait_for()
    pryce.page.reload()
    pryce.page.get_by_text("This is the copy kept on this phone").wait_for()
    pryce.page.get_by_text("1 not sent, kept on this phone").wait_for()
    save(pryce, varley, "Crying, says she will be well")
    pryce.page.get_by_text("2 not sent, kept on this phone").wait_for()
    assert "not sent" in pryce.text(f"#door-{pike}")
    assert "Sitting up in the dark" in pryce.text("#unsent")
    sealed = pryce.page.evaluate(KEPT_IN_CLEAR)
    assert sealed["count"] >= 3
    assert not sealed["drawn"], "the key can be read"
    for clear in ("Sitting", "Crying", "Darren", "Lena", "Self-harm"):
        assert clear not in sealed["text"]
    assert {number: len(visits(borough, number)) for number in (pike, varley)} == before
    context.set_offline(False)
    pryce.page.locator("#unsent").wait_for(state="hidden")
    pryce.page.reload()
    pryce.page.wait_for_timeout(500)
    for number in (pike, varley):
        made = visits(borough, number)[before[number] :]
        assert len(made) == 1
        assert made[0]["made_offline"]
        assert made[0]["happened_at"] < made[0]["written_at"]
    pryce.open(f"/detention/{varley}/")
    assert "Crying, says she will be well" in pryce.text("#happened")
    assert "Made without signal and kept on the phone" in pryce.text("#happened")


def test_an_answer_lost_on_the_way_does_not_write_it_twice(pryce: Visitor, borough: Installation) -> None:
    number = borough.made["Pike"]
    before = len(visits(borough, number))
    pryce.page.context.route(f"**{ROUND}", partial(lost, handled=True))
    save(pryce, number, "Asked for the time")
    pryce.page.get_by_text("1 not sent, kept on this phone").wait_for()
    assert len(visits(borough, number)) == before + 1
    pryce.page.context.unroute(f"**{ROUND}")
    pryce.page.evaluate("() => window.dispatchEvent(new Event('online'))")
    pryce.page.locator("#unsent").wait_for(state="hidden")
    made = visits(borough, number)[before:]
    assert [(one["words"], one["made_offline"]) for one in made] == [("Asked for the time", False)]


def called(borough: Installation, number: int) -> int:
    return int(borough.order("count_entries", event="custody.called", record=f"detention:{number}"))


def test_a_failed_rousing_cannot_be_saved_and_calls_healthcare(pryce: Visitor, borough: Installation) -> None:
    number = borough.made["Redfern"]
    before, calls = len(visits(borough, number)), called(borough, number)
    at = door(pryce, number)
    for name, words in (("rousable", "Groaned, eyes shut"), ("answers", "No words"), ("commands", "Nothing")):
        at.locator(f"[name={name}][value=no]").check(force=True)
        at.locator(f"[name={name}_words]").fill(words)
    at.get_by_role("button", name="Save visit").click()
    assert "This cannot be saved as all right. Code C Annex H" in at.inner_text()
    assert len(visits(borough, number)) == before
    at.get_by_role("button", name="Nurse or 999 ambulance now").click()
    pryce.page.wait_for_function(f"() => document.querySelector('#door-{number}').innerText.includes('in ')")
    pryce.page.wait_for_timeout(400)
    made = visits(borough, number)[before:]
    assert [(one["all_right"], one["kind"]) for one in made] == [(False, "rousing")]
    assert called(borough, number) == calls + 1


def test_signing_out_warns_of_what_is_not_sent_and_erases_the_copy(visitors: Visitors, borough: Installation) -> None:
    """In a window of its own sign-in: signing out ends only that one."""
    with visitors(viewport=PHONE) as visitor:
        visitor.page.goto(f"{visitor.address}/sign-in/")
        sign_in(visitor.page, "pryce")
        visitor.page.wait_for_url(lambda url: "/sign-in/" not in url)
        visitor.open(ROUND)
        visitor.page.wait_for_selector("#round[data-ready]", timeout=15_000)
        visitor.page.context.route(f"**{ROUND}", partial(lost, handled=False))
        save(visitor, borough.made["Pike"], "Lost for good")
        visitor.page.get_by_text("1 not sent, kept on this phone").wait_for()
        visitor.open("/sign-out/")
        visitor.page.get_by_role("button", name="Sign out").click()
        visitor.page.get_by_text("1 not sent, kept on this phone. Signing out now erases it.").wait_for()
        assert visitor.path().startswith("/sign-out/")
        visitor.page.get_by_role("button", name="Erase 1 and sign out").click()
        visitor.page.wait_for_url(lambda url: "/sign-out/" not in url)
        visitor.page.context.set_offline(True)
        with pytest.raises(Exception, match="ERR_"):
            visitor.page.goto(f"{visitor.address}{ROUND}")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_while_visits_wait_to_be_sent(visitors: Visitors, borough: Installation, theme: str) -> None:
    with visitors("detention_officer", viewport=PHONE, theme=theme, bypass_csp=True) as visitor:
        visitor.open(ROUND)
        visitor.page.wait_for_selector("#round[data-ready]", timeout=15_000)
        visitor.page.context.set_offline(True)
        save(visitor, borough.made["Pike"], "Still awake")
        visitor.page.get_by_text("1 not sent, kept on this phone").wait_for()
        assert axe(visitor.page) == []
        visitor.page.context.set_offline(False)
        visitor.page.locator("#unsent").wait_for(state="hidden")
