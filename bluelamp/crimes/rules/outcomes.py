"""Outcomes of a crime and what each needs before it may be given (Crime Outcomes Framework; H8, H9)."""

from dataclasses import dataclass
from datetime import date

from bluelamp.deadlines.law import Law, LawError
from bluelamp.verdict import Verdict, allowed, every, refused

_SOURCE = "Crime Outcomes Framework"
POSITIVE = frozenset({"1", "1A", "2", "2A", "3", "3A", "4", "6", "7", "8"})
"""Outcomes against an offender. 22 is not among them: it is no detection and leaves no conviction (H9)."""

OF_A_CHARGE = ("1", "1A")
"""Outcomes that say that somebody is charged, by whatever way."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """An outcome asked for on the local day `on`, with what its rule asks about.

    `suspect_age` in whole years at the offence, None if not known. `time_limit_passed` None if not worked out.
    """

    code: str
    on: date
    suspect_named: bool = False
    suspect_age: int | None = None
    charge_linked: bool = False
    form_mg18: bool = False
    domestic: bool = False
    victim_words: str = ""
    safeguarding_reviewed: bool = False
    time_limit_passed: bool | None = None
    lines_of_enquiry: str = ""
    supervisor: str = ""
    agency: str = ""
    victim_told: bool = False


def wording(law: Law, *, code: str, on: date) -> str:
    """The outcome's wording on that day; raises LawError for a code not known or not yet in force."""
    return law.value(f"crimes.outcome.{code}", on=on).text


def is_positive(code: str) -> bool:
    """For figures: whether the outcome counts as one against an offender."""
    return code in POSITIVE


def may_give(law: Law, *, outcome: Outcome) -> Verdict:
    """Allowed when the code was in force on the day and everything its rule asks for is there (H9)."""
    try:
        wording(law, code=outcome.code, on=outcome.on)
    except LawError:
        return refused(f"There is no outcome {outcome.code} on that day.", _SOURCE, field="code")
    return every(_age(outcome), _suspect(outcome), _papers(outcome), _victim(outcome), _closing_review(outcome))


def _need(there: object, words: str, field: str) -> Verdict:
    return allowed() if there else refused(words, _SOURCE, field=field)


def _age(outcome: Outcome) -> Verdict:
    if outcome.code not in ("2", "2A", "11", "3", "3A"):
        return allowed()
    age = outcome.suspect_age
    if age is None:
        return refused("Give the suspect's age.", _SOURCE, field="suspect_age")
    lowest, highest, words = _AGES[outcome.code]
    return _need(lowest <= age <= highest, f"Outcome {outcome.code} is for {words}, not {age}.", "suspect_age")


_YOUTH, _ADULT = (10, 17, "a suspect of 10 to 17"), (18, 150, "a suspect of 18 or over")
_AGES = {"2": _YOUTH, "2A": _YOUTH, "3": _ADULT, "3A": _ADULT, "11": (0, 9, "a suspect under 10")}


def _suspect(outcome: Outcome) -> Verdict:
    if outcome.code in ("14", "18"):
        return _need(not outcome.suspect_named, f"A suspect is named: not outcome {outcome.code}.", "suspect_named")
    if outcome.code in ("15", "16"):
        return _need(outcome.suspect_named, f"Outcome {outcome.code} needs a named suspect.", "suspect_named")
    return allowed()


def _papers(outcome: Outcome) -> Verdict:
    if outcome.code in OF_A_CHARGE:
        return _need(outcome.charge_linked, "Link the charge.", "charge_linked")
    if outcome.code == "4":
        charge = _need(outcome.charge_linked, "Link the charge it is taken into consideration with.", "charge_linked")
        return every(charge, _need(outcome.form_mg18, "The signed MG18 is missing.", "form_mg18"))
    if outcome.code == "17":
        return _need(outcome.time_limit_passed, "The time limit, as worked out, has not passed.", "time_limit_passed")
    return allowed()


def _victim(outcome: Outcome) -> Verdict:
    if outcome.code != "16":
        return allowed()
    reviewed = outcome.safeguarding_reviewed or not outcome.domestic
    return every(
        _need(outcome.victim_words.strip(), "Record the victim's own words.", "victim_words"),
        _need(reviewed, "Domestic abuse: a safeguarding review comes first.", "safeguarding_reviewed"),
    )


def _closing_review(outcome: Outcome) -> Verdict:
    if outcome.code == "18":
        lines = _need(outcome.lines_of_enquiry.strip(), "List the lines of enquiry followed.", "lines_of_enquiry")
        return every(lines, _need(outcome.supervisor, "A supervisor must agree.", "supervisor"))
    if outcome.code == "20":
        agency = _need(outcome.agency.strip(), "Name the agency that takes it on.", "agency")
        return every(agency, _need(outcome.victim_told, "Tell the victim first.", "victim_told"))
    return allowed()
