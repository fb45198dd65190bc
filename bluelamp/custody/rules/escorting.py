"""Crew, search and company on the way: what must be so before a detained person is driven anywhere (P7)."""

from dataclasses import dataclass
from datetime import datetime

from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, every, refused

SINGLE = {
    "low_risk_documented": "documented as low risk and compliant",
    "camera": "on camera all the way",
}


@dataclass(frozen=True, kw_only=True)
class Escorting:
    """What is said of an escort. None means not said.

    crew: who goes with them, by name. risk: what the next keeper must know. searched: before the journey;
    search_words: what was found, or why there was no search. with_adults: an adult detainee rides with them.
    seals: numbers of the property bags.
    """

    crew: tuple[str, ...] = ()
    risk: str = ""
    low_risk: bool | None = None
    camera: bool | None = None
    searched: bool | None = None
    search_words: str = ""
    sex_considered: bool | None = None
    with_adults: bool | None = None
    vehicle: str = ""
    seals: tuple[str, ...] = ()


def may_set_out(*, escorting: Escorting, child: bool, law: Law, at: datetime) -> Verdict:
    """Whether the journey may begin: crew, search, sex of escort, no child with an adult, risk handed on.

    Two officers, or one where the person is documented as low risk and a camera runs: policy as dated data. A child
    never travels with an adult detainee. All that is missing is named at once.
    """
    return every(
        _crew(escorting, law, at),
        _search(escorting),
        _company(escorting, child),
        _sex(escorting),
        _risk(escorting),
    )


def _crew(escorting: Escorting, law: Law, at: datetime) -> Verdict:
    needed = law.value("escort.crew", on=local_day(at))
    alone = law.value("escort.single_crew_needs", on=local_day(at))
    if not escorting.crew:
        return refused("Say who goes with them.", needed.source, field="crew")
    if len(escorting.crew) >= needed.number:
        return allowed(f"{len(escorting.crew)} go with them.", needed.source)
    held = {"low_risk_documented": escorting.low_risk is True, "camera": escorting.camera is True}
    missing = [SINGLE.get(code, code) for code in alone.items if not held.get(code)]
    if missing:
        words = f"{needed.number} go with a detained person. One alone only with somebody {' and '.join(missing)}."
        return refused(words, needed.source, field="crew")
    return allowed("One alone: documented low risk, on camera.", alone.source)


def _search(escorting: Escorting) -> Verdict:
    if escorting.searched is None:
        return refused("Say whether they were searched before the journey.", "PACE s.32(1)", field="searched")
    if not escorting.searched and not escorting.search_words.strip():
        return refused("Say why they were not searched.", "PACE s.32(1)", field="search_words")
    return allowed()


def _company(escorting: Escorting, child: bool) -> Verdict:
    if not child:
        return allowed()
    if escorting.with_adults is None:
        return refused("Say whether an adult detainee rides with this child.", "CYPA 1933 s.31", field="with_adults")
    if escorting.with_adults:
        return refused("A child does not travel with an adult detainee.", "CYPA 1933 s.31", field="with_adults")
    return allowed()


def _sex(escorting: Escorting) -> Verdict:
    if escorting.sex_considered:
        return allowed()
    words = "Consider who should go with them: a woman with a woman or girl, where it can be."
    return refused(words, "CYPA 1933 s.31; force policy on escorts", field="sex_considered")


def _risk(escorting: Escorting) -> Verdict:
    if escorting.risk.strip():
        return allowed()
    words = "Write the risk the next keeper must know of, or that none is known."
    return refused(words, "APP Detention and Custody, person escort record", field="risk")


def may_close(*, left_at: datetime, closed: bool, handed_to: str, at: datetime) -> Verdict:
    """Whether an escort record may be closed: once, after leaving, and with the name of who took the person over."""
    if closed:
        return refused("This escort record is closed already.", "Order of events")
    if at < left_at:
        return refused("Arrival is before leaving.", "Order of events", field="at")
    if not handed_to.strip():
        return refused("Say to whom they were handed over.", "PACE s.39(2)", field="handed_to")
    return allowed()
