"""Entries name officers as people know them, whoever wrote them and whomever they are about."""

from bluelamp.access.actions.restricting import assign, restrict
from bluelamp.access.officer_names import with_officers
from bluelamp.ledger.queries import timeline
from bluelamp.partners.happened import happened
from tests.access.conftest import NOON

RECORD = "share:41"


def test_whom_an_entry_is_about_stands_by_name(acting, django_assert_num_queries):
    kerr = acting("kerr", "domestic_abuse_specialist", name="Kerr", regular_rank="sergeant", collar_number="1506")
    lowe = acting("lowe", "response_officer", name="Lowe", regular_rank="constable")
    restrict(record=RECORD, why="officer 5's family", owner=kerr.number, by=kerr, at=NOON)
    assign(record=RECORD, owner=lowe.number, by=kerr, at=NOON)
    lines = timeline(RECORD)
    assert lines[0].sentence == f"The restricted record now belongs to officer {lowe.number}"
    with django_assert_num_queries(1):
        named, names = with_officers(lines)
    assert named[0].sentence == "The restricted record now belongs to PC Lowe"
    assert named[1].sentence == "Restricted: officer 5's family", "what somebody wrote stays as it is"
    assert names == {kerr.ref: "PS 1506 Kerr", lowe.ref: "PC Lowe"}
    assert happened([RECORD])[0].line.sentence == named[0].sentence
