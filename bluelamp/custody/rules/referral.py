"""Death or serious injury: the referral that must be made, by when, and who may open a frozen record again (P32)."""

from datetime import datetime, timedelta
from enum import StrEnum

from bluelamp.custody.rules.facts import Decider
from bluelamp.custody.rules.ranks import at_least
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import instant, local_day, spoken, spoken_day
from bluelamp.deadlines.law import Law
from bluelamp.deadlines.months import end_of_day
from bluelamp.verdict import Verdict, allowed, every, refused

SOURCE = "Police Reform Act 2002 Sch. 3 para. 14C"


class Harm(StrEnum):
    """What must be referred."""

    DEATH = "death"
    SERIOUS_INJURY = "serious_injury"


def refer_by(*, known_at: datetime, law: Law) -> Deadline:
    """By when the matter is referred to the IOPC: without delay, at the latest by the end of the day after."""
    value = law.value("referral.days_after", on=local_day(known_at))
    last = local_day(known_at) + timedelta(days=value.number)
    steps = (f"Known: {spoken(known_at)}.", f"Without delay, at the latest by the end of {spoken_day(last)}.")
    return Deadline(due=end_of_day(last), because=steps, basis=value.source)


def may_refer(*, happened_at: datetime, arrived_at: datetime, words: str, told: str, at: datetime) -> Verdict:
    """Whether the matter is written so that it can be referred: when, what, and whom on duty was told at once."""
    checks = [
        (bool(words.strip()), "Write what happened.", "words"),
        (bool(told.strip()), "Say who was told: the inspector on duty, and professional standards.", "told"),
        (instant(happened_at) <= instant(at), "This time is still to come.", "happened_at"),
        (instant(happened_at) >= instant(arrived_at), "This is before the person came into custody.", "happened_at"),
    ]
    return every(*[refused(said, SOURCE, field=field) for met, said, field in checks if not met])


def may_unfreeze(*, decider: Decider, why: str, referred: bool, law: Law, at: datetime) -> Verdict:
    """Whether a frozen record may be opened again: by a superintendent not involved, with a reason, once referred."""
    rank = law.value("referral.unfreeze_rank", on=local_day(at))
    ranked = at_least(decider=decider, rank=rank.text, what="open a frozen record again", source=rank.source)
    reason = allowed() if why.strip() else refused("Say why it is opened again.", rank.source, field="why")
    sent = allowed() if referred else refused("Refer it to the IOPC first.", SOURCE, field="why")
    involved = "Who decides was not involved." if not decider.involved else ""
    apart = allowed() if involved else refused("Whoever arrested this person does not decide this.", rank.source)
    return every(ranked, apart, sent, reason)
