"""What several actions of victim care have in common: what is owed, what keeps it, and what the ledger says of it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.db.models import TextField, Value
from django.db.models.functions import Cast, Concat

from bluelamp.access.acting import Acting
from bluelamp.access.from_the_start import restrict_found_out, restrict_from_the_start, restrict_log
from bluelamp.access.rules.grounds import grounds_of
from bluelamp.calls.models import POLICE_INVOLVED, SEXUAL, Incident
from bluelamp.crimes.models import Crime
from bluelamp.deadlines.instants import instant, local_day
from bluelamp.ledger.actions.writing import running, write
from bluelamp.ledger.registry import Event
from bluelamp.owed.actions.stating import EVERY_SLOT, keep, promise, withdraw
from bluelamp.people.actions.links import end_link
from bluelamp.people.models import Link
from bluelamp.people.permissions import EDIT
from bluelamp.people.rules.safe_contact import Way
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, refused
from bluelamp.victims import events
from bluelamp.victims.models import Asked, Attempt, Invitation, Telling, Victim
from bluelamp.victims.owed import BY_STEP, CONTACT, NEEDS, told_by
from bluelamp.victims.rules import needs
from bluelamp.victims.rules.agreement import Frequency, next_contact
from bluelamp.victims.rules.contact import Result
from bluelamp.victims.rules.needs import CHANGED_BY, Changed
from bluelamp.victims.rules.telling import Step


def locked(victim: int) -> Victim:
    """The victim, held until the action ends, with the person. Raises Refused where there is none."""
    found = Victim.objects.select_for_update(of=("self",)).select_related("person").filter(pk=victim).first()
    if found is None:
        raise Refused(refused("There is no such victim."))
    return found


def restrict_thread(victim: Victim, *, by: Acting, at: datetime, domestic: bool = False, sexual: bool = False) -> None:
    """Restrict a victim's own thread from its first minute, where what they suffered or who they are calls for it."""
    grounds = grounds_of(
        domestic=domestic or victim.domestic,
        sexual=sexual or victim.sexual or victim.incident.opening_code == SEXUAL,
        child=victim.is_child(local_day(at)),
        police=POLICE_INVOLVED in victim.incident.qualifiers,
    )
    restrict_from_the_start(victim.ref, grounds, incident=victim.incident_id, by=by, at=at)


def restrict_case(
    incident: Incident, *, by: Acting, at: datetime, domestic: bool = False, sexual: bool = False
) -> None:
    """It was found out later what an incident is about: restrict its crimes and its victims' threads from now on.

    Its log, too, where it is closed. Those restricted already stay as they are.
    """
    grounds = grounds_of(domestic=domestic, sexual=sexual, police=POLICE_INVOLVED in incident.qualifiers)
    if not (domestic or sexual):
        return
    crimes, victims = (
        rows.objects.filter(incident=incident).annotate(
            of=Concat(Value(noun), Cast("pk", TextField()), output_field=TextField())
        )
        for noun, rows in (("crime:", Crime), ("victim:", Victim))
    )
    written = crimes.values_list("of", flat=True).union(victims.values_list("of", flat=True))
    restrict_found_out(written, grounds, incident=incident.pk, by=by, at=at)
    if incident.state == Incident.State.CLOSED:
        restrict_log(incident.ref, incident=incident.pk, by=by, at=at)


def end_tie(victim: Victim, person: int, why: str, by: Acting, at: datetime) -> None:
    """Whoever spoke for the victim does so no more; written on their record by who may write there."""
    tie = Link.objects.filter(
        kind=Link.Kind.REPRESENTATIVE, person=person, other=victim.person_id, ended_at=None, withdrawn=False
    ).first()
    if tie and by.may(EDIT.name):
        end_link(number=tie.pk, why=why, by=by, at=at)


def owe(victim: Victim, step: Step, happened_at: datetime, *, asked: Asked | None = None, words: str = "") -> Telling:
    """The victim is owed word of a step; stated again where it was already. `words`: what more they may be told."""
    more = {"asked": asked, "words": words, "stated_by": running().frames[-1].by.ref}
    telling, _ = Telling.objects.get_or_create(victim=victim, step=step, happened_at=happened_at, defaults=more)
    state_owed(victim, telling)
    return telling


def owe_each(
    victims: Sequence[Victim], step: Step, happened_at: datetime, *, words: str = "", lets_out: bool = False
) -> None:
    """Each of these is owed word of a step: two statements for the tellings, however many they are."""
    stated_by = running().frames[-1].by.ref
    tellings = [
        Telling(
            victim=one, step=step.value, happened_at=happened_at, words=words, stated_by=stated_by, lets_out=lets_out
        )
        for one in victims
    ]
    Telling.objects.bulk_create(tellings, ignore_conflicts=True)
    found = Telling.objects.filter(victim__in=[one.pk for one in victims], step=step, happened_at=happened_at)
    by_victim = {one.victim_id: one for one in found}
    for victim in victims:
        state_owed(victim, by_victim[victim.pk])


def state_owed(victim: Victim, telling: Telling) -> None:
    """State the promise of a telling, and what else its step makes us owe."""
    step, happened_at = Step(telling.step), telling.happened_at
    by_when = told_by(victim, step, happened_at)
    promise(
        BY_STEP[step],
        record=victim.ref,
        slot=str(telling.pk),
        due=by_when,
        began_at=happened_at,
        words={"who": victim.person.name},
        about=victim.records,
    )
    say_telling(events.TELLING_OWED, telling, victim, {"due_at": by_when.due.isoformat()})
    if step in CHANGED_BY:
        owe_needs(victim, CHANGED_BY[step], happened_at)


def owe_needs(victim: Victim, changed: Changed, at: datetime) -> None:
    """Their needs are to be asked about, because of the report or because something changed."""
    promise(
        NEEDS,
        record=victim.ref,
        slot=f"{changed} {instant(at).isoformat()}",
        due=needs.due(law_of("victims"), changed=changed, at=at),
        began_at=at,
        words={"who": victim.person.name},
        about=victim.records,
    )


def told(telling: Telling, at: datetime, words: str) -> None:
    """The victim was reached and told of this step: the promise is kept, or done late for ever."""
    telling.told_at = at
    telling.save(update_fields=["told_at"])
    step = Step(telling.step)
    keep(BY_STEP[step], record=telling.victim.ref, slot=str(telling.pk), at=at)
    by_when = told_by(telling.victim, step, telling.happened_at)
    facts = {"due_at": by_when.due.isoformat(), "event_at": telling.happened_at.isoformat()}
    say_telling(events.TOLD, telling, telling.victim, facts, words=words)


def told_of(victim: Victim, step: Step, at: datetime, words: str, *, officer: int | None, way: str) -> None:
    """Every open telling of this step is kept by one contact that reached them."""
    found = Telling.objects.select_for_update(of=("self",)).select_related("victim__person")
    for telling in found.filter(victim=victim, step=step, told_at=None, opted_out_at=None):
        Attempt.objects.create(victim=victim, step=step, at=at, officer_id=officer, way=way, result="reached")
        told(telling, at, words)


def reached(victim: Victim, at: datetime) -> None:
    """The victim was reached: what was agreed on being in touch is kept, and the next is owed from now."""
    keep(CONTACT, record=victim.ref, slot=EVERY_SLOT, at=at)
    victim.contact_since = at
    victim.save(update_fields=["contact_since"])
    owe_contact(victim)


def owe_contact(victim: Victim) -> None:
    """The next contact as agreed, counted from when they were last reached; nothing where no time was agreed."""
    since = victim.contact_since
    frequency = Frequency(victim.frequency)
    by_when = next_contact(law_of("victims"), frequency=frequency, reached_at=since) if since else None
    if since is None or by_when is None:
        return
    slot, words = instant(since).isoformat(), {"who": victim.person.name}
    promise(CONTACT, record=victim.ref, slot=slot, due=by_when, began_at=since, words=words, about=victim.records)


def attempted(victim: Victim, tellings: Iterable[Telling], way: Way, at: datetime, by: Acting) -> None:
    """A message left that points to these: an attempt on each. Nobody was told by it, and each stays owed (V4)."""
    Attempt.objects.bulk_create(
        Attempt(
            victim=victim, step=one.step, at=at, officer_id=by.officer_id, way=way.value,
            result=Result.LEFT_MESSAGE.value,
        )
        for one in tellings
    )  # fmt: skip


def opt_out(telling: Telling, at: datetime, words: str) -> None:
    """The victim does not want to be told of this step: no longer owed, in their own words."""
    telling.opted_out_at = at
    telling.save(update_fields=["opted_out_at"])
    why = "The victim does not want to be told"
    withdraw(BY_STEP[Step(telling.step)], record=telling.victim.ref, slot=str(telling.pk), why=why)
    say_telling(events.OPTED_OUT, telling, telling.victim, {}, words=words)


def end_open_links(victim: Victim, at: datetime) -> int:
    """Every link that was not used is taken back; answers how many."""
    return Invitation.objects.filter(victim=victim, used_at=None, taken_back_at=None).update(taken_back_at=at)


def say_telling(event: Event, telling: Telling, victim: Victim, facts: dict[str, str], **words: str) -> None:
    """Write one entry about a telling."""
    named = {"step": Step(telling.step).words, "trigger": telling.step, "telling": telling.pk}
    write(event, record=victim.ref, about=victim.records, facts={**named, **facts}, words=words)


def say(event: Event, victim: Victim, facts: Mapping[str, object] | None = None, **words: str) -> None:
    """Write one entry about a victim."""
    write(event, record=victim.ref, about=victim.records, facts=facts or {}, words=words)
