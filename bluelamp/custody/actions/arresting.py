"""An arrest without warrant, with grounds and necessity; and de-arrest on the way (P1, P5)."""

from dataclasses import dataclass
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.compiled import insert
from bluelamp.custody.before_a_suite import ends_attendance
from bluelamp.custody.events.journey import ARRESTED, DE_ARRESTED
from bluelamp.custody.models import Arrest, Detention
from bluelamp.custody.responsible import begin, end
from bluelamp.custody.rules.arrest import Arresting, may_arrest, may_de_arrest
from bluelamp.ledger.actions.writing import action, write
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused


@dataclass(frozen=True, kw_only=True)
class Offence:
    """What somebody is arrested for. `tried`: indictable, either_way or summary."""

    code: str
    words: str
    tried: str
    domestic: bool = False


@dataclass(frozen=True, kw_only=True)
class How:
    """What is kept of the moment: where, the words said after caution, and whether the person appears under 18."""

    place_words: str = ""
    caution_reply: str = ""
    appears_under_18: bool = False


@action
def arrest(
    *,
    by: Acting,
    at: datetime,
    person: int,
    incident: int | None,
    officer: int,
    offence: Offence,
    grounds: Arresting,
    how: How | None = None,
    arrested_at: datetime | None = None,
    reason_late: str = "",
    key: str | None = None,
) -> str:
    """Record an arrest. It needs suspicion, a necessity with grounds, and voluntary attendance considered."""
    require(by, "custody.arrest")
    when = arrested_at or at
    insist(may_arrest(arresting=grounds, law=law_of("custody"), at=when))
    if Detention.objects.filter(person_id=person, released_at=None).exists():
        raise Refused(refused("This person is in detention already: record a further arrest there.", "PACE s.31"))
    made = Arrest(person_id=person, incident_id=incident, officer_id=officer, arrested_at=when)
    _describe(made, offence, grounds, how or How())
    insert(made)
    ends_attendance(made)
    begin(made)
    write(
        ARRESTED,
        record=made.ref,
        about=(f"person:{person}", *([f"incident:{incident}"] if incident else [])),
        occurred_at=when,
        reason=reason_late,
        facts=_facts(made),
        words={"grounds": made.grounds, "necessity": made.necessity_words},
    )
    return made.ref


@action
def de_arrest(*, by: Acting, at: datetime, arrest: int, why: str, key: str | None = None) -> str:
    """Release somebody on the way once there are no grounds left; without bail, and recorded (PACE s.30(7))."""
    require(by, "custody.arrest")
    made = Arrest.objects.select_for_update(of=("self",)).get(pk=arrest)
    arrived = Detention.objects.filter(arrest=made).values_list("first_station_at", flat=True).first()
    insist(may_de_arrest(reached_station_at=arrived or made.first_station_at, grounds_gone=True, reason=why))
    made.dearrested_at = at
    made.save(update_fields=["dearrested_at"])
    end(made.person_id, at)
    about = (f"person:{made.person_id}",)
    write(DE_ARRESTED, record=made.ref, about=about, words={"why": why})
    return made.ref


def _describe(made: Arrest, offence: Offence, grounds: Arresting, how: How) -> None:
    made.offence_code, made.offence_words = offence.code, offence.words
    made.offence_class, made.domestic = offence.tried, offence.domestic
    made.grounds = grounds.suspicion
    made.necessity = [each.code for each in grounds.necessity]
    made.necessity_words = " ".join(each.grounds for each in grounds.necessity)
    made.voluntary_considered, made.voluntary_why = bool(grounds.voluntary_considered), grounds.voluntary_why
    made.place_words, made.caution_reply = how.place_words, how.caution_reply
    made.appears_under_18 = how.appears_under_18


def _facts(made: Arrest) -> dict[str, str | bool]:
    return {
        "offence": made.offence_words,
        "offence_code": made.offence_code,
        "offence_class": made.offence_class,
        "domestic": made.domestic,
        "arrested_at": made.arrested_at.isoformat(),
        "officer": f"officer:{made.officer_id}",
    }
