"""The front page: the phone's real state, no reception, the team of a postcode, and nothing that does not exist."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.urls import Resolver404, resolve

from bluelamp import clock
from bluelamp.access.acting import system
from bluelamp.access.models import Officer
from bluelamp.insight.figures import Figures
from bluelamp.insight.rules.shares import Share
from bluelamp.places.actions.loading import load_borough
from bluelamp.places.actions.phones import begin_test, end_test, report_fault
from bluelamp.places.models import ContactPoint
from bluelamp.public.facts import forget

ROOT = Path(__file__).resolve().parents[3]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
SETTING_UP = system("setup", "places.edit")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def borough(db: None) -> Iterator[ContactPoint]:
    load_borough(by=SETTING_UP, at=NOON, folder=ROOT / "boroughs" / "hertsmere")
    with clock.set_to(NOON):
        yield ContactPoint.objects.get()


def text(answer: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_it_says_where_we_are_and_how_to_reach_us(client, borough):
    page = text(client.get("/"))
    for words in (
        "How can we help?",
        "999",
        "101",
        "There is no police reception in Hertsmere.",
        "by appointment",
        "next to the Civic Offices",
        "Elstree Way",
        "Outside the council entrance",
        "There are no cells here",
    ):
        assert words in page, words


def test_the_phone_is_said_as_it_is(client, borough):
    assert "no test call recorded yet" in text(client.get("/"))
    begin_test(contact_point=borough.pk, by=SETTING_UP, at=NOON)
    assert "Being tested now" in text(client.get("/"))
    end_test(contact_point=borough.pk, passed=True, by=SETTING_UP, at=NOON)
    assert re.search("Working now tested 12:00", text(client.get("/")))
    report_fault(contact_point=borough.pk, fault="Handset torn off", by=SETTING_UP, at=NOON)
    page = text(client.get("/"))
    assert "Out of order" in page
    assert "Do not rely on it now. " in page
    assert "Ring 999 in danger, 101 otherwise" in page
    assert "Working now" not in page
    assert "Handset torn off" not in page, "what was done to it is not for everyone"


def test_a_postcode_names_the_team_and_nobody(client, borough):
    page = text(client.get("/", {"postcode": "WD6 1WA"}))
    assert "Borehamwood and Elstree Neighbourhood team" in page
    assert "not in this borough" in text(client.get("/", {"postcode": "SW1A 1AA"}))
    assert "Enter a postcode, such as" in text(client.get("/", {"postcode": "<script>"}))
    assert b'<script>"' not in client.get("/", {"postcode": "<script>"}).content


def test_facts_say_how_they_are_counted_and_hide_the_few(client, borough, monkeypatch):
    found = Figures(since=NOON, until=NOON)
    found.arrests.update({NOON.date(): 56})
    found.attended["G1"] = Share(part=142, of=169)
    found.told_in_time = Share(part=18, of=20)
    monkeypatch.setattr("bluelamp.public.facts.figures", lambda since, until: found)
    forget()
    page = text(client.get("/"))
    forget()
    assert "8.0 arrests a day 56 arrests made, divided by 7 days." in page
    assert "84 % reached in time 142 of 169." in page
    assert "\u2013 victims told in time Too few to show" in page
    assert "\u2013 promises kept Nothing of this kind" in page
    assert "Fri 13 Nov to Thu 19 Nov" in page


def test_four_statements_at_most_none_for_a_session(client, borough, django_assert_max_num_queries):
    forget()
    with django_assert_max_num_queries(4):
        assert "The facts" in text(client.get("/"))
    with django_assert_max_num_queries(4) as seen:
        client.get("/", {"postcode": "WD6 1WA"})
    assert not [one for one in seen.captured_queries if "session" in one["sql"]]


def test_a_cache_may_keep_it_for_half_a_minute(client, borough):
    answer = client.get("/")
    assert "public" in answer["Cache-Control"]
    assert "max-age=30" in answer["Cache-Control"]
    assert "Cookie" in answer["Vary"]
    assert not answer.cookies
    assert client.post("/").status_code == 405


def test_an_officer_is_taken_to_their_own_start(client, borough):
    officer = Officer.objects.create(user_name="lowe", name="Lowe", enrolled_at=NOON)
    client.force_login(officer)
    answer = client.get("/")
    assert answer.status_code == 302
    assert answer.url in ("/my-day/", "/you/", "/board/")
    client.cookies["bluelamp_session"] = "nobody's"
    assert client.get("/").status_code == 200


def test_every_link_leads_somewhere_that_exists(client, borough):
    page = client.get("/").content.decode()
    for address in re.findall(r'(?:href|action|src)="(/[^"#]*)"', page):
        try:
            resolve(address)
        except Resolver404:
            assert finders.find(address.removeprefix("/static/")), address
    for fragment in re.findall(r'href="#([^"]+)"', page):
        assert f'id="{fragment}"' in page


def test_leaving_works_without_script(client, borough):
    page = client.get("/").content.decode()
    link = re.search(r'<a href="(https://[^"]+)" data-leave rel="noreferrer">', page)
    assert link
    assert "police" not in link.group(1)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_in_a_browser(transactional_db: None, live_server: Any, browser: Any, theme: str) -> None:
    load_borough(by=SETTING_UP, at=clock.now(), folder=ROOT / "boroughs" / "hertsmere")
    for width in (1280, 320):
        _look(browser, live_server.url, theme, width)
    _leave(browser, live_server.url)


def _look(chromium: Any, address: str, theme: str, width: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=theme, bypass_csp=True)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.goto(f"{address}/")
    page.fill("#postcode", "SW1A 1AA")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?postcode=*")
    assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0
    page.add_script_tag(path=str(AXE))
    found = page.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)
    context.close()
    assert found["passes"]
    assert [(v["id"], [n["html"][:160] for n in v["nodes"]]) for v in found["violations"]] == []
    assert said == []


def _leave(chromium: Any, address: str) -> None:
    """With script the other page takes this one's place: back does not return here."""
    context = chromium.new_context()
    context.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="rain", content_type="text/html"))
    page = context.new_page()
    page.goto(f"{address}/healthy")
    page.goto(f"{address}/")
    page.click("[data-leave]")
    page.wait_for_url("https://www.bbc.co.uk/**")
    page.go_back()
    assert page.url.endswith("/healthy")
    context.close()
