"""The victim's statement in their own hand: made, changed, taken back, until the court has it."""

from bluelamp.owed.models import State
from bluelamp.victims.actions.statements import serve_statement
from bluelamp.victims.models import Statement
from tests.victims.care import Care
from tests.victims.own import Own, text

PATH = "/page/statement/"


def test_made_changed_and_taken_back(care: Care) -> None:
    own = Own(care).open()
    assert "Tick this first" in text(own.post(PATH, words="I cannot sleep"))
    own.post(PATH, words="I cannot sleep", reading="themselves", knows="yes")
    assert care.promises("tell_statement_offered") == [State.KEPT]
    own.post(PATH, words="I moved", reading="played", knows="yes")
    page = own.get(PATH).content.decode()
    assert "I moved" in page
    assert "Version 2" in page
    own.post(PATH, back="yes")
    assert not Statement.objects.filter(withdrawn_at=None).exists()
    assert [one.taken_by for one in Statement.objects.all()] == [None, None]


def test_with_the_court_it_stays(care: Care) -> None:
    own = Own(care).open()
    own.post(PATH, words="I cannot sleep", knows="yes")
    care(serve_statement, hours=1)
    assert "cannot be taken back" in text(own.post(PATH, back="yes"))
    assert own.post(PATH, words="And more", knows="yes").status_code == 303
