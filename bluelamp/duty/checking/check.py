"""Checks a published roster: every uncovered minute and every broken rule."""

from dataclasses import asdict, dataclass
from datetime import datetime

from bluelamp.duty.checking.breaches import Broken, breaches
from bluelamp.duty.checking.document import read
from bluelamp.duty.checking.minutes import Shortfall, sweep


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What a check of `minutes` minutes and `people` people found. Instants are in UTC.

    `gaps` are below the least that a need asks for, `short_of_desired` below the wish, which is advice only. `alone`:
    where accompanied specials lack an experienced officer to go with; the rule on it is among the `broken`.
    """

    roster: str
    gaps: tuple[Shortfall, ...]
    short_of_desired: tuple[Shortfall, ...]
    alone: tuple[Shortfall, ...]
    broken: tuple[Broken, ...]
    minutes: int
    people: int

    @property
    def uncovered_minutes(self) -> int:
        """Minutes of all gaps; a minute that two units lack counts twice."""
        return sum(gap.minutes for gap in self.gaps)

    @property
    def short(self) -> tuple[Shortfall, ...]:
        """Whatever is to be mended: who is missing from the cover, and who is missing beside a special."""
        return (*self.gaps, *self.alone)

    def to_json(self) -> dict[str, object]:
        """The same as plain values for JSON, instants as text."""
        return {
            "format": "bluelamp roster check 1",
            "roster": self.roster,
            "minutes": self.minutes,
            "people": self.people,
            "uncovered_minutes": self.uncovered_minutes,
            "gaps": [_plain(gap) for gap in self.gaps],
            "short_of_desired": [_plain(one) for one in self.short_of_desired],
            "alone": [_plain(one) for one in self.alone],
            "broken": [_plain(one) for one in self.broken],
        }


def _plain(found: Shortfall | Broken) -> dict[str, object]:
    return {name: at.isoformat() if isinstance(at, datetime) else at for name, at in asdict(found).items()}


def check(document: object) -> Checked:
    """Check a document "bluelamp roster 3", as `json.load` gives it.

    Raises RosterDocumentError, a ValueError, for a document that does not hold together. Rules: Police Regulations
    2003 reg. 22 and 33, Working Time Regulations 1998, and force policy, by the values the document itself carries.
    """
    roster = read(document)
    swept = sweep(roster)
    return Checked(
        roster=roster.name,
        gaps=swept.gaps,
        short_of_desired=swept.short_of_desired,
        alone=swept.alone,
        broken=breaches(roster),
        minutes=swept.minutes,
        people=len(roster.people),
    )
