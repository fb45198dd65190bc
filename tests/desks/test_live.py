"""The board's stream: what is drawn when something changes, for everybody at once."""

from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from bluelamp import clock
from bluelamp.access.actions.restricting import restrict
from bluelamp.access.models import Look
from bluelamp.access.standing import end_left_boards
from bluelamp.calls.actions.contacts import answer
from bluelamp.calls.actions.grading import change_grade
from bluelamp.calls.actions.incidents import add_line, close_incident
from bluelamp.calls.rules.closing import Closing
from bluelamp.desks.live import BOARD, authenticate, left, render, wants
from bluelamp.dispatch.actions.assigning import assign
from bluelamp.ledger.queries import timeline
from bluelamp.ledger.relay import Message, message, since
from tests.loops import finished
from tests.street import MINUTE, a_ring, a_unit, an_incident, an_officer, at, who

SEES = frozenset({"dispatch.view"})


@pytest.fixture
def ago(db: None) -> datetime:
    return clock.now() - 5 * MINUTE


def entries() -> list[Message]:
    """Every entry of this test, as the relay reads them once committed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT xid, seq, record, about, event, who, recorded_at, facts FROM ledger_entry ORDER BY seq")
        return [message(row) for row in cursor.fetchall()]


def drawn(after: int) -> dict[str, str]:
    found = [entry for entry in entries()[after:] if wants(entry)]
    return dict(render(found, SEES)) if found else {}


@pytest.mark.django_db
def test_a_new_incident_comes_with_the_row_it_stands_after(ago: datetime) -> None:
    first = an_incident(who("all"), ago)
    second = an_incident(who("all"), ago + MINUTE)
    parts = drawn(0)
    assert f'id="inc-{first.pk}" data-grade="G1" data-after=""' in parts["incidents"]
    assert f'id="inc-{second.pk}" data-grade="G1" data-after="inc-{first.pk}"' in parts["incidents"]
    assert "Immediate 2" in parts["incidents"]
    assert f'id="log-{second.pk}"' in parts["log"]


@pytest.mark.django_db
def test_a_change_draws_only_what_changed(ago: datetime) -> None:
    by = who("all")
    first, second, unit = an_incident(by, ago), an_incident(by, ago), a_unit(by, moment=ago)
    before = len(entries())
    with at(clock.now()) as moment:
        add_line(by=by, at=moment, incident=first.pk, line="A red hat")
    parts = drawn(before)
    assert "A red hat" in parts["log"]
    assert f"inc-{second.pk}" not in parts["incidents"].replace("data-after", "")
    assert "units" not in parts
    before = len(entries())
    with at(clock.now()) as moment:
        assign(by=by, at=moment, unit=unit.pk, incident=first.pk, drive_seconds=60)
    parts = drawn(before)
    assert f"To {first.serial}" in parts["units"]
    assert '<div class="u">43<span>travelling</span></div>' in parts["incidents"]


@pytest.mark.django_db
def test_a_closed_incident_goes_and_a_regraded_one_moves(ago: datetime) -> None:
    by = who("all")
    first, second = an_incident(by, ago, grade="G2"), an_incident(by, ago)
    before = len(entries())
    done = Closing(closing_code="crime", attended=True)
    with at(clock.now()) as moment:
        change_grade(by=by, at=moment, incident=first.pk, grade="G1", reason="Worse")
        close_incident(by=by, at=moment, incident=second.pk, closing_code="crime", result="-", left_undone=done)
    parts = drawn(before)
    assert f'id="inc-{first.pk}" data-grade="G1"' in parts["incidents"]
    assert f'id="inc-{second.pk}" data-gone' in parts["incidents"]
    assert "Priority 0" in parts["incidents"]


@pytest.mark.django_db
def test_what_rings_is_drawn_without_a_form_of_anybody(ago: datetime) -> None:
    by = who("all")
    contact = a_ring(by, ago)
    parts = drawn(0)
    assert f'form="answer" name="contact" value="{contact}"' in parts["rings"]
    assert "csrf" not in parts["rings"]
    before = len(entries())
    with at(clock.now()) as moment:
        answer(by=by, at=moment, contact=contact)
    assert "<section" not in drawn(before)["rings"]


@pytest.mark.django_db
def test_a_restricted_incident_is_never_drawn_for_everybody(ago: datetime) -> None:
    by, kerr = who("all"), who("kerr", "domestic_abuse_specialist")
    made, unit = an_incident(by, ago, kind="Very secret"), a_unit(by, moment=ago)
    restrict(record=made.ref, why="An officer", owner=kerr.officer_id or 0, by=kerr, at=clock.now())
    with at(clock.now()) as moment:
        add_line(by=by, at=moment, incident=made.pk, line="Nobody else reads this")
        assign(by=by, at=moment, unit=unit.pk, incident=made.pk, drive_seconds=60)
    whole = "".join(drawn(0).values())
    for words in ("Very secret", "Nobody else reads this", "Shenley Road", "He hits her"):
        assert words not in whole
    assert "Ask Kerr" in whole


@pytest.mark.django_db(transaction=True)
def test_who_may_listen_is_asked_of_the_session() -> None:
    officer, client = an_officer("winter", "dispatcher"), Client()
    client.force_login(officer)
    cookie = f"bluelamp_session={client.cookies['bluelamp_session'].value}"

    def ask(said: str) -> frozenset[str] | None:
        return finished(authenticate({"headers": [(b"cookie", said.encode())]}))

    assert BOARD.audience(ask(cookie) or frozenset()) == SEES | {"dispatch.assign", "calls.answer"}
    assert ask("") is None
    assert ask("bluelamp_session=made-up") is None
    assert ask("\x00;;=") is None
    client.logout()
    assert ask(cookie) is None


@pytest.mark.django_db(transaction=True)
def test_the_relay_reads_what_was_committed_since_the_page_was_drawn() -> None:
    client = Client()
    client.force_login(an_officer("winter", "dispatcher"))
    position = client.get("/board/").context["stream_url"].partition("since=")[2]
    made = an_incident(who("all"), clock.now() - MINUTE)
    told = [entry for entry in since(connection, position) if wants(entry)]
    assert made.ref in {entry.record for entry in told}
    assert f'id="inc-{made.pk}"' in dict(render(told, SEES))["incidents"]


@pytest.mark.django_db(transaction=True)
def test_the_stream_of_a_board_keeps_the_standing_look_and_its_end_ends_it() -> None:
    client, lowe = Client(), an_officer("winter", "dispatcher")
    client.force_login(lowe)
    made, owner = an_incident(who("all"), clock.now()), who("kerr", "domestic_abuse_specialist")
    restrict(record=made.ref, why="An officer is involved", owner=owner.officer_id, by=owner, at=clock.now())
    url = client.get("/board/").context["stream_url"]
    cookie = f"bluelamp_session={client.cookies['bluelamp_session'].value}".encode()

    def scope(query: str) -> dict[str, Any]:
        return {"headers": [(b"cookie", cookie)], "query_string": query.encode()}

    board, other = scope(url.partition("?")[2]), scope("since=")
    for one in (board, other):
        finished(authenticate(one))
    finished(left(other))
    standing = Look.objects.get(officer=lowe)
    assert standing.left_at is None, "another page's stream is not the board"
    finished(left(board))
    standing.refresh_from_db()
    assert standing.left_at
    assert end_left_boards(clock.now() + 2 * MINUTE) == 1
    told = [line.sentence for line in timeline(lowe.ref)[:2]]
    assert told == ["Closed desks:board", "Opened desks:board as a standing look"]
