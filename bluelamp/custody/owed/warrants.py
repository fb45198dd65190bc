"""The promise to apply for a warrant before 36 h, where detention was extended towards it (P16, P19)."""

from datetime import datetime

from bluelamp.custody.clocks import warrant_by
from bluelamp.custody.models import Detention
from bluelamp.custody.owed.records import held_open
from bluelamp.custody.owed.warnings import before
from bluelamp.deadlines.deadline import Deadline
from bluelamp.owed.actions.stating import promise, withdraw
from bluelamp.owed.registry import Kind


def application_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: by when to apply; None once charged, applied or no longer extended."""
    detention = held_open(record)
    return warrant_by(detention) if detention and wanted(detention) else None


def wanted(detention: Detention) -> bool:
    """Whether somebody must look for a court: extended, an indictable offence, not charged, none asked or issued."""
    held = detention.charged_at is None and detention.warrant_asked_at is None and not detention.warrants
    return held and detention.kind_of_offence() != "summary" and bool(detention.extensions.all())


WARRANT = Kind(
    name="custody.warrant_application",
    wording="Is a court sitting? Apply for a warrant for {who} before 36 hours, or charge or release",
    title="Apply for a warrant before 36 hours",
    to="The detained person",
    source="PACE s.43(5)",
    acts="custody.authorise",
    kept_when="An application is made, or the person is charged or released",
    ask=application_due,
    warn_minutes=before("warnings.court_before_extended_limit"),
    page="desks:detention",
    group="Custody",
)


def owe_application(detention: Detention, at: datetime) -> None:
    """State what is owed towards 36 h, from the facts as they stand."""
    due = warrant_by(detention, at) if wanted(detention) else None
    if due:
        promise(
            WARRANT,
            record=detention.ref,
            due=due,
            began_at=detention.relevant_time,
            words={"who": detention.person.name},
            about=(detention.person.ref,),
            unit=detention.suite.name,
        )


def no_application(detention: Detention, why: str) -> None:
    """Nobody need look for a court any more."""
    withdraw(WARRANT, record=detention.ref, why=why)
