"""Opening and closing the escort record of a move, inside the action that moves the person (P7)."""

from dataclasses import asdict, dataclass
from datetime import datetime

from bluelamp.compiled import Compiled, Given
from bluelamp.custody.cells import appears_or_is_child, is_child
from bluelamp.custody.events.escorts import ESCORT_CLOSED, ESCORT_OPENED
from bluelamp.custody.models import Arrest, Detention, EscortRecord
from bluelamp.custody.rules.escorting import Escorting, may_close, may_set_out
from bluelamp.deadlines.instants import local_day
from bluelamp.ledger.actions.writing import write
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused


@dataclass(frozen=True, kw_only=True)
class Way:
    """From where to where, in words, and what for. `can_wait`: leaving is refused until what P7 asks is written."""

    why: EscortRecord.Why
    start: str
    end: str
    can_wait: bool = True


def open_escort(about: Arrest | Detention, way: Way, escorting: Escorting, at: datetime) -> EscortRecord:
    """The record that travels with the person from now on. Refused while an earlier move is open.

    Nothing keeps somebody from a hospital: what is not written then stands on the record as missing.
    """
    if EscortRecord.objects.filter(person_id=about.person_id, closed_at=None).exists():
        raise Refused(refused("This person is on the way already: close that escort record first.", "Order of events"))
    verdict = may_set_out(escorting=escorting, child=_child(about), law=law_of("custody"), at=at)
    if way.can_wait:
        insist(verdict)
    said = asdict(escorting)
    said["risk_words"], said["crew"], said["seals"] = said.pop("risk"), list(escorting.crew), list(escorting.seals)
    made = EscortRecord.objects.create(
        person_id=about.person_id,
        arrest=about if isinstance(about, Arrest) else about.arrest,
        detention=about if isinstance(about, Detention) else None,
        why=way.why,
        from_words=way.start,
        to_words=way.end,
        left_at=at,
        missing="" if verdict.allowed else verdict.words,
        **said,
    )
    words = {"crew": ", ".join(escorting.crew) or "nobody named", "risk": escorting.risk, "missing": made.missing}
    facts = {"why": way.why.value, "crew_of": len(escorting.crew), "from_words": way.start, "to_words": way.end}
    write(ESCORT_OPENED, record=about.ref, about=(made.ref, f"person:{about.person_id}"), facts=facts, words=words)
    return made


_OPEN = Compiled(lambda: EscortRecord.objects.select_for_update().filter(person_id=Given("person"), closed_at=None))


def close_escort(about: Arrest | Detention, handed_to: str, at: datetime) -> None:
    """Whoever takes the person over ends the open record of the move, if there is one."""
    made = _OPEN.first(person=about.person_id)
    if made is None:
        return
    insist(may_close(left_at=made.left_at, closed=False, handed_to=handed_to, at=at))
    made.closed_at, made.handed_to = at, handed_to
    if isinstance(about, Detention):
        made.detention = about
    made.save(update_fields=["closed_at", "handed_to", "detention"])
    facts = {"why": made.why, "to_words": made.to_words}
    write(ESCORT_CLOSED, record=about.ref, about=(made.ref,), facts=facts, words={"who": handed_to})


def moves_of(found: Detention) -> list[EscortRecord]:
    """Every move of one detention and of the way to it, in order; one statement."""
    rows = EscortRecord.objects.filter(person_id=found.person_id).order_by("left_at", "pk")
    return [each for each in rows if found.pk == each.detention_id or (found.arrest_id and
            each.arrest_id == found.arrest_id)]  # fmt: skip


def _child(about: Arrest | Detention) -> bool:
    if isinstance(about, Detention):
        return is_child(about)
    return appears_or_is_child(about, local_day(about.arrested_at))
