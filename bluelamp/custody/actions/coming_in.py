"""How somebody came into detention, which decides the relevant time; and a further arrest in custody (P10, s.31)."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.custody.actions.arresting import Offence
from bluelamp.custody.events.clocks import FURTHER_ARREST, WAY_SAID
from bluelamp.custody.keeping import lock, restate_clocks, say
from bluelamp.custody.models import Arrest, Detention
from bluelamp.custody.models.detentions import SERIOUS
from bluelamp.custody.queries import arrests_of
from bluelamp.custody.rules import coming_in, detention_clock
from bluelamp.custody.rules.arrest import Arresting, may_arrest
from bluelamp.custody.rules.facts import Way
from bluelamp.deadlines.instants import spoken
from bluelamp.ledger.actions.writing import action
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused


@action
def say_how_they_came(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    way: str,
    wanted_by: str = "",
    questioned: bool | None = None,
    entered_at: datetime | None = None,
    left_area_at: datetime | None = None,
    area_station_at: datetime | None = None,
    key: str | None = None,
) -> str:
    """Say which row of the relevant time this detention is; both clocks are worked out again (PACE s.41(2) to (5))."""
    require(by, "custody.book_in", "custody.authorise")
    found = lock(detention)
    made = found.arrest
    if made is None or found.on_bail:
        words = "This person came back on bail: the clock goes on from the stays before it."
        raise Refused(refused(words, "PACE s.47(6)", field="way"))
    made.way, made.wanted_by, made.questioned_elsewhere = Way(way).value, wanted_by, questioned
    made.entered_at, made.left_area_at, made.area_station_at = entered_at, left_area_at, area_station_at
    facts = made.as_facts(first_station_at=found.first_station_at)
    insist(coming_in.may_be_said(arrest=facts, wanted_by=wanted_by, questioned=questioned, at=at))
    made.save(
        update_fields=["way", "wanted_by", "questioned_elsewhere", "entered_at", "left_area_at", "area_station_at"]
    )
    relevant = detention_clock.relevant_time(arrest=facts, law=law_of("custody"), at=at)
    found.relevant_time = relevant.at
    found.save(update_fields=["relevant_time"])
    restate_clocks(found, at)
    spoken_time = spoken(relevant.at) if relevant.at else "not started"
    say(WAY_SAID, found, {"way": way, "way_words": coming_in.WORDS[Way(way)], "relevant_words": spoken_time})
    return found.ref


@action
def arrest_in_custody(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    officer: int,
    offence: Offence,
    grounds: Arresting,
    caution_reply: str = "",
    incident: int | None = None,
    key: str | None = None,
) -> str:
    """Arrest somebody in detention for another offence: the clock stays that of the first arrest (s.31, s.41(4)).

    `incident`: the one it is about, where it is another than that of the first arrest.
    """
    require(by, "custody.arrest", "custody.authorise")
    found = lock(detention)
    insist(may_arrest(arresting=grounds, law=law_of("custody"), at=at))
    if any(_same(one, offence, incident) for one in arrests_of(found)):
        raise Refused(refused("They are under arrest for this offence already.", "PACE s.31", field="offence"))
    made = _further(found, at, officer, offence, grounds, caution_reply)
    made.incident_id = incident
    made.save(force_insert=True)
    found.further_offence_class = _more_serious(found, offence.tried)
    found.save(update_fields=["further_offence_class"])
    facts = {"offence": offence.words, "offence_code": offence.code, "offence_class": offence.tried}
    words = {"grounds": made.grounds, "necessity": made.necessity_words}
    about = (made.ref, *((f"incident:{incident}",) if incident else ()))
    say(FURTHER_ARREST, found, facts, words=words, about=about)
    return made.ref


def _same(made: Arrest, offence: Offence, incident: int | None) -> bool:
    """The same offence of the same incident; of one not known it may be."""
    elsewhere = incident and made.incident_id and incident != made.incident_id
    return made.offence_code == offence.code and not elsewhere


def _further(
    found: Detention, at: datetime, officer: int, offence: Offence, grounds: Arresting, caution_reply: str
) -> Arrest:
    return Arrest(
        person=found.person,
        officer_id=officer,
        arrested_at=at,
        way=Way.FURTHER_ARREST.value,
        in_detention=found,
        offence_code=offence.code,
        offence_words=offence.words,
        offence_class=offence.tried,
        domestic=offence.domestic,
        grounds=grounds.suspicion,
        necessity=[each.code for each in grounds.necessity],
        necessity_words=" ".join(each.grounds for each in grounds.necessity),
        voluntary_considered=bool(grounds.voluntary_considered),
        voluntary_why=grounds.voluntary_why,
        caution_reply=caution_reply,
    )


def _more_serious(found: Detention, tried: str) -> str:
    return min([tried, found.further_offence_class or "summary"], key=SERIOUS.index)
