"""One case for one person and one crime, however they are charged: a second is refused, or joined, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from bluelamp.verdict import Verdict, allowed, refused

_SOURCE = "One person, one crime, one case"


@dataclass(frozen=True, kw_only=True)
class Charged:
    """One charge that is written already. `crime` None: not known which. `stands` False: its requisition is withdrawn.

    `how`: in words, as "by a requisition sent on Friday 20 November 2026".
    """

    code: str
    crime: int | None
    how: str
    stands: bool = True


@dataclass(frozen=True, kw_only=True)
class Known:
    """A case about the same person and the same crime or incident. `over`: stopped by the prosecutor, or decided."""

    number: int
    charges: tuple[Charged, ...]
    stopped: bool = False
    decided: bool = False

    @property
    def over(self) -> bool:
        return self.stopped or self.decided


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a charge belongs: `join` the number of a case, None for a new one; the verdict's words say why."""

    verdict: Verdict
    join: int | None = None


def place_of(*, code: str, crime: int | None, known: Sequence[Known], prosecutor: bool) -> Place:
    """Where a charge with this offence code belongs, given the cases that there are, oldest first.

    The same offence of the same crime is charged once: refused while it stands, and after a court decided it. What is
    new joins the case that is open, one whose requisition was withdrawn included. Where the only case is over, another
    is begun on a prosecutor's decision alone. A crime not known may be the same.
    """
    for case in known:
        same = next((one for one in case.charges if _same(one, code, crime)), None)
        if same and not case.stopped:
            return Place(verdict=_charged_already(case, same))
    open_ = next((case for case in reversed(known) if not case.over), None)
    if open_:
        return Place(verdict=allowed(_joined(open_)), join=open_.number)
    if known and not prosecutor:
        words = f"Case {known[-1].number} about this is over. Another is begun only on a prosecutor's decision."
        return Place(verdict=refused(words, _SOURCE, field="prosecutor_reference"))
    return Place(verdict=allowed(f"Case {known[-1].number} about this is over: a new case." if known else ""))


def _same(one: Charged, code: str, crime: int | None) -> bool:
    which = one.crime is None or crime is None or one.crime == crime
    return one.stands and which and _bare(one.code) == _bare(code)


def _bare(code: str) -> str:
    return "".join(code.split()).casefold()


def _charged_already(case: Known, same: Charged) -> Verdict:
    if case.decided:
        words = f"A court decided this in case {case.number}: they are not charged with it again."
    else:
        words = f"They are charged already with this, {same.how}: case {case.number}."
    return refused(words, _SOURCE, field="offence_code")


def _joined(case: Known) -> str:
    if any(one.stands for one in case.charges):
        return f"Joined to case {case.number}, which is open."
    return f"Joined to case {case.number}, whose requisition was withdrawn."
