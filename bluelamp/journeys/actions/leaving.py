"""Charge, bail and release: custody, the case and what each victim is owed, in one transaction."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from bluelamp.access.acting import Acting
from bluelamp.cases.actions.charging import charge, set_first_hearing
from bluelamp.cases.rules.who_may_charge import Offence
from bluelamp.compiled import fetch
from bluelamp.crimes.actions.outcomes import outcome_of_charge
from bluelamp.crimes.models import Crime
from bluelamp.crimes.queries import says_charged
from bluelamp.custody.actions import releasing
from bluelamp.custody.actions.children import refuse_bail_to_child
from bluelamp.custody.cells import is_child
from bluelamp.custody.models import Arrest, Detention
from bluelamp.custody.queries import arrests_of
from bluelamp.custody.rules.disposals import NO_POWER_TO_KEEP, Closing, Disposal
from bluelamp.custody.rules.ways_out import OUT_OF_COURT, ToCourt, WayOut
from bluelamp.journeys.actions.bail import NOT_EVERY_ONE
from bluelamp.ledger.actions.writing import action
from bluelamp.verdict import Refused, refused
from bluelamp.victims.actions.telling import owe_tellings
from bluelamp.victims.actions.views import weigh_views
from bluelamp.victims.models import Victim
from bluelamp.victims.queries import victims_among
from bluelamp.victims.rules.telling import Step
from bluelamp.victims.rules.views import About

TOLD_OF = {
    Disposal.NO_FURTHER_ACTION: Step.RELEASED_WITHOUT_CHARGE,
    Disposal.BAIL_WITH_CONDITIONS: Step.BAILED,
    Disposal.BAIL: Step.BAILED,
    Disposal.UNDER_INVESTIGATION: Step.RELEASED_UNDER_INVESTIGATION,
    **dict.fromkeys(NO_POWER_TO_KEEP, Step.RELEASED_WITHOUT_CHARGE),
    **dict.fromkeys(OUT_OF_COURT, Step.OUT_OF_COURT),
}
"""What the victim is told of a disposal; a charge has its own telling."""


@action
def charge_detained(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    offence: Offence,
    offence_code: str,
    offence_words: str,
    court: str,
    first_hearing: date,
    plea: str,
    prosecutor_reference: str = "",
    kept_in_custody: bool = False,
    kept_why: str = "",
    arrest: int | None = None,
    key: str | None = None,
) -> str:
    """Charge somebody detained, set the first hearing, and owe each victim word of the charge and the court date.

    `kept_why`: why bail is refused, needed for a child, who is then owed local authority accommodation (s.38(6)).
    `arrest`: the one that the charge comes from, None: the first.
    """
    found = fetch(Detention, detention, "arrest")
    made = _arrest(found, arrest)
    crime, only = _crimes(made)
    case = charge(
        by=by,
        at=at,
        detention=detention,
        crime=crime,
        charged_crime=only,
        officer=made.officer_id if made else None,
        person=found.person_id,
        offence=offence,
        offence_code=offence_code,
        offence_words=offence_words,
        prosecutor_reference=prosecutor_reference,
        kept_in_custody=kept_in_custody,
    )
    number = int(case.partition(":")[2])
    set_first_hearing(by=by, at=at, case=number, court=court, on=first_hearing, plea=plea)
    _held(by, at, found, case, kept_why if kept_in_custody else None)
    _outcome(by, at, only)
    _owe(by, at, victims_among([made.incident_id] if made else []), Step.CHARGED, Step.COURT_DATE)
    return case


@action
def release_detained(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    closing: Closing,
    words: str = "",
    property_words: str = "",
    given_back: Sequence[int] = (),
    way: WayOut | None = None,
    move: ToCourt | None = None,
    key: str | None = None,
) -> str:
    """Release somebody, and owe each victim word of it.

    Bail with conditions waits for the victims' views, and so does what is settled without a court; a victim of
    domestic abuse is told before the person is out.
    """
    found = fetch(Detention, detention, "arrest")
    victims = _victims(found)
    closing = replace(closing, victim_first=any(victim.domestic for victim in victims))
    closing = _heard(by, at, closing, victims, found)
    releasing.release(
        by=by,
        at=at,
        detention=detention,
        closing=closing,
        words=words,
        property_words=property_words,
        given_back=given_back,
        way=way,
        move=move,
    )
    step = TOLD_OF.get(closing.disposal) if closing.disposal else None
    if step:
        _owe(by, at, victims, step)
    return found.ref


def _heard(by: Acting, at: datetime, closing: Closing, victims: Sequence[Victim], found: Detention) -> Closing:
    """The closing with whether the victims were asked, where this way out waits for it."""
    about = About.BAIL if closing.disposal is Disposal.BAIL_WITH_CONDITIONS else None
    about = About.OUT_OF_COURT if closing.disposal in OUT_OF_COURT else about
    if about is None:
        return closing
    if not victims:
        unsaid = closing.victim_views_sought is None
        return replace(closing, victim_views_sought=True) if unsaid else closing
    why_not = closing.victim_views_why_not
    since = found.arrest.arrested_at if found.arrest and about is About.BAIL else None
    came = weigh_views(by=by, at=at, victims=victims, about=about, why_not=why_not, arrested_at=since)
    sought = came == "sought"
    return replace(closing, victim_views_sought=sought, victim_views_why_not=why_not.strip() or NOT_EVERY_ONE)


def _owe(by: Acting, at: datetime, victims: Sequence[Victim], *steps: Step) -> None:
    for step in steps if victims else ():
        owe_tellings(by=by, at=at, victims=victims, step=step.value, happened_at=at)


def _outcome(by: Acting, at: datetime, crime: int | None) -> None:
    """Outcome 1 of the one crime that they are charged with; of several, whoever may decides which."""
    if crime and not says_charged(crime):
        outcome_of_charge(by=by, at=at, crime=crime, why="Charged in custody.")


def _held(by: Acting, at: datetime, found: Detention, case: str, kept_why: str | None) -> None:
    """The custody side of a charge. `kept_why` None: bailed."""
    releasing.charged(by=by, at=at, detention=found.pk, about=(case,), kept=kept_why is not None)
    if kept_why is not None and is_child(found):
        refuse_bail_to_child(by=by, at=at, detention=found.pk, words=kept_why)


def _arrest(found: Detention, arrest: int | None) -> Arrest | None:
    """The arrest that a charge comes from; of a further one the crime is recorded first, for the case is about it."""
    if arrest is None or arrest == found.arrest_id:
        return found.arrest
    made = next((one for one in arrests_of(found) if one.pk == arrest), None)
    if made is None:
        raise Refused(refused("They are not under arrest here for that.", "PACE s.31", field="arrest"))
    if _crimes(made)[0] is None:
        words = "No crime is recorded for what they were arrested for. Record it first: the case is about it."
        raise Refused(refused(words, "Home Office Crime Recording Rules", field="arrest"))
    return made


def _crimes(made: Arrest | None) -> tuple[int | None, int | None]:
    """The first crime of the incident of an arrest, and the only one: of several nobody has said which."""
    if made is None or made.incident_id is None:
        return None, None
    there = Crime.objects.filter(incident_id=made.incident_id).exclude(state=Crime.State.CANCELLED)
    found = list(there.order_by("pk").values_list("pk", flat=True))
    return next(iter(found), None), found[0] if len(found) == 1 else None


def _victims(detention: Detention) -> list[Victim]:
    """The victims of everything that the person is under arrest for here."""
    return victims_among(one.incident_id for one in arrests_of(detention))
