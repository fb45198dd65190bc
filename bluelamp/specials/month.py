"""The month as pages say it: worked beside offered and beside the advisory hours."""

from dataclasses import dataclass
from datetime import datetime

from bluelamp.deadlines.instants import local_day
from bluelamp.places.law_in_force import law_of
from bluelamp.specials.models import Special
from bluelamp.specials.queries import months_of
from bluelamp.specials.rules import hours
from bluelamp.specials.rules.retention import months_back


@dataclass(frozen=True, kw_only=True)
class MonthWords:
    """One month with its advisory sentence."""

    month: hours.Month
    advisory: str

    @property
    def against(self) -> str:
        """What was given beside what was offered, in a sentence or two."""
        one, say = self.month, hours.said
        kept = f"{say(one.offered)} offered, {say(one.kept)} of it worked." if one.offered else "No hours offered."
        parts = [f"{name} {say(span)}" for name, span in (("duty", one.duty), ("training", one.training)) if span]
        given = f" {', '.join(parts).capitalize()}." if parts else ""
        employer = f" Your employer gave {say(one.employer)} of it." if one.employer else ""
        return kept + given + employer

    @property
    def worked(self) -> str:
        return hours.said(self.month.worked)

    @property
    def offered(self) -> str:
        return hours.said(self.month.offered)


def months_words(special: Special, at: datetime, count: int) -> list[MonthWords]:
    """The last months of one special, the running one first; none without an account."""
    if special.officer_id is None:
        return []
    firsts = months_back(local_day(at), count)
    law = law_of("specials")
    found = months_of([special.officer_id], firsts, at)[special.officer_id]
    return [MonthWords(month=one, advisory=hours.advisory(law, one)) for one in reversed(found)]


def month_words(special: Special, at: datetime) -> MonthWords | None:
    """The running month."""
    return next(iter(months_words(special, at, 1)), None)
