"""A conflict of parts in one incident, caught as it arises; and the decision on who speaks for a victim (V7)."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.cases.queries import officers_of
from bluelamp.ledger.actions.writing import action
from bluelamp.messages.pushing import push_to
from bluelamp.messages.rules.pushing import Occasion
from bluelamp.owed.actions.stating import keep, promise
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused
from bluelamp.victims import events
from bluelamp.victims.keeping import end_tie, locked, say
from bluelamp.victims.models import Victim
from bluelamp.victims.others import in_conflict, may_speak_still
from bluelamp.victims.owed import DECIDE_SPEAKER
from bluelamp.victims.rules.speaking import decide_by, may_decide

WHO = ("custody.arrest", "custody.authorise", "safeguarding.assess", "victims.record", "people.edit")


@action
def catch_conflicts(*, by: Acting, at: datetime, incident: int, person: int, key: str | None = None) -> str:
    """This person is a suspect of the incident now: whoever they speak for there is told nothing through them until
    somebody decides, which is owed; a victim who is a suspect too is written on every thread they are at odds with."""
    require(by, *WHO)
    spoken, at_odds = in_conflict(incident, person)
    if not spoken and not at_odds:
        raise Refused(refused("Nobody here is in conflict.", "Order of events"))
    for victim in spoken:
        _doubt(victim, at)
    for victim in at_odds:
        say(events.AT_ODDS, victim)
        _alert(victim, "at odds", at)
    return f"incident:{incident}"


@action
def decide_speaker(*, by: Acting, at: datetime, victim: int, stays: bool, why: str, key: str | None = None) -> str:
    """Decide of a speaker who became a suspect: they speak for the victim no more, or a supervisor lets them go on."""
    require(by, "victims.record", "victims.tell", "victims.supervise")
    found = locked(victim)
    if may_speak_still(found).allowed:
        raise Refused(refused("Who speaks for this victim is not in doubt.", "Order of events"))
    insist(may_decide(stays=stays, supervisor=by.may("victims.supervise"), why=why))
    who = found.spoken_for_by
    if found.speaker_doubted_at:
        keep(DECIDE_SPEAKER, record=found.ref, at=at)
    found.speaker_doubted_at, found.speaker_stays = None, stays
    if not stays and found.speaker_id:
        end_tie(found, found.speaker_id, why, by, at)
        found.spoken_for_by, found.speaker = "", None
    found.save(update_fields=["speaker_doubted_at", "speaker_stays", "spoken_for_by", "speaker"])
    outcome = "they go on speaking for the victim" if stays else "they speak for the victim no more"
    say(events.SPEAKER_DECIDED, found, {"outcome": outcome, "stays": stays}, who=who, why=why)
    return found.ref


def _doubt(victim: Victim, at: datetime) -> None:
    victim.speaker_doubted_at = at
    victim.save(update_fields=["speaker_doubted_at"])
    due, words = decide_by(law_of("victims"), doubted_at=at), {"who": victim.person.name}
    promise(DECIDE_SPEAKER, record=victim.ref, due=due, began_at=at, words=words, about=victim.records)
    say(events.SPEAKER_DOUBTED, victim, who=victim.spoken_for_by)
    _alert(victim, "speaker", at)


def _alert(victim: Victim, what: str, at: datetime) -> None:
    """Whoever looks after the victim, and the officers in the case, on their own devices."""
    news = f"{victim.ref} {what} {at.isoformat(timespec='minutes')}"
    for officer in {victim.cares_id, *officers_of(victim.incident_id)}:
        push_to(officer, occasion=Occasion.ALARM, about=victim.ref, news=news, at=at)
