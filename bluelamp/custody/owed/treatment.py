"""The promises about treatment: a dose due, accommodation asked for a child, custody visitors answered."""

from bluelamp.custody.models import BailRefused, CustodyVisit, Dose
from bluelamp.custody.owed.records import held_open
from bluelamp.custody.rules import custody_visitors, local_authority
from bluelamp.deadlines.deadline import Deadline
from bluelamp.owed.registry import Kind
from bluelamp.places.law_in_force import law_of


def dose_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: a dose; None once given, refused or the person gone."""
    dose = Dose.objects.filter(pk=slot or 0, given_at=None, refused_at=None).first()
    return dose_by(dose) if dose and held_open(record) else None


def dose_by(dose: Dose) -> Deadline:
    """When the prescriber said it is due."""
    return Deadline(due=dose.due_at, because=("The time the prescriber gave.",), basis="Code C 9.9, 9.10")


def asking_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: the local authority to be asked; None once asked."""
    detention = held_open(record)
    refusal = BailRefused.objects.filter(detention=detention).first() if detention else None
    if detention is None or refusal is None or detention.accommodation.exists():
        return None
    return local_authority.ask_by(refused_at=refusal.at, law=law_of("custody"))


def visitors_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: an answer to what visitors raised; None once answered."""
    visit = CustodyVisit.objects.filter(pk=record.partition(":")[2], answered_at=None).exclude(raised="").first()
    return visitors_by(visit) if visit else None


def visitors_by(visit: CustodyVisit) -> Deadline:
    """By when what the visitors raised is answered."""
    return custody_visitors.answer_by(raised_at=visit.came_at, law=law_of("custody"))


DOSE = Kind(
    name="custody.medicine_due",
    wording="Medication due, {who}",
    title="Give medication when due",
    to="The detained person",
    source="Code C 9.9, 9.10",
    acts="custody.call",
    kept_when="It is given, or refused by the person",
    ask=dose_due,
    warn_minutes=(15,),
    page="custody:medicine",
    group="Custody",
)
ASK_AUTHORITY = Kind(
    name="custody.ask_accommodation",
    wording="Ask the local authority for accommodation for {who}",
    title="Ask for local authority accommodation",
    to="The detained child",
    source="PACE s.38(6); the minutes are force policy",
    acts="custody.authorise",
    kept_when="The local authority is asked",
    ask=asking_due,
    page="custody:child",
    group="Custody",
)
ANSWER_VISITORS = Kind(
    name="custody.answer_visitors",
    wording="Answer the custody visitors, {suite}",
    title="Answer what custody visitors raised",
    to="The custody visitors",
    source="Force policy, answer to custody visitors",
    acts="custody.review",
    kept_when="The answer is recorded",
    ask=visitors_due,
    page="custody:answer_visitors",
    group="Custody",
)
