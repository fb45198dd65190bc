"""A search of everything: every page, paper, message and share, after careless hands wrote the new address wherever
words are taken. Whoever is not on the record finds it nowhere; nothing that goes to the suspect's side holds it."""

import itertools
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from hypothesis import given
from hypothesis import strategies as st

from bluelamp import clock
from bluelamp.calls.actions.incidents import add_line
from bluelamp.calls.models import Incident
from bluelamp.custody.models import Detention, Paper
from bluelamp.custody.papers.printing import printed
from bluelamp.custody.queries import whole
from bluelamp.custody.rules.copies import SUSPECT_SIDE
from bluelamp.custody.rules.disposals import Disposal
from bluelamp.desks.live_board import log_of
from bluelamp.journeys.pages.papers import secrets_of
from bluelamp.people.actions.persons import correct
from bluelamp.people.actions.safety import keep_address
from bluelamp.people.rules.masking import holds_none, masked
from bluelamp.safeguarding.hiding import hidden_from
from bluelamp.safeguarding.models import DomesticIncident
from bluelamp.verdict import Refused
from bluelamp.victims.actions.statements import serve_statement, take_statement
from bluelamp.victims.models import Statement
from tests.custody.actions.test_releasing import leave
from tests.custody.evening import HOUR, MINUTE, TEN, done
from tests.custody.papers.test_printing import shown, text
from tests.safeguarding.at_home import NOW

ADDRESS = "14 Orchard Close, St Albans, AL1 2QX"
WRITTEN = ("She is at 14 orchard close now", "Flat: 14, Orchard   Close; AL12QX", "postcode al1 2qx")
TELLING = ("14 orchard close", "14, orchard", "al1 2qx", "al12qx")
CONDITION = {"words": f"Not to go to {WRITTEN[0]}", "victim_views_sought": True}
"""Careless hands wrote it into a condition of bail."""
NOT_ON_IT = ("contact_handler", "dispatcher", "custody_officer", "roads_officer")


@pytest.fixture
def moved(home) -> DomesticIncident:
    """She moved. Before it was kept, it was written in the log, as her home, and told at her statement."""
    found = home.assessed()
    by, person = home.by("response_officer"), found.victim.person_id
    for minute, line in enumerate(WRITTEN):
        done(add_line, TEN + minute * MINUTE, by=by, incident=found.incident_id, line=line)
    done(correct, TEN + 6 * MINUTE, by=by, person=person, field="home", value=ADDRESS, why="She moved")
    taken = {"victim": found.victim_id, "words": f"I had to move to {WRITTEN[0]}", "told_disclosable": True}
    done(take_statement, TEN + 7 * MINUTE, by=by, **taken)
    done(keep_address, NOW, by=by, person=person, address=ADDRESS, why="From Callum Redfern")
    return found


@pytest.fixture
def held(home, moved) -> Detention:
    """The suspect is held for it, and somebody wrote the address on his record too."""
    found = home.evening.held(incident=moved.incident, person=moved.suspect_id)
    shown(home.evening, found, WRITTEN[0])
    return found


def pages(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from pages(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)
        else:
            yield f"{prefix}{entry.name}", entry


def addresses(moved: DomesticIncident, held: Detention) -> list[str]:
    """Every page of the site, each argument filled with the number of each record that has to do with it."""
    numbers = sorted({moved.pk, moved.incident_id, moved.victim_id, moved.victim.person_id, moved.suspect_id, held.pk})
    found = []
    for name, pattern in pages():
        converters = pattern.pattern.converters
        if all(type(one).__name__ == "IntConverter" for one in converters.values()):
            for each in itertools.product(numbers, repeat=len(converters)):
                found.append(reverse(name, kwargs=dict(zip(converters, each, strict=True))))
    return found


def tells(body: str) -> list[str]:
    return [one for one in TELLING if one in body.casefold()]


@pytest.mark.parametrize("role", NOT_ON_IT)
def test_no_page_of_the_site_tells_it_to_who_is_not_on_it(home, moved, held, role: str) -> None:
    cache.clear()
    client = Client(raise_request_exception=False)
    home.evening.signed_in(role, client, at=NOW + HOUR)
    read, told = 0, {}
    searches = ("/people/?q=Marlow", "/people/?q=Redfern", f"/board/?incident={moved.incident_id}")
    with clock.set_to(NOW + HOUR):
        for address in [*addresses(moved, held), *searches]:
            answer = client.get(address)
            if answer.status_code == 200 and not answer.streaming:
                read += 1
                if found := tells(answer.content.decode(errors="replace")):
                    told[address] = found
    assert told == {}
    assert read > 25, "the search read pages"


@pytest.mark.parametrize("kind", Paper.Kind.values)
def test_no_paper_to_the_suspects_side_holds_it(home, moved, held, kind: str) -> None:
    at = NOW + 15 * HOUR
    if kind == Paper.Kind.BAIL:
        home.evening.assessed(held, NOW + 5 * HOUR)
        leave(home.evening, held, Disposal.BAIL_WITH_CONDITIONS, NOW + 5 * HOUR, **CONDITION)
    with clock.set_to(at):
        for recipient in sorted(SUSPECT_SIDE):
            made = printed(whole(held.pk), kind=kind, recipient=recipient, secrets=secrets_of(whole(held.pk)), at=at)
            assert tells(text(made)) == [], recipient
    assert ADDRESS in secrets_of(whole(held.pk))


def test_the_board_draws_it_for_nobody(moved) -> None:
    said = " ".join(line.sentence for line in log_of(moved.incident_id))
    assert tells(said) == []
    assert "[withheld]" in said


def test_who_is_on_it_reads_it_and_who_is_not_does_not(home, moved, at_page) -> None:
    assert hidden_from(home.by("domestic_abuse_specialist")) == []
    assert hidden_from(home.by("response_officer")) == []
    for role in (*NOT_ON_IT, "commander"):
        assert hidden_from(home.by(role)) == [ADDRESS], role
    log = at_page("response_officer", f"/incident/{moved.incident_id}/", at=NOW + HOUR).content.decode()
    assert tells(log)


def test_where_the_call_is_about_that_address_whoever_sends_and_goes_reads_it(home, moved, at_page) -> None:
    there = home.evening.incident()
    Incident.objects.filter(pk=there.pk).update(place_words=f"{ADDRESS} (not confirmed)")
    by, line = home.by("dispatcher"), "He is at the door of 14 Orchard Close with a bar"
    with pytest.raises(Refused, match="kept from somebody"):
        done(add_line, NOW, by=by, incident=there.pk, line=line)
    done(add_line, NOW, by=by, incident=there.pk, line=line, needed_here=True)
    page = at_page("dispatcher", f"/incident/{there.pk}/", at=NOW + HOUR).content.decode()
    assert line in page
    assert line in " ".join(one.sentence for one in log_of(there.pk))


def test_the_writer_of_a_line_is_warned_and_asked_whether_it_is_needed(home, moved, at_page) -> None:
    path = f"/calls/incident/{moved.incident_id}/line/"
    plain = at_page("dispatcher", path, line=" ")
    assert "needed here" not in plain.content.decode(), "to others it would say that there is one"
    page = at_page("dispatcher", path, line="She is at AL1 2QX")
    assert page.status_code == 422
    words = page.content.decode()
    assert "kept from somebody" in words
    assert "The new address is needed here" in words
    assert at_page("dispatcher", path, line="She is at AL1 2QX", needed_here="on").status_code in (302, 303)


def test_no_statement_that_the_defence_will_see_holds_it(home, moved) -> None:
    by = home.by("response_officer")
    with pytest.raises(Refused, match="kept from somebody"):
        done(serve_statement, NOW, by=by, victim=moved.victim_id)
    taken = {"by": by, "victim": moved.victim_id, "told_disclosable": True}
    with pytest.raises(Refused, match="kept from somebody"):
        done(take_statement, NOW, words=f"I sleep badly at {ADDRESS}", **taken)
    done(take_statement, NOW, words="I had to move, and I sleep badly", **taken)
    done(serve_statement, NOW + HOUR, by=by, victim=moved.victim_id)
    assert not [one for one in Statement.objects.exclude(served_at=None) if tells(one.words)]


LETTERS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz ", min_size=3, max_size=14).filter(
    lambda one: len(one.strip()) > 2
)
HOUSES = st.builds(lambda number, street: f"{number} {street.strip().title()} Road", st.integers(1, 999), LETTERS)
BETWEEN = st.sampled_from([" ", "  ", ", ", "-", "\n", " / "])


@given(HOUSES, BETWEEN, st.sampled_from([str.upper, str.lower, str.title]), LETTERS)
def test_however_it_is_written_it_is_struck_out(house: str, between: str, case: Any, around: str) -> None:
    written = f"{around} {case(between.join(house.split()))} {around}"
    struck = masked(written, kept=[house])
    assert between.join(house.split()).casefold() not in struck.casefold()
    assert "[withheld]" in struck
    assert not holds_none(written, kept=[house]).allowed
