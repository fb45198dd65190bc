"""A search of everything: every page, paper, message and share, after careless hands wrote the new address wherever
words are taken. Whoever is not on the record finds it nowhere; nothing that goes to the suspect's side holds it."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
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
from bluelamp.desks.live import render
from bluelamp.dispatch.actions.assigning import assign
from bluelamp.dispatch.actions.units import crew_unit, stand_down
from bluelamp.journeys.pages.papers import secrets_of
from bluelamp.ledger.relay import Message
from bluelamp.owed.models import Promise
from bluelamp.people.actions.persons import correct
from bluelamp.people.actions.safety import keep_address
from bluelamp.people.rules.masking import holds_none, masked
from bluelamp.safeguarding.actions.telling_owner import look_at_written
from bluelamp.safeguarding.hiding import SENDS, hidden_from
from bluelamp.safeguarding.models import AddressWritten, DomesticIncident
from bluelamp.safeguarding.owed.address import LOOK_AT_WRITTEN
from bluelamp.site.commands.ledger_export import main as export_ledger
from bluelamp.verdict import Refused
from bluelamp.victims.actions.statements import serve_statement, take_statement
from bluelamp.victims.models import Statement
from bluelamp.victims.pages.agreement import AgreementForm
from tests.custody.actions.test_releasing import leave
from tests.custody.evening import HOUR, MINUTE, TEN, done
from tests.custody.papers.test_printing import shown, text
from tests.safeguarding.at_home import NOW
from tests.street import a_unit

ADDRESS = "14 Orchard Close, St Albans, AL1 2QX"
WRITTEN = ("She is at 14 orchard close now", "Flat: 14, Orchard   Close; AL12QX", "postcode al1 2qx")
TELLING = ("14 orchard close", "14, orchard", "al1 2qx", "al12qx")
STOOD = "Ring after 14 Orchard Close,\nnot before only"
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
            facts = {"secrets": secrets_of(whole(held.pk)), "hidden": [], "at": at}
            made = printed(whole(held.pk), kind=kind, recipient=recipient, **facts)
            assert tells(text(made)) == [], recipient
    assert ADDRESS in secrets_of(whole(held.pk))


def test_no_paper_for_the_police_holds_it_where_who_prints_it_is_not_on_it(home, moved, held) -> None:
    at = NOW + 15 * HOUR
    with clock.set_to(at):
        for role, told in (("custody_officer", False), ("response_officer", True)):
            facts = {"secrets": (), "hidden": hidden_from(home.by(role)), "at": at}
            made = printed(whole(held.pk), kind="record", recipient="police", **facts)
            assert bool(tells(text(made))) is told, role


def test_the_stream_of_the_board_draws_it_for_nobody(moved) -> None:
    entry = {"position": "1:1", "seq": 1, "about": (), "by": "officer:1", "at": NOW}
    told = [Message(event="calls.line_added", record=moved.incident.ref, **entry)]
    for sees in ({"dispatch.view"}, {"dispatch.view", *SENDS}):
        said = " ".join(html for _, html in render(told, frozenset(sees)))
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
    by, line, path = home.by("dispatcher"), "He is at the door of 14 Orchard Close with a bar", f"/incident/{there.pk}/"
    done(add_line, NOW, by=home.by("response_officer"), incident=there.pk, line=line)
    assert line in at_page("dispatcher", path, at=NOW + HOUR).content.decode()
    assert tells(at_page("roads_officer", path, at=NOW + HOUR).content.decode()) == []
    marks = at_page("roads_officer", "/board/incidents.geojson", at=NOW + HOUR).json()["features"]
    assert there.serial not in [one["properties"]["number"] for one in marks], "a point tells where"
    marks = at_page("dispatcher", "/board/incidents.geojson", at=NOW + HOUR).json()["features"]
    assert there.serial in [one["properties"]["number"] for one in marks]
    unit, roads = a_unit(full(by), moment=NOW), home.by("roads_officer").number
    done(stand_down, NOW, by=full(by), unit=unit.pk)
    done(crew_unit, NOW, by=full(by), unit=unit.pk, officers=[roads], until=NOW + 8 * HOUR)
    done(assign, NOW + MINUTE, by=full(by), unit=unit.pk, incident=there.pk, drive_seconds=60)
    page = at_page("roads_officer", path, at=NOW + HOUR).content.decode()
    assert line in page, "whoever is sent must read where to"
    Incident.objects.filter(pk=there.pk).update(state=Incident.State.CLOSED, closed_at=NOW)
    assert tells(at_page("dispatcher", path, at=NOW + HOUR).content.decode()) == [], "nobody goes there any more"


def test_a_guess_is_taken_like_any_line_and_reads_back_as_it_was_written(home, moved, at_page) -> None:
    """Whoever guesses addresses sees no difference between one that is kept and one that is not."""
    path, back = f"/calls/incident/{moved.incident_id}/line/", f"/incident/{moved.incident_id}/"
    for guess in ("Is she at 14 Orchard Close?", "Is she at 15 Orchard Close?"):
        sent = at_page("dispatcher", path, line=guess)
        assert (sent.status_code, sent.headers["Location"]) == (303, back)
        for where in (
            back,
            f"/board/?incident={moved.incident_id}",
            f"/board/?incident={moved.incident_id}&part=chosen",
        ):
            assert guess in at_page("dispatcher", where).content.decode(), where
        wrong = at_page("dispatcher", path, line=guess, occurred_at_0="2026-13-01", occurred_at_1="x")
        assert wrong.status_code == 422
        assert guess in wrong.content.decode(), "nothing that was typed is struck out of its own form"
        assert "withheld" not in wrong.content.decode()
    assert "14 Orchard Close?" not in at_page("roads_officer", back).content.decode()
    assert "15 Orchard Close?" in at_page("roads_officer", back).content.decode()
    asked = at_page("dispatcher", "/people/?q=14+Orchard+Close").content.decode()
    assert "14 Orchard Close" in asked
    assert "withheld" not in asked


def test_its_owner_hears_of_a_right_guess_and_says_what_was_done(home, moved, at_page) -> None:
    path = f"/calls/incident/{moved.incident_id}/line/"
    at_page("response_officer", path, line="She is safe at 14 Orchard Close")
    at_page("dispatcher", path, line="Is she at 15 Orchard Close?")
    assert not AddressWritten.objects.exists(), "neither who is on the record, nor a wrong guess"
    at_page("dispatcher", path, line="Is she at 14 Orchard Close?")
    at_page("dispatcher", path, line="AL1 2QX?", at=NOW + MINUTE)
    found = AddressWritten.objects.get()
    assert (found.times, found.where, found.officer_id) == (2, path, home.by("dispatcher").number)
    owed = Promise.objects.get(kind=LOOK_AT_WRITTEN.name)
    assert owed.due_at == NOW + 8 * HOUR
    assert owed.facts["falls_to"] == moved.owner.ref
    assert tells(str([owed.facts, owed.words])) == []
    page = at_page("response_officer", f"/domestic/written/{found.pk}/").content.decode()
    assert "They were told nothing" in page
    assert "2 times" in page
    assert at_page("dispatcher", f"/domestic/written/{found.pk}/").status_code == 403
    with pytest.raises(Refused, match="Say how"):
        done(look_at_written, NOW + HOUR, by=home.by("response_officer"), written=found.pk, words=" ")
    with pytest.raises(Refused, match="somebody else"):
        done(look_at_written, NOW + HOUR, by=replaced(home, found), written=found.pk, words="Mine")
    said = {"words": "A call from there; she is safe", "at": NOW + HOUR}
    assert at_page("domestic_abuse_specialist", f"/domestic/written/{found.pk}/", **said).status_code == 303
    assert Promise.objects.get(kind=LOOK_AT_WRITTEN.name).state == "kept"
    with pytest.raises(Refused, match="already"):
        done(look_at_written, NOW + HOUR, by=home.by("response_officer"), written=found.pk, words="Again")


def full(by: Any) -> Any:
    return replace(by, capabilities=by.capabilities | {"duty.crew", "dispatch.assign"})


def replaced(home, found) -> Any:
    """The one who wrote it, with the rank to look at such things and on the record."""
    by = home.by("response_officer")
    found.officer_id = by.number
    found.save()
    return by


def test_what_is_struck_out_cannot_be_saved_over_what_stands(home, moved, at_page) -> None:
    """Somebody who is not on the record changes something else in the same words, or tries to change these."""
    form = AgreementForm(
        {"words": "Ring after [withheld],\r\nnot before only", "frequency": "each_step"}, initial={"words": STOOD}
    )
    assert form.is_valid(), form.errors
    assert form.cleaned_data["words"] == STOOD, "untouched: what stood is kept"
    form = AgreementForm({"words": "Never [withheld]", "frequency": "each_step"}, initial={"words": STOOD})
    assert not form.is_valid()
    assert "kept from you" in str(form.errors)
    assert AgreementForm({"words": "See [withheld]", "frequency": "each_step"}).is_valid(), "nothing stood there"


def test_no_export_of_the_ledger_holds_it(moved, tmp_path) -> None:
    target = tmp_path / "out.jsonl"
    assert export_ledger([moved.incident.ref, "--to", str(target)]) == 0
    said = target.read_text(encoding="utf-8")
    assert tells(said) == []
    assert said.count("calls.line_added") == len(WRITTEN), "the entries stand, without their words"


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
