"""Restricted records: who sees them, who may open one, and that every look is written down."""

from datetime import timedelta

import pytest

from bluelamp.access.actions.looking import close_board, look, open_board
from bluelamp.access.actions.opening import acknowledge, open_restricted, raise_concern
from bluelamp.access.actions.restricting import lift, name_on, restrict
from bluelamp.access.queries import may_see, openings_to_read, restricted_among, standing_looks
from bluelamp.access.standing import end_left_boards, stand_at, still_there, went_away
from bluelamp.ledger.queries import timeline
from bluelamp.verdict import Refused
from tests.access.conftest import NOON

RECORD = "incident:41"
WHY = "She helps with this case"
LATER = NOON + timedelta(minutes=5)


@pytest.fixture
def kerr(acting):
    """The owner of a restricted incident."""
    kerr = acting("kerr", "domestic_abuse_specialist", name="Kerr", regular_rank="sergeant", collar_number="1506")
    restrict(record=RECORD, why="Domestic abuse, officer's family", owner=kerr.officer_id, by=kerr, at=NOON)
    return kerr


def test_only_those_named_see_it_and_others_learn_whom_to_ask(kerr, acting):
    lowe = acting("lowe", "response_officer")
    assert may_see(kerr, RECORD).allowed
    verdict = may_see(lowe, RECORD)
    assert (verdict.allowed, verdict.words) == (False, "A restricted record exists. Ask PS 1506 Kerr.")
    name_on(record=RECORD, officer=lowe.officer_id, why=WHY, by=kerr, at=NOON)
    assert may_see(lowe, RECORD).allowed


def test_a_list_learns_of_its_restricted_records_in_one_statement(kerr, acting, django_assert_num_queries):
    lowe = acting("lowe", "response_officer")
    with django_assert_num_queries(1):
        found = restricted_among(lowe, [RECORD, "incident:42", "incident:43"])
    assert list(found) == [RECORD]
    assert not found[RECORD].may_see


def test_only_the_owner_changes_it(kerr, acting):
    farrant = acting("farrant", "reviewing_inspector")
    with pytest.raises(Refused, match="belongs to"):
        lift(record=RECORD, why=WHY, by=farrant, at=NOON)
    lift(record=RECORD, why=WHY, by=kerr, at=NOON)
    assert may_see(farrant, RECORD).allowed


def test_opening_needs_the_capability_and_a_reason(kerr, acting):
    with pytest.raises(Refused, match="may not do this"):
        open_restricted(record=RECORD, reason="I want to see it", by=acting("lowe", "response_officer"), at=NOON)
    farrant = acting("farrant", "reviewing_inspector")
    with pytest.raises(Refused, match="why you need"):
        open_restricted(record=RECORD, reason="work", by=farrant, at=NOON)
    with pytest.raises(Refused, match="no restricted record"):
        open_restricted(record="incident:42", reason="Complaint by the family", by=farrant, at=NOON)
    assert not may_see(farrant, RECORD).allowed


def test_an_opening_lasts_a_shift_is_logged_and_its_owner_told(kerr, acting):
    farrant = acting("farrant", "reviewing_inspector")
    open_restricted(record=RECORD, reason="Complaint by the family", by=farrant, at=NOON)
    assert may_see(farrant, RECORD, at=LATER).allowed
    assert not may_see(farrant, RECORD, at=NOON + timedelta(hours=9)).allowed
    assert "Complaint by the family" in timeline(RECORD)[0].sentence
    told = openings_to_read(kerr).get()
    assert told.reason == "Complaint by the family"
    with pytest.raises(Refused, match="Only the officer"):
        acknowledge(opening=told.pk, by=farrant, at=LATER)
    acknowledge(opening=told.pk, by=kerr, at=LATER)
    assert not openings_to_read(kerr).exists()
    with pytest.raises(Refused, match="already"):
        acknowledge(opening=told.pk, by=kerr, at=LATER)


def test_a_concern_is_kept_in_words_about_the_record_and_who_opened_it(kerr, acting):
    farrant = acting("farrant", "reviewing_inspector")
    open_restricted(record=RECORD, reason="Complaint by the family", by=farrant, at=NOON)
    told = openings_to_read(kerr).get()
    for who, words, refusal in ((farrant, "Not on this case", "Only the officer"), (kerr, "No", "what your concern")):
        with pytest.raises(Refused, match=refusal):
            raise_concern(opening=told.pk, concern=words, by=who, at=LATER)
    raise_concern(opening=told.pk, concern="He is not on this case", by=kerr, at=LATER)
    assert not openings_to_read(kerr).exists()
    for record in (RECORD, farrant.ref, told.ref):
        assert timeline(record)[0].sentence.endswith("He is not on this case")


def test_one_entry_per_list_names_every_record(kerr):
    look(page="crimes", records=[RECORD, "incident:42", RECORD], reason="Handover", by=kerr, at=NOON)
    line = timeline(kerr.ref)[0]
    assert line.sentence == "Looked at incident 41, incident 42, on the page crimes"
    assert line.about == (RECORD, "incident:42")
    assert timeline(RECORD)[0].seq == line.seq


def test_an_open_board_is_one_standing_look(kerr):
    open_board(page="board", by=kerr, at=NOON)
    assert standing_looks(kerr) == {"board"}
    with pytest.raises(Refused, match="already open"):
        open_board(page="board", by=kerr, at=LATER)
    close_board(page="board", by=kerr, at=LATER)
    assert not standing_looks(kerr)
    with pytest.raises(Refused, match="not open"):
        close_board(page="board", by=kerr, at=LATER)
    assert [line.sentence for line in timeline(kerr.ref)[:2]] == ["Closed board", "Opened board as a standing look"]


def minutes(count: float):
    return NOON + timedelta(minutes=count)


def test_a_board_that_is_left_ends_when_it_was_left(kerr):
    stand_at(page="board", by=kerr, at=NOON)
    went_away(page="board", officer=kerr.officer_id, at=minutes(3))
    assert end_left_boards(minutes(4)) == 0, "it may come back: a page drawn again leaves and comes at once"
    assert end_left_boards(minutes(5)) == 1
    assert end_left_boards(minutes(6)) == 0
    closed, opened = timeline(kerr.ref)[:2]
    assert (closed.sentence, closed.occurred_at) == ("Closed board", minutes(3))
    assert (opened.sentence, opened.occurred_at) == ("Opened board as a standing look", NOON)
    stand_at(page="board", by=kerr, at=minutes(9))
    assert standing_looks(kerr) == {"board"}, "opened again, it is a new look"


def test_a_page_left_and_opened_again_or_open_elsewhere_is_one_look(kerr):
    stand_at(page="board", by=kerr, at=NOON)
    went_away(page="board", officer=kerr.officer_id, at=minutes(1))
    assert still_there(page="board", officer=kerr.officer_id, at=minutes(2))
    stand_at(page="board", by=kerr, at=minutes(3))
    assert end_left_boards(minutes(4)) == 0
    assert standing_looks(kerr) == {"board"}
    assert [line.sentence for line in timeline(kerr.ref)].count("Opened board as a standing look") == 1


def test_a_page_that_just_dies_ends_when_it_was_last_seen(kerr):
    stand_at(page="board", by=kerr, at=NOON)
    still_there(page="board", officer=kerr.officer_id, at=minutes(7))
    assert end_left_boards(minutes(9)) == 0
    assert end_left_boards(minutes(60)) == 1
    assert timeline(kerr.ref)[0].occurred_at == minutes(7)


def test_nothing_is_kept_open_that_was_never_opened(kerr):
    assert not still_there(page="board", officer=kerr.officer_id, at=NOON)
    assert not standing_looks(kerr)
