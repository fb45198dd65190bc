"""Explaining a victim's rights so that they are understood (right 1)."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action
from bluelamp.people.rules.unknowns import Answer
from bluelamp.verdict import insist
from bluelamp.victims import events
from bluelamp.victims.keeping import locked, reached, say, told_of
from bluelamp.victims.models import RightsGiven
from bluelamp.victims.rules.explaining import ENGLISH, Explained, Form, may_count
from bluelamp.victims.rules.telling import Step


@action
def give_rights(
    *,
    by: Acting,
    at: datetime,
    victim: int,
    form: str,
    language: str = ENGLISH,
    interpreter: str = "",
    interpreter_is_close: bool = False,
    understood: bool | None = None,
    way: str = "in_person",
    key: str | None = None,
) -> str:
    """Keep that a victim's rights were explained and understood, in which language and form, and by whom."""
    require(by, "victims.tell", "victims.record")
    found = locked(victim)
    explained = Explained(
        form=Form(form),
        language=language,
        needs_interpreter=found.person.interpreter_answer == Answer.KNOWN,
        interpreter=interpreter,
        interpreter_is_close=interpreter_is_close,
        understood=understood,
    )
    insist(may_count(explained))
    RightsGiven.objects.create(
        victim=found, at=at, officer_id=by.officer_id, form=form, language=language, interpreter=interpreter
    )
    through = f"Interpreter: {interpreter}." if interpreter else ""
    say(events.RIGHTS_GIVEN, found, {"form": Form(form).words.lower(), "language": language}, interpreter=through)
    told_of(found, Step.RIGHTS_EXPLAINED, at, "", officer=by.officer_id, way=way)
    reached(found, at)
    return found.ref
