"""Vulnerability as found, what healthcare advised, and what is said again with the adult here (P23, P26)."""

from collections.abc import Sequence
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.custody.calling import restate_called
from bluelamp.custody.events.called import ADVISED, SAID_AGAIN, VULNERABILITY
from bluelamp.custody.keeping import WhileFrozen, lock, say
from bluelamp.custody.models import Advice, Called, SaidAgain, Vulnerability
from bluelamp.custody.needs import here
from bluelamp.custody.owed.called import CALL_ADULT
from bluelamp.custody.rules.repeating import Matter
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import EVERY_SLOT, withdraw
from bluelamp.verdict import Refused, refused


@action
def note_vulnerability(
    *, by: Acting, at: datetime, detention: int, vulnerable: bool, words: str, key: str | None = None
) -> str:
    """Write whether the person is vulnerable, and what was seen or told. Vulnerable: an adult is owed (Code C 1.13)."""
    require(by, "custody.call", "custody.book_in")
    found = lock(detention)
    if not words.strip():
        raise Refused(refused("Write what was seen or told.", "Code C 1.13(d)", field="words"))
    given = {"vulnerable": vulnerable, "words": words, "noted_at": at}
    Vulnerability.objects.update_or_create(detention=found, defaults=given)
    if not vulnerable:
        withdraw(CALL_ADULT, record=found.ref, slot=EVERY_SLOT, why="Found not vulnerable")
    restate_called(found)
    facts = {"vulnerable": vulnerable, "answer": "Found vulnerable" if vulnerable else "Found not vulnerable"}
    say(VULNERABILITY, found, facts, words={"words": words})
    return found.ref


@action
def record_advice(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    who: str,
    to_detain: str,
    to_interview: str,
    words: str,
    again_at: datetime | None = None,
    key: str | None = None,
) -> str:
    """Write what healthcare advised. Not assessed is not "fit" (Code C 9.5 to 9.13, Annex G)."""
    require(by, "custody.call")
    found = lock(detention, while_frozen=WhileFrozen.CARE)
    if not who.strip() or not words.strip():
        raise Refused(refused("Write who advised and what.", "Code C 9.13", field="words"))
    if again_at and again_at <= at:
        raise Refused(refused("The next look is after now.", "Code C 9.13", field="again_at"))
    made = Advice.objects.create(detention=found, at=at, who=who, to_detain=to_detain, to_interview=to_interview,
                                 words=words, again_at=again_at)  # fmt: skip
    facts = {
        "to_detain": to_detain,
        "to_interview": to_interview,
        "to_detain_words": made.get_to_detain_display().lower(),
        "to_interview_words": made.get_to_interview_display().lower(),
        "again_at": again_at.isoformat() if again_at else None,
    }
    say(ADVISED, found, facts, words={"words": words, "who": who})
    return found.ref


@action
def say_again(*, by: Acting, at: datetime, detention: int, matters: Sequence[str], key: str | None = None) -> str:
    """Tick what was said again with the appropriate adult here (Code C 3.17)."""
    require(by, "custody.call", "custody.book_in")
    found = lock(detention)
    adult = here(found, Called.Kind.ADULT)
    if adult is None:
        raise Refused(refused("The appropriate adult is not here.", "Code C 3.17"))
    known = {one.value for one in Matter}
    if not matters or set(matters) - known:
        raise Refused(refused("Choose what was said again.", "Code C 3.17", field="matters"))
    SaidAgain.objects.bulk_create(SaidAgain(detention=found, called=adult, matter=matter, at=at) for matter in matters)
    say(SAID_AGAIN, found, {"matters": list(matters), "matters_words": ", ".join(matters), "called": adult.pk})
    return found.ref
