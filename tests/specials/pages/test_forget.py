"""Erasing what is personal in an application that ended."""

from bluelamp.ledger.queries import timeline
from bluelamp.owed.models import State
from bluelamp.owed.queries import for_record
from bluelamp.specials.actions.applying import end_record
from tests.specials.volunteers import Volunteers


def test_name_contact_and_words_go_here_and_in_the_ledger(at_page, there: Volunteers):
    there.accepted().signs("coordinator", "references", words="Two good ones, from Mx Vale")
    there.does("coordinator", end_record, special=there.pk, ending="withdrew", words="Moves to Leeds")
    path = f"/specials/{there.pk}/forget/"
    assert at_page("coordinator", path).status_code == 403
    assert "cannot be undone" in at_page("commander", path).content.decode()
    assert at_page("commander", path, reason="The time for keeping has passed").status_code == 303
    said = " ".join(f"{line.sentence} {line.words}" for line in timeline(there.record.ref))
    for word in ("Rowan", "01632", "Vale", "Leeds"):
        assert word not in said, word
    record = there.record
    assert (record.name, record.phone, record.why) == ("", "", "")
    assert not record.signatures.exclude(words="").exists()
    page = at_page("commander", f"/specials/{there.pk}/").content.decode()
    assert "Erased" in page
    assert {one.kind: one.state for one in for_record(record.ref)}["specials.forget"] == State.KEPT


def test_a_record_that_runs_is_not_erased(at_page, there: Volunteers):
    answer = at_page("commander", f"/specials/{there.applied().pk}/forget/", reason="Asked for it")
    assert answer.status_code == 422
    assert "Only an application that ended" in answer.content.decode()
