"""An applicant hears from a person."""

from bluelamp.owed.models import State
from bluelamp.owed.queries import for_record
from tests.specials.volunteers import DAY, NOON, Volunteers


def test_the_first_word_keeps_the_promise(at_page, there: Volunteers):
    there.at = NOON - DAY
    path = f"/specials/{there.applied().pk}/contacted/"
    assert "I live here" in at_page("coordinator", path).content.decode()
    assert at_page("coordinator", path, words=" ").status_code == 422
    assert at_page("coordinator", path, words="Rang, comes on Tuesday").status_code == 303
    states = {one.kind: one.state for one in for_record(there.record.ref)}
    assert states == {"specials.contact": State.KEPT, "specials.decide": State.OPEN}
