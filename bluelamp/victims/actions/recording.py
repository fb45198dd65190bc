"""Recording a victim: what they need, which rights they have, and what that makes us owe."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action, write
from bluelamp.people.models import Person
from bluelamp.verdict import Refused, refused
from bluelamp.victims import events
from bluelamp.victims.actions.telling import owe_telling
from bluelamp.victims.models import Victim
from bluelamp.victims.rules.entitlement import Circumstances, entitlement
from bluelamp.victims.rules.telling import Step


@action
def record_victim(
    *,
    by: Acting,
    at: datetime,
    person: int,
    incident: int,
    circumstances: Circumstances,
    needs: str = "",
    key: str | None = None,
) -> str:
    """Record a person as the victim of an incident, with needs and rights (V5, V6); referral is owed at once."""
    require(by, "victims.record")
    if Victim.objects.filter(person_id=person, incident_id=incident).exists():
        raise Refused(refused("This person is recorded as a victim of this incident already.", "One record, one role"))
    rights = entitlement(circumstances)
    victim = Victim.objects.create(
        person=Person.objects.get(pk=person),
        incident_id=incident,
        enhanced=rights.enhanced,
        enhanced_because=[reason.words for reason in rights.reasons],
        domestic=circumstances.domestic,
        needs=needs,
        recorded_at=at,
        recorded_by_id=by.officer_id,
    )
    write(
        events.RECORDED,
        record=victim.ref,
        about=(f"person:{person}", f"incident:{incident}"),
        facts={"enhanced": rights.enhanced, "rights": "enhanced" if rights.enhanced else "standard"},
        words={"needs": needs},
    )
    owe_telling(by=by, at=at, victim=victim.pk, step=Step.REFERRED.value, happened_at=at)
    return victim.ref


@action
def ask_views(*, by: Acting, at: datetime, victim: int, answer: str, words: str = "", key: str | None = None) -> str:
    """Keep the victim's views on bail conditions, or why they could not be asked (PACE s.47ZZA)."""
    require(by, "victims.tell")
    if answer != "none" and not words.strip():
        missing = "Write why it was not practicable to ask." if answer == "not_practicable" else "Write what they said."
        raise Refused(refused(missing, "PACE s.47ZZA", field="words"))
    asked = Victim.objects.select_for_update(of=("self",)).get(pk=victim)
    asked.views_asked_at, asked.views_on_bail = at, words.strip() or "Asked; nothing wanted."
    asked.save(update_fields=["views_asked_at", "views_on_bail"])
    about = (f"person:{asked.person_id}", f"incident:{asked.incident_id}")
    facts = {"answer": answer}
    write(events.VIEWS_ASKED, record=asked.ref, about=about, facts=facts, words={"words": words})
    return asked.ref
