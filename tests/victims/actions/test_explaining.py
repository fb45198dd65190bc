"""Rights are kept only when they were understood, in a language and form that is theirs."""

import pytest

from bluelamp.owed.models import State
from bluelamp.people.models import Person
from bluelamp.verdict import Refused
from bluelamp.victims.actions.explaining import give_rights
from bluelamp.victims.models import RightsGiven
from tests.victims.care import Care


def test_understood_keeps_the_promise(care: Care) -> None:
    care(give_rights, form="easy_read", understood=True)
    assert care.promises("tell_rights_explained") == [State.KEPT]
    assert RightsGiven.objects.get().form == "easy_read"


@pytest.mark.parametrize("understood", [None, False])
def test_not_understood_is_still_owed(care: Care, understood: bool | None) -> None:
    with pytest.raises(Refused):
        care(give_rights, form="spoken", understood=understood)
    assert care.promises("tell_rights_explained") == [State.OPEN]


def test_who_needs_an_interpreter_by_their_record_gets_one(care: Care) -> None:
    Person.objects.filter(pk=care.victim.person_id).update(interpreter="Urdu", interpreter_answer="known")
    with pytest.raises(Refused, match="Who interpreted"):
        care(give_rights, form="spoken", understood=True)
    with pytest.raises(Refused, match="Not by family"):
        care(give_rights, form="spoken", understood=True, interpreter="Her son", interpreter_is_close=True)
    care(give_rights, form="spoken", language="Urdu", understood=True, interpreter="Line 4711")
    assert care.promises("tell_rights_explained") == [State.KEPT]
